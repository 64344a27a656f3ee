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
  const fields = columns.map(({ name, dataTypeID }) => ({ name, type: types.get(dataTypeID) ?? "unknown" }));
  const writers = columns.map(({ name, dataTypeID }, i) => ({
    name: `${JSON.stringify(name)}:`,
    toJson: toJson(fields[i]?.type ?? "unknown", isOwn(dataTypeID)),
  }));
  const written = rows.map((row) => `{${writers.map((writer, i) => writer.name + jsonOf(row[i], writer.toJson)).join(",")}}`);
  const [, command = tag, numbers = ""] = /^(\D*?)((?: \d+)*)$/.exec(tag) ?? [];
  const count = numbers.split(" ").at(-1) || "0";
  return `"command":${JSON.stringify(command)},"rowCount":${count},"fields":${JSON.stringify(fields)},"rows":[${written.join(",")}]`;
}

const jsonOf = (value: string | null | undefined, toJson: (text: string) => string) => (value == null ? "null" : toJson(value));
