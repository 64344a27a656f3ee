/** How much of a body is looked at. */
const lookedAt = 4_096;

/**
 * What looks for a hole in statements, as it stands in URLs, percent-encoded or not, and in bodies. Each of these alone may stand in somebody's text; rules
 * count them.
 */
const space = String.raw`(?:\s|\+|%20|\/\*[^*]{0,20}\*\/)`;
const quote = `(?:'|%27|"|%22)`;
const probe = new RegExp(
  [
    // Out of a text and on with a condition: ' or 1=1, ") and ("a"="a
    String.raw`${quote}(?:${space}|\)|%29)*(?:or|and|\|\||having|union)(?:${space}|'|%27|\(|%28)`,
    // The rest of the statement away: '--
    `(?:'|%27)${space}*(?:--|%2d%2d|#|%23)`,
    `union${space}+(?:all${space}+)?select`,
    // Another statement behind it.
    String.raw`;${space}*(?:drop${space}+(?:table|database|schema)|delete${space}+from|insert${space}+into|update${space}+\w+${space}+set|(?:alter|create)${space}+(?:table|role|user)|truncate${space}+table)`,
    // What takes time, to see by the clock whether it was done.
    String.raw`pg_sleep|waitfor${space}+delay|benchmark(?:\(|%28)|sleep(?:\(|%28)\d`,
    // Where systems keep what they know of themselves, and what else scanners ask everybody.
    String.raw`information_schema|pg_catalog|pg_shadow|pg_user|xp_cmdshell|\.\.(?:\/|%2f)\.\.|<script|%3cscript|etc(?:\/|%2f)passwd|\$\{jndi`,
  ].join("|"),
  "i",
);

export const isProbe = (text: string): boolean => probe.test(text);

export const beginningOf = (body: Buffer): string => body.toString("latin1", 0, Math.min(body.length, lookedAt));

const ddl =
  /\b(?:create|alter|drop)\s+(?:or\s+replace\s+|unique\s+|temp(?:orary)?\s+|unlogged\s+|materialized\s+|if\s+)*(?:table|index|view|materialized|schema|type|domain|sequence|function|procedure|trigger|policy|rule|extension|aggregate|publication|role)\b|\btruncate\b|\b(?:grant|revoke)\s+\w+/i;

/** Whether SQL changes the schema, as far as its beginning tells. */
export const isDdl = (sql: string): boolean => ddl.test(sql);

/** What a read may say without leaving a row out. */
const leavesAllIn = new Set(["select", "order", "columns", "offset", "apikey"]);
const longPage = 1_000;

/** Whether a read of a relation leaves no row out: no filter, and no limit but a large one. */
export function isOfEverything(search: string): boolean {
  for (const pair of search.split("&")) {
    const [name = "", value] = pair.split("=");
    if (name === "limit" ? Number(value) < longPage : name !== "" && !leavesAllIn.has(name)) return false;
  }
  return true;
}
