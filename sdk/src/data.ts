import { PostgrestClient } from "@supabase/postgrest-js";
import { errorOf, flawOf, jsonIn, objectIn, unreadable } from "./answer.ts";
import type { Incoming } from "./attempt.ts";
import type { SchemaMethods } from "./generated/methods.ts";
import { schemaTable } from "./generated/operations.ts";
import type { CallOptions } from "./operations.ts";
import { makeSend, type Place, type Send } from "./send.ts";
import { addressOf, credentialOf, refuseSecretInBrowser } from "./settings.ts";
import { makeSql, type Sql } from "./sql.ts";
import { makeTables, type Table } from "./tables.ts";
import { makeTransport, type Transport, type TransportOptions } from "./transport.ts";

/** Where a project is, and the key to it. */
export interface DataOptions extends TransportOptions {
  /** Where the platform is, such as `https://api.example.com`. */
  readonly url: string;
  /** A project's key. In a browser a publishable one (`nm_pk_…`): a secret one is refused there. */
  readonly apiKey: string;
  /** The token of the end user who is signed in just now, as your own sign-in gave it: rows are then read and written as that user. */
  readonly userToken?: (() => string | undefined | Promise<string | undefined>) | undefined;
}

/** Stands for tables of which nothing is known. */
// biome-ignore lint/suspicious/noExplicitAny: this is how postgrest-js says it
export type Unknown = any;

/** The data of one project, and with a secret key its schema. */
export interface DataClient<Database = Unknown> extends SchemaMethods {
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
  /** Runs SQL with a secret key: `await client.sql("select * from todos where done = $1", [false])`. */
  readonly sql: Sql;
}

/** A client of one project's data alone. */
export function createDataClient<Database = Unknown>(options: DataOptions): DataClient<Database> {
  const { apiKey } = options;
  credentialOf("apiKey", apiKey);
  refuseSecretInBrowser(apiKey);
  const url = addressOf(options.url);
  const transport = makeTransport(options);
  const send = makeSend(url, transport);
  const at = { url, apiKey, fetch: options.fetch };
  const fetch = rowFetch(transport, options.userToken);
  const rest = new PostgrestClient<Database>(`${url}/api/rest`, { headers: { apikey: apiKey }, fetch, retry: false });
  return {
    from: rest.from.bind(rest) as PostgrestClient<Database>["from"],
    rpc: rest.rpc.bind(rest) as PostgrestClient<Database>["rpc"],
    schema: rest.schema.bind(rest) as PostgrestClient<Database>["schema"],
    table: makeTables(at),
    sql: makeSql(send, at),
    ...schemaMethods(send, apiKey),
  };
}

/** What each takes and gives is told by the generated types, of the same document as the table. */
function schemaMethods(send: Send, apiKey: string): SchemaMethods {
  const methods = Object.entries<Place>(schemaTable).map(([id, place]) => [
    id,
    async (input: object = {}, { headers, ...given }: CallOptions = {}) =>
      send(id, place, input, { ...given, headers: { apikey: apiKey, ...headers } }),
  ]);
  return Object.fromEntries(methods) as unknown as SchemaMethods;
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
