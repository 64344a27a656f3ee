import type { Context } from "../../platform/action.ts";
import { eachOf } from "../../platform/each.ts";
import type { InputOf } from "../../platform/operation.ts";
import { toPage } from "../../platform/page.ts";
import { get as getProject } from "../../projects/index.ts";
import {
  type getDetection,
  judgeDetection,
  type listDetections,
  type listProjectDetections,
  refuse,
  type withdrawVerdict,
} from "../contract.ts";
import * as queries from "../queries/detections.ts";
import { forgetHours } from "../queries/hours.ts";
import { forgetMinutes } from "../queries/minutes.ts";
import { forgetBefore } from "../queries/windows.ts";
import { liftFor } from "./close.ts";

export async function list({ db }: Context, filters: InputOf<typeof listDetections>) {
  return toPage(await queries.list(db, filters), filters.limit);
}

export async function get({ db }: Context, { detectionId }: InputOf<typeof getDetection>) {
  const found = await queries.find(db, detectionId);
  if (!found) throw refuse("detection_not_found");
  return found;
}

/** What owners may know: what is told them anyway, and not by how much. */
export async function listTold(context: Context, { projectId, cursor, limit }: InputOf<typeof listProjectDetections>) {
  await getProject(context, { projectId });
  return toPage(await queries.list(context.db, { projectId, cursor, limit, isTold: true }), limit);
}

/** Says whether a detection is right. One that is not ends what followed from it; while it lasts, nothing follows from it any more. */
export async function judge(context: Context, { detectionId, verdict, note }: InputOf<typeof judgeDetection>) {
  const { db, now, actor } = context;
  const { inputs: _inputs, rule: _rule, ...before } = await get(context, { detectionId });
  await queries.judge(db, detectionId, verdict, note ?? null, actor.id, now);
  const { inputs, rule, ...after } = await get(context, { detectionId });
  const reason = note ?? verdict;
  context.audit({ target: detectionId, projectId: after.projectId ?? undefined, reason, before, after });
  const open = (await queries.listOfRule(db, after.ruleId)).find(({ id }) => id === detectionId);
  if (verdict !== "true_positive" && open) await liftFor(context, open, `somebody on staff looked at it: ${verdict.replace("_", " ")}`);
  return after;
}

/** As if it had not been said: only one's own word, and only where it ended nothing. */
export async function withdraw(context: Context, { detectionId, reason }: InputOf<typeof withdrawVerdict>) {
  await queries.holdDetection(context.db, detectionId);
  const { inputs: _inputs, rule: _rule, ...before } = await get(context, { detectionId });
  if (before.verdictBy !== context.actor.id) throw refuse("verdict_not_yours");
  if (before.suspensionId !== null && before.verdict !== "true_positive") throw refuse("verdict_ended_a_sanction");
  await queries.withdraw(context.db, detectionId);
  const after = { ...before, verdict: null, verdictBy: null, verdictAt: null, verdictNote: null };
  context.audit({ target: detectionId, projectId: after.projectId ?? undefined, reason, before, after });
  return after;
}

/** A fortnight for trials, and a day more, since those look back from its beginning. */
const keptMs = { windows: 15 * 86_400_000, errors: 3 * 86_400_000 };

/** Forgets what was seen of requests when it serves no detection and no trial any more. */
export async function forget({ db, now }: Context) {
  const [windows, errors] = [keptMs.windows, keptMs.errors].map((ms) => new Date(Date.parse(now) - ms).toISOString());
  await forgetBefore(db, windows ?? now, errors ?? now);
  await forgetMinutes(db, windows ?? now);
  await forgetHours(db, windows ?? now);
}

export const judgeMany = eachOf(judgeDetection, judge);
