import type { Field, JsonStep } from "./ast.ts";
import type { Reader } from "./reader.ts";

const arrow = "->";
/** A single `-` may stand in a name; `->` may not. */
const nameStops = ',:().-"!';

/** `name`, `"a name"`, `data->key->0->>key`. */
export function readField(reader: Reader): Field {
  return { column: readName(reader), path: readPath(reader) };
}

export function readName(reader: Reader): string {
  reader.skipSpaces();
  if (reader.peek() === '"') return reader.quoted();
  let name = reader.name(nameStops);
  while (reader.peek() === "-" && !reader.startsWith(arrow)) {
    reader.expect("-");
    name += `-${reader.until(nameStops)}`;
  }
  return name;
}

function readPath(reader: Reader): readonly JsonStep[] {
  const path: JsonStep[] = [];
  while (reader.take(arrow)) {
    const isText = reader.take(">");
    const isFromEnd = reader.take("-");
    const key = isFromEnd ? `-${reader.until(nameStops)}` : readName(reader);
    if (isFromEnd && !/^-\d{1,9}$/.test(key)) reader.fail("digit");
    path.push({ key: /^-?\d{1,9}$/.test(key) ? Number(key) : key, isText });
  }
  return path;
}
