import type { Context, Preparation, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { totpStep } from "../platform/totp.ts";
import { endSessionsBehind, insertSession } from "../staff/index.ts";
import { tellEnded, tellOpened, tellWrongDigits } from "./alerts.ts";
import {
  type BreakGlassSession,
  type endBreakGlass,
  type getBreakGlass,
  type listBreakGlass,
  type openBreakGlass,
  refuse,
  type reviewBreakGlass,
} from "./contract.ts";
import { totpPurposeOf } from "./holders.ts";
import * as queries from "./queries.ts";
import { endOf, verdictsOf } from "./rules.ts";
import { verified } from "./verified.ts";

type Opening = InputOf<typeof openBreakGlass>;

/** Opens a session for a page, which keeps it in a cookie. */
export const enter: Prepared<Opening, { session: BreakGlassSession; staffSessionId: string }> = {
  async prepare(before, input) {
    const held = await heldBy(before, input);
    return (context) => begin(context, input, held);
  },
};

/** Opens a session for a program. */
export const open: Prepared<Opening, OutputOf<typeof openBreakGlass>> = {
  async prepare(before, input) {
    const held = await heldBy(before, input);
    return async (context) => {
      const { session, staffSessionId } = await begin(context, input, held);
      const { accessToken } = await context.tokens.issue("staff", session.holder, staffSessionId, context.now);
      return { session, accessToken, expiresAt: session.expiresAt };
    };
  },
};

interface Held {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly refuseGuess: () => void;
}

async function heldBy({ vault, throttle, request, look }: Preparation, input: Opening): Promise<Held> {
  const find = (name: string) => look((db) => queries.findCode(db, name));
  const { code, found, refuseGuess } = await verified({ vault, throttle, address: request.address, find }, input);
  return { id: found.id, staffId: found.staffId, name: code.name, refuseGuess };
}

async function begin(context: Context, input: Opening, held: Held) {
  const { db, now, request } = context;
  const holder = await queries.findHolder(db, held.staffId);
  if (!holder) throw refuse("wrong_sealed_code");
  // Looked at once more, as the holder is locked: whoever came at the same time has their digits used up by the one who is in.
  if (await queries.isSpent(db, held.id)) throw refuse("sealed_code_is_spent");
  held.refuseGuess();
  const secret = context.vault.open(holder.totpSealed, totpPurposeOf(holder.id));
  const step = totpStep(secret, input.totp, holder.totpLastStep, now);
  if (step === undefined) {
    await tellWrongDigits(context, holder.email, held);
    context.audit({ by: { kind: "staff", id: holder.id }, target: held.id, after: { refused: "wrong digits" } });
    throw refuse("wrong_sealed_code", { keep: true });
  }
  if (!(await queries.spend(db, held.id, now))) throw refuse("sealed_code_is_spent");
  await queries.noteTotpStep(db, holder.id, step);
  const { reason, incident, minutes, isDrill } = input;
  const [id, staffSessionId, expiresAt] = [newId("breakGlass"), newId("session"), endOf(now, minutes)];
  const from = { address: request.address, userAgent: request.userAgent };
  const opened = { id, staffId: holder.id, codeId: held.id, isDrill, reason, incident, minutes, now, expiresAt, ...from };
  const session = await queries.insert(db, opened);
  await insertSession(db, { id: staffSessionId, staffId: holder.id, door: "break_glass", breakGlassId: id, now, expiresAt, ...from });
  await tellOpened(context, session, holder.email);
  context.audit({ by: { kind: "staff", id: holder.id }, target: id, reason, after: session });
  return { session, staffSessionId };
}

export async function list({ db, now }: Context, { cursor, limit }: InputOf<typeof listBreakGlass>) {
  return toPage(await queries.list(db, cursor, limit, now), limit);
}

export async function get({ db, now }: Context, { sessionId }: InputOf<typeof getBreakGlass>) {
  const session = await queries.find(db, sessionId, now);
  if (!session) throw refuse("break_glass_session_not_found");
  return { session, transcript: await queries.listActs(db, sessionId) };
}

/** Whoever is in is out with the next request: what they hold is looked up each time. */
export async function end(context: Context, { sessionId }: InputOf<typeof endBreakGlass>) {
  const { db, actor, now } = context;
  const before = await queries.lock(db, sessionId, now);
  if (!before) throw refuse("break_glass_session_not_found");
  const isAdmin = actor.kind === "staff" && actor.role === "admin";
  if (actor.id !== before.holder && !isAdmin) throw refuse("not_yours_to_end");
  if (before.state !== "open") throw refuse("break_glass_is_over");
  const after = await queries.end(db, sessionId, actor.id, now);
  await endSessionsBehind(db, sessionId, now);
  await tellEnded(context, after);
  context.audit({ target: sessionId, before, after });
  return after;
}

export async function review(context: Context, { sessionId, verdict, review }: InputOf<typeof reviewBreakGlass>) {
  const { db, actor, now } = context;
  const before = await queries.lock(db, sessionId, now);
  if (!before) throw refuse("break_glass_session_not_found");
  if (before.state === "open") throw refuse("break_glass_goes_on");
  if (actor.id === before.holder) throw refuse("review_by_another");
  if (before.state === "reviewed") throw refuse("already_reviewed");
  const possible = verdictsOf(before.isDrill);
  if (!possible.includes(verdict)) throw refuse("verdict_contradicts", { details: { possible } });
  const after = await queries.review(db, sessionId, actor.id, { verdict, review }, now);
  context.audit({ target: sessionId, reason: review, before, after });
  return after;
}
