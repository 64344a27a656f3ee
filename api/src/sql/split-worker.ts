import { flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import { loadModule, parseSync } from "libpg-query";
import { classify } from "./classify.ts";
import { type Split, type SplitStatement, statementsMax } from "./split.ts";

/** PostgreSQL's own parser, in a thread of its own: a long text holds nobody else up, and one that breaks it breaks only this. */
await loadModule();
// For the next start: what takes types out of TypeScript is 17 MB, in this thread as in the process.
flushCompileCache();
parentPort?.on("message", ({ id, text }: { readonly id: number; readonly text: string }) => {
  parentPort?.postMessage({ id, split: split(text) });
});

interface Parsed {
  readonly stmts?: readonly {
    readonly stmt?: Readonly<Record<string, unknown>>;
    readonly stmt_location?: number;
    readonly stmt_len?: number;
  }[];
}

function split(text: string): Split {
  if (text.trim() === "") return { kind: "statements", statements: [] };
  const parsed = parse(text);
  if ("kind" in parsed) return parsed;
  const found = parsed.stmts ?? [];
  if (found.length > statementsMax) return { kind: "too_many_statements" };
  const bytes = Buffer.from(text);
  const charactersBefore = counter(bytes);
  return {
    kind: "statements",
    statements: found.map(({ stmt = {}, stmt_location: from = 0, stmt_len: length }): SplitStatement => {
      const to = length ? from + length : bytes.length;
      return { ...classify(stmt), text: bytes.toString("utf8", from, to), offset: charactersBefore(from) };
    }),
  };
}

type SyntaxFault = Extract<Split, { readonly kind: "syntax_error" }>;

/** A tree is asked only for what statements do, so names in it may be others, as long as they are as long. */
function parse(text: string): Parsed | SyntaxFault {
  const first = attempt(text);
  if (!("kind" in first)) return first;
  const older = text.replace(newerKeywords, (word) => "n".repeat(word.length));
  const second = older === text ? first : attempt(older);
  return "kind" in second ? first : second;
}

/** The parser is PostgreSQL 18's. These words are names like any other to 15, as in `create function json(text)`: the server has the last word. */
const newerKeywords =
  /\b(?:json(?:_(?:array|arrayagg|exists|object|objectagg|query|scalar|serialize|table|value))?|merge_action|system_user)\b/gi;

function attempt(text: string): Parsed | SyntaxFault {
  try {
    return parseSync(text) as Parsed;
  } catch (error) {
    const { message, cursorPosition } = (error as { sqlDetails?: { message: string; cursorPosition?: number } }).sqlDetails ?? {};
    // Anything else than an error of syntax leaves the parser in an unknown state: let this thread die of it.
    if (message === undefined) throw error;
    return { kind: "syntax_error", message, position: cursorPosition === undefined ? undefined : cursorPosition + 1 };
  }
}

/** As PostgreSQL counts characters: each begins with a byte of UTF-8 that goes on from none before it. Asked from front to back. */
function counter(bytes: Buffer): (end: number) => number {
  let at = 0;
  let characters = 0;
  return (end) => {
    for (; at < end; at += 1) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) characters += 1;
    return characters;
  };
}
