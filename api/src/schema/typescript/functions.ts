import type { Schema, SchemaFunction, TypeName } from "../shapes.ts";
import { type Member, objectOf, quote } from "./text.ts";
import type { typesIn } from "./type-of.ts";

type TypeOf = ReturnType<typeof typesIn>;

/** What may be called over REST of one name: several where it is overloaded. */
export function functionsOf(schema: Schema, place: string, typeOf: TypeOf): readonly Member[] {
  const callable = schema.functions.filter((each) => each.schema === place && isCallable(each));
  return [...Map.groupBy(callable, ({ name }) => name)].map(([name, overloads]) => ({
    name,
    type: overloads.map((each) => functionOf(each, schema, typeOf)).join("\n| "),
  }));
}

/** Arguments are given by name; one alone may have none, and gets the body. */
function isCallable({ kind, returns, arguments: all }: SchemaFunction): boolean {
  const given = all.filter(isGiven);
  const isTrigger = returns?.baseType === "trigger" || returns?.baseType === "event_trigger";
  return kind === "function" && !isTrigger && (given.length === 1 || given.every(({ name }) => name !== ""));
}

const isGiven = ({ mode }: SchemaFunction["arguments"][number]) => mode === "in" || mode === "inout" || mode === "variadic";

function functionOf(it: SchemaFunction, schema: Schema, typeOf: TypeOf): string {
  const given = it.arguments.filter(isGiven);
  const neededCount = given.length - it.defaultsCount;
  const isComputed = isComputedColumn(it, schema);
  const args = given.map(({ name, type }, index) => ({
    name: isComputed ? "" : name,
    type: typeOf(type),
    isOptional: index >= neededCount,
  }));
  const options = optionsOf(it, schema);
  // Of a set that is said to have one row, clients make the list themselves.
  const isOneOfSet = options !== undefined && it.returnsSet && it.rowsEstimate === 1;
  return objectOf([
    { name: "Args", type: objectOf(args, "never") },
    { name: "Returns", type: returnsOf({ ...it, returnsSet: it.returnsSet && !isOneOfSet }, typeOf) },
    ...(options ? [{ name: "SetofOptions", type: options }] : []),
  ]);
}

function returnsOf({ returns, returnsSet, arguments: all }: SchemaFunction, typeOf: TypeOf): string {
  const out = all.filter(({ mode }) => mode !== "in" && mode !== "variadic");
  const isRecord = returns?.baseType === "record" && out.length > 0;
  const one = isRecord ? objectOf(out.map(({ name, type }) => ({ name, type: typeOf(type) }))) : returns ? typeOf(returns) : "undefined";
  return returnsSet ? `${one}[]` : one;
}

/** A function that gives rows of a table can be asked for columns and what they refer to; one that takes a row is embedded in its table. */
function optionsOf(it: SchemaFunction, schema: Schema): string | undefined {
  const { schema: place, returns, returnsSet, rowsEstimate } = it;
  if (!returns || !isRelation(returns, place, schema)) return undefined;
  return objectOf([
    { name: "from", type: quote(rowTaken(it, schema)?.baseType ?? "*") },
    { name: "to", type: quote(returns.baseType) },
    { name: "isOneToOne", type: String(!returnsSet || rowsEstimate === 1) },
    { name: "isSetofReturn", type: String(returnsSet) },
  ]);
}

/** The table or view, of the function's own schema, whose row is all that it takes. */
function rowTaken({ schema: place, arguments: all }: SchemaFunction, schema: Schema): TypeName | undefined {
  const [only, ...more] = all.filter(isGiven);
  return only && more.length === 0 && isRelation(only.type, place, schema) ? only.type : undefined;
}

const isRelation = ({ baseType, baseTypeSchema, isArray }: TypeName, place: string, { tables, views }: Schema): boolean =>
  !isArray && baseTypeSchema === place && [...tables, ...views].some((each) => each.schema === place && each.name === baseType);

/** It stands among the columns of the table whose row it takes. */
function isComputedColumn(it: SchemaFunction, schema: Schema): boolean {
  const { schema: place, returns, returnsSet } = it;
  return rowTaken(it, schema) !== undefined && returns !== null && !returnsSet && !isRelation(returns, place, schema);
}

/** The columns that functions add to a table or view. */
export const computedColumns = (place: string, relation: string, schema: Schema, typeOf: TypeOf): readonly Member[] =>
  schema.functions
    .filter((each) => each.schema === place && isCallable(each) && isComputedColumn(each, schema))
    .filter((each) => rowTaken(each, schema)?.baseType === relation)
    .map(({ name, returns }) => ({ name, type: `${returns ? typeOf(returns) : "unknown"} | null` }));
