import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { flawOf, Proof, prove } from "@nextmavens/api/audit";
import { readPublicKey } from "@nextmavens/api/platform/signed-note";
import { makeProgress } from "../import/progress.ts";
import { bench } from "./bench.ts";
import { type Asked, type From, help } from "./options.ts";
import { linesOf, notesIn, openSource, readExport, type Source } from "./source.ts";
import { isGood, textOf, verify } from "./verify.ts";

type Task = Exclude<Asked, { readonly problem: string }>;
type Of<Name extends Task["task"]> = Extract<Task, { readonly task: Name }>;

/** Does what was asked; the number it ends with. */
export async function run(asked: Task): Promise<number> {
  switch (asked.task) {
    case "help":
      return say(help);
    case "verify":
      return runVerify(asked);
    case "export":
      return within(asked.from, (source) => runExport(source, asked.to));
    case "prove":
      return within(asked.from, (source) => runProve(source, asked));
    case "verify-proof":
      return runVerifyProof(asked);
    case "public-key":
      return within(nowhereElse, async ({ publicKey = "" }) => say(publicKey));
    case "bench":
      return say(await bench(asked.entries, makeProgress(process.stderr)));
  }
}

const nowhereElse: From = { export: undefined, database: undefined };

function say(text: string): number {
  console.log(text);
  return 0;
}

async function within(from: From, work: (source: Source) => Promise<number>): Promise<number> {
  const source = await openSource(from);
  return work(source).finally(() => source.close());
}

const found = 2;

async function runVerify({ from, publicKey, checkpoints }: Of<"verify">): Promise<number> {
  const outside = checkpoints.flatMap(notesOf);
  const check = async (lines: Parameters<typeof verify>[0], key: string) => {
    const verdict = await verify(lines, key, outside, makeProgress(process.stderr));
    console.log(textOf(verdict, outside.length > 0));
    return isGood(verdict) ? 0 : found;
  };
  if (from.export !== undefined) return check(readExport(from.export), publicKey ?? "");
  return within(from, (source) => check(linesOf(source.look, ""), publicKey ?? source.publicKey ?? ""));
}

/** A file that says nothing would let everything pass. */
function notesOf(text: string): readonly string[] {
  const notes = notesIn(text);
  if (notes.length === 0) throw new Error("there is no checkpoint in what --checkpoint names");
  return notes;
}

async function runExport({ look, publicKey = "" }: Source, to: string | undefined): Promise<number> {
  const out = to === undefined ? process.stdout : createWriteStream(to, { mode: 0o600 });
  for await (const line of linesOf(look, publicKey.split("+")[0] ?? "")) {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, "drain");
  }
  if (out !== process.stdout) await finished(out.end());
  return 0;
}

async function runProve({ look }: Source, { id, to }: Of<"prove">): Promise<number> {
  const proof = await prove(look, id);
  if (typeof proof === "string") throw new Error(proof);
  const text = JSON.stringify(proof, undefined, 2);
  if (to === undefined) console.log(text);
  else await writeFile(to, `${text}\n`, { mode: 0o600 });
  return 0;
}

function runVerifyProof({ proof, publicKey, checkpoints }: Of<"verify-proof">): number {
  const read = Proof.safeParse(JSON.parse(proof));
  if (!read.success) throw new Error("that is no proof of an entry");
  const flaw = flawOf(read.data, readPublicKey(publicKey), checkpoints.flatMap(notesOf));
  const { entry, batches, checkpoint } = read.data;
  if (flaw !== undefined) {
    console.log(`NOT PROVEN: ${flaw}`);
    return found;
  }
  const until = checkpoint === undefined ? "" : `, and by the checkpoint of batch ${batches.at(-1)?.number}`;
  return say(
    `${entry.id} (${entry.action} on ${entry.target}, ${entry.at}) is in batch ${batches[0]?.number} of ${batches[0]?.at}${until}.`,
  );
}
