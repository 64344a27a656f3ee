import { type Finding, type LogLine, type Verdict as VerdictOf, Verification } from "@nextmavens/api/audit";
import { readPublicKey } from "@nextmavens/api/platform/signed-note";
import type { Progress } from "../import/progress.ts";

/** An export whose end is missing tells of less than it was made of: what is gone with it nobody would miss. */
type Verdict = VerdictOf & { readonly isWhole: boolean };

/** Checks all lines, telling how far it is. */
export async function verify(
  lines: AsyncIterable<LogLine>,
  publicKey: string,
  checkpoints: readonly string[],
  progress: Progress,
): Promise<Verdict> {
  const verification = new Verification(readPublicKey(publicKey), checkpoints);
  let isWhole = false;
  for await (const line of lines) {
    verification.take(line);
    isWhole = "open" in line;
    if ("log" in line) progress.begin("entries", line.log.entries);
    else if ("entry" in line) progress.step("");
  }
  progress.end();
  return { ...verification.finish(), isWhole };
}

export const isGood = ({ findings, isWhole }: Verdict): boolean => findings.length === 0 && isWhole;

/** What was found, for people. */
export function textOf(verdict: Verdict, hasOutside: boolean): string {
  const { batches, entries, erased, stubs, open, checkpoints, findings, untold, isWhole } = verdict;
  const found = findings.length + untold;
  return [
    ...findings.map(lineOf),
    ...(untold > 0 ? [`and ${untold} more`] : []),
    found === 0
      ? `${entries} entries in ${batches} batches are as they were sealed.`
      : `NOT AS IT WAS SEALED: ${found} ${found === 1 ? "finding" : "findings"} in ${entries} entries and ${batches} batches.`,
    ...(isWhole
      ? []
      : ["NOT WHOLE: the export breaks off before its last line. What it has is all that was looked at; export or copy it again."]),
    ...(erased > 0 ? [`Of ${erased} entries the values of a person were erased; the rest of them holds.`] : []),
    ...(stubs > 0 ? [`Of ${stubs} batches the entries were kept long enough and removed; their seals hold.`] : []),
    ...(open.entries > 0 ? [`${open.entries} entries are in no batch yet, the oldest of ${open.oldest}.`] : []),
    hasOutside
      ? `Compared with ${checkpoints} ${checkpoints === 1 ? "checkpoint" : "checkpoints"}.`
      : "No checkpoint from outside was given: whether the end was cut, or everything made anew with the key, does not show.",
  ].join("\n");
}

const lineOf = ({ what, batch, entry, why }: Finding) =>
  `batch ${batch}  ${what.toUpperCase()}  ${entry === undefined ? "" : `${entry}  `}${why}`;
