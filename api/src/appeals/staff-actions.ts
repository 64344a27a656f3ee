import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { get as getProject, type Project } from "../projects/index.ts";
import { listActive } from "../staff/index.ts";
import type { StaffAppeal } from "./contract.ts";
import { appealOpened, appealOverdue, appealReminder, toldOf } from "./mails.ts";
import * as queries from "./queries.ts";
import { decidingRoles, remindedAt } from "./rules.ts";

/** Who may decide, but for whoever imposed the sanction. */
export const listDeciders = async ({ db }: Context, imposedBy: string) =>
  (await listActive(db, decidingRoles)).filter(({ id }) => id !== imposedBy);

/** Tells those who may decide that an appeal was opened. */
export async function tellOpened(context: Context, { appealId }: { appealId: string }) {
  const appeal = await queries.find(context.db, appealId);
  if (appeal)
    await tellStaff(context, appeal, await getProject(context, appeal), appealOpened, await listDeciders(context, appeal.imposedBy));
}

/** Goes through what waits for a decision: reminds at half of the time, tells every admin at the deadline, closes what was purged. */
export async function watch(context: Context) {
  for (const { id } of await queries.listUndecided(context.db)) {
    const appeal = await queries.lock(context.db, id);
    if (appeal) await watchOne(context, appeal);
  }
}

async function watchOne(context: Context, appeal: StaffAppeal) {
  const { now } = context;
  const project = await getProject(context, appeal);
  if (project.status === "purged") return close(context, appeal);
  if (appeal.state === "open" && appeal.dueAt <= now) return escalate(context, appeal, project);
  if (appeal.state === "open" && appeal.remindedAt === null && remindedAt(appeal) <= now) return remind(context, appeal, project);
}

async function remind(context: Context, appeal: StaffAppeal, project: Project) {
  await queries.markReminded(context.db, appeal.id, context.now);
  context.audit({ action: "remindOfAppeal", target: appeal.id, projectId: appeal.projectId, after: { remindedAt: context.now } });
  await tellStaff(context, appeal, project, appealReminder, await listDeciders(context, appeal.imposedBy));
}

async function escalate(context: Context, appeal: StaffAppeal, project: Project) {
  await queries.markOverdue(context.db, appeal.id);
  const [before, after] = [{ state: appeal.state }, { state: "overdue" }];
  context.audit({ action: "escalateAppeal", target: appeal.id, projectId: appeal.projectId, before, after });
  await tellStaff(context, appeal, project, appealOverdue, await listActive(context.db, ["admin"]));
}

/** There is nothing left to be served again. */
async function close(context: Context, { id, projectId, state }: StaffAppeal) {
  const answer = "The project was purged before a decision.";
  const { now } = context;
  await queries.decide(context.db, {
    ...{ id, state: "closed", answer, decidedBy: context.actor.id, isDecidedAlone: false, replacedById: null, now },
  });
  context.audit({ action: "closeAppeal", target: id, projectId, reason: answer, before: { state }, after: { state: "closed" } });
}

/** Evidence is kept while an owner may still appeal, and while an appeal waits. Then its text goes; the hash stays. */
export async function removeEvidence(context: Context) {
  for (const { id, projectId, sha256 } of await queries.removeEvidence(context.db, appealableNoMore(context)))
    context.audit({ target: id, projectId, reason: "nobody can appeal any more", before: { evidenceSha256: sha256 } });
}

const appealableNoMore = ({ now, settings }: Context) => new Date(Date.parse(now) - settings.appealWindowDays * 86_400_000).toISOString();

async function tellStaff(
  context: Context,
  appeal: StaffAppeal,
  project: Project,
  say: typeof appealOpened,
  members: readonly { email: string }[],
) {
  const { openedAt, level, reason } = appeal;
  const said = say({ ...toldOf(project, appeal, context.publicUrl), openedAt, level, reason });
  await notify(context, { to: { staff: true }, projectId: project.id, ...said });
  // Without the project: what is told of one is for its owner to read again.
  for (const { email } of members) await notify(context, { to: { address: email }, ...said });
}
