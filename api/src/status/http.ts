import type { IncomingMessage, ServerResponse } from "node:http";
import type { Store } from "../platform/db/store.ts";
import { idOf } from "../platform/ids.ts";
import { findPublicly, Suspension } from "../suspensions/index.ts";
import { contentSecurityPolicy, missingPage, suspensionPage } from "./page.ts";

const SuspensionId = idOf("suspension");

const headers = {
  "cache-control": "no-store",
  "content-security-policy": contentSecurityPolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  vary: "accept",
} as const;

/** Answers `/status/suspensions/{id}` without a key: for people as a page, for programs that ask for JSON as JSON. */
export const suspensionStatus =
  ({ store, publicUrl, clock = () => new Date() }: { store: Store; publicUrl: string; clock?: () => Date }) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end();
      return;
    }
    const found = await find({ store, publicUrl, now: clock().toISOString() }, request.url ?? "");
    const answer = asksForJson(request) ? asJson(found, publicUrl) : asPage(found);
    response.writeHead(found ? 200 : 404, { ...headers, "content-type": answer.type, "content-length": Buffer.byteLength(answer.body) });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  };

async function find({ store, publicUrl, now }: { store: Store; publicUrl: string; now: string }, url: string) {
  const [, id] = /\/([^/?]*)\/?(?:\?.*)?$/.exec(url) ?? [];
  if (!SuspensionId.safeParse(id).success || id === undefined) return undefined;
  const found = await store.transact("platform", (db) => findPublicly({ db, now, publicUrl }, id));
  return found && Suspension.parse(found);
}

/** A browser names HTML first; whoever names JSON and not HTML before it gets JSON. */
function asksForJson({ headers }: IncomingMessage) {
  const accepted = headers.accept?.toLowerCase() ?? "";
  const json = accepted.search(/application\/(problem\+)?json/);
  const html = accepted.indexOf("text/html");
  return json !== -1 && (html === -1 || json < html);
}

const asPage = (suspension: Suspension | undefined) => ({
  type: "text/html; charset=utf-8",
  body: suspension ? suspensionPage(suspension) : missingPage(),
});

const asJson = (suspension: Suspension | undefined, publicUrl: string) =>
  suspension
    ? { type: "application/json", body: JSON.stringify(suspension) }
    : { type: "application/problem+json", body: JSON.stringify(missingProblem(publicUrl)) };

const missingProblem = (publicUrl: string) => ({
  type: `${publicUrl}/docs/problems/suspension_not_found`,
  title: "Not found",
  status: 404,
  detail: "There is no such suspension.",
  code: "suspension_not_found",
});
