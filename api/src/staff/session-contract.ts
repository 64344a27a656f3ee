import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { textOf } from "../platform/text.ts";
import { refuse } from "./refusals.ts";

export const StaffSession = z
  .object({
    id: idOf("session"),
    door: z.enum(["api", "console", "break_glass"]),
    createdAt: z.string(),
    lastSeenAt: z.string().meta({ description: "to the minute" }),
    expiresAt: z.string(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    isThisOne: z.boolean(),
  })
  .meta({ id: "StaffSession", description: "Where somebody on staff is signed in." });
export type StaffSession = z.output<typeof StaffSession>;

const Sessions = z.object({ items: z.array(StaffSession) });
export const Ended = z.object({ ended: z.number() }).meta({ id: "StaffSessionsEnded" });
const sessionId = idOf("session");
const staffId = idOf("staff");
const reason = textOf(1000);

export const listOwnSessions = operation({
  id: "listOwnSessions",
  at: "GET /api/admin/auth/sessions",
  tag: "Staff",
  summary: "List where you are signed in, the latest first",
  permission: { staff: "viewer" },
  returns: [200, Sessions],
});

export const endOwnSession = operation({
  id: "endOwnSession",
  at: "DELETE /api/admin/auth/sessions/{sessionId}",
  tag: "Staff",
  summary: "End a session of yours at once",
  permission: { staff: "viewer" },
  path: { sessionId },
  returns: [204, z.undefined()],
  refuses: refuse.declare("session_not_found"),
});

export const endOtherSessions = operation({
  id: "endOtherSessions",
  at: "POST /api/admin/auth/sessions/end-others",
  tag: "Staff",
  summary: "End every session of yours but this one",
  permission: { staff: "viewer" },
  returns: [200, Ended],
});

export const listStaffSessions = operation({
  id: "listStaffSessions",
  at: "GET /api/admin/staff/{staffId}/sessions",
  tag: "Staff",
  summary: "List where a member of staff is signed in, the latest first",
  permission: { staff: "admin" },
  path: { staffId },
  returns: [200, Sessions],
  refuses: refuse.declare("staff_not_found"),
});

export const endStaffSession = operation({
  id: "endStaffSession",
  at: "POST /api/admin/staff/{staffId}/sessions/{sessionId}/end",
  tag: "Staff",
  summary: "End a session of a member of staff at once",
  permission: { staff: "admin" },
  path: { staffId, sessionId },
  body: { reason },
  returns: [200, Ended],
  refuses: refuse.declare("session_not_found"),
});

export const endStaffSessions = operation({
  id: "endStaffSessions",
  at: "POST /api/admin/staff/{staffId}/sessions/end",
  tag: "Staff",
  summary: "End all sessions of a member of staff at once",
  permission: { staff: "admin" },
  path: { staffId },
  body: { reason },
  returns: [200, Ended],
  refuses: refuse.declare("staff_not_found"),
});
