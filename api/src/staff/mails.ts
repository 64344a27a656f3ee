import { linkLetter, template } from "../notices/index.ts";
import type { StaffRole } from "../platform/permission.ts";
import { spoken } from "../platform/spoken.ts";

interface Invitation {
  readonly name: string;
  readonly invitedBy: string;
  readonly role: StaffRole;
  readonly token: string;
  readonly until: string;
  readonly publicUrl: string;
}

/** The token stands behind the `#`, which no browser sends to any server. */
export const invitationMail = template<Invitation>({
  name: "staff-invitation",
  about: "An admin invited somebody to staff, or sent the invitation again.",
  goesTo: "person",
  example: {
    name: "Ada",
    invitedBy: "Grace",
    role: "support",
    token: "nm_si_example",
    until: "2026-11-26T08:00:00.000Z",
    publicUrl: "https://api.example.com",
  },
  write: ({ name, invitedBy, role, token, until, publicUrl }) => ({
    subject: "You are invited to the staff console",
    body: [
      `Hello ${name},`,
      `${invitedBy} invites you to the staff of ${publicUrl}, as ${role}. To join, open ${publicUrl}/admin/invitation#${token} and choose a password.`,
      `The link serves once, until ${spoken(until)}. After that, ask for another.`,
      "If you don't know what this is about, nothing needs to be done. Don't pass the link on: whoever opens it joins in your place.",
    ].join("\n\n"),
  }),
});

export const resetPage = "/admin/reset-password";

export const resetMail = linkLetter({
  name: "staff-password-reset",
  about: "A member of staff forgot the password.",
  subject: "Choose a new password for the staff console",
  act: "choose a new password for the staff console",
  path: "/api/admin/auth/reset-password",
  page: resetPage,
});

interface Changed {
  readonly name: string;
  readonly at: string;
  readonly address: string | undefined;
  readonly publicUrl: string;
}

/** Where it was somebody else, its owner learns of it. */
export const passwordChanged = template<Changed>({
  name: "staff-password-changed",
  about: "A member of staff chose another password.",
  goesTo: "person",
  example: { name: "Ada", at: "2026-11-23T08:00:00.000Z", address: "198.51.100.7", publicUrl: "https://api.example.com" },
  write: ({ name, at, address, publicUrl }) => ({
    subject: "Your password for the staff console was changed",
    body: [
      `Hello ${name},`,
      `your password for ${publicUrl}/admin was changed on ${spoken(at)}${address === undefined ? "" : `, from ${address}`}. Every other session of yours has ended.`,
      "If it was not you, have another admin end your sessions and reset your second factor at once.",
    ].join("\n\n"),
  }),
});
