import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { refusals } from "../platform/refusal.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { textOf } from "../platform/text.ts";
import { minutesMost, verdicts } from "./rules.ts";

export const BreakGlassSession = z
  .object({
    id: idOf("breakGlass"),
    holder: idOf("staff"),
    state: z.enum(["open", "ended", "reviewed"]),
    isDrill: z.boolean(),
    reason: z.string(),
    incident: z.string(),
    openedAt: z.string(),
    expiresAt: z.string(),
    endedAt: z.string().nullable(),
    endedBy: z.string().nullable().meta({ description: "nobody, where it ended at its time" }),
    verdict: z.enum(verdicts).nullable(),
    review: z.string().nullable(),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.string().nullable(),
  })
  .meta({ id: "BreakGlassSession", description: "A time in which somebody was in by a sealed code." });
export type BreakGlassSession = z.output<typeof BreakGlassSession>;

/** Of no fixed shape: each kind of thing has its own fields. */
const Snapshot = z.record(z.string(), z.unknown()).nullable();

export const BreakGlassAct = z
  .object({
    id: idOf("breakGlassAct"),
    at: z.string(),
    kind: z.enum(["read", "asked", "changed"]),
    what: z.string().meta({ description: "a request; of what was changed, the operation" }),
    target: z.string().nullable(),
    why: z.string().nullable(),
    requestId: z.string(),
    before: Snapshot.meta({ description: "what was changed, as it was" }),
    after: Snapshot.meta({ description: "the same as it became; of what was read with the database away, what it said" }),
  })
  .meta({ id: "BreakGlassAct", description: "One line of the transcript." });

export const refuse = refusals({
  wrong_sealed_code: [401, "Holder, code or six digits are not right."],
  sealed_code_is_mistyped: [422, "`code` is mistyped: `groups` says in which of its groups."],
  sealed_code_is_spent: [401, "This code has served or was revoked: take the next one."],
  break_glass_session_not_found: [404, "There is no such session."],
  break_glass_is_over: [409, "This session is over."],
  break_glass_goes_on: [409, "This session is still open: end it first."],
  not_yours_to_end: [403, "Its holder ends it, or an admin."],
  review_by_another: [409, "Somebody else than the holder reviews a session."],
  already_reviewed: [409, "This session is reviewed."],
  verdict_contradicts: [409, "`verdict` contradicts what the session was opened as: it can be that, or misuse."],
});

const Why = textOf(1000);

export const openBreakGlass = operation({
  id: "openBreakGlass",
  at: "POST /api/admin/break-glass/sessions",
  tag: "Break-glass",
  summary: "Come in by a sealed code; all staff are told at once",
  permission: "public",
  body: {
    holder: z.string().max(254).meta({ description: "e-mail or id of the member of staff whom the code was sealed for" }),
    code: z.string().max(100),
    totp: z
      .string()
      .regex(/^\d{6}$/, "must be six digits")
      .meta({ description: "of the authenticator that was enrolled with the code", example: "123456" }),
    reason: Why,
    incident: Name.meta({ description: "what others call the incident", example: "INC-42" }),
    minutes: z.int().min(1).max(minutesMost).default(15).meta({ description: "the session ends then, whatever is done meanwhile" }),
    isDrill: z.boolean().default(false).meta({ description: "all the same, marked as a drill" }),
  },
  returns: [201, z.object({ session: BreakGlassSession, accessToken: z.string(), expiresAt: z.string() }).meta({ id: "BreakGlassOpened" })],
  refuses: [
    ...refuse.declare("wrong_sealed_code", "sealed_code_is_mistyped", "sealed_code_is_spent"),
    ...refuseSignIn.declare("too_many_attempts"),
  ],
  showsSecret: true,
});

export const listBreakGlass = operation({
  id: "listBreakGlass",
  at: "GET /api/admin/break-glass/sessions",
  tag: "Break-glass",
  summary: "List who came in by a sealed code, newest first",
  permission: { staff: "viewer" },
  query: pagingOf("breakGlass"),
  returns: [200, pageOf(BreakGlassSession)],
});

export const getBreakGlass = operation({
  id: "getBreakGlass",
  at: "GET /api/admin/break-glass/sessions/{sessionId}",
  tag: "Break-glass",
  summary: "Read a session with its transcript: what was read, what was changed, before and after",
  permission: { staff: "support" },
  path: { sessionId: idOf("breakGlass") },
  returns: [200, z.object({ session: BreakGlassSession, transcript: z.array(BreakGlassAct) })],
  refuses: refuse.declare("break_glass_session_not_found"),
});

export const endBreakGlass = operation({
  id: "endBreakGlass",
  at: "POST /api/admin/break-glass/sessions/{sessionId}/end",
  tag: "Break-glass",
  summary: "End a session at once: one's own, or as an admin anybody's",
  permission: { staff: "viewer" },
  path: { sessionId: idOf("breakGlass") },
  returns: [200, BreakGlassSession],
  refuses: refuse.declare("break_glass_session_not_found", "break_glass_is_over", "not_yours_to_end"),
});

export const reviewBreakGlass = operation({
  id: "reviewBreakGlass",
  at: "POST /api/admin/break-glass/sessions/{sessionId}/review",
  tag: "Break-glass",
  summary: "Say what a session was, having read its transcript; somebody else than its holder does",
  permission: { staff: "operator" },
  isSensitive: true,
  path: { sessionId: idOf("breakGlass") },
  body: {
    verdict: z.enum(verdicts).meta({ description: "`drill` of what was opened as one, `emergency` of what was not; `misuse` of either" }),
    review: textOf(5000),
  },
  returns: [200, BreakGlassSession],
  refuses: refuse.declare(
    "break_glass_session_not_found",
    "break_glass_goes_on",
    "review_by_another",
    "already_reviewed",
    "verdict_contradicts",
  ),
});
