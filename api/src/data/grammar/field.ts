import type { Field, JsonStep } from "./ast.ts";
import type { Reader } from "./reader.ts";

const arrow = "->";
/** A single `-` may stand in a name; `->` may not. */
const nameStops = ',:().-"!';

/** `name`, `"a name"`, `data->key->0->>key`. */
export function readField(reader: Reader): Field {
  return { column: readName(reader), path: readPath(reader) };
}

/** What ends a key of JSON: fewer characters mean something there. */
const keyStops = ',:().-"';

export function readName(reader: Reader, stops = nameStops): string {
  reader.skipSpaces();
  if (reader.peek() === '"') return reader.quoted();
  let name = reader.name(stops);
  while (reader.peek() === "-" && !reader.startsWith(arrow)) {
    reader.expect("-");
    name += `-${reader.until(stops)}`;
  }
  return name;
}

function readPath(reader: Reader): readonly JsonStep[] {
  const path: JsonStep[] = [];
  while (reader.take(arrow)) {
    const isText = reader.take(">");
    const isFromEnd = reader.take("-");
    const key = isFromEnd ? `-${reader.until(keyStops)}` : readName(reader, keyStops);
    if (isFromEnd && !/^-\d{1,9}$/.test(key)) reader.fail("digit");
    path.push({ key: /^-?\d{1,9}$/.test(key) ? Number(key) : key, isText });
  }
  return path;
}
