import type { IncomingMessage, ServerResponse } from "node:http";
import type { Engine } from "../platform/action.ts";
import { idOf } from "../platform/ids.ts";
import type { Maintenance } from "../platform/maintenance.ts";
import { serve } from "../platform/operation.ts";
import type { StatusBoard } from "../platform/status-board.ts";
import { post, setMaintenanceMode } from "./actions.ts";
import { boardPage } from "./board-page.ts";
import { postStatus, setMaintenance } from "./contract.ts";
import { contentSecurityPolicy } from "./layout.ts";
import { missingProject, projectPage } from "./project-page.ts";
import { type Asking, findSanction, findStanding } from "./standing.ts";
import { missingSuspension, suspensionPage } from "./suspension-page.ts";

const headers = {
  "cache-control": "no-store",
  "content-security-policy": contentSecurityPolicy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  vary: "accept",
} as const;

/** A page of something that is found by the last part of its address. */
interface PageOf<Found> {
  readonly find: (asking: Asking, name: string) => Promise<Found | undefined>;
  readonly mayBe: (name: string) => boolean;
  readonly page: (found: Found) => string;
  readonly missingPage: () => string;
  readonly missing: { readonly code: string; readonly detail: string };
}

type Told = Pick<Engine, "store" | "publicUrl" | "settings"> & { readonly clock?: () => Date };

/** Answers without a key: for people as a page, for programs that ask for JSON as JSON. */
const pageAt =
  <Found>(what: PageOf<Found>) =>
  ({ store, publicUrl, settings, clock = () => new Date() }: Told) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end();
      return;
    }
    const name = nameIn(request.url ?? "");
    const now = clock().toISOString();
    const found = what.mayBe(name)
      ? await store.transact("platform", (db) => what.find({ db, now, publicUrl, settings }, name))
      : undefined;
    const answer = asksForJson(request) ? asJson(what, found, publicUrl) : asPage(what, found);
    response.writeHead(found ? 200 : 404, { ...headers, "content-type": answer.type, "content-length": Buffer.byteLength(answer.body) });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  };

const nameIn = (url: string) => /\/([^/?]*)\/?(?:\?.*)?$/.exec(url)?.[1] ?? "";

/** A browser names HTML first; whoever names JSON and not HTML before it gets JSON. */
function asksForJson({ headers }: IncomingMessage) {
  const accepted = headers.accept?.toLowerCase() ?? "";
  const json = accepted.search(/application\/(problem\+)?json/);
  const html = accepted.indexOf("text/html");
  return json !== -1 && (html === -1 || json < html);
}

const asPage = <Found>({ page, missingPage }: PageOf<Found>, found: Found | undefined) => ({
  type: "text/html; charset=utf-8",
  body: found ? page(found) : missingPage(),
});

const asJson = <Found>({ missing: { code, detail } }: PageOf<Found>, found: Found | undefined, publicUrl: string) =>
  found
    ? { type: "application/json", body: JSON.stringify(found) }
    : {
        type: "application/problem+json",
        body: JSON.stringify({ type: `${publicUrl}/docs/problems/${code}`, title: "Not found", status: 404, detail, code }),
      };

/** `/status/suspensions/{id}` */
export const suspensionStatus = pageAt({
  find: findSanction,
  mayBe: (name) => idOf("suspension").safeParse(name).success,
  page: suspensionPage,
  missingPage: missingSuspension,
  missing: { code: "suspension_not_found", detail: "There is no such suspension." },
});

/** `/status/projects/{publicToken}` */
export const projectStatus = pageAt({
  find: findStanding,
  mayBe: (name) => /^[0-9a-f]{32}$/.test(name),
  page: projectPage,
  missingPage: missingProject,
  missing: { code: "project_not_found", detail: "There is no such project." },
});

export const routes = [serve(setMaintenance, setMaintenanceMode), serve(postStatus, post)];

interface Board {
  readonly maintenance: Maintenance;
  readonly statusBoard: StatusBoard;
  /** What load balancers are told as well. */
  readonly isReady: () => Promise<boolean>;
}

/** `/status`: what it says reads files alone, so that it answers whatever else is away, and tells that. */
export const platformStatus =
  ({ maintenance, statusBoard, isReady }: Board) =>
  async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const [path = ""] = (request.url ?? "").split("?");
    if ((path !== "/" && path !== "") || (request.method !== "GET" && request.method !== "HEAD")) {
      next();
      return;
    }
    const serves = await isReady();
    const [closed, posts] = [maintenance.closed, statusBoard.posts()];
    const answer = asksForJson(request)
      ? { type: "application/json", body: JSON.stringify({ serves, maintenance: closed ?? null, posts }) }
      : { type: "text/html; charset=utf-8", body: boardPage({ serves, closed, posts }) };
    response.writeHead(200, { ...headers, "content-type": answer.type, "content-length": Buffer.byteLength(answer.body) });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  };
