import createFetchClient from "openapi-fetch";
import { errorOf, networkError } from "./error.ts";
import type { CallOptions } from "./operations.ts";

/** Where an operation is, and which of its fields belong to the query; those of the path stand in the path. */
export interface Place {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
}

export type Fetch = typeof fetch;
export type Send = (place: Place, input: object, options: CallOptions, credentials: Readonly<Record<string, string>>) => Promise<unknown>;

/** Sends one operation and gives its answer, or throws why there is none. */
export function makeSend(url: string, fetch: Fetch): Send {
  const client = createFetchClient({ baseUrl: url, fetch: (request) => fetch(request) });
  // The place is known only at run time; the types are those of `Methods`.
  const ask = client.request as unknown as (method: string, path: string, init: object) => Promise<Answered>;
  return async (place, input, options, credentials) => {
    const { path, query, body } = divide(place, input);
    const request = {
      params: { path, query },
      headers: { ...credentials, ...headersOf(options) },
      ...(body && { body }),
      ...(options.signal && { signal: options.signal }),
    };
    const { data, error, response } = await ask(place.method.toLowerCase(), place.path, request).catch((reason: unknown) => {
      // Who called it off gets the reason they gave.
      throw options.signal?.aborted ? reason : networkError(reason);
    });
    if (!response.ok) throw errorOf(response, error);
    return data;
  };
}

interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

function divide({ path, query }: Place, input: object) {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  const pick = (belongs: (name: string) => boolean) => Object.fromEntries(entries.filter(([name]) => belongs(name)));
  const isInPath = (name: string) => path.includes(`{${name}}`);
  const isInQuery = (name: string) => query.includes(name);
  const body = pick((name) => !isInPath(name) && !isInQuery(name));
  return { path: pick(isInPath), query: pick(isInQuery), body: Object.keys(body).length > 0 ? body : undefined };
}

const headersOf = ({ ifMatch, idempotencyKey, headers }: CallOptions): Record<string, string> => ({
  ...(ifMatch !== undefined && { "if-match": typeof ifMatch === "number" ? `"${ifMatch}"` : ifMatch }),
  ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  ...headers,
});
