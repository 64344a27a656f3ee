/** What a spreadsheet takes for the beginning of a formula, also behind what it looks past. */
const formula = String.raw`(?=(?:[^\S\t\r\n]|[\p{Cf}"'])*[=+\-@＝＋－＠])`;
/**
 * Where a spreadsheet may begin a cell: with the text, and, where its locale separates by something else than we do, within it
 * (OWASP, "CSV Injection").
 */
const beginnings = new RegExp(String.raw`^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))${formula}`, "gu");
const semicolons = new RegExp(`;${formula}`, "gu");
/** A figure below nothing is no formula. */
const figure = /^-\d{1,30}(?:\.\d{1,30})?$/;

/** One record of CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe. */
export const csvRecord = (cells: readonly unknown[]): string => `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const harmless = typeof value === "string" ? harmlessText(value) : harmlessJson(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const harmlessText = (text: string) => (figure.test(text) ? text : text.replaceAll(beginnings, "'"));

/** It begins as no formula does, and says the same with an escape where a cell could begin within. */
const harmlessJson = (value: unknown) => JSON.stringify(value).replaceAll(semicolons, "\\u003b");
