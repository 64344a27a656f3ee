import { createHash } from "node:crypto";
import compression from "compression";
import express, { type RequestHandler, type Response } from "express";
import { resetPasswordPage, verifyEmailPage } from "./account.ts";
import type { ApiDocument } from "./document.ts";
import { landingPage, missingPage } from "./landing.ts";
import type { Page } from "./page.ts";
import { type KnownProblem, problemPage, problemsPage, unknownProblemPage } from "./problems.ts";
import { referencePage } from "./reference.ts";

/** What the pages are made from. */
export interface Told {
  /** Makes the OpenAPI document, with this platform's own address in it. */
  readonly document: () => object;
  readonly problems: readonly KnownProblem[];
  readonly publicUrl: string;
  /** Whether the staff console is at /admin. */
  readonly hasConsole: boolean;
}

/** The documentation, the pages that mails lead to, and the front page. All are made once, at the first request. */
export function docsRouter({ document, problems, publicUrl, hasConsole }: Told): express.Router {
  const textOf = once(() => JSON.stringify(document()));
  const known = new Map(problems.map((each) => [each.code, each]));
  const router = express.Router();
  router.use(["/docs", "/api/openapi.json"], compression());
  router.get(
    "/",
    page(() => landingPage(hasConsole)),
  );
  router.get("/api/openapi.json", asset("application/json; charset=utf-8", textOf));
  router.get(
    "/docs",
    page(() => referencePage(JSON.parse(textOf()) as ApiDocument, problems)),
  );
  router.get(
    "/docs/problems",
    page(() => problemsPage(problems)),
  );
  router.get("/docs/problems/:code", (request, response) => {
    const problem = known.get(request.params.code);
    if (problem) send(response, problemPage(problem, publicUrl));
    else send(response.status(404), unknownProblemPage(request.params.code));
  });
  router.get("/account/verify-email", page(verifyEmailPage));
  router.get("/account/reset-password", page(resetPasswordPage));
  return router;
}

/** Answers a page where nothing else did. */
export const nothingHere: RequestHandler = (_request, response) => send(response.status(404), missingPage());

const page = (make: () => Page): RequestHandler => {
  const made = once(() => {
    const { body, contentSecurityPolicy } = make();
    return { body, contentSecurityPolicy, etag: etagOf(body) };
  });
  return (_request, response) => {
    response.set("etag", made().etag);
    send(response, made());
  };
};

const asset = (type: string, make: () => string): RequestHandler => {
  const made = once(() => ({ body: make(), etag: etagOf(make()) }));
  return (_request, response) => {
    response.set({
      "content-type": type,
      etag: made().etag,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    });
    response.send(made().body);
  };
};

function send(response: Response, { body, contentSecurityPolicy }: Page): void {
  response.set({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": contentSecurityPolicy,
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.send(body);
}

const etagOf = (text: string) => `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
