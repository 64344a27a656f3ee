import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { pageOf, pagingOf } from "../platform/page.ts";
import { Password } from "../platform/password.ts";
import { staffRoles } from "../platform/permission.ts";
import { refusals } from "../platform/refusal.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";

const Email = z.email("must be an e-mail address").max(254);
const Code = z.string().regex(/^\d{6}$/, "must be six digits");

export const StaffMember = z
  .object({
    id: idOf("staff"),
    email: z.string(),
    name: z.string(),
    role: z.enum(staffRoles),
    isActive: z.boolean(),
    hasTotp: z.boolean(),
    createdAt: z.string(),
    revision: z.number(),
  })
  .meta({ id: "StaffMember", description: "Somebody who runs the platform." });
export type StaffMember = z.output<typeof StaffMember>;

export const refuse = refusals({
  totp_required: [401, "Six digits of your authenticator app are needed as well."],
  staff_email_taken: [409, "`email` belongs to a member of staff already."],
  staff_not_found: [404, "There is no such member of staff."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  not_yourself: [409, "Nobody changes their own role or switches themselves off: ask another admin."],
  last_admin: [409, "This would leave nobody who may manage staff: make another admin first."],
  totp_not_begun: [409, "Begin the enrolment first."],
  wrong_code: [422, "The six digits are not right: check that the clock of the device is."],
});

export const loginStaff = operation({
  id: "loginStaff",
  at: "POST /api/admin/auth/login",
  tag: "Staff",
  summary: "Sign in as staff",
  permission: "public",
  body: { email: z.string().max(254), password: z.string().max(200), totp: Code.optional() },
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
  returns: [204, z.undefined()],
});

export const beginTotp = operation({
  id: "beginTotp",
  at: "POST /api/admin/auth/totp",
  tag: "Staff",
  summary: "Begin the enrolment of an authenticator app; it counts once confirmed",
  permission: { staff: "viewer" },
  body: { password: z.string().max(200) },
  returns: [201, z.object({ secret: z.string(), uri: z.string() })],
  refuses: refuseSignIn.declare("wrong_credentials", "too_many_attempts"),
  showsSecret: true,
});

export const confirmTotp = operation({
  id: "confirmTotp",
  at: "POST /api/admin/auth/totp/confirm",
  tag: "Staff",
  summary: "Confirm the enrolment by a code; from now on sign-in asks for one",
  permission: { staff: "viewer" },
  body: { code: Code.meta({ example: "123456" }) },
  returns: [200, StaffMember],
  refuses: refuse.declare("totp_not_begun", "wrong_code"),
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

export const createStaff = operation({
  id: "createStaff",
  at: "POST /api/admin/staff",
  tag: "Staff",
  summary: "Add a member of staff",
  permission: { staff: "admin" },
  body: { email: Email, name: Name.meta({ example: "Ada" }), role: z.enum(staffRoles), password: Password },
  returns: [201, StaffMember],
  refuses: refuse.declare("staff_email_taken"),
});

export const updateStaff = operation({
  id: "updateStaff",
  at: "PATCH /api/admin/staff/{staffId}",
  tag: "Staff",
  summary: "Change a member's role, or switch them off; ends their sessions",
  permission: { staff: "admin" },
  path: { staffId: idOf("staff") },
  body: { role: z.enum(staffRoles).optional(), isActive: z.boolean().optional(), reason: z.string().trim().min(1).max(1000) },
  returns: [200, StaffMember],
  ifMatch: "optional",
  refuses: refuse.declare("staff_not_found", "edited_meanwhile", "not_yourself", "last_admin"),
});
