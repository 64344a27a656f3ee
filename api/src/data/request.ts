import type { IncomingHttpHeaders } from "node:http";
import { type Body, readBody, type Sent } from "./body.ts";
import { fault } from "./fault.ts";
import { type MediaType, readAccept } from "./grammar/accept.ts";
import type { Query } from "./grammar/ast.ts";
import { type Preferences, readPrefer } from "./grammar/prefer.ts";
import { readQuery, withArgs, withRange } from "./grammar/query.ts";

/** A request as it was meant, before any name is looked up. */
export interface DataRequest {
  readonly method: Method;
  /** A relation, or a function that is called. */
  readonly kind: "relation" | "routine";
  readonly name: string;
  readonly query: Query;
  readonly prefer: Preferences;
  readonly accept: readonly MediaType[];
  readonly body: Body | undefined;
  /** The exposed schema whose relations and functions are meant. */
  readonly schema: string;
  /** What stands before the place in the URL that was asked. */
  readonly prefix: string;
  /** The path and parameters, these in the order of their names. */
  readonly place: string;
  /** The same for requests that differ in values only. */
  readonly shape: string;
}

export const methods = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"] as const;
export type Method = (typeof methods)[number];

export interface RawRequest {
  readonly prefix: string;
  /** Path and query of the URL after the prefix, as they came. */
  readonly target: string;
  readonly schema: string;
  readonly headers: IncomingHttpHeaders;
}

export const hasBody = (method: Method) => method === "POST" || method === "PATCH" || method === "PUT";
export const isRead = ({ method }: { readonly method: Method }) => method === "GET" || method === "HEAD";

export function readMethod(method: string): Method {
  const found = methods.find((each) => each === method);
  if (!found) throw fault("PGRST117", `Unsupported HTTP method: ${method}`, { headers: { allow: [...methods, "OPTIONS"].join(", ") } });
  return found;
}

/** The path alone, without what is asked of it. */
export const pathOf = (target: string) => splitOnce(target, "?")[0];

export function readRequest(method: Method, { prefix, target, schema, headers }: RawRequest, sent: Sent | undefined): DataRequest {
  const [path, search] = splitOnce(target, "?");
  const { kind, name } = readPath(path);
  if (kind === "routine" && method !== "GET" && method !== "HEAD" && method !== "POST") {
    throw fault("PGRST101", `Cannot use the ${method} method on RPC`, { headers: { allow: "OPTIONS,GET,HEAD,POST" } });
  }
  const asked = readQuery(splitSearch(search), kind === "routine" && !hasBody(method));
  const prefer = readPrefer(oneLine(headers["prefer"]));
  const brought = hasBody(method) ? readBody(sent, headers, kind === "routine", asked.columns) : undefined;
  const given = brought?.pairs
    ? withArgs(
        asked,
        brought.pairs.map(([arg, value]) => ({ name: arg, value })),
      )
    : asked;
  const query = method === "GET" ? readRange(given, headers.range) : given;
  const body = brought?.pairs ? undefined : brought;
  const shape = `${method}\0${kind}\0${name}\0${query.shape}\0\0${prefer.shape}\0${headers.accept ?? ""}\0${body?.shape ?? ""}`;
  const place = search === "" ? path : `${path}?${search.split("&").sort().join("&")}`;
  return { method, kind, name, query, prefer, accept: readAccept(headers.accept), body, schema, prefix, place, shape };
}

const oneLine = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(",") : header);

const splitOnce = (text: string, at: string): readonly [string, string] => {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
};

/** What a path names. */
export function readPath(path: string): Pick<DataRequest, "kind" | "name"> {
  const isRoutine = path.startsWith("rpc/");
  const name = decode(isRoutine ? path.slice("rpc/".length) : path);
  if (name === "" || name.includes("/")) throw fault("PGRST125", "Invalid path specified in request URL");
  return { kind: isRoutine ? "routine" : "relation", name };
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
function readRange(query: Query, range: string | undefined): Query {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})?$/.exec(range ?? "") ?? [];
  if (from === undefined) return query;
  const offset = Number(from);
  if (to !== undefined && Number(to) < offset) {
    throw fault("PGRST103", "Requested range not satisfiable", {
      details: "The lower boundary must be lower than or equal to the upper boundary in the Range header.",
    });
  }
  return withRange(query, offset, to === undefined ? undefined : Number(to));
}
