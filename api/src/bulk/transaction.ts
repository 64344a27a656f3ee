import type { Caller } from "../data/index.ts";
import type { Cell } from "../platform/db/cell.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Logins } from "../platform/db/logins.ts";
import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import { countChanges, supervised } from "../sql/index.ts";
import { lineRefusal } from "./fault.ts";

interface Database {
  readonly logins: Logins;
  readonly cell: Pick<Cell, "endSessions">;
}

interface Settings {
  readonly gone: AbortSignal;
  readonly isReadOnly: boolean;
  /** Rejects what inserted or updated so many rows: then nothing is kept. */
  readonly judge?: (rowsGrown: number) => Promise<void>;
}

interface Done<T> {
  readonly result: T;
  readonly rowsWritten: number;
  readonly hasNewSchema: boolean;
}

/** Does work in one transaction as a caller who may do everything with the project's rows, for as long as the plan says and somebody waits. */
export const inTransaction = <T>(
  { logins, cell }: Database,
  { holder, login, claims }: Caller,
  { gone, isReadOnly, judge }: Settings,
  work: (session: Session) => Promise<T>,
): Promise<Done<T>> =>
  logins.use(login, (session) =>
    supervised(session, { cell, login, gone, timeMs: holder.bounds.bulkMs }, async () => {
      try {
        await session.command(`begin${isReadOnly ? " read only" : ""}; set local statement_timeout = ${holder.bounds.bulkMs}`);
        // Triggers may ask for whom they run.
        await session.exchange(new Portal("select pg_catalog.set_config('request.jwt.claims', $1, true)", [claims], 0));
        const result = await work(session);
        await session.command("set constraints all immediate");
        const { rowsGrown, rowsWritten, hasNewSchema } = await countChanges(session);
        await judge?.(rowsGrown);
        await session.command("commit");
        return { result, rowsWritten, hasNewSchema };
      } catch (error) {
        if (!session.isLost) await session.command("rollback").catch(() => undefined);
        throw isDatabaseError(error) ? lineRefusal(error, (line) => line) : error;
      }
    }),
  );
