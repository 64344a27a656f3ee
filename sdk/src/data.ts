import { PostgrestClient } from "@supabase/postgrest-js";
import { errorOf, flawOf, jsonIn, objectIn, unreadable } from "./answer.ts";
import type { Incoming } from "./attempt.ts";
import { makeSend, type Place } from "./send.ts";
import { addressOf, credentialOf, refuseSecretInBrowser } from "./settings.ts";
import { makeTables, type Table } from "./tables.ts";
import { makeTransport, type Sending, type Transport, type TransportOptions } from "./transport.ts";

/** Where a project is, and the key to it. */
export interface DataOptions extends TransportOptions {
  /** Where the platform is, such as `https://api.example.com`. */
  readonly url: string;
  /** A project's key. In a browser a publishable one (`nm_pk_…`): a secret one is refused there. */
  readonly apiKey: string;
  /** The token of the end user who is signed in just now, as your own sign-in gave it: rows are then read and written as that user. */
  readonly userToken?: (() => string | undefined | Promise<string | undefined>) | undefined;
}

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

/** What may be said beside a statement. SQL is never repeated by itself: nobody can tell whether it may be. */
export interface SqlOptions extends Pick<Sending, "signal" | "timeoutMs"> {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Stands for tables of which nothing is known. */
// biome-ignore lint/suspicious/noExplicitAny: this is how postgrest-js says it
export type Unknown = any;

/** The data of one project. */
export interface DataClient<Database = Unknown> {
  /**
   * Reads and writes the rows of a table, as postgrest-js does: `await client.from("todos").select()`.
   * Errors come as values, in `error`; with `.throwOnError()` they are thrown.
   */
  readonly from: PostgrestClient<Database>["from"];
  /** Calls a function of the database: `await client.rpc("nearest", { lat: 1, lon: 2 })`. Its rows can be filtered and embedded like a table's. */
  readonly rpc: PostgrestClient<Database>["rpc"];
  /** The same for another schema that the project exposes: `client.schema("shop").from("orders")`. */
  readonly schema: PostgrestClient<Database>["schema"];
  /** A whole table, in or out, with a secret key: `await client.table("todos").import(file, { onProgress })`. */
  table(name: string): Table;
  /** Runs SQL with a secret key. Values travel as `params` and stand in the text as `$1`, `$2`, … */
  sql<Row = Record<string, unknown>>(query: string, params?: readonly unknown[], options?: SqlOptions): Promise<SqlAnswer<Row>>;
}

const sqlPlace: Place = { method: "POST", path: "/api/sql", lists: "rows" };

/** A client of one project's data alone. */
export function createDataClient<Database = Unknown>(options: DataOptions): DataClient<Database> {
  const { apiKey } = options;
  credentialOf("apiKey", apiKey);
  refuseSecretInBrowser(apiKey);
  const url = addressOf(options.url);
  const transport = makeTransport(options);
  const send = makeSend(url, transport);
  const fetch = rowFetch(transport, options.userToken);
  const rest = new PostgrestClient<Database>(`${url}/api/rest`, { headers: { apikey: apiKey }, fetch, retry: false });
  return {
    from: rest.from.bind(rest) as PostgrestClient<Database>["from"],
    rpc: rest.rpc.bind(rest) as PostgrestClient<Database>["rpc"],
    schema: rest.schema.bind(rest) as PostgrestClient<Database>["schema"],
    table: makeTables({ url, apiKey, fetch: options.fetch }),
    async sql<Row>(query: string, params?: readonly unknown[], { headers, ...sending }: SqlOptions = {}) {
      const answer = await send("runSql", sqlPlace, { query, params }, { ...sending, headers: { apikey: apiKey, ...headers } });
      return answer as SqlAnswer<Row>;
    },
  };
}

const operations: Readonly<Record<string, string>> = { POST: "insertRows", PATCH: "updateRows", DELETE: "deleteRows" };

/** The fetch that postgrest-js is given: only reads are repeated, and what it would misread is put right. */
const rowFetch =
  (transport: Transport, userToken: DataOptions["userToken"]): typeof globalThis.fetch =>
  async (input, init = {}) => {
    const { method = "GET", body, signal } = init;
    const headers = new Headers(init.headers);
    const token = await userToken?.();
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const outgoing = {
      operation: String(input).includes("/api/rest/rpc/") ? "callFunction" : (operations[method] ?? "readRows"),
      method,
      url: String(input),
      headers,
      body: typeof body === "string" ? body : undefined,
    };
    const isRead = method === "GET" || method === "HEAD";
    const answer = await transport(outgoing, { isRepeatable: isRead, ...(signal && { signal }) });
    return asRows(answer, headers);
  };

/** The answer as postgrest-js understands it; it takes a proxy's page for an error's text, and an empty 404 for success. */
function asRows(answer: Incoming, asked: Headers): Response {
  const { status, statusText, headers, text, request } = answer;
  const isOk = status >= 200 && status < 300;
  const isDue = promisesJson(request.method, asked) || (isJson(asked) && text.trim() !== "");
  if (isOk && isDue && jsonIn(text) === undefined) throw unreadable(answer, flawOf(text));
  const isTold = isOk || request.method === "HEAD" || typeof objectIn(text)?.["message"] === "string";
  return new Response(isTold ? textFor(status, text) : dialectOf(answer), { status, statusText, headers: plain(headers) });
}

const isJson = (asked: Headers) => !/^text\/csv|plan\+text/.test(asked.get("accept") ?? "");

const promisesJson = (method: string, asked: Headers) =>
  isJson(asked) && (method === "GET" || (asked.get("prefer") ?? "").includes("return=representation"));

/** These may not have a body, not even an empty one. */
const textFor = (status: number, text: string) => (status === 204 || status === 205 || status === 304 ? null : text);

const dialectOf = (answer: Incoming) => {
  const { code, message, requestId } = errorOf(answer);
  return JSON.stringify({ code, message, details: null, hint: null, requestId });
};

/** The text is unpacked by now, and its length another one. */
function plain(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return kept;
}
