import { notify } from "../../notices/index.ts";
import type { Context } from "../../platform/action.ts";
import type { InputOf } from "../../platform/operation.ts";
import { listActive } from "../../staff/index.ts";
import type { listAuditCheckpoints } from "../contract.ts";
import { auditSigner, makeBatch } from "./batch.ts";
import { makeCheckpoint } from "./checkpoint.ts";
import { checkpointMade } from "./mail.ts";
import * as queries from "./queries.ts";

const entriesMax = 5_000;
/** So that one transaction does not take for ever where much is waiting: the next round goes on. */
const batchesMax = 40;

/** Closes what was written since the last batch; says how many entries that were. */
export async function seal(context: Context): Promise<number> {
  return (await queries.takeTurn(context.db)) ? close(context) : 0;
}

async function close({ db, vault, now }: Context): Promise<number> {
  const signer = auditSigner(vault);
  let last = await queries.findLast(db);
  let sealed = 0;
  for (let i = 0; i < batchesMax; i++) {
    const entries = await queries.listOpen(db, last && { xact: last.lastXact, id: last.lastId }, entriesMax);
    if (entries.length === 0) break;
    last = makeBatch(entries, last, now, signer);
    await queries.insertBatch(db, last);
    sealed += entries.length;
  }
  return sealed;
}

/** Seals what is there and tells it outside of the database, where something was sealed since the last time. */
export async function publishCheckpoint(context: Context): Promise<void> {
  const { db, vault, now } = context;
  await queries.waitForTurn(db);
  await close(context);
  const last = await queries.findLast(db);
  const [told] = await queries.listCheckpoints(db, undefined, 1);
  if (!last || last.number === told?.number) return;
  const note = makeCheckpoint(last, now, auditSigner(vault));
  await queries.insertCheckpoint(db, { number: last.number, at: now, note });
  const said = checkpointMade({ number: last.number, entries: last.total, at: now, note, publicUrl: context.publicUrl });
  if (context.staffChannel) await notify(context, { to: { staff: true }, ...said });
  if (context.mailer) for (const { email } of await listActive(db, ["admin"])) await notify(context, { to: { address: email }, ...said });
}

/** What was told, newest first, and the key to check it with. */
export async function listCheckpoints({ db, vault }: Context, { before, limit }: InputOf<typeof listAuditCheckpoints>) {
  const rows = await queries.listCheckpoints(db, before, limit + 1);
  const items = rows.slice(0, limit);
  return {
    publicKey: auditSigner(vault).publicKey.text,
    items,
    nextBefore: rows.length > limit ? (items.at(-1)?.number ?? null) : null,
  };
}

/** Makes partitions of the log before their months begin. */
export const extend = ({ db }: Context) => queries.extend(db);
