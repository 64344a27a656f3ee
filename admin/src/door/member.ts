import type { Actor, Engine, RequestInfo } from "@nextmavens/api/platform/action";
import { newId } from "@nextmavens/api/platform/ids";
import type { StaffRole } from "@nextmavens/api/platform/permission";
import { findLiveSession } from "@nextmavens/api/staff";
import type { Request, RequestHandler, Response } from "express";

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
  (engine: Engine): RequestHandler =>
  async (request, response, next) => {
    const { staffId, staffSessionId } = request.session;
    if (staffId === undefined || staffSessionId === undefined) return next();
    const now = engine.clock().toISOString();
    const found = await engine.store.transact("platform", (db) => findLiveSession(db, staffId, staffSessionId, now));
    if (found) {
      const member = { id: staffId, email: found.email, name: found.name, role: found.role };
      const actor = { kind: "staff", id: staffId, role: found.role, sessionId: staffSessionId } as const;
      const visit: Visit = { member, actor, request: infoOf(request, response) };
      response.locals["visit"] = visit;
      // AdminJS looks for it there; hidden from what is stored, so that it is never older than this request.
      Object.defineProperty(request.session, "adminUser", { value: member, enumerable: false, configurable: true });
    }
    next();
  };

export const visitOf = (response: Response): Visit | undefined => response.locals["visit"];
