import { Refusal } from "../platform/refusal.ts";

/** So much of a long line is shown on each side of the place. */
const shownMax = 60;

/** A refusal that names a position in a text, with its line and column, and the line itself with a caret under the place. */
export function pointed(refusal: Refusal, text: string, shift: number): Refusal {
  const { code, status, message, details, headers } = refusal;
  const sent = details["position"];
  if (typeof sent !== "number") return refusal;
  const position = sent - shift;
  const place = position > 0 ? placeIn(text, position) : undefined;
  const { position: _, ...others } = details;
  const pointing = place && { position, line: place.line, column: place.column, detail: `${message}\n${place.drawn}` };
  return new Refusal({ code, status, message }, { details: { ...others, ...pointing }, headers });
}

/** The `position`th character, from 1 on, as PostgreSQL counts: one that takes two units of UTF-16 is one. */
function placeIn(text: string, position: number) {
  const before = unitsOf(text, position - 1);
  const lineStart = text.lastIndexOf("\n", before - 1) + 1;
  const lineEnd = text.indexOf("\n", before);
  const line = linesIn(text, lineStart);
  const left = [...text.slice(lineStart, before)];
  const right = [...text.slice(before, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/, "")];
  const label = `LINE ${line}: `;
  const begin = left.length > shownMax ? `...${left.slice(-shownMax).join("")}` : left.join("");
  const rest = right.length > shownMax ? `${right.slice(0, shownMax).join("")}...` : right.join("");
  const caret = `${" ".repeat(label.length + [...begin].length)}^`;
  return { line, column: left.length + 1, drawn: `${label}${(begin + rest).replaceAll("\t", " ")}\n${caret}` };
}

/** How many units of UTF-16 so many characters take. */
function unitsOf(text: string, characters: number): number {
  let at = 0;
  for (let i = 0; i < characters && at < text.length; i += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

function linesIn(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
