import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { canonical } from "../platform/canonical.ts";
import { type Asked, refuse } from "../platform/for-two.ts";
import { newId } from "../platform/ids.ts";
import { staffRoles } from "../platform/permission.ts";
import type { Refusal } from "../platform/refusal.ts";
import { waitsUntil } from "../platform/second-person.ts";
import { listActive } from "../staff/index.ts";
import { digestOf, openInput, sealInput } from "./content.ts";
import { approvalAsked, approvalDecided } from "./mails.ts";
import * as queries from "./queries.ts";
import type { Decision } from "./rules.ts";

/** Keeps an act until a second person decides it, and tells those who may. Who asks for the same again is told what waits already. */
export async function askSecond(context: Context, asked: Asked): Promise<Refusal> {
  const { id, endsAt } = (await findSame(context, asked)) ?? (await keep(context, asked));
  return refuse("approval_needed", { keep: true, details: { approvalId: id, endsAt } });
}

async function findSame(context: Context, { operation, input }: Asked) {
  const waiting = await queries.listWaitingOf(context.db, context.actor.id, operation, context.now);
  return waiting.find((each) => canonical(openInput(context, each)) === canonical(input));
}

async function keep(context: Context, { operation, input, effects }: Asked) {
  const { db, now, actor, findForTwo } = context;
  const id = newId("approval");
  // What else it does to get there, such as suspending what is deleted, is not what it is about.
  const own = effects.find(({ action }) => action === operation) ?? effects[0];
  const content = {
    ...{ id, operation, askedBy: actor.id, askedAt: now, endsAt: waitsUntil(now) },
    breakGlass: (actor.kind === "staff" && actor.breakGlass) || null,
    summary: findForTwo(operation)?.operation.summary ?? operation,
    target: own?.target ?? id,
    projectId: own?.projectId ?? null,
    effects: [...effects],
    reason: own?.reason ?? null,
  };
  const row = await queries.insert(db, {
    ...content,
    inputSealed: sealInput(context, id, input),
    digest: digestOf(context, content, input),
  });
  const { target, projectId, endsAt, digest } = row;
  context.audit({
    ...{ action: "askForApproval", target: id, projectId: projectId ?? undefined, reason: row.reason ?? undefined },
    after: { operation, target, endsAt, digest },
  });
  await tellDeciders(context, row);
  return row;
}

/** Who may decide besides whoever asked. */
export const listDeciders = async ({ db }: Context, askedBy: string) =>
  (await listActive(db, ["admin"])).filter(({ id }) => id !== askedBy);

const toldOf = ({ publicUrl }: Context, { id, operation, summary, target, effects, reason }: queries.Row) => ({
  ...{ approvalId: id, operation, summary, reason },
  target: effects.some((each) => each.target === target && each.before === null) ? undefined : target,
  consoleUrl: `${publicUrl}/admin/resources/approvals/records/${id}/show`,
});

async function tellDeciders(context: Context, row: queries.Row) {
  const said = approvalAsked({ ...toldOf(context, row), askedBy: row.askedBy, endsAt: row.endsAt });
  await notify(context, { to: { staff: true }, projectId: row.projectId ?? undefined, ...said });
  // Without the project: what is told of one is for its owner to read again.
  for (const { email } of await listDeciders(context, row.askedBy)) await notify(context, { to: { address: email }, ...said });
}

/** Tells whoever asked what came of it, unless it was themselves who decided. */
export async function tellAsker(context: Context, row: queries.Row, decision: Exclude<Decision, "withdrawn"> | "expired") {
  if (row.decidedBy === row.askedBy) return;
  const asker = (await listActive(context.db, staffRoles)).find(({ id }) => id === row.askedBy);
  if (!asker) return;
  const { decidedBy, decisionReason } = row;
  await notify(context, {
    to: { address: asker.email },
    ...approvalDecided({ ...toldOf(context, row), decision, decidedBy, decisionReason }),
  });
}
