import { PostgrestClient } from "@supabase/postgrest-js";
import { operationTable } from "./generated/operations.ts";
import type { CallOptions, Methods } from "./operations.ts";
import { type Fetch, makeSend, type Place } from "./send.ts";

export interface ClientOptions {
  /** Where the platform is, such as `https://api.example.com`. */
  readonly url: string;
  /** A project's key, for `from` and `sql`. A secret key is refused in a browser. */
  readonly apiKey?: string | undefined;
  /** An access token or a personal access token, for the control plane; or what gives the one to use now. */
  readonly accessToken?: string | (() => string | Promise<string>) | undefined;
  /** Another way to fetch: a proxy, a recorder, a test's. */
  readonly fetch?: Fetch;
}

/** What a statement came to. */
export interface SqlResult<Row = Record<string, unknown>> {
  /** `SELECT`, `INSERT`, `CREATE TABLE`, … */
  readonly command: string;
  readonly rowCount: number | null;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
}

/** Of several statements the last one's result, and in `results` every one's. */
export interface SqlAnswer<Row = Record<string, unknown>> extends SqlResult<Row> {
  readonly results?: readonly SqlResult[];
}

// biome-ignore lint/suspicious/noExplicitAny: how postgrest-js says that nothing is known of the tables
type Unknown = any;

export interface Client<Database = Unknown> extends Methods {
  /** Reads and writes the rows of a table, as postgrest-js does: `await client.from("todos").select()`. */
  readonly from: PostgrestClient<Database>["from"];
  /** Runs SQL with a secret key. Values travel as `params` and stand in the text as `$1`, `$2`, … */
  sql<Row = Record<string, unknown>>(
    query: string,
    params?: readonly unknown[],
    options?: Pick<CallOptions, "signal" | "headers">,
  ): Promise<SqlAnswer<Row>>;
}

const sqlPlace: Place = { method: "POST", path: "/api/sql", query: [] };

/** A client of one platform: a method for each operation of its control plane, and the data of one project. */
export function createClient<Database = Unknown>(options: ClientOptions): Client<Database> {
  const { apiKey, accessToken, fetch = globalThis.fetch } = options;
  if (apiKey?.startsWith("nm_sk_") && isInBrowser()) {
    throw new Error("A secret key must not reach a browser, where everybody can read it: use a publishable key (nm_pk_…) there.");
  }
  const url = options.url.replace(/\/+$/, "");
  const send = makeSend(url, fetch);
  const bearer = async () => {
    const token = typeof accessToken === "function" ? await accessToken() : accessToken;
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  };
  const withKey = (): Record<"apikey", string> => {
    if (apiKey === undefined) throw new Error("This needs a project's key: give createClient an apiKey.");
    return { apikey: apiKey };
  };
  const methods = Object.fromEntries(
    Object.entries<Place>(operationTable).map(([id, place]) => [
      id,
      async (input: object = {}, callOptions: CallOptions = {}) => send(place, input, callOptions, await bearer()),
    ]),
  ) as unknown as Methods;
  let rest: PostgrestClient<Database> | undefined;
  return {
    ...methods,
    from: ((relation: never) => {
      rest ??= new PostgrestClient<Database>(`${url}/api/rest`, { headers: withKey(), fetch });
      return rest.from(relation);
    }) as PostgrestClient<Database>["from"],
    sql: async <Row>(query: string, params?: readonly unknown[], callOptions: CallOptions = {}) =>
      (await send(sqlPlace, { query, params }, callOptions, withKey())) as SqlAnswer<Row>,
  };
}

/** Pages, workers and extensions of a browser; not Node, Bun, Deno or workers of a cloud, which name themselves otherwise. */
const isInBrowser = () => "document" in globalThis || (globalThis.navigator?.userAgent ?? "").startsWith("Mozilla/");
