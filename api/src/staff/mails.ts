import { template } from "../notices/index.ts";
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
