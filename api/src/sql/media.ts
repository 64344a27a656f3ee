import type { Column, Row } from "../platform/db/exchange.ts";
import { objectWriter } from "./write.ts";

/** A form in which rows go out one by one. */
export interface RowMedia {
  readonly contentType: string;
  /** What stands before the rows, and how each is written. */
  readonly writer: (columns: readonly Column[], types: ReadonlyMap<number, string>) => { head: string; row: (row: Row) => string };
  /** What can still be said of an error, as JSON, when rows have gone out. */
  readonly failure?: (problem: string) => string;
}

const ndjson: RowMedia = {
  contentType: "application/x-ndjson; charset=utf-8",
  writer(columns, types) {
    const write = objectWriter(columns, types);
    // A tenant's json may hold line breaks, between its parts only.
    return { head: "", row: (row) => `${write(row).replaceAll(/[\r\n]/g, " ")}\n` };
  },
  failure: (problem) => `{"error":${problem}}\n`,
};

/** RFC 4180 as PostgreSQL's COPY reads it: nothing is null, and "" an empty text. */
const csv: RowMedia = {
  contentType: "text/csv; charset=utf-8; header=present",
  writer: (columns) => ({ head: csvLine(columns.map(({ name }) => name)), row: csvLine }),
};

const csvLine = (values: Row) => `${values.map(csvValue).join(",")}\n`;
const csvValue = (value: string | null) => {
  if (value === null) return "";
  return value === "" || value === "\\." || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

const streamed: ReadonlyMap<string, RowMedia> = new Map([
  ["application/x-ndjson", ndjson],
  ["application/ndjson", ndjson],
  ["application/jsonl", ndjson],
  ["text/csv", csv],
]);

/** The form that is liked best of those there are; nothing for JSON, which is also for who likes none of them. */
export function mediaFor(accept = ""): RowMedia | undefined {
  const liked = accept
    .split(",")
    .map((part) => {
      const [type = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((each) => each.startsWith("q="))?.slice(2);
      return { type, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ type, weight }) => weight > 0 && (streamed.has(type) || jsons.has(type)))
    .sort((a, b) => b.weight - a.weight);
  return streamed.get(liked[0]?.type ?? "");
}
const jsons = new Set(["application/json", "application/*", "*/*"]);
