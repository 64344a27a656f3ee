import type { SqlBody } from "./contract.ts";

/** What goes before a statement to see its plan; nothing where that is not wanted. It stands in the statement's first line. */
export function explaining(wanted: Exclude<SqlBody["explain"], undefined>): string {
  if (wanted === false) return "";
  const { analyze = false, verbose = false, buffers = analyze, format = "text" } = wanted === true ? {} : wanted;
  const options = [analyze && "analyze", verbose && "verbose", buffers && "buffers", `format ${format}`];
  return `explain (${options.filter(Boolean).join(", ")}) `;
}
