import { refuseData } from "../data/index.ts";
import type { Cell } from "../platform/db/cell.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Login } from "../platform/db/logins.ts";
import type { Session } from "../platform/db/session.ts";
import { refuse } from "./contract.ts";
import { databaseRefusal } from "./fault.ts";

export interface Supervision {
  readonly cell: Pick<Cell, "endSessions">;
  readonly login: Login;
  readonly timeMs: number;
  /** Nobody waits for it any more. */
  readonly gone: AbortSignal | undefined;
}

/** PostgreSQL is asked to end a statement in time; a tenant can make it deaf, so soon after the session is ended from outside. */
const graceMs = 1_000;
/** For whoever has the session next, until they say themselves how much they take. */
const leftBytes = 10_000_000;

/** Lets a tenant's statements run on a session for so long and while somebody waits for them, and leaves nothing of them on it. */
export async function supervised<T>(session: Session, { cell, login, timeMs, gone }: Supervision, work: () => Promise<T>): Promise<T> {
  let isLate = false;
  let ending: Promise<unknown> | undefined;
  const end = () => {
    ending ??= cell.endSessions({ tenantId: login.tenantId, pid: session.pid }).catch(() => undefined);
  };
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, timeMs + graceMs);
  gone?.addEventListener("abort", end, { once: true });
  session.bear(timeMs + 2 * graceMs);
  try {
    if (gone?.aborted) throw refuseData("client_gone");
    await session.clear();
    return await work();
  } catch (error) {
    // What PostgreSQL still computes for nobody is ended too, where only the connection was cut.
    if (session.isLost) end();
    if (isLate && !session.isClean) throw refuse("took_too_long");
    if (gone?.aborted && !session.isClean) throw refuseData("client_gone");
    throw isDatabaseError(error) ? databaseRefusal(error, undefined, 0) : error;
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener("abort", end);
    // What is about to be ended must not be somebody else's by then.
    if (ending !== undefined) await Promise.all([ending, session.close()]);
    else await clean(session);
  }
}

/** A session that can't be cleaned is not used again. */
async function clean(session: Session): Promise<void> {
  session.allow(leftBytes);
  session.bear(0);
  if (session.isClean) await session.discard().catch(() => session.close());
}
