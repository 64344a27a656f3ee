import type { ServerResponse } from "node:http";
import { z } from "zod";
import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Logins } from "../platform/db/logins.ts";
import type { Session } from "../platform/db/session.ts";
import { name } from "../platform/db/sql.ts";
import type { TripAnswer, TripContext } from "../platform/db/trip.ts";
import type { Caller } from "./caller.ts";
import type { Catalog, Catalogs, KnownStatement } from "./catalog.ts";
import { refuse } from "./contract.ts";
import { Fault } from "./fault.ts";
import { notThere } from "./profile.ts";
import { type DataRequest, isRead } from "./request.ts";
import { byKnownNames } from "./statement/names.ts";
import { statementOf, valuesOfEstimate } from "./statement/statement.ts";

/** What PostgreSQL answered. */
export interface Result {
  readonly rows: number;
  /** Rows that were inserted, updated or deleted, by code of the tenant's too. */
  readonly written: number;
  /** A JSON list, when rows were asked for. */
  readonly body: string | undefined;
  /** All rows that fit, when they were to be counted. */
  readonly total: number | undefined;
  /** Of the rows written, how many are new, when that was to be told. */
  readonly inserted: number | undefined;
  /** What the tenant's code wants of the answer's headers and status. */
  readonly wishes: { readonly headers: string | undefined; readonly status: string | undefined };
  readonly statement: KnownStatement;
}

export interface Database {
  readonly logins: Logins;
  readonly catalogs: Catalogs;
}

/** The longest answer that is taken from PostgreSQL; it stands in memory for a moment. */
const answerBytesMax = 20_000_000;

/** What a request is done for. */
export interface Sender {
  /** As policies and functions may read them: a JSON text. */
  readonly headers: () => string;
  readonly room: Room;
  /** Closed when nobody waits for the answer any more. */
  readonly answer: Pick<ServerResponse, "destroyed" | "once" | "off">;
}

/** Sends a request's statement. */
export function run(database: Database, caller: Caller, request: DataRequest, { headers, room, answer: awaited }: Sender): Promise<Result> {
  const { logins } = database;
  const { login } = caller;
  return withCatalog(database, caller, request.schema, async (catalog) => {
    const { statement, values } = statementOf(request, catalog, { mayExplain: caller.mayExplain });
    const rowsMax = statement.writes ? await allowance(room, request, statement.isPlain) : undefined;
    const { timeZone } = request.prefer;
    // What is only explained is not done, even where it must be run to be measured.
    const rollsBack = request.prefer.rollsBack || statement.answer.output.explain !== undefined;
    const isBare = statement.isPlain && rowsMax === undefined && !rollsBack && timeZone === undefined;
    const context = isBare ? undefined : contextOf(caller, request, headers(), { readOnly: !statement.writes, rollsBack });
    const send = (session: Session) => {
      session.allow(answerBytesMax);
      return context && rowsMax !== undefined
        ? session.countedTrip(context, statement, values, rowsMax)
        : session.trip(context, statement, values);
    };
    const isAlone = rollsBack || !statement.pace.isQuick || !(isRead(request) || isSmallInsert(request, statement));
    const sendAlone = (session: Session) => whileAwaited(awaited, session, send);
    const sent = isAlone ? logins.use(login, sendAlone) : isRead(request) ? logins.share(login, send) : logins.follow(login, send);
    const answer = await sent.catch((error: unknown) => Promise.reject(byKnownNames(error, statement.names)));
    statement.pace.note(answer.tookMs);
    const result = { ...read(answer, statement), statement };
    const { estimate } = statement;
    if (!estimate || (result.total ?? estimate.from) < estimate.from) return result;
    const planned = await logins.use(login, (session) => session.trip(context, estimate, valuesOfEstimate(request, estimate)));
    return { ...result, total: Math.max(request.query.offset + result.rows, result.total ?? 0, readEstimate(planned)) };
  });
}

/** What is done in a moment is let go on, for a session costs more to open. */
const goneMs = 100;

/** Has PostgreSQL end what nobody waits for any more. */
async function whileAwaited<T>(answer: Sender["answer"], session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  if (answer.destroyed) throw refuse("client_gone");
  let timer: NodeJS.Timeout | undefined;
  const leave = () => {
    timer = setTimeout(() => session.abandon(refuse("client_gone")), goneMs);
  };
  answer.once("close", leave);
  try {
    return await work(session);
  } finally {
    answer.off("close", leave);
    clearTimeout(timer);
  }
}

/** Does something by what is known of a schema. Where a name is not known, or PostgreSQL says that what we knew is old, once more with a new catalog. */
export async function withCatalog<T>(
  { catalogs }: Database,
  { holder, login }: Caller,
  schema: string,
  attempt: (catalog: Catalog) => Promise<T>,
): Promise<T> {
  const remembered = catalogs.get(holder.projectId, schema, login);
  const catalog = remembered instanceof Promise ? await remembered : remembered;
  try {
    return await attempt(present(catalog));
  } catch (error) {
    if (!mayBeStale(error)) throw error;
    const fresh = await catalogs.refresh(holder.projectId, schema, login);
    if (fresh.fingerprint === catalog.fingerprint) throw error;
    return await attempt(present(fresh));
  }
}

function present(catalog: Catalog): Catalog {
  if (!catalog.isThere) throw notThere(catalog.schema);
  return catalog;
}

/** Of rows, how many the request may insert or update. */
export interface Room {
  readonly left: () => number | Promise<number>;
  readonly refusal: () => Error;
}

/** An update of more rows than that takes longer than it may, or nearly so: with so much room nothing is counted but what PostgreSQL says anyway. */
const ample = 20_000;

/** How many rows may be inserted or updated, where that can't be told from the request; undefined where it can. */
async function allowance(room: Room, { kind, method, body }: DataRequest, isPlain: boolean): Promise<number | undefined> {
  if (kind === "routine") return room.left();
  const rows = body?.rows ?? (body?.isList === true ? undefined : 1);
  const isTold = method === "DELETE" || (method === "POST" && rows !== undefined);
  if (isPlain && isTold && (method === "DELETE" || rows === 1)) return undefined;
  const left = await room.left();
  if (method === "POST" && rows !== undefined && rows > left) throw room.refusal();
  return isPlain && (isTold || left >= ample) ? undefined : left;
}

/** One row of plain values into a plain table, of which nothing is told: it waits for nobody's lock but that of its own key. */
const isSmallInsert = ({ method, prefer }: DataRequest, { isPlain, takesRow }: KnownStatement) =>
  method === "POST" && prefer.returns === "minimal" && isPlain && takesRow;

const contextOf = (
  { claims }: Caller,
  request: DataRequest,
  headers: string,
  how: Pick<TripContext, "readOnly" | "rollsBack">,
): TripContext => ({
  claims,
  method: request.method,
  path: request.kind === "routine" ? `/rpc/${request.name}` : `/${request.name}`,
  headers,
  ...how,
  timeoutMs: 10_000,
  searchPath: searchPathOf(request.schema),
  timeZone: request.prefer.timeZone,
});

/** Functions of the schema find what stands beside them, and then what stands in `public`. */
const searchPathOf = (schema: string) => (schema === "public" ? commonPath : `${name(schema).text}, ${commonPath}`);
const commonPath = "public, extensions";

const Explained = z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]);
const readEstimate = ({ rows }: TripAnswer) => Explained.parse(JSON.parse(rows[0]?.[0] ?? "[]"))[0].Plan["Plan Rows"];

/** Rows of a plan are lines of text. */
function read({ rows, tag, written }: TripAnswer, { answer }: KnownStatement): Omit<Result, "statement"> {
  const nothing = { total: undefined, inserted: undefined, wishes: { headers: undefined, status: undefined } };
  if (answer.output.explain) {
    return { ...nothing, rows: rows.length, written: written ?? 0, body: rows.map(([line]) => line ?? "").join("\n") };
  }
  const [count, body, total, inserted, headers, status] = rows[0] ?? [tag.slice(tag.lastIndexOf(" "))];
  const changed = Number(count ?? 0);
  return {
    rows: changed,
    written: written ?? changed,
    body: body ?? undefined,
    total: total == null ? undefined : Number(total),
    inserted: inserted == null ? undefined : Number(inserted),
    wishes: { headers: headers || undefined, status: status || undefined },
  };
}

/** Unknown names, and what PostgreSQL says when a column or its type is not what a statement was made for. */
const staleCodes = new Set(["PGRST106", "PGRST200", "PGRST202", "PGRST204", "PGRST205", "42703", "42P01", "42883", "42804", "0A000"]);
const mayBeStale = (error: unknown) =>
  error instanceof Fault ? staleCodes.has(error.body.code) : isDatabaseError(error) && staleCodes.has(error.code ?? "");
