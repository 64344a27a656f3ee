import { end, endBreakGlass, type Outage } from "@nextmavens/api/break-glass";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import { isAway } from "@nextmavens/api/platform/db/blame";
import type { Maintenance } from "@nextmavens/api/platform/maintenance";
import type { StatusBoard } from "@nextmavens/api/platform/status-board";
import type { Vault } from "@nextmavens/api/platform/vault";
import { post, postStatus, setMaintenance, setMaintenanceMode } from "@nextmavens/api/status";
import type { Request, Response } from "express";
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
  end(): Promise<unknown>;
  act(act: Act): Promise<unknown>;
}

export async function insideOf(house: House, cookie: SealedCookie, request: Request, response: Response): Promise<Inside | undefined> {
  const named = cookie.read(request.headers.cookie);
  if (!named) return undefined;
  return (await unlessAway(() => onlineInside(house.engine, named, request, response))) ?? offlineInside(house, named);
}

/** Nothing where the database is away. */
export async function unlessAway<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

type Named = Parameters<typeof visitBy>[1];

async function onlineInside(engine: Engine | undefined, named: Named, request: Request, response: Response): Promise<Inside | undefined> {
  const visit = engine && (await visitBy(engine, named, request, response));
  const glass = visit?.actor.brokenGlass;
  if (!engine || !visit || !glass) return undefined;
  const session = await engine.store.transact("platform", (db) => findOpen(db, glass.sessionId));
  return session && { session, isOffline: false, ...online(engine, visit, session.id) };
}

const online = (engine: Engine, { actor, request }: Visit, sessionId: string): Pick<Inside, "act" | "end"> => ({
  end: () => perform(engine, { operation: endBreakGlass, actor, request }, end, { sessionId }),
  act(act) {
    const why = { ...actor, ...(actor.brokenGlass && { brokenGlass: { ...actor.brokenGlass, why: act.reason } }) };
    if (act.does === "postStatus") return perform(engine, { operation: postStatus, actor: why, request }, post, act);
    return perform(engine, { operation: setMaintenance, actor: why, request }, setMaintenanceMode, act);
  },
});

function offlineInside(house: House, named: Named): Inside | undefined {
  const { outage, clock } = house;
  const session = outage.find(named);
  if (!session) return undefined;
  return {
    session,
    isOffline: true,
    end: async () => outage.note(session, "ended"),
    async act(act) {
      // First what is done, as in a transaction that fails there would be nothing to tell.
      const done = does(house, act, clock().toISOString());
      outage.note(session, "changed", { what: act.does, why: act.reason, ...done });
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
