import { type Aggregate, aggregateNames, type Embedded, everything, type SelectedField, type SelectItem } from "./ast.ts";
import { readField, readName } from "./field.ts";
import { Reader } from "./reader.ts";

/** How deep relations may be embedded in each other. */
const depthMax = 20;
/** And how many altogether: planning them takes PostgreSQL their square. */
const embeddedMax = 100;

/** `*`, `a,b`, `alias:column`, `column::type`, `data->>key`, `amount.sum()`, `authors!inner(name)`, `...authors(name)`. */
export function readSelect(text: string): readonly SelectItem[] {
  const reader = new Reader(text, "select parameter");
  if (reader.isAtEnd) return [];
  const items = readItems(reader, 0);
  // What stands behind one bracket too many is passed over.
  if (reader.peek() !== ")") reader.expectEnd();
  if (countEmbedded(items) > embeddedMax) reader.fail(`at most ${embeddedMax} embedded relations`);
  return items;
}

const countEmbedded = (items: readonly SelectItem[]): number =>
  items.reduce((sum, item) => (item.kind === "embed" ? sum + 1 + countEmbedded(item.select) : sum), 0);

function readItems(reader: Reader, depth: number): readonly SelectItem[] {
  if (depth > depthMax) reader.fail(`at most ${depthMax} levels of embedding`);
  const items: SelectItem[] = [];
  do {
    reader.skipSpaces();
    items.push(readItem(reader, depth));
    reader.skipSpaces();
  } while (reader.take(","));
  return items;
}

function readItem(reader: Reader, depth: number): SelectItem {
  if (reader.take("*")) return { ...whole, aggregate: readAggregate(reader) };
  if (reader.take("...")) return readEmbedded(reader, readName(reader), undefined, true, depth);
  if (reader.startsWith("count()")) return { ...whole, aggregate: readNamedAggregate(reader) };
  const first = readField(reader);
  const isAlias = first.path.length === 0 && reader.startsWith(":") && !reader.startsWith("::");
  if (!isAlias) return readRest(reader, first, undefined, depth);
  reader.expect(":");
  reader.skipSpaces();
  if (reader.startsWith("count()")) return { ...whole, alias: first.column, aggregate: readNamedAggregate(reader) };
  return readRest(reader, readField(reader), first.column, depth);
}

const whole: SelectedField = {
  kind: "field",
  field: { column: everything, path: [] },
  alias: undefined,
  cast: undefined,
  aggregate: undefined,
};

function readRest(reader: Reader, field: SelectedField["field"], alias: string | undefined, depth: number): SelectItem {
  if (field.path.length === 0 && (reader.peek() === "(" || reader.peek() === "!")) {
    return readEmbedded(reader, field.column, alias, false, depth);
  }
  const cast = readCast(reader);
  return { kind: "field", field, alias, cast, aggregate: readAggregate(reader) };
}

function readAggregate(reader: Reader): Aggregate | undefined {
  return reader.take(".") ? readNamedAggregate(reader) : undefined;
}

function readNamedAggregate(reader: Reader): Aggregate {
  const name = aggregateNames.find((each) => reader.take(`${each}()`));
  if (!name) return reader.fail(`one of ${aggregateNames.map((each) => `${each}()`).join(", ")}`);
  return { name, cast: readCast(reader) };
}

const readCast = (reader: Reader) => (reader.take("::") ? readName(reader) : undefined);

function readEmbedded(reader: Reader, target: string, alias: string | undefined, isSpread: boolean, depth: number): Embedded {
  let hint: string | undefined;
  let isInner = false;
  while (reader.take("!")) {
    const word = readName(reader);
    if (word === "inner") isInner = true;
    else if (word !== "left") hint ??= word;
  }
  reader.expect("(");
  const select = reader.peek() === ")" ? [] : readItems(reader, depth + 1);
  reader.expect(")");
  return { kind: "embed", target, alias, hint, isInner, isSpread, select };
}
