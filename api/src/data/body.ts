import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import { parse as parseCsv } from "csv-parse/sync";
import { fault } from "./fault.ts";
import { readMediaType } from "./grammar/accept.ts";
import { type Outline, outlineOf, readOutline } from "./outline.ts";

/** What a request brings: rows to write, or a function's arguments. JSON goes to PostgreSQL as it came, only its keys are looked at here. */
export interface Body {
  readonly media: "json" | "text" | "xml" | "bytes" | "form";
  readonly text: string;
  readonly isList: boolean;
  readonly rows: number | undefined;
  readonly keys: readonly string[];
  /** The values of a single row, where each is a text, a number that is kept exactly, a truth value or nothing. */
  readonly row: readonly (string | null)[] | undefined;
  /** Of a form, the arguments of a function: each may come several times. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** The same for bodies that differ in values only. */
  readonly shape: string;
}

type Read = Omit<Body, "shape">;

/** Shorter ones are parsed in a moment, whatever they hold. */
const longBytes = 100_000;
export const isLong = (bytes: Buffer) => bytes.length >= longBytes;

/** A body as it came, and what was read of it ahead, for it is a long one. */
export interface Sent {
  readonly bytes: Buffer;
  readonly outline?: Outline | undefined;
}

/** Reads ahead what would keep others waiting, if it is a long one of JSON. */
export async function readAhead(bytes: Buffer, headers: IncomingHttpHeaders): Promise<Sent> {
  const isOutlined = mediaOf(headers["content-type"]) === json && isUtf8(bytes);
  return { bytes, outline: isOutlined ? await readOutline(bytes) : undefined };
}

export function readBody(
  sent: Sent | undefined,
  headers: IncomingHttpHeaders,
  isCall: boolean,
  columns: readonly string[] | undefined,
): Body {
  if (isCompressed(headers)) {
    throw fault("PGRST102", "Content-Encoding not acceptable: send the body as it is.", { status: 415 });
  }
  const read = readAs(mediaOf(headers["content-type"]), sent ?? { bytes: Buffer.alloc(0) }, isCall, columns);
  const { media, isList, row, keys, rows } = read;
  const shape = `${media}\0${isList}\0${row !== undefined}\0${keys.length === 0 && rows}\0${JSON.stringify(keys)}`;
  return { ...read, shape };
}

const json = "application/json";

function mediaOf(header: string | undefined): string {
  if (header === undefined || header === json) return json;
  const { type, parameters } = readMediaType(header);
  if (!isUtf8Text(parameters)) throw notAcceptable(header);
  return type;
}

export const isCompressed = ({ "content-encoding": encoding = "identity" }: IncomingHttpHeaders): boolean => encoding !== "identity";

/** Whether a media type's parameters leave its text in UTF-8. */
export const isUtf8Text = (parameters: ReadonlyMap<string, string>): boolean => /^utf-?8$/i.test(parameters.get("charset") ?? "utf-8");

const notAcceptable = (header: string) => fault("PGRST102", `Content-Type not acceptable: ${header.slice(0, 200)}`);

function readAs(type: string, sent: Sent, isCall: boolean, columns: readonly string[] | undefined): Read {
  const { bytes } = sent;
  if (isCall && type === "application/octet-stream") return whole("bytes", `\\x${bytes.toString("hex")}`);
  if (!isUtf8(bytes)) throw fault("PGRST102", "The body is not valid UTF-8.");
  const text = bytes.toString("utf8");
  if (isCall && type === "text/plain") return whole("text", text);
  if (isCall && type === "text/xml") return whole("xml", text);
  if (type === "text/csv") return readCsv(text, columns);
  if (type === "application/x-www-form-urlencoded") return readForm(text, isCall, columns);
  if (type !== json) throw notAcceptable(type);
  return readJson(text, sent, isCall, columns);
}

const whole = (media: "bytes" | "text" | "xml" | "form", text: string): Read => ({
  media,
  text,
  isList: false,
  rows: 1,
  keys: [],
  row: undefined,
});

function readJson(text: string, sent: Sent, isCall: boolean, columns: readonly string[] | undefined): Read {
  if (isCall && text.trim() === "") return { media: "json", text: "{}", isList: false, rows: 1, keys: [], row: undefined };
  const first = /^\s*([[{])/.exec(text)?.[1];
  const isList = first === "[";
  if (first !== undefined && columns) return { media: "json", text, isList, rows: undefined, keys: columns, row: undefined };
  if (isLong(sent.bytes)) return readLongJson(text, sent, isCall);
  const parsed = parseJson(text);
  if (isCall && (first === undefined || isList)) return { media: "json", text, isList, rows: 1, keys: listedKeys(parsed), row: undefined };
  if (first === undefined) throw unevenKeys();
  return { media: "json", text, isList, ...keysOfAll(parsed, isList), row: isList ? undefined : plainRow(text, parsed as object) };
}

/** The same without making values of it. */
function readLongJson(text: string, { bytes, outline = outlineOf(bytes) }: Sent, isCall: boolean): Read {
  if (!outline) throw notJson();
  const { kind, rows, keys, isEven } = outline;
  const isList = kind === "list";
  if (!isCall && (kind === "other" || !isEven)) throw unevenKeys();
  return { media: "json", text, isList, rows: isCall ? 1 : rows, keys, row: undefined };
}

const notJson = () => fault("PGRST102", "Empty or invalid json");
const unevenKeys = () => fault("PGRST102", "All object keys must match");

/** A function takes lists and single values too, whole. */
const listedKeys = (parsed: unknown): readonly string[] =>
  Array.isArray(parsed) && typeof parsed[0] === "object" && parsed[0] !== null ? Object.keys(parsed[0]) : [];

function parseJson(text: string): unknown {
  if (text.trim() === "") throw notJson();
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

/** So many digits in a row may be more than a double holds. */
const longNumber = /[\d.]{15}|\de/i;

function plainRow(text: string, parsed: object): readonly (string | null)[] | undefined {
  const row: (string | null)[] = [];
  // Asked of the text once, not once for each number in it.
  const isExact = !longNumber.test(text);
  for (const value of Object.values(parsed)) {
    if (value === null || (typeof value === "string" && value.isWellFormed())) row.push(value);
    else if (typeof value === "boolean") row.push(String(value));
    else if (typeof value === "number" && isExact) row.push(String(value));
    else return undefined;
  }
  return row;
}

function keysOfAll(parsed: unknown, isList: boolean): { rows: number; keys: readonly string[] } {
  const rows = (isList ? parsed : [parsed]) as readonly unknown[];
  const keys = rows.length === 0 ? [] : keysOf(rows[0]);
  const known = new Set(keys);
  for (const row of rows) {
    const others = keysOf(row);
    const isSame = others.length === keys.length && others.every((key) => known.has(key));
    if (!isSame) throw unevenKeys();
  }
  return { rows: rows.length, keys };
}

function keysOf(row: unknown): readonly string[] {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    throw unevenKeys();
  }
  return Object.keys(row);
}

/** Reading a line takes as long as reading a hundred letters, and everybody else waits meanwhile. */
const csvLinesMax = 50_000;
const csvLettersMax = 4_000_000;
/** Each row names its columns again as JSON. */
const csvJsonMax = 20_000_000;

const csvTooLarge = () =>
  fault("PGRST102", `A CSV body may have ${csvLettersMax} letters and ${csvLinesMax} lines. Send it in parts, or as JSON.`, {
    status: 413,
  });

/** RFC 4180, with a line of names first; a bare NULL is null. */
function readCsv(text: string, columns: readonly string[] | undefined): Read {
  if (text.length > csvLettersMax || hasMoreLines(text, csvLinesMax)) throw csvTooLarge();
  const [names = [], ...lines] = readLines(text);
  if ((names.join("").length + names.length * csvQuotes) * lines.length > csvJsonMax) throw csvTooLarge();
  const rows = lines.map((line) => Object.fromEntries(names.map((name, i) => [name, line[i] === "NULL" ? null : (line[i] ?? null)])));
  return { media: "json", text: JSON.stringify(rows), isList: true, rows: rows.length, keys: columns ?? names, row: undefined };
}

const csvQuotes = '"":"",'.length;

function hasMoreLines(text: string, max: number): boolean {
  let lines = 0;
  for (const _ of text.matchAll(/[\r\n]+/g)) if (++lines > max) return true;
  return false;
}

function readLines(text: string): readonly (readonly string[])[] {
  try {
    return parseCsv(text, { skip_empty_lines: true, bom: true }) as string[][];
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH") throw fault("PGRST102", "All lines must have same number of fields");
    throw fault("PGRST102", "Empty or invalid CSV");
  }
}

/** More than a table has columns, or a function parameters. */
const formPairsMax = 2_000;

function readForm(text: string, isCall: boolean, columns: readonly string[] | undefined): Read {
  if (text.split("&", formPairsMax + 1).length > formPairsMax) {
    throw fault("PGRST102", `A form may have at most ${formPairsMax} fields`, { status: 413 });
  }
  const pairs = [...new URLSearchParams(text)];
  if (isCall) return { ...whole("form", ""), pairs };
  const row = Object.fromEntries(pairs);
  const keys = columns ?? Object.keys(row);
  return { media: "form", text: JSON.stringify(row), isList: false, rows: 1, keys, row: columns ? undefined : Object.values(row) };
}
