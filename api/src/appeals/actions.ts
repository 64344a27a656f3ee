import { notify, type Said } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { eachOf } from "../platform/each.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { judge } from "../platform/second-person.ts";
import { get as getProject, type Project } from "../projects/index.ts";
import { hold, isOver, lift, type StaffSuspension, soften, spare, strictest } from "../suspensions/index.ts";
import type * as contract from "./contract.ts";
import { answerAppeal, refuse, type StaffAppeal } from "./contract.ts";
import { appealAnswered, appealDecided, toldOf } from "./mails.ts";
import * as queries from "./queries.ts";
import * as rules from "./rules.ts";
import { listDeciders } from "./staff-actions.ts";

/** Opens the one appeal that a sanction may have; staff are told once this is committed. */
export async function open(context: Context, { projectId, suspensionId, text }: InputOf<typeof contract.openAppeal>) {
  const { db, now, actor, settings } = context;
  await getProject(context, { projectId });
  const sanction = await hold(context, suspensionId);
  if (sanction.projectId !== projectId) throw refuse("suspension_not_found");
  const until = rules.appealableUntil(sanction, settings.appealWindowDays);
  if (until !== null && until <= now) throw refuse("appeal_window_over", { details: { until } });
  if (await queries.isOutcome(db, suspensionId)) throw refuse("follows_from_appeal");
  const id = newId("appeal");
  const dueAt = rules.dueAt(now, settings.appealHours);
  const isOpened = await queries.open(db, { id, suspensionId, projectId, openedBy: actor.id, openedAt: now, dueAt });
  if (!isOpened) throw refuse("already_appealed", { details: { appealId: (await queries.findOf(db, suspensionId))?.id } });
  await say(context, { id, projectId }, "owner", text);
  context.audit({ target: id, projectId, after: { suspensionId, state: "open", dueAt } });
  await context.enqueue("tellStaffOfAppeal", { appealId: id });
  return thread(context, id);
}

/** The owner writes to staff. */
export async function write(context: Context, { projectId, appealId, text }: InputOf<typeof contract.writeToAppeal>) {
  const appeal = await holdOpen(context, appealId, projectId);
  await sayAudited(context, appeal, "owner", text);
  return thread(context, appealId);
}

/** Staff write to the owner, who is told by mail. */
export async function answer(context: Context, { appealId, text }: InputOf<typeof contract.answerAppeal>) {
  const appeal = await holdOpen(context, appealId);
  await sayAudited(context, appeal, "staff", text);
  const project = await getProject(context, appeal);
  await tellOwner(context, project, appealAnswered({ ...toldOf(project, appeal, context.publicUrl), text }));
  return thread(context, appealId);
}

type Deciding = InputOf<typeof contract.decideAppeal>;

/** Decides an appeal, does what follows from it, and tells the owner in the words of whoever decided. */
export async function decide(context: Context, deciding: Deciding) {
  const { db, now, actor } = context;
  const appeal = await holdOpen(context, deciding.appealId);
  const isDecidedAlone = await refuseOwnJudge(context, appeal);
  const sanction = await hold(context, appeal.suspensionId);
  const next = await carryOut(context, sanction, deciding);
  const { id, projectId } = appeal;
  const state = rules.outcomeOf[deciding.decision];
  await queries.decide(db, {
    ...{ id, state, answer: deciding.answer, decidedBy: actor.id, isDecidedAlone, now },
    replacedById: next?.id ?? null,
  });
  const after = await thread(context, id);
  const { messages, ...decided } = after;
  context.audit({ target: id, projectId, reason: deciding.answer, before: appeal, after: decided });
  const project = await getProject(context, appeal);
  const { decision, answer, level = null } = deciding;
  const told = { ...toldOf(project, appeal, context.publicUrl), decision, state, answer, level, replacedById: after.replacedById };
  await tellOwner(context, project, appealDecided(told));
  return after;
}

const tellOwner = (context: Context, { id: projectId, developerId }: Project, said: Said<object>) =>
  notify(context, { to: { developerId }, projectId, ...said });

/** Whether they decide alone: whoever imposed the sanction may only where nobody else on staff could. */
async function refuseOwnJudge(context: Context, { imposedBy, openedAt }: StaffAppeal) {
  const hasOthers = (await listDeciders(context, imposedBy)).length > 0;
  const judged = judge({ decider: context.actor.id, doneBy: imposedBy, since: openedAt, now: context.now, hasOthers });
  if (judged === "not_own") throw refuse("not_your_own");
  if (typeof judged === "object") throw refuse("not_yet_alone", { details: judged });
  return judged === "alone";
}

/** What a decision does to the sanction; the milder one comes back where there is one. One that is over can still be found wrong. */
async function carryOut(context: Context, sanction: StaffSuspension, { decision, level, endsAt, answer }: Deciding) {
  if ((decision === "replace") !== (level !== undefined)) throw refuse("level_goes_with_replace");
  const isPast = isOver(sanction.state);
  // The mail of the decision says what follows: another one would only repeat it.
  const telling = { withoutMail: true };
  if (decision === "lift" && !isPast)
    await lift(context, { suspensionId: sanction.id, reason: `on appeal: ${answer}`.slice(0, 1000), ...telling });
  if (decision !== "uphold") await spareCause(context, sanction);
  if (level === undefined) return undefined;
  if (isPast) throw refuse("suspension_over");
  if (level === sanction.level || strictest([{ level }, sanction])?.level === level) throw refuse("not_milder");
  if (endsAt !== undefined && endsAt <= context.now) throw refuse("ends_in_the_past");
  return soften(context, sanction, { level, statement: answer.slice(0, 2000), endsAt: endsAt ?? sanction.endsAt, ...telling });
}

/** Automation does not impose again what was just decided in the owner's favour. */
async function spareCause(context: Context, { id, cause }: StaffSuspension) {
  if (cause !== "staff") await spare(context, { suspensionId: id, until: rules.sparedUntil(context.now) });
}

export async function list(context: Context, { projectId, cursor, limit }: InputOf<typeof contract.listAppeals>) {
  await getProject(context, { projectId });
  return toPage(await queries.list(context.db, projectId, cursor, limit), limit);
}

export async function listAll({ db }: Context, { cursor, limit, projectId, isOpen }: InputOf<typeof contract.listAllAppeals>) {
  const filter = { projectId, isOpen: isOpen === undefined ? undefined : isOpen === "true" };
  return toPage(await queries.listByDeadline(db, filter, cursor, limit), limit);
}

/** The same for owner and staff; the contract leaves out who wrote and decided for the owner. */
export async function get(context: Context, { appealId, projectId }: { appealId: string; projectId?: string }) {
  if (projectId !== undefined) await getProject(context, { projectId });
  const found = await thread(context, appealId);
  if (projectId !== undefined && found.projectId !== projectId) throw refuse("appeal_not_found");
  return found;
}

/** What pages tell of appeals against sanctions: for each the one there is, or until when there can be one. */
export async function listFor({ db, now, settings }: Pick<Context, "db" | "now" | "settings">, sanctions: readonly StaffSuspension[]) {
  const ids = sanctions.map(({ id }) => id);
  const appeals = await queries.listOf(db, ids);
  return sanctions.map((sanction) => {
    const appeal = appeals.find(({ suspensionId }) => suspensionId === sanction.id);
    const isFinal = appeal !== undefined || appeals.some(({ replacedById }) => replacedById === sanction.id);
    const until = rules.appealableUntil(sanction, settings.appealWindowDays);
    return { sanction, appeal, mayAppeal: !isFinal && (until === null || until > now), appealUntil: isFinal ? null : until };
  });
}

async function thread({ db }: Context, id: string) {
  const appeal = await queries.find(db, id);
  if (!appeal) throw refuse("appeal_not_found");
  return { ...appeal, messages: await queries.listMessages(db, id) };
}

async function holdOpen(context: Context, appealId: string, projectId?: string) {
  const appeal = await queries.lock(context.db, appealId);
  if (!appeal || (projectId !== undefined && appeal.projectId !== projectId)) throw refuse("appeal_not_found");
  if (!rules.isOpen(appeal.state)) throw refuse("appeal_decided", { details: { state: appeal.state, decidedAt: appeal.decidedAt } });
  return appeal;
}

async function sayAudited(context: Context, appeal: StaffAppeal, side: queries.Message["side"], text: string) {
  const { length } = await queries.listMessages(context.db, appeal.id);
  if (length >= rules.messagesMax) throw refuse("too_many_messages");
  const messageId = await say(context, appeal, side, text);
  context.audit({ target: appeal.id, projectId: appeal.projectId, after: { messageId } });
}

async function say({ db, now, actor }: Context, appeal: { id: string; projectId: string }, side: queries.Message["side"], body: string) {
  const id = newId("appealMessage");
  await queries.insertMessage(db, {
    id,
    appealId: appeal.id,
    projectId: appeal.projectId,
    side,
    writtenBy: actor.id,
    body,
    writtenAt: now,
  });
  return id;
}

export const answerMany = eachOf(answerAppeal, answer);
