import { type Engine, perform } from "@nextmavens/api/platform/action";
import { wordsOf } from "@nextmavens/api/platform/flaws";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { refuseUnstorable } from "@nextmavens/api/platform/storable";
import { loginStaff, logout, logoutStaff, signIn } from "@nextmavens/api/staff";
import express, { type Request, type Response } from "express";
import { z } from "zod";
import type { Pages } from "../pages/index.ts";
import { codesIn } from "./codes.ts";
import { infoOf, visitOf } from "./member.ts";
import { deviceCookie } from "./sealed-cookie.ts";
import { begin, end } from "./session.ts";

const Fields = z.object(loginStaff.body);

function read(fields: Readonly<Record<string, unknown>>): z.output<typeof Fields> | z.ZodError {
  try {
    refuseUnstorable(fields);
    return Fields.parse(fields, { error: wordsOf });
  } catch (error) {
    if (error instanceof z.ZodError) return error;
    throw error;
  }
}

/** So long a browser stays known, from its last sign-in on. */
const knownForMs = 180 * 86_400_000;

export type Enter = (request: Request, response: Response, credentials: z.output<typeof Fields>) => Promise<void>;

/** Signs in whoever shows these: the session begins, and the browser is known from then on. */
export function enterBy(engine: Engine): Enter {
  const device = deviceCookie(engine.vault, engine.publicUrl);
  return async (request, response, credentials) => {
    const { staff, sessionId } = await perform(
      engine,
      { operation: loginStaff, actor: { kind: "public", id: "public" }, request: infoOf(request, response) },
      signIn,
      { ...credentials, device: device.read(request.headers.cookie) },
    );
    response.cookie(device.name, device.seal(staff.id, sessionId), { ...device.options, maxAge: knownForMs });
    await begin(request, { staffId: staff.id, staffSessionId: sessionId });
  };
}

/** Signing in and out: plain forms, which need no script. */
export function signInRoutes(engine: Engine, pages: Pages, enter: Enter, cookieName: string): express.Router {
  const router = express.Router();

  router.get("/login", (request, response) => {
    if (visitOf(response)) return response.redirect(303, "/admin");
    response.send(pages.signIn(response, { next: nextOf(request.query["next"]) }));
  });

  router.post("/login", async (request, response) => {
    const { next, code, ...fields } = request.fields ?? {};
    const typed = { next: nextOf(next), email: textOf(fields["email"]), hasCode: textOf(code).trim() !== "" };
    const form = read({ ...fields, ...codesIn(code) });
    if (form instanceof z.ZodError) {
      const message = form.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
      return void response.status(422).send(pages.signIn(response, { ...typed, message }));
    }
    try {
      await enter(request, response, form);
      response.redirect(303, typed.next);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(error.status).set(error.headers);
      const isWrong = error.code === "wrong_credentials" && typed.hasCode;
      const message = isWrong ? "E-mail, password or code is not right, or the code has served already." : error.message;
      response.send(pages.signIn(response, { ...typed, message, needsCode: error.code === "totp_required" }));
    }
  });

  router.get("/logout", (_request, response) => void response.send(pages.signOut(response)));

  router.post("/logout", async (request, response) => {
    await leave(engine, request, response);
    response.clearCookie(cookieName, { path: "/", httpOnly: true, sameSite: "strict", secure: engine.publicUrl.startsWith("https:") });
    response.redirect(303, "/admin/login");
  });
  return router;
}

async function leave(engine: Engine, request: Request, response: Response): Promise<void> {
  const visit = visitOf(response);
  if (visit) await perform(engine, { operation: logoutStaff, actor: visit.actor, request: visit.request }, logout, {});
  await end(request);
}

/** Addresses that are no page to come to: those of programs and files, and those one leaves by. */
const notPlaces = /^\/admin\/(api|assets|login|logout|invitation|forgot-password|reset-password)(\/|$)/;

/** Where to go after signing in: only a page of the console itself. */
function nextOf(wish: unknown): string {
  const url = typeof wish === "string" && URL.canParse(wish, "http://console") ? new URL(wish, "http://console") : undefined;
  const isOurs = url?.origin === "http://console" && /^\/admin(\/|$)/.test(url.pathname) && !notPlaces.test(url.pathname);
  return isOurs ? url.pathname + url.search : "/admin";
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
