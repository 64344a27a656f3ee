import { z } from "zod";
import { flawsOf, wordsOf } from "../platform/flaws.ts";
import type { Holder } from "../platform/gate.ts";
import type { AnyOperation } from "../platform/operation.ts";
import { refuseUnstorable } from "../platform/storable.ts";
import type { Run, SqlDoor } from "../sql/index.ts";
import { refuse } from "./contract.ts";

/** What an answer to an operation is made with. */
export interface Given {
  readonly door: SqlDoor;
  readonly holder: Holder;
  readonly run: Run;
}

type Answer = (given: Given, input: never) => Promise<unknown>;

/** An operation and what answers it, found by method and path. */
export interface Served {
  readonly operation: AnyOperation;
  readonly answer: Answer;
  readonly method: string;
  readonly path: RegExp;
}

export function served<D extends AnyOperation>(
  operation: D,
  answer: (given: Given, input: z.output<D["input"]>) => Promise<z.input<D["returns"][1]>>,
): Served {
  const [method = "", path = ""] = operation.at.split(" ");
  const pattern = path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return { operation, answer: answer as Answer, method, path: new RegExp(`^${pattern}/?$`) };
}

/** What is served at a path, whatever the method; nothing where the path is nobody's. */
export const servedAt = (all: readonly Served[], path: string): readonly Served[] => all.filter((each) => each.path.test(path));

/** What was sent, checked against the operation's contract. */
export function readInput({ operation, path }: Served, url: URL, body: unknown): unknown {
  const inPath = path.exec(url.pathname)?.groups ?? {};
  const sent = {
    ...Object.fromEntries(url.searchParams),
    ...(isObject(body) ? body : {}),
    ...Object.fromEntries(Object.entries(inPath).map(([key, text]) => [key, decode(text)])),
  };
  if (body !== undefined && !isObject(body)) throw invalid([{ path: "", message: "The body must be an object." }]);
  const { data, error } = operation.input.safeParse(sent, { error: wordsOf });
  if (error) throw invalid(flawsOf(error));
  try {
    refuseUnstorable(data);
  } catch (flaw) {
    throw flaw instanceof z.ZodError ? invalid(flawsOf(flaw)) : flaw;
  }
  return data;
}

const isObject = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === "object" && body !== null && !Array.isArray(body);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid([{ path: "", message: "The path is not valid percent-encoding of UTF-8." }]);
  }
}

/** What was sent is not as the contract says. */
export const invalid = (errors: readonly { readonly path: string; readonly message: string }[]) =>
  refuse("invalid_input", { details: { errors } });
