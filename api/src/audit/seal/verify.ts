import { lowestIdAt } from "../../platform/ids.ts";
import { rootOf } from "../../platform/merkle.ts";
import type { PublicKey } from "../../platform/signed-note.ts";
import { align } from "./align.ts";
import { actualHash, type Batch, isSigned, leavesOf, noBatch } from "./batch.ts";
import { type Checkpoint, readCheckpoint } from "./checkpoint.ts";
import { leafOf, type SealedEntry } from "./entry.ts";
import type { LogLine } from "./log.ts";
import { isRemovalSigned, type Removal } from "./removal.ts";

/** Something that is not as it was sealed, and where. */
export interface Finding {
  readonly what:
    | "changed"
    | "inserted"
    | "backdated"
    | "removed"
    | "reordered"
    | "batch changed"
    | "batch missing"
    | "batch forged"
    | "chain broken"
    | "tail cut"
    | "chain recomputed"
    | "checkpoint forged"
    | "not sealed"
    | "removal forged"
    | "erased unsaid";
  /** The batch it was found in. */
  readonly batch: number;
  readonly entry?: string;
  readonly why: string;
}

export interface Verdict {
  readonly batches: number;
  readonly entries: number;
  /** Entries whose values of a person are gone. */
  readonly erased: number;
  /** Batches whose entries were kept long enough: their seals remain. */
  readonly stubs: number;
  /** What is in no batch yet, and so is not proven. */
  readonly open: { readonly entries: number; readonly oldest: string | null; readonly erasures: readonly string[] };
  readonly checkpoints: number;
  readonly findings: readonly Finding[];
  /** More than are told. */
  readonly untold: number;
}

const findingsMax = 1_000;
const openMaxMs = 3_600_000;
/** Between an act's beginning and its commit lies no more: no transaction of the platform lasts so long. */
const latestMs = 900_000;

/** Checks a log line by line against the public key, and against checkpoints that were kept elsewhere. */
export class Verification {
  readonly #key: PublicKey;
  /** By the batch they are of. */
  readonly #checkpoints = new Map<number, Checkpoint[]>();
  /** Hashes of batches that were seen: checkpoints of the log itself come after them. */
  readonly #hashes = new Map<number, string>();
  /** What was kept long enough: batches up to this one, and so many entries of some later ones. */
  #goneThrough = 0;
  readonly #gone = new Map<number, number>();
  readonly #findings: Finding[] = [];
  #untold = 0;
  /** Of whom the log says that their values were erased, and whose are: an entry for each, and how many there are. */
  readonly #erasures = new Set<string>();
  readonly #erasedOf = new Map<
    string,
    { readonly people: readonly string[]; readonly batch: number; readonly id: string; entries: number }
  >();
  #batch: Batch | undefined;
  #group: { readonly id: string; readonly at: string; readonly leaf: Buffer }[] = [];
  #last: Batch | undefined;
  #batches = 0;
  #entries = 0;
  #erased = 0;
  #stubs = 0;
  #read = 0;
  #open: Verdict["open"] = { entries: 0, oldest: null, erasures: [] };
  #at: string | undefined;

  constructor(key: PublicKey, checkpoints: readonly string[]) {
    this.#key = key;
    for (const note of checkpoints) this.#takeCheckpoint(note);
  }

  take(line: LogLine): void {
    if ("entry" in line) this.#takeEntry(line.entry);
    else if ("batch" in line) {
      this.#close();
      this.#batch = line.batch;
    } else if ("removal" in line) this.#takeRemoval(line.removal);
    else if ("checkpoint" in line) this.#takeCheckpoint(line.checkpoint);
    else if ("open" in line) this.#open = line.open;
    else this.#at = line.log.at;
  }

  finish(): Verdict {
    this.#close();
    for (const [number, checkpoints] of this.#checkpoints) for (const checkpoint of checkpoints) this.#compare(number, checkpoint);
    this.#judgeOpen();
    this.#judgeErasures();
    return {
      ...{ batches: this.#batches, entries: this.#entries, erased: this.#erased, stubs: this.#stubs, open: this.#open },
      ...{ checkpoints: this.#read, findings: this.#findings, untold: this.#untold },
    };
  }

  #find(what: Finding["what"], batch: number, why: string, entry?: string): void {
    if (this.#findings.length < findingsMax) this.#findings.push({ what, batch, why, ...(entry === undefined ? {} : { entry }) });
    else this.#untold++;
  }

  #takeEntry(entry: SealedEntry): void {
    this.#entries++;
    if (entry.personalHash !== null) this.#takeErased(entry);
    if (entry.actorKind === "job" && entry.action === "eraseFromAuditLog") this.#erasures.add(entry.target);
    this.#group.push({ id: entry.id, at: entry.at, leaf: leafOf(entry) });
  }

  #takeErased({ id, actorId, target, onBehalfOf }: SealedEntry): void {
    this.#erased++;
    const people = [actorId, target, onBehalfOf?.split(":").at(-1) ?? ""];
    const found = this.#erasedOf.get(people.join(" "));
    if (found) found.entries++;
    else this.#erasedOf.set(people.join(" "), { people, batch: this.#batch?.number ?? 0, id, entries: 1 });
  }

  #takeRemoval(removal: Removal): void {
    if (!isRemovalSigned(removal, this.#key))
      this.#find("removal forged", removal.through, `what tells of a removal at ${removal.at} is not signed by ${this.#key.name}`);
    else {
      this.#goneThrough = Math.max(this.#goneThrough, removal.through);
      for (const { number, removed } of removal.partial) this.#gone.set(number, (this.#gone.get(number) ?? 0) + removed);
    }
  }

  #takeCheckpoint(note: string): void {
    const checkpoint = readCheckpoint(note, this.#key);
    this.#read++;
    if (checkpoint) this.#checkpoints.set(checkpoint.number, [...(this.#checkpoints.get(checkpoint.number) ?? []), checkpoint]);
    else this.#find("checkpoint forged", 0, `a checkpoint is not signed by ${this.#key.name}: ${JSON.stringify(note.slice(0, 100))}`);
  }

  /** Judges the batch whose entries have all come. */
  #close(): void {
    const [batch, group] = [this.#batch, this.#group];
    this.#group = [];
    this.#batch = undefined;
    if (!batch) {
      for (const { id } of group) this.#find("inserted", 0, "it stands before the first batch", id);
      return;
    }
    this.#judgeHeader(batch);
    this.#judgeEntries(batch, group);
    this.#judgeTimes(batch, group);
    this.#hashes.set(batch.number, batch.hash);
    this.#batches++;
    this.#last = batch;
  }

  #judgeHeader(batch: Batch): void {
    const { number } = batch;
    const expected = (this.#last?.number ?? 0) + 1;
    if (number > expected)
      this.#find(
        "batch missing",
        number,
        number - 1 === expected ? `batch ${expected} is not there` : `batches ${expected} to ${number - 1} are not there`,
      );
    else if (number < expected) this.#find("chain broken", number, `it comes after batch ${expected - 1}`);
    else if (batch.previous !== (this.#last?.hash ?? noBatch)) this.#find("chain broken", number, "it names another batch before it");
    if (actualHash(batch) !== batch.hash) this.#find("batch changed", number, "what it says does not have its hash");
    else if (!isSigned(batch, this.#key)) this.#find("batch forged", number, `it is not signed by ${this.#key.name}`);
  }

  #judgeEntries(batch: Batch, group: readonly { readonly id: string; readonly leaf: Buffer }[]): void {
    const leaves = leavesOf(batch);
    const { number, root } = batch;
    if (rootOf(leaves).toString("base64") !== root || leaves.length !== batch.entries) {
      this.#find("batch changed", number, "the hashes of its entries do not have its root");
      if (rootOf(group.map(({ leaf }) => leaf)).toString("base64") !== root)
        this.#find(
          "changed",
          number,
          `the entries from ${batch.firstId} to ${batch.lastId} do not have its root either; which of them cannot be told`,
        );
      return;
    }
    const isStub = number <= this.#goneThrough && group.length === 0;
    if (isStub) this.#stubs++;
    const differences = isStub ? [] : align(leaves, group);
    const removed = this.#gone.get(number);
    // A batch over the end of a month lost as many as the removal says, and nothing else.
    if (removed === differences.length && differences.every(({ is }) => is === "removed")) return;
    for (const { is, index, id } of differences)
      this.#find(is, number, `place ${index + 1} of ${batch.entries}`, id ?? neighbourOf(batch, index));
  }

  /** What was sealed as it was written can still say that it was long ago: then it would have been sealed before. */
  #judgeTimes({ number }: Batch, group: readonly { readonly id: string; readonly at: string }[]): void {
    if (!this.#last) return;
    const since = Date.parse(this.#last.at) - latestMs;
    const lowestId = lowestIdAt("audit", since);
    for (const { id, at } of group)
      if (Date.parse(at) < since || id < lowestId)
        this.#find("backdated", number, `it says ${at}, and came after batch ${number - 1} was sealed at ${this.#last.at}`, id);
  }

  /** It is sealed every second: what waits for an hour was kept from it, or its batches were taken away. */
  #judgeOpen(): void {
    const { oldest, entries } = this.#open;
    if (oldest !== null && this.#at !== undefined && Date.parse(this.#at) - Date.parse(oldest) > openMaxMs)
      this.#find("not sealed", this.#last?.number ?? 0, `${entries} entries are in no batch, the oldest since ${oldest}`);
  }

  /** Months end with all that came before them, so what tells of an erasure stays as long as what was erased by it. */
  #judgeErasures(): void {
    for (const each of this.#open.erasures) this.#erasures.add(each);
    for (const { people, batch, id, entries } of this.#erasedOf.values())
      if (!people.some((each) => this.#erasures.has(each)))
        this.#find(
          "erased unsaid",
          batch,
          `the values of a person are gone from it${entries > 1 ? ` and ${entries - 1} more` : ""}, and nothing says that they were erased`,
          id,
        );
  }

  #compare(number: number, { hash, total, at }: Checkpoint): void {
    const found = this.#hashes.get(number);
    const end = this.#last?.number ?? 0;
    if (number > end)
      this.#find("tail cut", end, `at ${at} there were ${number} batches with ${total} entries; the log ends at batch ${end}`);
    else if (found !== undefined && found !== hash)
      this.#find("chain recomputed", number, `at ${at} this batch had another hash: what stands here was made later`);
  }
}

/** What is gone has no id; the batch names its first and its last. */
const neighbourOf = ({ firstId, lastId, entries }: Batch, index: number) =>
  index === 0 ? firstId : index === entries - 1 ? lastId : undefined;
