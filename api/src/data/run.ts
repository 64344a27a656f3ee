import { isDatabaseError } from "../platform/db/exchange.ts";
import type { Logins } from "../platform/db/logins.ts";
import type { Session } from "../platform/db/session.ts";
import type { TripAnswer, TripContext } from "../platform/db/trip.ts";
import type { Caller } from "./caller.ts";
import type { Catalog, Catalogs } from "./catalog.ts";
import { Fault } from "./fault.ts";
import type { DataRequest } from "./request.ts";
import { statementOf } from "./statement.ts";

/** What PostgreSQL answered. */
export interface Result {
  readonly rows: number;
  /** A JSON list, when rows were asked for. */
  readonly body: string | undefined;
  /** All rows that fit, when they were to be counted. */
  readonly total: number | undefined;
  readonly catalog: Catalog;
}

export interface Database {
  readonly logins: Logins;
  readonly catalogs: Catalogs;
}

/** The longest answer that is taken from PostgreSQL; it stands in memory for a moment. */
const answerBytesMax = 20_000_000;

/** Sends a request's statement. Where a name is not known, or PostgreSQL says that what we knew is old, once more with a new catalog. */
export async function run({ logins, catalogs }: Database, caller: Caller, request: DataRequest, headers: () => string): Promise<Result> {
  const { holder, login } = caller;
  const attempt = async (catalog: Catalog): Promise<Result> => {
    const { statement, values } = statementOf(request, catalog);
    const context = statement.isPlain ? undefined : contextOf(caller, request, headers());
    const send = (session: Session) => {
      session.allow(answerBytesMax);
      return session.trip(context, statement, values);
    };
    const startedAt = performance.now();
    const answer = await (isRead(request) && statement.pace.isQuick ? logins.share(login, send) : logins.use(login, send));
    statement.pace.note(performance.now() - startedAt);
    return { ...read(answer), catalog };
  };
  const remembered = catalogs.get(holder.projectId, login);
  const catalog = remembered instanceof Promise ? await remembered : remembered;
  try {
    return await attempt(catalog);
  } catch (error) {
    if (!mayBeStale(error)) throw error;
    const fresh = await catalogs.refresh(holder.projectId, login);
    if (fresh.fingerprint === catalog.fingerprint) throw error;
    return await attempt(fresh);
  }
}

const isRead = ({ method }: Pick<DataRequest, "method">) => method === "GET" || method === "HEAD";

const contextOf = ({ claims }: Caller, { method, table }: DataRequest, headers: string): TripContext => ({
  claims,
  method,
  path: `/${table}`,
  headers,
  readOnly: isRead({ method }),
  timeoutMs: 10_000,
  searchPath: "public, extensions",
});

const read = ({ rows, tag }: TripAnswer) => {
  const [count, body, total] = rows[0] ?? [tag.slice(tag.lastIndexOf(" "))];
  return { rows: Number(count ?? 0), body: body ?? undefined, total: total == null ? undefined : Number(total) };
};

/** Unknown names, and what PostgreSQL says when a column or its type is not what a statement was made for. */
const staleCodes = new Set(["PGRST204", "PGRST205", "42703", "42P01", "42883", "42804", "0A000"]);
const mayBeStale = (error: unknown) =>
  error instanceof Fault ? staleCodes.has(error.body.code) : isDatabaseError(error) && staleCodes.has(error.code ?? "");
