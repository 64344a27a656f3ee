import { hash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readKept } from "../../platform/kept-file.ts";
import type { Signer } from "../../platform/signed-note.ts";

const Entry = z.object({
  /** Counted from 0 in each journal. */
  seq: z.int(),
  at: z.string(),
  host: z.string(),
  sessionId: z.string(),
  kind: z.enum(["opened", "refused", "told", "read", "changed", "ended", "left"]),
  data: z.record(z.string(), z.unknown()),
  /** SHA-256 of the line before; of the first, of nothing. */
  previous: z.string(),
});
export type Entry = z.output<typeof Entry>;
type Said = Pick<Entry, "at" | "sessionId" | "kind" | "data">;

export interface Checked {
  /** Up to the first that is not as it was written. */
  readonly entries: readonly Entry[];
  /** The number of that line, counted from 1; nothing where all of them are whole. */
  readonly brokenAt: number | undefined;
}

/** What was done on this host while the database was away: lines that are only added, each bound to the one before and signed. */
export interface Journal {
  read(): Checked;
  /** `decide` sees what stands there; nobody else on this host writes meanwhile. Nothing is written where it throws. */
  append(decide: (entries: readonly Entry[]) => Said): Entry;
  /**
   * Has what there is merged, all of it again where something was added meanwhile. Only then is it kept under another name, to be looked
   * at, and later lines begin a new journal: until then it opens sessions and says which codes are spent. One process of this host
   * does so at a time.
   */
  mergeBy(merge: (checked: Checked) => Promise<void>, name: string): Promise<void>;
}

/** A holder of a lock that is this old has died. */
const staleMs = 5_000;
const staleMergeMs = 60_000;

export function openJournal(dataDir: string, signer: Signer): Journal {
  const folder = join(dataDir, "break-glass");
  const path = join(folder, "journal");
  const [lock, mergeLock] = [join(folder, "lock"), join(folder, "merge-lock")];

  const locked = <T>(work: () => T): T => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    while (!taken(lock, staleMs)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    try {
      return work();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  };
  /** Puts it away as long as it is what was merged. */
  const putAway = (text: string, name: string) =>
    locked(() => {
      const isWhole = readKept(path) === text;
      if (isWhole) renameSync(path, join(folder, `journal.${name}`));
      return isWhole;
    });
  return {
    read: () => checked(readKept(path) ?? "", signer),
    append: (decide) =>
      locked(() => {
        const text = readKept(path) ?? "";
        const { entries } = checked(text, signer);
        const lines = text.split("\n").slice(0, -1);
        const entry: Entry = { seq: lines.length, host: hostname(), previous: digestOf(lines.at(-1) ?? ""), ...decide(entries) };
        const body = JSON.stringify(entry);
        appendFileSync(path, `${body} ${signer.sign(body).toString("base64")}\n`, { mode: 0o600, flush: true });
        return entry;
      }),
    async mergeBy(merge, name) {
      if (!existsSync(path) || !taken(mergeLock, staleMergeMs)) return;
      try {
        for (let text = readKept(path); text !== undefined; text = putAway(text, name) ? undefined : readKept(path))
          await merge(checked(text, signer));
      } finally {
        rmSync(mergeLock, { recursive: true, force: true });
      }
    },
  };
}

function taken(lock: string, staleMs: number): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

const digestOf = (line: string) => hash("sha256", line);

function checked(text: string, { publicKey }: Signer): Checked {
  const entries: Entry[] = [];
  let previous = "";
  const lines = text.split("\n");
  // What follows the last line break was cut off while it was written: it never happened.
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const entry = entryOf(line, publicKey);
    if (entry?.seq !== i || entry.previous !== digestOf(previous)) return { entries, brokenAt: i + 1 };
    entries.push(entry);
    previous = line;
  }
  return { entries, brokenAt: undefined };
}

function entryOf(line: string, publicKey: Signer["publicKey"]): Entry | undefined {
  const end = line.lastIndexOf(" ");
  const body = line.slice(0, end);
  if (!publicKey.verify(body, Buffer.from(line.slice(end + 1), "base64"))) return undefined;
  return Entry.parse(JSON.parse(body));
}
