import type { Answer } from "./run.ts";
import { toJson } from "./values.ts";

/** The answer's JSON: what the last statement gave, and where there are several, what each gave. */
export function write(answers: readonly Answer[]): string {
  const results = answers.map(members);
  const last = results.at(-1) ?? "";
  return results.length > 1 ? `{${last},"results":[${results.map((each) => `{${each}}`).join(",")}]}` : `{${last}}`;
}

function members({ columns, rows, tag, types }: Answer): string {
  const fields = columns.map(({ name, dataTypeID }) => ({ name, type: types.get(dataTypeID) ?? "unknown" }));
  const writers = fields.map(({ name, type }) => ({ name: `${JSON.stringify(name)}:`, toJson: toJson(type) }));
  const written = rows.map((row) => `{${writers.map((writer, i) => writer.name + jsonOf(row[i], writer.toJson)).join(",")}}`);
  const [, command = tag, numbers = ""] = /^(\D*?)((?: \d+)*)$/.exec(tag) ?? [];
  const count = numbers.split(" ").at(-1) || "0";
  return `"command":${JSON.stringify(command)},"rowCount":${count},"fields":${JSON.stringify(fields)},"rows":[${written.join(",")}]`;
}

const jsonOf = (value: string | null | undefined, toJson: (text: string) => string) => (value == null ? "null" : toJson(value));
