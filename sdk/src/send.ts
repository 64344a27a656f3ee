import createFetchClient from "openapi-fetch";
import { errorOf, flawOf, objectIn, unreadable } from "./answer.ts";
import type { Incoming } from "./attempt.ts";
import type { CallOptions } from "./operations.ts";
import type { Plan, Transport } from "./transport.ts";

/** Where an operation is, and what the SDK must know to call it; the fields of its path stand in the path. */
export interface Place {
  readonly method: string;
  readonly path: string;
  /** Which fields belong to the query. */
  readonly query?: readonly string[];
  /** It takes an Idempotency-Key. */
  readonly takesKey?: boolean;
  /** Nobody must have signed in for it. */
  readonly isOpen?: boolean;
  /** Which field of the answer is a list; of lists that come by pages it goes without saying. */
  readonly lists?: string;
  /** The status that says all there is to say. */
  readonly empty?: number;
  /** Statuses that come with the answer's own body, not with a refusal. */
  readonly also?: readonly number[];
  /** The answer is a text, not JSON. */
  readonly isText?: boolean;
}

/** Sends one operation and gives its answer, or throws why there is none. */
export type Send = (operation: string, place: Place, input: object, options: CallOptions) => Promise<unknown>;

/** openapi-fetch writes the request, the transport sends it, and what comes back is read here. */
export function makeSend(baseUrl: string, transport: Transport): Send {
  const client = createFetchClient<Record<string, never>>({ baseUrl });
  // The place is known only at run time; the types are those of `Methods`.
  const write = client.request as unknown as (method: string, path: string, init: object) => Promise<unknown>;
  return async (operation, place, input, options) => {
    const plan: Plan = { ...options, isRepeatable: isRepeatable(place, options), isWanted: (answer) => isAnswer(place, answer) };
    const answers: Incoming[] = [];
    const fetch = async (request: Request) => {
      const body = request.method === "GET" ? undefined : (await request.text()) || undefined;
      answers.push(await transport({ operation, method: request.method, url: request.url, headers: request.headers, body }, plan));
      return new Response(null, { status: 204 });
    };
    await write(place.method.toLowerCase(), place.path, { ...divide(operation, place, input), headers: headersOf(options), fetch });
    return readAnswer(place, ...answers);
  };
}

/** Reads may be done twice. A change may under one key: the platform does it once and repeats its answer, where a second deletion or edit would be refused. */
const isRepeatable = ({ method, takesKey }: Place, { idempotencyKey }: CallOptions) =>
  method === "GET" || (takesKey === true && idempotencyKey !== undefined);

const isOk = (status: number) => status >= 200 && status < 300;

/** Whether it is what the operation answers with, and no refusal nor something of a proxy's. */
const isAnswer = ({ also = [] }: Place, { status, headers }: Incoming) =>
  isOk(status) || (also.includes(status) && /^application\/json\b/i.test(headers.get("content-type") ?? ""));

function readAnswer(place: Place, answer?: Incoming): unknown {
  if (!answer) throw new Error("Nothing was sent.");
  if (!isAnswer(place, answer)) throw errorOf(answer);
  if (place.empty !== undefined) {
    if (answer.status !== place.empty) throw unreadable(answer, `it should be ${place.empty}, and empty`);
    return undefined;
  }
  if (place.isText) return textOf(answer);
  const value = objectIn(answer.text);
  if (!value) throw unreadable(answer, flawOf(answer.text));
  const lists = place.lists ?? (place.query?.includes("cursor") ? "items" : undefined);
  if (lists !== undefined && !Array.isArray(value[lists])) throw unreadable(answer, `it has no ${lists}`);
  return value;
}

function textOf(answer: Incoming): string {
  if (!/^text\/plain\b/i.test(answer.headers.get("content-type") ?? "")) throw unreadable(answer, "it should be a plain text");
  return answer.text;
}

function divide(operation: string, { path, query = [] }: Place, input: object) {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  const pick = (belongs: (name: string) => boolean) => Object.fromEntries(entries.filter(([name]) => belongs(name)));
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const parts = pick((name) => inPath.includes(name));
  for (const name of inPath) refuseNoId(operation, name, parts[name]);
  const body = pick((name) => !inPath.includes(name) && !query.includes(name));
  return { params: { path: parts, query: pick((name) => query.includes(name)) }, ...(Object.keys(body).length > 0 && { body }) };
}

/** Without it, or with dots alone, the request would go to another address. */
function refuseNoId(operation: string, name: string, value: unknown): void {
  if (typeof value === "string" && !/^\.{0,2}$/.test(value)) return;
  throw new TypeError(`${operation} needs ${name}, and was given ${JSON.stringify(value)}.`);
}

const headersOf = ({ ifMatch, idempotencyKey, headers }: CallOptions): Record<string, string> => ({
  ...(ifMatch !== undefined && { "if-match": typeof ifMatch === "number" ? `"${ifMatch}"` : ifMatch }),
  ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  ...headers,
});
