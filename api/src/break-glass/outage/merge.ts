import { z } from "zod";
import { type Action, type Context, type Engine, type Marks, perform } from "../../platform/action.ts";
import { newId } from "../../platform/ids.ts";
import type { Signer } from "../../platform/signed-note.ts";
import { endSessionsBehind, insertSession } from "../../staff/index.ts";
import { end } from "../actions.ts";
import { tellAll } from "../alerts.ts";
import { endBreakGlass } from "../contract.ts";
import { journalAltered, sealedCodeUsedTwice } from "../mails.ts";
import { insertActs, spend } from "../queries.ts";
import { type Checked, type Entry, openJournal } from "./journal.ts";
import * as queries from "./queries.ts";
import { Opened } from "./session.ts";

/** Takes what was done on this host while the database was away into the audit log, session by session, and says whether the journal is whole. */
export async function mergeJournal(engine: Engine, dataDir: string, signer: Signer): Promise<void> {
  const name = engine.clock().toISOString().replaceAll(":", "-");
  await openJournal(dataDir, signer).mergeBy(async (checked) => {
    const bySession = Map.groupBy(checked.entries, ({ sessionId }) => sessionId);
    for (const [sessionId, entries] of bySession) {
      if (entries[0]?.kind === "left") await endLeft(engine, sessionId);
      else await act(engine, { breakGlass: sessionId }, From.parse(entries[0]?.data), mergeSession, { sessionId, entries });
    }
    await act(engine, {}, From.parse({}), tellMerged, checked);
  }, name);
}

const Unsaid = z.string().optional().catch(undefined);
/** Where the holder came from stands where the audit log can forget it. */
const From = z.object({ address: Unsaid, userAgent: Unsaid }).transform(({ address, userAgent }) => ({ address, userAgent }));

const act = <Input>(engine: Engine, marks: Marks, from: z.output<typeof From>, action: Action<Input, void>, input: Input) => {
  const id = "mergeBreakGlassJournal";
  const request = { id: newId("request"), ...from };
  return perform(engine, { operation: { id, changes: true }, actor: { kind: "job", id, ...marks }, request }, action, input);
};

/** What its holder left on this host while the database knew nothing of it is ended as if they did so now. */
async function endLeft(engine: Engine, staffSessionId: string): Promise<void> {
  const left = await engine.store.transact("platform", (db) => queries.findOpenBehind(db, staffSessionId, engine.clock().toISOString()));
  if (!left) return;
  const actor = { kind: "staff", id: left.staffId, role: "viewer", breakGlass: left.id } as const;
  const request = { id: newId("request"), address: undefined, userAgent: undefined };
  await perform(engine, { operation: endBreakGlass, actor, request }, end, { sessionId: left.id });
}

interface Of {
  readonly sessionId: string;
  readonly entries: readonly Entry[];
}

/** What a code opened is a session like any other from now on: marked, in the work queue, and dead where it served before. */
async function mergeSession(context: Context, { sessionId, entries }: Of): Promise<void> {
  const merged = new Set((await queries.listMerged(context.db, sessionId)).map(placeOf));
  const fresh = entries.filter((entry) => !merged.has(placeOf(entry)));
  if (fresh.length === 0) return context.unchanged();
  const first = entries.find(({ kind }) => kind === "opened");
  const opened = first && Opened.parse(first.data);
  if (opened) {
    if (first && fresh.includes(first)) await enterSession(context, sessionId, opened);
    await noteActs(context, sessionId, fresh);
    await endAsSaid(context, sessionId, opened.staffId, fresh);
  }
  for (const { kind, seq, at, host, data } of fresh) {
    const by = { kind: "staff", id: opened?.staffId ?? String(data["staffId"]) } as const;
    const { before, after, ...rest } = Data.parse(data);
    context.audit({
      action: `breakGlassOffline.${kind}`,
      by,
      target: sessionId,
      reason: opened?.reason,
      before,
      after: { seq, at, host, ...rest, ...after },
    });
  }
}

const Snapshot = z.record(z.string(), z.unknown()).nullish();
/** What the seal covers for ever says nothing of a person: they are known by their id. */
const Data = z
  .looseObject({
    before: Snapshot,
    after: Snapshot,
    holder: z.unknown().optional(),
    subject: z.unknown().optional(),
    address: z.unknown().optional(),
    userAgent: z.unknown().optional(),
  })
  .transform(({ holder, subject, address, userAgent, ...data }) => data);

const placeOf = ({ seq, at }: Pick<Entry, "seq" | "at">) => `${seq} ${at}`;

async function enterSession(context: Context, id: string, opened: Opened): Promise<void> {
  const { db, now } = context;
  const { staffId, codeId, staffSessionId, expiresAt, openedAt } = opened;
  const isSecondUse = !(await spend(db, codeId, openedAt));
  await queries.noteTotpStep(db, staffId, opened.totpStep);
  await queries.insertMerged(db, { ...opened, id, isSecondUse });
  if (expiresAt > now && !isSecondUse) {
    const from = { address: opened.address ?? undefined, userAgent: opened.userAgent ?? undefined };
    await insertSession(db, { id: staffSessionId, staffId, door: "break_glass", breakGlassId: id, now: openedAt, expiresAt, ...from });
  }
  if (isSecondUse)
    await tellAll(context, sealedCodeUsedTwice({ sessionId: id, holder: opened.holder, openedAt, publicUrl: context.publicUrl }));
}

/** Of what was seen there is no target, and nobody says why. */
const Told = z.object({ what: z.string(), target: z.string().optional(), why: z.string().optional() });

async function noteActs({ db, request }: Context, sessionId: string, entries: readonly Entry[]): Promise<void> {
  const told = entries
    .flatMap(({ kind, at, data }) => (kind === "read" || kind === "changed" ? [{ kind, at, ...Told.parse(data) }] : []))
    .map((each) => ({ ...each, id: newId("breakGlassAct"), sessionId, requestId: request.id }));
  if (told.length > 0) await insertActs(db, told);
}

async function endAsSaid({ db, now }: Context, sessionId: string, staffId: string, entries: readonly Entry[]): Promise<void> {
  const ended = entries.find(({ kind }) => kind === "ended");
  if (!ended) return queries.endWorthless(db, sessionId, now);
  await queries.endMerged(db, sessionId, staffId, ended.at);
  await endSessionsBehind(db, sessionId, ended.at);
}

async function tellMerged(context: Context, { entries, brokenAt }: Checked): Promise<void> {
  const host = entries[0]?.host ?? "unknown";
  context.audit({ target: host, after: { host, entries: entries.length, isWhole: brokenAt === undefined, brokenAt: brokenAt ?? null } });
  if (brokenAt !== undefined) await tellAll(context, journalAltered({ host, brokenAt, whole: entries.length }));
}
