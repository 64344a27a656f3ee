import { noteAsked } from "@nextmavens/api/break-glass";
import type { Actor, Engine, RequestInfo } from "@nextmavens/api/platform/action";
import { reasonIn } from "@nextmavens/api/platform/broken-glass";
import { newId } from "@nextmavens/api/platform/ids";
import type { StaffRole } from "@nextmavens/api/platform/permission";
import { findLiveMember } from "@nextmavens/api/staff";
import type { Request, RequestHandler, Response } from "express";
import type { SealedCookie } from "./sealed-cookie.ts";

/** Who is at the console; all that its pages learn of the account. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** Who asks, and by which request: what every act of the console is performed as. */
export interface Visit {
  readonly member: Member;
  readonly actor: Extract<Actor, { kind: "staff" }>;
  readonly request: RequestInfo;
}

export const infoOf = (request: Request, response: Response): RequestInfo => ({
  id: String(response.getHeader("x-request-id")),
  address: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300),
});

/** The caller's request id is kept if it is harmless, so that both sides can name the same request. */
export const noteRequest: RequestHandler = (request, response, next) => {
  const given = request.headers["x-request-id"];
  response.setHeader("x-request-id", typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : newId("request"));
  next();
};

/** Looked up at every request: a session ended, a member switched off or a role changed counts from the next one on. */
export const recognise =
  (engine: Engine, cookie: SealedCookie): RequestHandler =>
  async (request, response, next) => {
    const visit =
      (await visitBy(engine, cookie.read(request.headers.cookie), request, response)) ?? (await usualVisit(engine, request, response));
    if (visit) {
      response.locals["visit"] = visit;
      // AdminJS looks for it there; hidden from what is stored, so that it is never older than this request.
      Object.defineProperty(request.session, "adminUser", { value: visit.member, enumerable: false, configurable: true });
    }
    next();
  };

const usualVisit = (engine: Engine, request: Request, response: Response) => {
  const { staffId, staffSessionId: sessionId } = request.session;
  return visitBy(engine, staffId !== undefined && sessionId !== undefined ? { staffId, sessionId } : undefined, request, response);
};

/** Who is in by this session, if it still lives. */
export async function visitBy(
  { clock, store, settings }: Engine,
  session: { readonly staffId: string; readonly sessionId: string } | undefined,
  request: Request,
  response: Response,
): Promise<Visit | undefined> {
  if (!session) return undefined;
  const asked = {
    ...{ ...session, now: clock().toISOString(), why: reasonIn(request.headers), idleMinutes: settings.staff.idleMinutes },
    isUnattended: request.headers["unattended"] !== undefined,
  };
  const found = await store.transact("platform", (db) => findLiveMember(db, asked));
  if (!found) return undefined;
  const { actor, email, name } = found;
  return { member: { id: actor.id, email, name, role: actor.role }, actor, request: infoOf(request, response) };
}

/** What the console asks for by itself, which shows nobody anything. */
const ofTheBars = "/api/bars";

/** What is asked for behind broken glass is marked and written down before it is answered; the words of a search with it. */
export const noteBehindGlass =
  ({ store, clock }: Engine): RequestHandler =>
  async (request, response, next) => {
    const visit = visitOf(response);
    const glass = visit?.actor.brokenGlass;
    if (!visit || !glass) return next();
    response.setHeader("break-glass", glass.sessionId);
    const { method, path, originalUrl, fields } = request;
    const q = fields?.["q"];
    const words = path === "/api/search" && typeof q === "string" ? `?${new URLSearchParams({ q })}` : "";
    if (path.startsWith("/api/") && path !== ofTheBars)
      await noteAsked(store, glass, visit.request, { method, path: originalUrl + words }, clock().toISOString());
    next();
  };

export const visitOf = (response: Response): Visit | undefined => response.locals["visit"];
