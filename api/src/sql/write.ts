import type { Column, Row } from "../platform/db/exchange.ts";
import { isOwn } from "./types.ts";
import { toJson } from "./values.ts";

/** What one statement gave. */
export interface Answer {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly tag: string;
  readonly types: ReadonlyMap<number, string>;
}

/** The answer's JSON: what the last statement gave, and where there are several, what each gave. */
export function write(answers: readonly Answer[]): string {
  const results = answers.map(members);
  const last = results.at(-1) ?? "";
  return results.length > 1 ? `{${last},"results":[${results.map((each) => `{${each}}`).join(",")}]}` : `{${last}}`;
}

function members({ columns, rows, tag, types }: Answer): string {
  const fields = columns.map(({ name, dataTypeID }) => ({ name, type: typeOf(types, dataTypeID) }));
  const [, command = tag, numbers = ""] = /^(\D*?)((?: \d+)*)$/.exec(tag) ?? [];
  const count = numbers.split(" ").at(-1) || rows.length;
  const written = rows.map(objectWriter(columns, types));
  return `"command":${JSON.stringify(command)},"rowCount":${count},"fields":${JSON.stringify(fields)},"rows":[${written.join(",")}]`;
}

/** Writes rows of these columns as objects. */
export function objectWriter(columns: readonly Column[], types: ReadonlyMap<number, string>): (row: Row) => string {
  const writers = columns.map(({ name, dataTypeID }) => ({
    name: `${JSON.stringify(name)}:`,
    toJson: toJson(typeOf(types, dataTypeID), isOwn(dataTypeID)),
  }));
  return (row) => `{${writers.map((writer, i) => writer.name + jsonOf(row[i], writer.toJson)).join(",")}}`;
}

const typeOf = (types: ReadonlyMap<number, string>, id: number) => types.get(id) ?? "unknown";
const jsonOf = (value: string | null | undefined, toJson: (text: string) => string) => (value == null ? "null" : toJson(value));
