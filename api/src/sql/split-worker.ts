import { parentPort } from "node:worker_threads";
import { loadModule, parseSync } from "libpg-query";
import { classify } from "./classify.ts";
import { type Split, type SplitStatement, statementsMax } from "./split.ts";

/** PostgreSQL's own parser, in a thread of its own: a long text holds nobody else up, and one that breaks it breaks only this. */
await loadModule();
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
  let parsed: Parsed;
  try {
    parsed = parseSync(text) as Parsed;
  } catch (error) {
    const { message, cursorPosition } = (error as { sqlDetails?: { message: string; cursorPosition?: number } }).sqlDetails ?? {};
    // Anything else than an error of syntax leaves the parser in an unknown state: let this thread die of it.
    if (message === undefined) throw error;
    return { kind: "syntax_error", message, position: cursorPosition === undefined ? undefined : cursorPosition + 1 };
  }
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

/** As PostgreSQL counts characters: each begins with a byte of UTF-8 that goes on from none before it. Asked from front to back. */
function counter(bytes: Buffer): (end: number) => number {
  let at = 0;
  let characters = 0;
  return (end) => {
    for (; at < end; at += 1) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) characters += 1;
    return characters;
  };
}
