import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import { fault } from "./fault.ts";
import { checkContentType, readAccept, type Shape } from "./grammar/accept.ts";
import type { Query } from "./grammar/ast.ts";
import { type Preferences, readPrefer } from "./grammar/prefer.ts";
import { readQuery } from "./grammar/query.ts";

/** A request as it was meant, before any table is looked up. */
export interface DataRequest {
  readonly method: Method;
  readonly table: string;
  readonly query: Query;
  readonly prefer: Preferences;
  readonly shape: Shape;
  readonly body: Body | undefined;
}

export const methods = ["GET", "HEAD", "POST", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** Rows to write: their text goes to PostgreSQL as it came, only its keys are looked at here. */
export interface Body {
  readonly text: string;
  readonly isList: boolean;
  readonly rows: number | undefined;
  readonly keys: readonly string[];
  /** The values of a single row, where each is a text, a number that is kept exactly, a truth value or nothing. */
  readonly row: readonly (string | null)[] | undefined;
}

export interface RawRequest {
  readonly method: string;
  /** Path and query of the URL after the data plane's prefix, as they came. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export const hasBody = (method: Method) => method === "POST" || method === "PATCH";

export function readMethod(method: string): Method {
  const found = methods.find((each) => each === method);
  if (!found) throw fault("PGRST117", `Unsupported HTTP method: ${method}`, { headers: { allow: [...methods, "OPTIONS"].join(", ") } });
  return found;
}

export function readRequest(method: Method, { target, headers }: RawRequest, bytes: Buffer | undefined): DataRequest {
  const [path, search] = splitOnce(target, "?");
  const { prefer, accept, range } = headers;
  const query = readQuery(splitSearch(search));
  return {
    method,
    table: readTable(path),
    query: method === "GET" ? withRange(query, range) : query,
    prefer: readPrefer(oneLine(prefer)),
    shape: readAccept(accept),
    body: hasBody(method) ? readBody(bytes, headers, query.columns) : undefined,
  };
}

const oneLine = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(",") : header);

const splitOnce = (text: string, at: string): readonly [string, string] => {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
};

function readTable(path: string): string {
  const name = decode(path);
  if (name === "" || name.includes("/")) throw fault("PGRST125", "Invalid path specified in request URL");
  return name;
}

const splitSearch = (search: string) =>
  search
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name, value] = splitOnce(pair, "=");
      return [decode(name), decode(value)] as const;
    });

/** Percent-encoding of UTF-8; a NUL can be in no name and no text of PostgreSQL's. */
function decode(text: string): string {
  if (!/[%+\0]/.test(text)) return text;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw fault("PGRST100", "The URL is not valid percent-encoding of UTF-8.");
  }
  if (decoded.includes("\0")) throw fault("PGRST100", "The URL holds a NUL character.");
  return decoded;
}

/** `Range: 0-9` is another way to say `limit=10`, unless the query says it itself. */
function withRange(query: Query, range: string | undefined): Query {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})?$/.exec(range ?? "") ?? [];
  if (from === undefined || query.limit !== undefined || query.offset !== 0) return query;
  const offset = Number(from);
  if (to !== undefined && Number(to) < offset) {
    throw fault("PGRST103", "Requested range not satisfiable", {
      details: "The lower boundary must be lower than or equal to the upper boundary in the Range header.",
    });
  }
  const limit = to === undefined ? undefined : Number(to) - offset + 1;
  return { ...query, offset, limit, shape: `${query.shape}\0range\0${limit}\0${offset > 0}` };
}

function readBody(bytes: Buffer | undefined, headers: IncomingHttpHeaders, columns: readonly string[] | undefined): Body {
  checkContentType(headers["content-type"]);
  if (headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity") {
    throw fault("PGRST107", "Content-Encoding not acceptable: send the body as it is.");
  }
  if (!bytes || bytes.length === 0) throw fault("PGRST102", "Empty or invalid json");
  if (!isUtf8(bytes)) throw fault("PGRST102", "The body is not valid UTF-8.");
  const text = bytes.toString("utf8");
  const first = /^\s*([[{])/.exec(text)?.[1];
  if (first === undefined)
    throw fault("PGRST102", "Empty or invalid json", { details: "The body must be a JSON object or an array of them." });
  const isList = first === "[";
  if (columns) return { text, isList, rows: undefined, keys: columns, row: undefined };
  const parsed = parse(text);
  return { text, isList, ...readKeys(parsed, isList), row: isList ? undefined : readRow(text, parsed as object) };
}

/** So many digits in a row may be more than a double holds. */
const longNumber = /[\d.]{15}|\de/i;

function readRow(text: string, parsed: object): readonly (string | null)[] | undefined {
  const row: (string | null)[] = [];
  for (const value of Object.values(parsed)) {
    if (value === null || typeof value === "string") row.push(value);
    else if (typeof value === "boolean") row.push(String(value));
    else if (typeof value === "number" && !longNumber.test(text)) row.push(String(value));
    else return undefined;
  }
  return row;
}

function readKeys(parsed: unknown, isList: boolean): { rows: number; keys: readonly string[] } {
  const rows = (isList ? parsed : [parsed]) as readonly unknown[];
  const keys = rows.length === 0 ? [] : keysOf(rows[0]);
  const known = new Set(keys);
  for (const row of rows) {
    const others = keysOf(row);
    const isSame = others.length === keys.length && others.every((key) => known.has(key));
    if (!isSame) throw fault("PGRST102", "All object keys must match");
  }
  return { rows: rows.length, keys };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault("PGRST102", "Empty or invalid json", { details: (error as Error).message.slice(0, 200) });
  }
}

function keysOf(row: unknown): readonly string[] {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    throw fault("PGRST102", "Empty or invalid json", { details: "Each row must be a JSON object." });
  }
  return Object.keys(row);
}
