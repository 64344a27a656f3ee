import type { OrderItem } from "./ast.ts";
import { readField, readName } from "./field.ts";
import { Reader } from "./reader.ts";

/** `a.desc.nullslast,b,authors(name).asc` */
export function readOrder(text: string): readonly OrderItem[] {
  const reader = new Reader(text, "order");
  const items: OrderItem[] = [];
  do {
    reader.skipSpaces();
    items.push(readItem(reader));
    reader.skipSpaces();
  } while (reader.take(","));
  if (!reader.isAtEnd) failBehind(reader, items.at(-1));
  return items;
}

function failBehind(reader: Reader, last: OrderItem | undefined): never {
  if (reader.take(".")) return reader.fail(last?.direction ? '"nullsfirst" or "nullslast"' : '"asc", "desc", "nullsfirst" or "nullslast"');
  return reader.failAs(`unexpected '${reader.peek()}' expecting ${last?.nulls ? "" : "delimiter (.), "}"," or end of input`);
}

function readItem(reader: Reader): OrderItem {
  const first = readField(reader);
  let relation: string | undefined;
  let field = first;
  if (first.path.length === 0 && reader.take("(")) {
    relation = first.column;
    field = readField(reader);
    reader.expect(")");
  }
  const direction = takeOne(reader, ["asc", "desc"] as const);
  const nulls = takeOne(reader, ["nullsfirst", "nullslast"] as const);
  return { relation, field, direction, nulls: nulls && (nulls === "nullsfirst" ? "first" : "last") };
}

const takeOne = <Word extends string>(reader: Reader, words: readonly Word[]) => words.find((word) => reader.take(`.${word}`));

/** `a,b`, each once. */
export function readColumns(text: string, what: string): readonly string[] {
  const reader = new Reader(text, what);
  const columns: string[] = [];
  do {
    reader.skipSpaces();
    columns.push(readName(reader));
    reader.skipSpaces();
  } while (reader.take(","));
  reader.expectEnd();
  return [...new Set(columns)];
}
