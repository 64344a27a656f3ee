import {
  type Comparison,
  comparisons,
  type Field,
  type Filter,
  pathGlue,
  quantifiable,
  type SearchOperator,
  type State,
  searches,
  states,
} from "./ast.ts";
import { readField, readName } from "./field.ts";
import { Reader } from "./reader.ts";

/** How deep `and` and `or` may stand in each other. */
const depthMax = 20;
/** What ends a value inside of `and` and `or`, unless it is quoted. */
const valueStops = ",)";

/** Takes a value, and says where it will be found. */
export type Keep = (value: string) => number;

/** What a parameter's name leads to: an embedded relation, by the names on the way, and a field there. */
export interface Place {
  readonly path: string;
  readonly field: Field;
}

/** `column`, `authors.books.title`, `data->>key` */
export function readPlace(name: string): Place {
  const reader = new Reader(name, "tree path");
  const path: string[] = [];
  let field = readField(reader);
  while (field.path.length === 0 && reader.take(".")) {
    path.push(field.column);
    field = readField(reader);
  }
  reader.expectEnd();
  return { path: path.join(pathGlue), field };
}

/** The names of a parameter without fields, such as `authors.not.or`. */
export function readWords(name: string): readonly string[] {
  const reader = new Reader(name, "logic path");
  const words: string[] = [];
  do words.push(readName(reader));
  while (reader.take("."));
  reader.expectEnd();
  return words;
}

/** `eq.1` */
export function readFilter(field: Field, text: string, keep: Keep): Filter {
  const reader = new Reader(text, "filter");
  const filter = readCondition(reader, field, () => reader.rest(), keep);
  reader.expectEnd();
  return filter;
}

/** `(a.eq.1,or(b.gt.2,c.is.null))` */
export function readLogic(word: "and" | "or", isNegated: boolean, text: string, keep: Keep): Filter {
  // Errors count from the word, as if it stood before its brackets.
  const reader = new Reader(text, "logic tree", word.length);
  return { kind: "logic", word, isNegated, filters: readList(reader, 1, keep) };
}

function readList(reader: Reader, depth: number, keep: Keep): readonly Filter[] {
  if (depth > depthMax) reader.fail(`a tree of at most ${depthMax} levels`);
  reader.expect("(");
  const filters: Filter[] = [];
  do {
    reader.skipSpaces();
    filters.push(readMember(reader, depth, keep));
    reader.skipSpaces();
  } while (reader.take(","));
  reader.expect(")");
  return filters;
}

function readMember(reader: Reader, depth: number, keep: Keep): Filter {
  for (const [text, word, isNegated] of logicWords) {
    if (!reader.takeWord(text, "(")) continue;
    return { kind: "logic", word, isNegated, filters: readList(reader, depth + 1, keep) };
  }
  if (reader.peek() === ")") reader.fail("field name (* or [a..z0..9_$]), negation operator (not) or logic operator (and, or)");
  const field = readField(reader);
  reader.expect(".");
  return readCondition(reader, field, () => readNestedValue(reader), keep);
}

const logicWords = [
  ["and", "and", false],
  ["or", "or", false],
  ["not.and", "and", true],
  ["not.or", "or", true],
] as const;

function readCondition(reader: Reader, field: Field, readValue: () => string, keep: Keep): Filter {
  const start = reader.at;
  const isNegated = reader.take("not.");
  const from = { field, isNegated };
  const operator = reader.until(".(");
  if (!isOperator(operator) || reader.isAtEnd) return reader.failFrom(start, '"not" or operator (eq, gt, ...)');
  const modifier = operator !== "in" && reader.take("(") ? readModifier(reader) : undefined;
  if (Object.hasOwn(searches, operator)) {
    reader.expect(".");
    return { kind: "search", ...from, operator: operator as SearchOperator, language: modifier, slot: keep(readValue()) };
  }
  const quantifier = modifier === undefined ? undefined : readQuantifier(reader, operator, modifier);
  reader.expect(".");
  if (operator === "in") return { kind: "in", ...from, slot: keep(arrayOf(readValues(reader))) };
  if (operator === "is") return { kind: "is", ...from, value: readState(reader, readValue) };
  const value = readValue();
  const slot = keep(isPattern.has(operator) ? value.replaceAll("*", "%") : value);
  return { kind: "compare", ...from, operator: operator as Comparison, quantifier, slot };
}

const isPattern: ReadonlySet<string> = new Set(["like", "ilike"]);
const isOperator = (word: string) => word === "in" || word === "is" || Object.hasOwn(comparisons, word) || Object.hasOwn(searches, word);

function readModifier(reader: Reader): string {
  const word = reader.until(")").trim();
  reader.expect(")");
  if (word === "") reader.fail("a word between the brackets");
  return word;
}

function readQuantifier(reader: Reader, operator: string, word: string): "any" | "all" {
  if ((word !== "any" && word !== "all") || !quantifiable.has(operator)) return reader.fail(`an operator without "(${word.slice(0, 20)})"`);
  return word;
}

function readState(reader: Reader, readValue: () => string): State {
  const word = readValue().toLowerCase();
  if (!Object.hasOwn(states, word)) reader.failAs("expecting null, not_null or trilean value (unknown, true, false)");
  return word as State;
}

/** `(1,2,"with, comma")` */
function readValues(reader: Reader): readonly string[] {
  reader.skipSpaces();
  reader.expect("(");
  reader.skipSpaces();
  const isQuoted = reader.peek() === '"';
  const values: string[] = [];
  do values.push(readListed(reader));
  while (reader.take(","));
  reader.expect(")");
  return values.length === 1 && values[0] === "" && !isQuoted ? [] : values;
}

/** Quotes count only where they hold the whole value. */
function readListed(reader: Reader): string {
  const quoted = reader.tryRead(() => (reader.peek() === '"' ? reader.quoted() : undefined), valueStops);
  return quoted ?? reader.until(valueStops);
}

/** A value among others: quoted, an array in its own brackets, or up to the next comma. */
function readNestedValue(reader: Reader): string {
  if (reader.peek() !== "{") return readListed(reader);
  const array = reader.tryRead(() => {
    const text = reader.until("}");
    return reader.take("}") ? `${text}}` : undefined;
  }, valueStops);
  return array ?? reader.until(valueStops);
}

/** An array as PostgreSQL reads it. */
export const arrayOf = (values: readonly string[]) => `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
