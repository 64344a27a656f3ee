import type { Context } from "../../platform/action.ts";
import { newId } from "../../platform/ids.ts";
import { imposeAutomatically } from "../../suspensions/index.ts";
import { Detector, type Found } from "../detector.ts";
import { windowMsMax } from "../features/windows.ts";
import { RecordedHistory } from "../history.ts";
import { tellOfDetection } from "../mails.ts";
import * as queries from "../queries/detections.ts";
import { toBucket } from "../queries/minutes.ts";
import * as rules from "../queries/rules.ts";
import * as windows from "../queries/windows.ts";
import type { Rule } from "../rules/rule.ts";
import { closeDetection } from "./close.ts";
import { toRule } from "./rules.ts";

const minuteMs = 60_000;
const errorsMs = 6 * 60 * minuteMs;
/** A process writes down what it saw in one transaction, which may take its time until others see it. */
const lateMs = minuteMs;
/** So many may begin at one evaluation; whatever is behind them begins at the next. */
const beginningsMax = 500;

/** What the evaluating process remembers between two evaluations. */
export class Memory {
  readonly history = new RecordedHistory();
  readonly detector = new Detector({ rules: [], history: this.history });
  /** What was read lately, and when it was written down. */
  readonly read = new Map<number, number>();
  readUpTo: number | undefined = undefined;
}

/** Evaluates the rules on what all processes saw until now, and does what follows. Of several processes one does. */
export async function evaluate(context: Context, memory: Memory): Promise<void> {
  const { db } = context;
  if (!(await queries.isMyTurn(db))) return;
  const now = Date.parse(context.now);
  await readWindows(context, memory, now);
  const known = new Map((await rules.list(db)).map((row) => [row.id, toRule(row)]));
  memory.detector.rules = [...known.values()];
  await memory.history.load(db, memory.detector.projectIds, now);
  const found = await worthNoting(context, memory.detector.evaluate(now));
  const open = new Map((await queries.listOpen(db)).map((each) => [placeOf(each.ruleId, each.subjectId, each.endpoint), each]));
  let beginnings = 0;
  for (const each of found) {
    const place = placeOf(each.ruleId, each.subject.id, each.endpoint ?? "");
    const rule = known.get(each.ruleId);
    const before = open.get(place);
    open.delete(place);
    if (!before) beginnings += 1;
    if (rule && beginnings <= beginningsMax) await note(context, rule, each, before);
  }
  for (const quiet of open.values()) await closeDetection(context, quiet, "it fell quiet");
}

const placeOf = (ruleId: string, subjectId: string, endpoint: string) => `${ruleId} ${subjectId} ${endpoint}`;

async function readWindows({ db }: Context, memory: Memory, now: number): Promise<void> {
  const { detector, read } = memory;
  const isFirst = memory.readUpTo === undefined;
  const since = isFirst ? now - windowMsMax : Math.min(memory.readUpTo ?? now, now) - lateMs;
  if (isFirst) {
    const [from, to] = [now - errorsMs, now - windowMsMax].map((at) => new Date(at - (at % minuteMs)).toISOString());
    for (const { projectId, endpoint, minute, requests, errors } of await windows.listErrors(db, from ?? "", to ?? "")) {
      detector.absorbErrors(projectId, endpoint, Date.parse(minute), requests, errors);
    }
  }
  for (const row of await windows.listWritten(db, new Date(since).toISOString(), [...read.keys()])) {
    read.set(row.id, now);
    detector.absorb(toBucket(row), now);
  }
  memory.readUpTo = now;
  for (const [id, at] of read) if (at < now - 2 * lateMs && !isFirst) read.delete(id);
}

/** Projects that are being deleted, or gone, are let be. */
async function worthNoting({ db }: Context, found: readonly Found[]): Promise<readonly Found[]> {
  const projectIds = [...new Set(found.flatMap(({ projectId }) => projectId ?? []))];
  const active = projectIds.length === 0 ? new Set<string>() : await queries.listActive(db, projectIds);
  return found.filter(({ projectId }) => projectId === null || active.has(projectId));
}

async function note(context: Context, rule: Rule, found: Found, open: queries.Open | undefined): Promise<void> {
  const { db, now } = context;
  if (open) {
    await queries.seenAgain(db, open.id, found, now);
    return act(context, rule, found, open);
  }
  const opened = { ...found, id: newId("detection"), mode: rule.mode };
  const notBefore = new Date(Date.parse(now) - rule.cooldownSeconds * 1_000).toISOString();
  const reopened = await queries.reopen(db, opened, notBefore, now);
  const detection = reopened ?? (await queries.insert(db, opened, now));
  const { projectId } = found;
  const after = { rule: rule.key, ...found };
  context.audit({ action: "noteDetection", target: detection.id, projectId: projectId ?? undefined, reason: rule.title, after });
  if (!reopened && rule.mode !== "observe") await tellOfDetection(context, rule, found, detection.id);
  return act(context, rule, found, detection);
}

/** Puts the project under the rule's sanction, and again when that has ended by its time and it is still found. What somebody judged is left to people. */
async function act(context: Context, rule: Rule, found: Found, { id, actsUntil, verdict }: queries.Open): Promise<void> {
  const { projectId, inputs, score } = found;
  const isUnderWay = actsUntil !== null && actsUntil > context.now;
  if (rule.mode !== "act" || projectId === null || verdict !== null || isUnderWay) return;
  const endsAt = new Date(Date.parse(context.now) + rule.durationSeconds * 1_000).toISOString();
  const imposed = await imposeAutomatically(context, {
    projectId,
    level: rule.level,
    cause: "detection",
    causeId: rule.id,
    reason: "abuse",
    statement: `${rule.title}. ${rule.description}`.slice(0, 2_000),
    endsAt,
    found: { detectionId: id, rule: rule.key, revision: rule.revision, score, inputs },
  });
  if (imposed) await queries.noteSanction(context.db, id, imposed.id, endsAt);
}
