import { end, endBreakGlass, type Outage } from "@nextmavens/api/break-glass";
import { type Action, type Engine, type Prepared, perform, ready } from "@nextmavens/api/platform/action";
import { isAway } from "@nextmavens/api/platform/db/blame";
import type { Maintenance } from "@nextmavens/api/platform/maintenance";
import { Refusal } from "@nextmavens/api/platform/refusal";
import type { StatusBoard } from "@nextmavens/api/platform/status-board";
import type { Vault } from "@nextmavens/api/platform/vault";
import { post, postStatus, setMaintenance, setMaintenanceMode } from "@nextmavens/api/status";
import type { Request, Response } from "express";
import { type DatabaseAnswers, silence } from "../door/answering.ts";
import { type Visit, visitBy } from "../door/member.ts";
import type { SealedCookie } from "../door/sealed-cookie.ts";
import { findOpen } from "./queries.ts";

/** What the page works with: less of it while the database is away. */
export interface House {
  /** Absent in a process that has not met its database yet. */
  readonly engine: Engine | undefined;
  readonly outage: Outage;
  readonly maintenance: Maintenance;
  readonly statusBoard: StatusBoard;
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly databaseAnswers: DatabaseAnswers;
}

/** What may be done from the page itself, with the database and without. */
export type Act =
  | { readonly does: "setMaintenance"; readonly message: string | null; readonly reason: string }
  | { readonly does: "postStatus"; readonly text: string; readonly reason: string };

export interface Session {
  readonly holder: string;
  readonly incident: string;
  readonly isDrill: boolean;
  readonly expiresAt: string;
  readonly changes: number;
}

/** Somebody who is in, and how what they do is done. */
export interface Inside {
  readonly session: Session;
  /** Opened on this host while the database was away, and not merged yet. */
  readonly isOffline: boolean;
  /** Writes down what they are about to be shown, where nothing else does. */
  see(standing: Standing): void;
  end(): Promise<Ended>;
  /** False where it was not done because the database went away. */
  act(act: Act): Promise<boolean>;
}

/** How the house stands, as who is in is told. */
export interface Standing {
  readonly database: "answers" | "does not answer";
  readonly lastKnown: ReturnType<Outage["lastKnown"]>;
}

/** Later is as soon as the database is back, which alone knows of the session. */
export type Ended = "now" | "later";

/** Where somebody stands who comes with a cookie: of a session that goes on, of one that is over, or of one that only the database knows, which is away. */
export type Where =
  | { readonly is: "inside"; readonly inside: Inside }
  | { readonly is: "unknown"; readonly end: () => Ended }
  | { readonly is: "over" | "outside" };

export async function whereIs(house: House, cookie: SealedCookie, request: Request, response: Response): Promise<Where> {
  const named = cookie.read(request.headers.cookie);
  if (!named) return { is: "outside" };
  const { engine } = house;
  const leave = (): Ended => {
    house.outage.leave(named);
    return "later";
  };
  const asked =
    engine &&
    (await unlessAway(house, async () => {
      const visit = await visitBy(engine, named, request, response);
      return { online: visit && (await onlineInside(house, engine, visit, leave)) };
    }));
  const inside = asked?.online ?? offlineInside(house, named);
  if (inside) return { is: "inside", inside };
  return asked ? { is: "over" } : { is: "unknown", end: leave };
}

/** Nothing where the database is away, or stops to answer before the work is done: that is given up then. */
export async function unlessAway<T>(
  { databaseAnswers }: Pick<House, "databaseAnswers">,
  work: (isGivenUp: () => boolean) => Promise<T>,
): Promise<T | undefined> {
  if (!(await databaseAnswers())) return undefined;
  let isOver = false;
  try {
    const fallsSilent = silence(databaseAnswers, () => isOver).then(() => undefined);
    return await Promise.race([work(() => isOver), fallsSilent]);
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  } finally {
    isOver = true;
  }
}

/** The same action, of which nothing is kept once nobody waits for it any more. */
export const whileAwaited = <Input, Output>(action: Action<Input, Output>, isGivenUp: () => boolean): Prepared<Input, Output> => ({
  async prepare(before, input) {
    const act = await ready(before, action, input);
    return async (context) => {
      const done = await act(context);
      if (isGivenUp()) throw new Error("the database answered too late");
      return done;
    };
  },
});

type Named = NonNullable<Parameters<typeof visitBy>[1]>;

async function onlineInside(house: House, engine: Engine, visit: Visit, leave: () => Ended): Promise<Inside | undefined> {
  const glass = visit.actor.brokenGlass;
  if (!glass) return undefined;
  const session = await engine.store.transact("platform", (db) => findOpen(db, glass.sessionId));
  if (!session) return undefined;
  return {
    ...{ session, isOffline: false, see: () => undefined },
    act: async (act) => (await unlessAway(house, (isGivenUp) => actOnline(engine, visit, act, isGivenUp))) ?? false,
    end: async () => (await unlessAway(house, () => endOnline(engine, visit, session.id))) ?? leave(),
  };
}

async function endOnline(engine: Engine, { actor, request }: Visit, sessionId: string): Promise<Ended> {
  await perform(engine, { operation: endBreakGlass, actor, request }, end, { sessionId }).catch((error: unknown) => {
    // Somebody was quicker.
    if (!(error instanceof Refusal && error.code === "break_glass_is_over")) throw error;
  });
  return "now";
}

async function actOnline(engine: Engine, { actor, request }: Visit, act: Act, isGivenUp: () => boolean): Promise<true> {
  const why = { ...actor, ...(actor.brokenGlass && { brokenGlass: { ...actor.brokenGlass, why: act.reason } }) };
  if (act.does === "postStatus") await perform(engine, { operation: postStatus, actor: why, request }, whileAwaited(post, isGivenUp), act);
  else await perform(engine, { operation: setMaintenance, actor: why, request }, whileAwaited(setMaintenanceMode, isGivenUp), act);
  return true;
}

function offlineInside(house: House, named: Named): Inside | undefined {
  const { outage, clock } = house;
  const session = outage.find(named);
  if (!session) return undefined;
  return {
    session,
    isOffline: true,
    see: ({ database, lastKnown: { at: lastKnownAt, ...figures } = {} }) =>
      outage.note(session, "read", { what: "GET /break-glass", after: { database, lastKnownAt, ...figures } }),
    async end() {
      outage.note(session, "ended");
      return "now";
    },
    async act(act) {
      // First what is done, as in a transaction that fails there would be nothing to tell.
      const done = does(house, act, clock().toISOString());
      outage.note(session, "changed", { what: act.does, why: act.reason, ...done });
      return true;
    },
  };
}

/** Does it, and tells what was changed as the audit log would. */
function does({ maintenance, statusBoard }: House, act: Act, now: string) {
  if (act.does === "postStatus") {
    statusBoard.post(act.text, now);
    return { target: "status", before: null, after: { text: act.text } };
  }
  const before = maintenance.closed ?? null;
  const after = act.message === null ? null : { message: act.message, since: before?.since ?? now };
  if (after) maintenance.begin(after.message, after.since);
  else maintenance.end();
  return { target: "maintenance", before, after };
}
