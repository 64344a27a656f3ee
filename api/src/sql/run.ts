import type { Cell } from "../platform/db/cell.ts";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Login, Logins } from "../platform/db/logins.ts";
import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import { refuse } from "./contract.ts";
import { databaseRefusal } from "./fault.ts";
import type { SplitStatement } from "./split.ts";
import { nameTypes } from "./types.ts";
import { toParameter } from "./values.ts";
import { type Answer, write } from "./write.ts";

/** What a request's statements gave, and what they changed. */
export interface Ran {
  readonly answers: readonly Answer[];
  /** The answers' JSON, written before anything was kept: what can't be told is not done. */
  readonly body: string;
  readonly rowsWritten: number;
  /** Tables, columns, types, policies or triggers are not what they were. */
  readonly hasNewSchema: boolean;
}

export interface Batch {
  readonly statements: readonly SplitStatement[];
  readonly params: readonly unknown[];
  /** Comes first in the transaction, and rejects what shall not be run. */
  readonly first?: (session: Session) => Promise<void>;
  /** Nothing may be written: the project has reached a limit. */
  readonly isReadOnly: boolean;
  /** Rejects what inserted or updated so many rows: then nothing is kept. */
  readonly judge?: (rowsGrown: number) => Promise<void>;
}

export interface SqlDatabase {
  readonly logins: Logins;
  readonly cell: Pick<Cell, "endSessions">;
  /** Milliseconds that a statement may run. */
  readonly timeLimitMs?: number;
}

const rowsMax = 10_000;
const answerBytesMax = 10_000_000;
/** A statement is asked to end after that; a tenant can make it deaf, so soon after the session is ended from outside. */
const defaultTimeLimitMs = 30_000;
const graceMs = 1_000;

/** Runs statements one by one as a tenant's owner in one transaction, and leaves nothing of them on the session. */
export function run({ logins, cell, timeLimitMs = defaultTimeLimitMs }: SqlDatabase, login: Login, batch: Batch): Promise<Ran> {
  return logins.use(login, async (session) => {
    session.allow(answerBytesMax);
    session.bear(timeLimitMs + 2 * graceMs);
    const limit = new Limit(timeLimitMs + graceMs, () => cell.endSessions({ tenantId: login.tenantId, pid: session.pid }));
    try {
      const isAlone = batch.statements.length === 1 && batch.statements[0]?.isAlone === true;
      return isAlone ? await runAlone(session, batch, timeLimitMs) : await runTogether(session, batch, timeLimitMs);
    } catch (error) {
      if (limit.isReached && !session.isClean) throw refuse("took_too_long");
      throw isDatabaseError(error) ? databaseRefusal(error, undefined, 0) : error;
    } finally {
      limit.lift();
      await clean(session);
    }
  });
}

/** Ends a session that is still at work when its time is over. */
class Limit {
  isReached = false;
  readonly #timer: NodeJS.Timeout;

  constructor(afterMs: number, end: () => Promise<unknown>) {
    this.#timer = setTimeout(() => {
      this.isReached = true;
      end().catch(() => undefined);
    }, afterMs);
  }

  lift(): void {
    clearTimeout(this.#timer);
  }
}

/** A session that can't be cleaned is not used again. */
async function clean(session: Session): Promise<void> {
  session.allow(answerBytesMax);
  session.bear(0);
  if (session.isClean) await session.discard().catch(() => session.close());
}

async function runAlone(session: Session, batch: Batch, timeLimitMs: number): Promise<Ran> {
  await session.command(`set statement_timeout = ${timeLimitMs}`);
  const answers = [await send(session, batch, 0)];
  return { answers, body: write(answers), rowsWritten: 0, hasNewSchema: false };
}

async function runTogether(session: Session, batch: Batch, timeLimitMs: number): Promise<Ran> {
  const answers: Answer[] = [];
  try {
    // The first query fixes the transaction's mode: no statement of the tenant's can make it writable again.
    await session.command(`begin${batch.isReadOnly ? " read only" : ""}; set local statement_timeout = ${timeLimitMs}; select 1`);
    await batch.first?.(session);
    for (const [index] of batch.statements.entries()) answers.push(await send(session, batch, index));
    const body = write(answers);
    await settleConstraints(session, batch);
    const { rowsGrown, ...changes } = await countChanges(session);
    await batch.judge?.(rowsGrown);
    await commit(session, batch);
    return { answers, body, ...changes };
  } catch (error) {
    if (!session.isLost) await session.command("rollback").catch(() => undefined);
    throw error;
  }
}

async function send(session: Session, { statements, params }: Batch, index: number): Promise<Answer> {
  const statement = statements[index];
  const { columns, rows, tag } = await session
    .exchange(new Portal(statement?.text ?? "", params.map(toParameter), rowsMax + 1))
    .catch((error: unknown) => Promise.reject(isDatabaseError(error) ? databaseRefusal(error, statement, index) : error));
  if (rows.length > rowsMax) throw refuse("too_many_rows", { details: { rowsMax, statement: index + 1 } });
  const ids = columns.map((column) => column.dataTypeID);
  return { columns, rows, tag, types: await nameTypes(session, ids) };
}

/** What this transaction has counted so far of rows written, by whatever wrote them: the tenant's tables, and PostgreSQL's own of tables, columns, types, policies, and whatever else decides how a request is run. */
const changes = `
  select
    coalesce(pg_catalog.sum(grown + deleted) filter (where not is_catalog), 0),
    coalesce(pg_catalog.sum(grown + deleted) filter (where is_catalog), 0),
    coalesce(pg_catalog.sum(grown) filter (where not is_catalog), 0)
  from (
    select
      c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace as is_catalog,
      pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) as grown,
      pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as deleted
    from pg_catalog.pg_class c
    where c.relkind in ('r', 'm') and c.relpersistence <> 't' and (
      c.relnamespace not in ('pg_catalog'::pg_catalog.regnamespace, 'information_schema'::pg_catalog.regnamespace)
      or c.relname in (
        'pg_class', 'pg_attribute', 'pg_attrdef', 'pg_type', 'pg_enum', 'pg_constraint', 'pg_namespace', 'pg_proc', 'pg_operator', 'pg_cast',
        'pg_policy', 'pg_trigger', 'pg_rewrite', 'pg_index', 'pg_description')
    )
  ) counted`;

async function countChanges(session: Session): Promise<Pick<Ran, "rowsWritten" | "hasNewSchema"> & { rowsGrown: number }> {
  // Operators of the tenant's own must not count for us.
  await session.command("set local search_path = pg_catalog");
  const { rows } = await session.exchange(new Portal(changes, [], 0));
  const [rowsWritten, changedCatalog, rowsGrown] = rows[0] ?? [];
  return { rowsWritten: Number(rowsWritten ?? 0), hasNewSchema: Number(changedCatalog ?? 0) > 0, rowsGrown: Number(rowsGrown ?? 0) };
}

/** Constraints and triggers that were put off speak up now, so that what they write counts too. */
const settleConstraints = (session: Session, batch: Batch) => conclude(session, batch, "set constraints all immediate");
const commit = (session: Session, batch: Batch) => conclude(session, batch, "commit");

async function conclude(session: Session, { statements }: Batch, text: string): Promise<void> {
  const last = statements.length - 1;
  await session
    .command(text)
    .catch((error: unknown) => Promise.reject(isDatabaseError(error) ? databaseRefusal(error, undefined, last) : error));
}
