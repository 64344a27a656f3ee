import { createHash } from "node:crypto";

export interface Known {
  readonly name: string;
  readonly checksum: string;
}

/** The same for a text whose lines end in CRLF: some checkouts make them so. */
export const checksumOf = (sql: string): string => createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");

/** Whether a migration is to be applied after those that were. Names are plain ASCII, so comparing them is comparing bytes. */
export function judge(applied: readonly Known[], { name, checksum }: Known): "apply" | "applied" | "changed" | "out_of_order" {
  const same = applied.find((each) => each.name === name);
  if (same) return same.checksum === checksum ? "applied" : "changed";
  return applied.some((each) => each.name > name) ? "out_of_order" : "apply";
}

export const lastName = (applied: readonly Known[]): string | undefined =>
  applied
    .map((each) => each.name)
    .sort()
    .at(-1);
