import { type Context, type Preparation, type Prepared, ready } from "../platform/action.ts";
import { effectsOf } from "../platform/for-two.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { doPart } from "../platform/part.ts";
import { includesRole, type Permission, staffRoles } from "../platform/permission.ts";
import { Refusal } from "../platform/refusal.ts";
import { judge, obstacleOf, waitingStateAt } from "../platform/second-person.ts";
import { holdRoles, listActive } from "../staff/index.ts";
import { listDeciders, tellAsker } from "./asking.ts";
import { digestOf, foundBy, openInput } from "./content.ts";
import {
  type Approval,
  type getApproval,
  grantApproval,
  type listApprovals,
  refuse,
  type rejectApproval,
  type withdrawApproval,
} from "./contract.ts";
import * as queries from "./queries.ts";

export async function list({ db, now }: Context, { cursor, limit, isWaiting }: InputOf<typeof listApprovals>) {
  const filter = { isWaiting: isWaiting === undefined ? undefined : isWaiting === "true", now };
  const { items, nextCursor } = toPage(await queries.list(db, filter, cursor, limit), limit);
  return { items: items.map((row) => shown(row, now)), nextCursor };
}

export async function get({ db, now }: Context, { approvalId }: InputOf<typeof getApproval>) {
  const row = await queries.find(db, approvalId);
  if (!row) throw refuse("approval_not_found");
  return shown(row, now);
}

const shown = ({ target, projectId, inputSealed, decision, ...row }: queries.Row, now: string): Approval => ({
  ...row,
  state: waitingStateAt({ ...row, decision }, now),
});

/** Another person's yes: what was asked for is done in the same transaction, by the action that any one person's act is done by. */
export const grant: Prepared<InputOf<typeof grantApproval>, Approval> = {
  async prepare(before, { approvalId, reason }) {
    const asked = await before.look((db) => queries.find(db, approvalId));
    const act = asked?.decision === null ? await actOf(before, asked) : undefined;
    return (context) => approve(context, { approvalId, reason }, act);
  },
};

interface Act {
  readonly permission: Permission;
  readonly input: unknown;
  readonly work: (context: Context) => Promise<unknown>;
}

/** What is left to do of what was asked for; nothing where the platform would not take it as it was said any more. */
async function actOf(before: Preparation, asked: queries.Row): Promise<Act | undefined> {
  const served = before.findForTwo(asked.operation);
  const input = openInput(before, asked);
  const parsed = served?.operation.input.safeParse(input);
  if (!served || !parsed?.success) return undefined;
  return { permission: served.operation.permission, input, work: await ready(before, served.action, parsed.data as never) };
}

async function approve(context: Context, { approvalId, reason }: InputOf<typeof grantApproval>, act: Act | undefined) {
  const { db, now, actor } = context;
  const asked = await holdWaiting(context, approvalId);
  await holdRoles(db);
  if (!(await mayStill(context, actor, grantApproval.permission))) throw refuse("approver_may_no_longer");
  const isAlone = await refuseOwn(context, asked);
  if (act && !(await mayStill(context, { id: asked.askedBy, breakGlass: asked.breakGlass }, act.permission)))
    throw await lapse(context, asked, "asker_may_no_longer");
  if (!act || digestOf(context, asked, act.input) !== asked.digest) throw await lapse(context, asked, "approval_stale");
  await carryOut(context, asked, act.work);
  const after = await queries.decide(db, approvalId, { decision: "approved", by: actor.id, reason, isAlone, now });
  return told(context, asked, after, "approved");
}

/** Does what was asked for, unless it would find something else than it found then. Its entries name both persons. */
async function carryOut(context: Context, asked: queries.Row, work: Act["work"]) {
  const own: Context = {
    ...context,
    ifMatch: undefined,
    audit: (entry) => context.audit({ action: asked.operation, ...entry, onBehalfOf: `staff:${asked.askedBy}` }),
  };
  try {
    await doPart(own, work, (entries) => {
      if (foundBy(effectsOf(asked.operation, entries)) !== foundBy(asked.effects)) throw refuse("approval_stale");
    });
  } catch (error) {
    if (error instanceof Refusal && !isPassing(error)) throw await lapse(context, asked, "approval_stale", error);
    throw error;
  }
}

/** What somebody else who approves, or another time, is not refused for: it waits on. */
const isPassing = ({ code, status }: Refusal) => status === 429 || status >= 500 || ["not_yourself", "last_admin"].includes(code);

async function holdWaiting(context: Context, approvalId: string) {
  const asked = await queries.lock(context.db, approvalId);
  if (!asked) throw refuse("approval_not_found");
  const obstacle = obstacleOf(asked, asked.askedBy, context);
  if (obstacle === "decided") throw refuse("approval_decided");
  if (obstacle === "too_late") throw refuse("approval_expired");
  return asked;
}

/** Whether they decide alone, which whoever asked may only where nobody else could, and a day later. */
async function refuseOwn(context: Context, { askedBy, askedAt }: queries.Row): Promise<boolean> {
  const hasOthers = (await listDeciders(context, askedBy)).length > 0;
  const judged = judge({ decider: context.actor.id, doneBy: askedBy, since: askedAt, now: context.now, hasOthers });
  if (judged === "not_own") throw refuse("not_your_own_approval");
  if (typeof judged === "object") throw refuse("approval_not_yet_alone", { details: judged });
  return judged === "alone";
}

/** Behind broken glass it was the sealed code that gave the right: whoever holds it must be on staff still. */
const mayStill = async (
  { db }: Context,
  { id, breakGlass }: { readonly id: string; readonly breakGlass?: string | null },
  permission: Permission,
) => {
  const own = typeof permission === "object" && "staff" in permission ? permission.staff : "admin";
  const wanted = breakGlass ? "viewer" : own;
  const able = await listActive(
    db,
    staffRoles.filter((role) => includesRole(role, wanted)),
  );
  return able.some((each) => each.id === id);
};

/** It can't be done any more, whoever approves it: that is kept, and told, with what the act itself says. */
async function lapse(context: Context, asked: queries.Row, code: "approval_stale" | "asker_may_no_longer", cause?: Refusal) {
  const refusal = refuse(code, { keep: true });
  const { now, actor } = context;
  const reason = cause === undefined || cause.code === code ? refusal.message : `${refusal.message} ${cause.message}`;
  const after = await queries.decide(context.db, asked.id, { decision: "lapsed", by: actor.id, reason, now });
  await told(context, asked, after, "lapsed");
  return refusal;
}

export async function reject(context: Context, { approvalId, reason }: InputOf<typeof rejectApproval>) {
  const asked = await holdWaiting(context, approvalId);
  if (asked.askedBy === context.actor.id) throw refuse("not_your_own_approval");
  const after = await queries.decide(context.db, approvalId, { decision: "rejected", by: context.actor.id, reason, now: context.now });
  return told(context, asked, after, "rejected");
}

export async function withdraw(context: Context, { approvalId, reason }: InputOf<typeof withdrawApproval>) {
  const asked = await holdWaiting(context, approvalId);
  if (asked.askedBy !== context.actor.id) throw refuse("not_asked_by_you");
  const after = await queries.decide(context.db, approvalId, { decision: "withdrawn", by: context.actor.id, reason, now: context.now });
  return told(context, asked, after, "withdrawn");
}

/** Writes down who decided what, and tells whoever asked. */
async function told(context: Context, before: queries.Row, after: queries.Row, decision: NonNullable<queries.Row["decision"]>) {
  const { id, projectId, operation, target, digest, askedBy, isDecidedAlone } = after;
  context.audit({
    ...{ target: id, projectId: projectId ?? undefined, reason: after.decisionReason ?? undefined },
    before: { decision: before.decision, operation, target, digest, askedBy },
    after: { decision, isDecidedAlone },
  });
  if (decision !== "withdrawn") await tellAsker(context, after, decision);
  return shown(after, context.now);
}

/** Tells whoever asked that nobody decided in time. */
export async function tellExpired(context: Context) {
  for (const row of await queries.tellExpired(context.db, context.now)) {
    context.audit({ action: "expireApproval", target: row.id, projectId: row.projectId ?? undefined, after: { operation: row.operation } });
    await tellAsker(context, row, "expired");
  }
}

/** Who somebody was goes from what waited for a second person about them; what they did and decided stays, under their id. */
export const forgetPerson = ({ db, now }: Context, person: { readonly id: string; readonly email: string }) =>
  queries.forget(db, person, now);
