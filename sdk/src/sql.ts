import { unreadable } from "./answer.ts";
import { rowsOf } from "./rows.ts";
import type { Place, Send } from "./send.ts";
import { type DataAt, incoming, makeAsk } from "./streaming.ts";
import type { Sending } from "./transport.ts";

/** What a statement came to. */
export interface SqlResult<Row = Record<string, unknown>> {
  /** `SELECT`, `INSERT`, `CREATE TABLE`, … */
  readonly command: string;
  /** Rows returned or changed; 0 for statements that do neither. */
  readonly rowCount: number;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
}

/** Of several statements the last one's result, and in `results` every one's. */
export interface SqlAnswer<Row = Record<string, unknown>> extends SqlResult<Row> {
  readonly results?: readonly SqlResult[];
}

/** What may be said beside statements whose rows are gone through. There is no timeout unless `signal` is one: `AbortSignal.timeout(60_000)`. */
export interface SqlEachOptions {
  /** Nothing can be written, whatever the statements say. */
  readonly readOnly?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What may be said beside a statement. SQL is never repeated by itself: nobody can tell whether it may be. */
export interface SqlOptions extends SqlEachOptions, Pick<Sending, "timeoutMs"> {
  /** The statement's plan in place of its rows, each of which has one field, `QUERY PLAN`. */
  readonly explain?: boolean | Explain | undefined;
}

/** What of a plan is told. */
export interface Explain {
  /** Runs the statement, measures it, and undoes what it did. */
  readonly analyze?: boolean;
  readonly verbose?: boolean;
  readonly buffers?: boolean;
  /** `text` unless told: a row for each line. `json`: one row, with the whole plan. */
  readonly format?: "text" | "json";
}

/** Runs SQL as the owner of the project's database. */
export interface Sql {
  /** Values travel as `params` and stand in the text as `$1`, `$2`, … */
  <Row = Record<string, unknown>>(query: string, params?: readonly unknown[], options?: SqlOptions): Promise<SqlAnswer<Row>>;
  /**
   * Goes through the rows of the last statement as they come, however many there are: `for await (const row of client.sql.each("select …"))`.
   * What the statements did is kept only when the last row was reached; who stops before that ends them.
   */
  each<Row = Record<string, unknown>>(
    query: string,
    params?: readonly unknown[],
    options?: SqlEachOptions,
  ): AsyncGenerator<Row, void, undefined>;
}

const place: Place = { method: "POST", path: "/api/sql", lists: "rows" };
const ndjson = "application/x-ndjson";

/** Makes what runs SQL with the key. */
export function makeSql(send: Send, at: DataAt): Sql {
  const ask = makeAsk(at);
  const run = async (
    query: string,
    params?: readonly unknown[],
    { headers, signal, timeoutMs, ...asked }: SqlOptions = {},
  ): Promise<unknown> =>
    send("runSql", place, { query, params, ...asked }, { signal, timeoutMs, headers: { apikey: at.apiKey, ...headers } });

  async function* each(query: string, params?: readonly unknown[], { headers, signal, readOnly }: SqlEachOptions = {}) {
    const body = JSON.stringify({ query, params, readOnly });
    const sent = { accept: ndjson, "content-type": "application/json", ...headers };
    const init = { method: "POST", body, ...(signal && { signal }) };
    const { response, request } = await ask({ operation: "runSql", path: place.path, headers: sent, init });
    if (response.headers.get("content-type")?.startsWith(ndjson)) yield* rowsOf(response, request, signal);
    else throw unreadable(await incoming(response, request), "it is not NDJSON");
  }
  // What rows look like only the caller knows.
  return Object.assign(run, { each }) as Sql;
}
