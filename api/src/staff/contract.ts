import { z } from "zod";
import type { ForTwo } from "../platform/for-two.ts";
import { idOf } from "../platform/ids.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { Password } from "../platform/password.ts";
import { staffRoles } from "../platform/permission.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { textOf } from "../platform/text.ts";
import { refuse } from "./refusals.ts";

export const Code = z
  .string()
  .regex(/^\d{6}$/, "must be six digits")
  .meta({ example: "123456" });

/** What is shown beside the password, where an authenticator app is enrolled. */
export const codes = {
  totp: Code.optional(),
  recoveryCode: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: "one of the ten that the enrolment showed, in place of the six digits" }),
};

export const Email = z.email("must be an e-mail address").max(254);

export const StaffMember = z
  .object({
    id: idOf("staff"),
    email: z.string(),
    name: z.string(),
    role: z.enum(staffRoles),
    isActive: z.boolean(),
    status: z.enum(["invited", "active", "off"]),
    invitedUntil: z.string().nullable().meta({ description: "until when the mailed invitation serves, where one is open" }),
    hasTotp: z.boolean(),
    createdAt: z.string(),
    revision: z.number(),
  })
  .meta({ id: "StaffMember", description: "Somebody who runs the platform." });
export type StaffMember = z.output<typeof StaffMember>;

export const loginStaff = operation({
  id: "loginStaff",
  at: "POST /api/admin/auth/login",
  tag: "Staff",
  summary: "Sign in as staff",
  permission: "public",
  body: { email: z.string().max(254), password: z.string().max(200), ...codes },
  returns: [
    200,
    z
      .object({ staff: StaffMember.pick({ id: true, email: true, role: true }), accessToken: z.string(), expiresAt: z.string() })
      .meta({ id: "StaffSignedIn" }),
  ],
  refuses: [...refuseSignIn.declare("wrong_credentials", "too_many_attempts"), ...refuse.declare("totp_required")],
  showsSecret: true,
});

export const logoutStaff = operation({
  id: "logoutStaff",
  at: "POST /api/admin/auth/logout",
  tag: "Staff",
  summary: "End this session",
  permission: { staff: "viewer" },
  isForEnrolment: true,
  returns: [204, z.undefined()],
});

export const listStaff = operation({
  id: "listStaff",
  at: "GET /api/admin/staff",
  tag: "Staff",
  summary: "List staff",
  permission: { staff: "viewer" },
  query: pagingOf("staff"),
  returns: [200, pageOf(StaffMember)],
});

/** Whom an admin adds or invites. */
export const newMember = { email: Email, name: Name.meta({ example: "Ada" }), role: z.enum(staffRoles) };

/** Who makes admins makes those who approve. */
export const forNewAdmin: ForTwo = { where: "where they become an admin", when: ({ after }) => after?.["role"] === "admin" };

export const createStaff = operation({
  id: "createStaff",
  at: "POST /api/admin/staff",
  tag: "Staff",
  summary: "Add a member of staff with a password you choose, where no mail can be sent",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: forNewAdmin,
  body: { ...newMember, password: Password },
  returns: [201, StaffMember],
  refuses: refuse.declare("staff_email_taken"),
});

export const updateStaff = operation({
  id: "updateStaff",
  at: "PATCH /api/admin/staff/{staffId}",
  tag: "Staff",
  summary: "Change a member's role, or switch them off; ends their sessions",
  permission: { staff: "admin" },
  isSensitive: true,
  forTwo: {
    where: "where the role changes, or whether they may sign in",
    when: ({ before, after }) => before?.["role"] !== after?.["role"] || before?.["isActive"] !== after?.["isActive"],
  },
  path: { staffId: idOf("staff") },
  body: { role: z.enum(staffRoles).optional(), isActive: z.boolean().optional(), reason: textOf(1000) },
  returns: [200, StaffMember],
  ifMatch: "optional",
  refuses: refuse.declare("staff_not_found", "edited_meanwhile", "not_yourself", "last_admin", "not_joined"),
});
