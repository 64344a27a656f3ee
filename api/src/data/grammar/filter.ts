import { type Comparison, comparisons, type Field, type Filter, type Is, states } from "./ast.ts";
import { readField } from "./field.ts";
import { Reader } from "./reader.ts";

/** How deep `and` and `or` may stand in each other. */
const depthMax = 20;
/** What ends a value inside of `and` and `or`, unless it is quoted. */
const valueStops = ",)";

/** `column=eq.1` */
export function readFilter(name: string, text: string): Filter {
  const nameReader = new Reader(name, "filter");
  const field = readField(nameReader);
  nameReader.expectEnd();
  const reader = new Reader(text, "filter");
  const filter = readCondition(reader, field, () => reader.rest());
  reader.expectEnd();
  return filter;
}

/** `and=(a.eq.1,or(b.gt.2,c.is.null))` */
export function readLogic(word: "and" | "or", isNegated: boolean, text: string): Filter {
  const reader = new Reader(text, "logic tree");
  const filter: Filter = { kind: "logic", word, isNegated, filters: readList(reader, 1) };
  reader.expectEnd();
  return filter;
}

function readList(reader: Reader, depth: number): readonly Filter[] {
  if (depth > depthMax) reader.fail(`a tree of at most ${depthMax} levels`);
  reader.expect("(");
  const filters: Filter[] = [];
  do {
    while (reader.take(" "));
    filters.push(readMember(reader, depth));
  } while (reader.take(","));
  reader.expect(")");
  return filters;
}

function readMember(reader: Reader, depth: number): Filter {
  for (const [text, word, isNegated] of logicWords) {
    if (!reader.startsWith(`${text}(`)) continue;
    reader.expect(text);
    return { kind: "logic", word, isNegated, filters: readList(reader, depth + 1) };
  }
  const field = readField(reader);
  reader.expect(".");
  return readCondition(reader, field, () => readNestedValue(reader));
}

const logicWords = [
  ["and", "and", false],
  ["or", "or", false],
  ["not.and", "and", true],
  ["not.or", "or", true],
] as const;

function readCondition(reader: Reader, field: Field, readValue: () => string): Filter {
  const isNegated = reader.take("not.");
  const operator = reader.until(".(");
  if (reader.peek() === "(" && operator !== "in") reader.fail("an operator without modifier");
  reader.expect(".");
  if (operator === "in") return { kind: "in", field, isNegated, values: readValues(reader) };
  if (operator === "is") return { kind: "is", field, isNegated, value: readIs(reader, readValue) };
  if (!Object.hasOwn(comparisons, operator))
    reader.fail(`an operator (${Object.keys(comparisons).join(", ")}, in, is), not "${operator.slice(0, 20)}"`);
  return { kind: "compare", field, isNegated, operator: operator as Comparison, value: readValue() };
}

function readIs(reader: Reader, readValue: () => string): Is {
  const word = readValue().toLowerCase();
  if (!Object.hasOwn(states, word)) reader.fail(Object.keys(states).join(", "));
  return word as Is;
}

/** `(1,2,"with, comma")` */
function readValues(reader: Reader): readonly string[] {
  reader.expect("(");
  const values: string[] = [];
  if (reader.take(")")) return values;
  do values.push(reader.peek() === '"' ? reader.quoted() : reader.until(valueStops));
  while (reader.take(","));
  reader.expect(")");
  return values;
}

/** A value among others: quoted, an array or range in its own brackets, or up to the next comma. */
function readNestedValue(reader: Reader): string {
  if (reader.peek() === '"') return reader.quoted();
  if (reader.peek() !== "{") return reader.until(valueStops);
  const value = reader.until("}");
  reader.expect("}");
  return `${value}}`;
}
