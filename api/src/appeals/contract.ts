import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { Suspension } from "../suspensions/index.ts";
import { decisions, messagesMax, sides, states } from "./rules.ts";

const text = textOf(4000);

export const Appeal = z
  .object({
    id: idOf("appeal"),
    projectId: idOf("project"),
    suspensionId: idOf("suspension"),
    state: z.enum(states).meta({
      description: "`open` and `overdue` wait for a decision; `closed`: the project was purged before there was one",
    }),
    openedAt: z.string(),
    dueAt: z.string().meta({ description: "by when staff decide" }),
    decidedAt: z.string().nullable(),
    answer: z.string().nullable().meta({ description: "what staff say to their decision" }),
    isDecidedAlone: z.boolean().meta({
      description: "whoever imposed the sanction decided, since nobody else on staff could; a day after it was opened at the earliest",
    }),
    replacedById: idOf("suspension").nullable().meta({ description: "the milder sanction that took its place" }),
  })
  .meta({ id: "Appeal", description: "What an owner says against a sanction, and what was decided." });
export type Appeal = z.output<typeof Appeal>;

const AppealMessage = z
  .object({ id: idOf("appealMessage"), side: z.enum(sides), body: z.string(), writtenAt: z.string() })
  .meta({ id: "AppealMessage", description: "What one side wrote about an appeal." });

const AppealThread = Appeal.extend({ messages: z.array(AppealMessage) }).meta({
  id: "AppealThread",
  description: "An appeal with everything that both sides wrote, in order.",
});

export const StaffAppeal = Appeal.extend({
  openedBy: z.string(),
  remindedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  level: Suspension.shape.level,
  cause: Suspension.shape.cause,
  reason: Suspension.shape.reason,
  imposedBy: z.string().meta({ description: "who imposed the sanction, and so does not decide" }),
  lastSide: z.enum(sides).meta({ description: "who wrote last: `owner` waits for an answer" }),
}).meta({ id: "StaffAppeal", description: "An appeal with what staff need to decide it." });
export type StaffAppeal = z.output<typeof StaffAppeal>;

const StaffAppealMessage = AppealMessage.extend({ writtenBy: z.string() }).meta({ id: "StaffAppealMessage" });
export const StaffAppealThread = StaffAppeal.extend({ messages: z.array(StaffAppealMessage) }).meta({ id: "StaffAppealThread" });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  suspension_not_found: [404, "There is no such suspension."],
  appeal_not_found: [404, "There is no such appeal."],
  already_appealed: [409, "There is an appeal against this sanction: write to that one; each sanction has one."],
  appeal_decided: [409, "This appeal is decided."],
  suspension_over: [409, "This suspension is over already."],
  appeal_window_over: [409, "This sanction ended too long ago to be appealed against."],
  follows_from_appeal: [409, "This sanction is what an appeal led to: that decision is final."],
  too_many_messages: [409, `An appeal has at most ${messagesMax} messages: staff decide by what was written.`],
  not_your_own: [403, "You imposed this sanction: somebody else decides the appeal."],
  not_yet_alone: [403, "You imposed this sanction. Nobody else on staff can decide the appeal, so you may: a day after it was opened."],
  level_goes_with_replace: [422, "`level` goes with the decision `replace`, and with no other."],
  not_milder: [422, "`level` must be milder than that of the sanction that it takes the place of."],
  ends_in_the_past: [422, "`endsAt` must lie in the future."],
});

const ofProject = { projectId: idOf("project") };
const ofAppeal = { ...ofProject, appealId: idOf("appeal") };
const forStaff = { appealId: idOf("appeal") };

export const openAppeal = operation({
  id: "openAppeal",
  at: "POST /api/projects/{projectId}/suspensions/{suspensionId}/appeals",
  tag: "Limits",
  summary: "Appeal against a sanction; each can be appealed against once",
  permission: { developer: "projects:write" },
  path: { ...ofProject, suspensionId: idOf("suspension") },
  body: {
    text: text.meta({ description: "why it is wrong, or what you have changed", example: "The key was stolen; it is revoked now." }),
  },
  returns: [201, AppealThread],
  refuses: refuse.declare("project_not_found", "suspension_not_found", "already_appealed", "appeal_window_over", "follows_from_appeal"),
});

export const listAppeals = operation({
  id: "listAppeals",
  at: "GET /api/projects/{projectId}/appeals",
  tag: "Limits",
  summary: "List a project's appeals, newest first",
  permission: { developer: "projects:read" },
  path: ofProject,
  query: pagingOf("appeal"),
  returns: [200, pageOf(Appeal)],
  refuses: refuse.declare("project_not_found"),
});

export const getAppeal = operation({
  id: "getAppeal",
  at: "GET /api/projects/{projectId}/appeals/{appealId}",
  tag: "Limits",
  summary: "An appeal of mine, with what both sides wrote",
  permission: { developer: "projects:read" },
  path: ofAppeal,
  returns: [200, AppealThread],
  refuses: refuse.declare("appeal_not_found"),
});

export const writeToAppeal = operation({
  id: "writeToAppeal",
  at: "POST /api/projects/{projectId}/appeals/{appealId}/messages",
  tag: "Limits",
  summary: "Write to staff about an appeal",
  permission: { developer: "projects:write" },
  path: ofAppeal,
  body: { text },
  returns: [201, AppealThread],
  refuses: refuse.declare("appeal_not_found", "appeal_decided", "too_many_messages"),
});

export const listAllAppeals = operation({
  id: "listAllAppeals",
  at: "GET /api/admin/appeals",
  tag: "Staff: sanctions",
  summary: "List appeals, the one that is due first first",
  permission: { staff: "viewer" },
  query: {
    ...pagingOf("appeal"),
    projectId: idOf("project").optional(),
    isOpen: z.enum(["true", "false"]).optional().meta({ description: "those that wait for a decision, or those that don't" }),
  },
  returns: [200, pageOf(StaffAppeal)],
});

export const getAnyAppeal = operation({
  id: "getAnyAppeal",
  at: "GET /api/admin/appeals/{appealId}",
  tag: "Staff: sanctions",
  summary: "An appeal, with what both sides wrote",
  permission: { staff: "viewer" },
  path: forStaff,
  returns: [200, StaffAppealThread],
  refuses: refuse.declare("appeal_not_found"),
});

export const answerAppeal = operation({
  id: "answerAppeal",
  at: "POST /api/admin/appeals/{appealId}/messages",
  tag: "Staff: sanctions",
  summary: "Write to the owner about an appeal, without deciding it",
  permission: { staff: "support" },
  path: forStaff,
  body: { text },
  returns: [201, StaffAppealThread],
  refuses: refuse.declare("appeal_not_found", "appeal_decided", "too_many_messages"),
});

export const answerAppeals = ofMany(answerAppeal, {
  id: "answerAppeals",
  at: "POST /api/admin/appeals/messages",
  summary: "Write the same to the owners of many appeals, without deciding them",
});

export const decideAppeal = operation({
  id: "decideAppeal",
  at: "POST /api/admin/appeals/{appealId}/decide",
  tag: "Staff: sanctions",
  summary: "Decide an appeal: uphold the sanction, lift it, or put a milder one in its place; who imposed it does not decide",
  permission: { staff: "operator" },
  path: forStaff,
  body: {
    decision: z.enum(decisions),
    answer: text.meta({ description: "what the owner is told: why it was decided so" }),
    level: Suspension.shape.level.optional().meta({ description: "of the sanction that takes its place; only with `replace`" }),
    endsAt: moment.optional().meta({ description: "when the one that takes its place ends by itself; as before, if left out" }),
  },
  returns: [200, StaffAppealThread],
  refuses: refuse.declare(
    ...(["appeal_not_found", "appeal_decided", "not_your_own", "not_yet_alone"] as const),
    ...(["project_not_found", "suspension_over", "level_goes_with_replace", "not_milder", "ends_in_the_past"] as const),
  ),
});
