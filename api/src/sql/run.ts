import type { Cell } from "../platform/db/cell.ts";
import { type Column, isDatabaseError, type Row } from "../platform/db/exchange.ts";
import type { Take } from "../platform/db/flow.ts";
import type { Login, Logins } from "../platform/db/logins.ts";
import { Opening, Page } from "../platform/db/pages.ts";
import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import type { Bounds } from "../platform/gate.ts";
import { countChanges } from "./changes.ts";
import { refuse } from "./contract.ts";
import { databaseRefusal } from "./fault.ts";
import { type Notice, noticing } from "./notices.ts";
import type { SplitStatement } from "./split.ts";
import { supervised } from "./supervised.ts";
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
  readonly notices: readonly Notice[];
}

type Done = Omit<Ran, "notices">;

export interface Batch {
  readonly statements: readonly SplitStatement[];
  readonly params: readonly unknown[];
  /** Comes first in the transaction, and rejects what shall not be run. */
  readonly first?: (session: Session) => Promise<void>;
  /** Nothing may be written: that was asked for, or the project has reached a limit. */
  readonly isReadOnly: boolean;
  /** Everything is undone once it was done. */
  readonly isRolledBack?: boolean;
  readonly bounds: Bounds;
  /** Where the last statement's rows go as they come, in place of the answer. */
  readonly stream?: RowStream | undefined;
  /** Nobody waits for it any more. */
  readonly gone?: AbortSignal | undefined;
  /** Rejects what inserted or updated so many rows: then nothing is kept. */
  readonly judge?: (rowsGrown: number) => Promise<void>;
}

/** Takes rows as they come. */
export interface RowStream {
  /** What takes the rows of these columns. */
  begin(columns: readonly Column[], types: ReadonlyMap<number, string>): Take<Row>;
}

export interface SqlDatabase {
  readonly logins: Logins;
  readonly cell: Pick<Cell, "endSessions">;
  /** Milliseconds that a statement may run, where it is not the plan that says so. */
  readonly timeLimitMs?: number;
}

const rowsMax = 10_000;
const answerBytesMax = 10_000_000;
/** So long may a row be that is passed on. */
const rowBytesMax = 10_000_000;
/** A page holds about so many bytes, as far as one can tell from the one before: then what is not yet sent does not keep a statement running. */
const pageBytes = 500_000;
const firstPageRows = 100;
const pageRowsMax = 5_000;

/** Runs statements one by one as a tenant's owner in one transaction, and leaves nothing of them on the session. */
export function run({ logins, cell, timeLimitMs }: SqlDatabase, login: Login, batch: Batch): Promise<Ran> {
  const { bounds, gone, stream } = batch;
  const queryMs = timeLimitMs ?? bounds.queryMs;
  return logins.use(login, (session) =>
    supervised(session, { cell, login, gone, timeMs: stream ? Math.max(queryMs, bounds.bulkMs) : queryMs }, async () => {
      session.allow(answerBytesMax);
      const isAlone = batch.statements.length === 1 && batch.statements[0]?.isAlone === true;
      return noticing(session, () => (isAlone ? runAlone(session, batch, queryMs) : runTogether(session, batch, queryMs)));
    }),
  );
}

async function runAlone(session: Session, batch: Batch, timeLimitMs: number): Promise<Done> {
  await session.command(`set statement_timeout = ${timeLimitMs}`);
  const answers = [await send(session, batch, 0)];
  return { answers, body: write(answers), rowsWritten: 0, hasNewSchema: false };
}

async function runTogether(session: Session, batch: Batch, timeLimitMs: number): Promise<Done> {
  const answers: Answer[] = [];
  try {
    // The first query fixes the transaction's mode: no statement of the tenant's can make it writable again.
    await session.command(
      `begin${batch.isReadOnly ? " read only" : ""}; set local statement_timeout = ${timeLimitMs}; ${telling}; select 1`,
    );
    await batch.first?.(session);
    const last = batch.statements.length - 1;
    for (const [index] of batch.statements.entries()) {
      answers.push(
        batch.stream && index === last ? await pass(session, batch, batch.stream, timeLimitMs) : await send(session, batch, index),
      );
    }
    const body = batch.stream ? "" : write(answers);
    await settleConstraints(session, batch);
    if (batch.isRolledBack) {
      await session.command("rollback");
      return { answers, body, rowsWritten: 0, hasNewSchema: false };
    }
    const { rowsGrown, ...changes } = await countChanges(session);
    await batch.judge?.(rowsGrown);
    await commit(session, batch);
    return { answers, body, ...changes };
  } catch (error) {
    if (!session.isLost) await session.command("rollback").catch(() => undefined);
    throw error;
  }
}

/** Whatever the owner of the database has PostgreSQL tell; other logins are told nothing. */
const telling = "set local client_min_messages = notice";

async function send(session: Session, { statements, params }: Batch, index: number): Promise<Answer> {
  const statement = statements[index];
  const { columns, rows, tag } = await session
    .exchange(new Portal(statement?.text ?? "", params.map(toParameter), rowsMax + 1))
    .catch((error: unknown) => Promise.reject(isDatabaseError(error) ? databaseRefusal(error, statement, index, params) : error));
  if (rows.length > rowsMax) throw refuse("too_many_rows", { details: { rowsMax, statement: index + 1 } });
  return { columns, rows, tag, types: await typesOf(session, columns) };
}

const typesOf = (session: Session, columns: readonly Column[]) =>
  nameTypes(
    session,
    columns.map((column) => column.dataTypeID),
  );

/** The last statement, its rows passed on page by page: a page is read while what came before it is still being sent. */
async function pass(session: Session, batch: Batch, stream: RowStream, timeLimitMs: number): Promise<Answer> {
  const { statements, params, bounds } = batch;
  const index = statements.length - 1;
  const statement = statements[index];
  const blame = (error: unknown) => Promise.reject(isDatabaseError(error) ? databaseRefusal(error, statement, index, params) : error);
  const columns = await session.exchange(new Opening(statement?.text ?? "", params.map(toParameter))).catch(blame);
  const types = await typesOf(session, columns);
  const takeOn = stream.begin(columns, types);
  const details = { rowsMax: bounds.queryRowsMax, statement: index + 1 };
  let rows = 0;
  const take: Take<Row> = (row) => {
    session.allow(rowBytesMax);
    rows += 1;
    return rows > bounds.queryRowsMax ? Promise.reject(refuse("too_many_rows", { details })) : takeOn(row);
  };
  let computedMs = 0;
  for (let size = firstPageRows; ; ) {
    const since = performance.now();
    session.allow(rowBytesMax);
    const page = await session.exchange(new Page(size, take)).catch(blame);
    if (!page.hasMore) return { columns, rows: [], tag: page.tag, types };
    computedMs += performance.now() - since - page.waitedMs;
    if (computedMs > timeLimitMs) throw refuse("took_too_long");
    size = Math.max(1, Math.min(pageRowsMax, Math.floor((pageBytes * page.rows) / Math.max(1, page.bytes))));
  }
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
