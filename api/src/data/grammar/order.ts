import type { OrderItem } from "./ast.ts";
import { readField } from "./field.ts";
import { Reader } from "./reader.ts";

/** `a.desc.nullslast,b` */
export function readOrder(text: string): readonly OrderItem[] {
  const reader = new Reader(text, "order parameter");
  const items: OrderItem[] = [];
  do {
    const field = readField(reader);
    const direction = takeOne(reader, ["asc", "desc"] as const);
    const nulls = takeOne(reader, ["nullsfirst", "nullslast"] as const);
    items.push({ field, direction, nulls: nulls && (nulls === "nullsfirst" ? "first" : "last") });
  } while (reader.take(","));
  reader.expectEnd();
  return items;
}

const takeOne = <Word extends string>(reader: Reader, words: readonly Word[]) => words.find((word) => reader.take(`.${word}`));
