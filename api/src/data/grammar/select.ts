import { fault } from "../fault.ts";
import type { SelectItem } from "./ast.ts";
import { readField, readName } from "./field.ts";
import { Reader } from "./reader.ts";

/** `*`, `a,b`, `alias:column`, `column::type`, `data->>key`. */
export function readSelect(text: string): readonly SelectItem[] {
  const reader = new Reader(text, "select parameter");
  const items: SelectItem[] = [];
  if (reader.isAtEnd) return items;
  do items.push(readItem(reader));
  while (reader.take(","));
  reader.expectEnd();
  return items;
}

function readItem(reader: Reader): SelectItem {
  while (reader.take(" "));
  if (reader.take("*")) return { kind: "all" };
  if (reader.startsWith("...")) throw notOffered();
  const first = readField(reader);
  const isAlias = reader.startsWith(":") && !reader.startsWith("::");
  if (isAlias) reader.expect(":");
  const field = isAlias ? readField(reader) : first;
  if (reader.peek() === "(" || reader.peek() === "!") throw notOffered();
  if (reader.peek() === ".") throw fault("PGRST100", "Aggregates are not offered in select.");
  const cast = reader.take("::") ? readName(reader) : undefined;
  return { kind: "field", field, alias: isAlias ? first.column : undefined, cast };
}

const notOffered = () =>
  fault("PGRST200", "Other tables cannot be embedded in select.", { hint: "Read them by requests of their own, or join them in a view." });
