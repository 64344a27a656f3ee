import { sql } from "@nextmavens/api/platform/db/sql";
import {
  create,
  createStaff,
  endAllOf,
  endStaffSessions,
  invite,
  inviteStaff,
  resend,
  resendInvitation,
  resetFactor,
  resetSecondFactor,
  revoke,
  revokeInvitation,
  update,
  updateStaff,
} from "@nextmavens/api/staff";
import type { Row } from "../sight.ts";
import { eraseMember } from "./erasures.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { type States, withState } from "./states.ts";

const stateOf = ({ is_active, invited_until }: Row) => (is_active ? "active" : invited_until ? "invited" : "off");

const states: States = {
  active: () => sql`is_active`,
  invited: () => sql`invited_until is not null`,
  off: () => sql`not is_active and invited_until is null`,
};

const given = ({ id }: Row) => ({ staffId: String(id) });

const roleHint = "Each role may do what those before it may: viewer, support, operator, admin.";
const isInvited = ({ state }: Row) => state === "invited";

const ask = offer(inviteStaff, invite, {
  name: "invite",
  label: "Invite",
  heading: "Invite somebody to staff",
  on: "resource",
  consequence: "They get a mail with a link that serves once, within three days, and set their own password by it.",
  words: { email: { label: "E-mail" }, role: { hint: roleHint } },
  done: ({ email }) => `${email} is invited.`,
  leadsTo: ({ id }) => `/admin/resources/staff/records/${id}/show`,
});

const askAgain = offer(resendInvitation, resend, {
  name: "resend-invitation",
  label: "Send invitation again",
  heading: "Send {} another invitation",
  on: "record",
  consequence: "A new link goes out by mail, and the one before serves no more.",
  given,
  isOffered: isInvited,
  done: ({ email }) => `${email} gets another link.`,
});

const takeBack = offer(revokeInvitation, revoke, {
  name: "revoke-invitation",
  label: "Revoke invitation",
  heading: "Revoke the invitation of {}",
  on: "record",
  isGrave: true,
  consequence: "The mailed link serves no more. They can be invited again.",
  given,
  isOffered: isInvited,
  words: { reason: { hint: "For the audit log." } },
  done: ({ email }) => `${email} is not invited any more.`,
});

const add = offer(createStaff, create, {
  name: "new",
  label: "Add with a password",
  heading: "Add a member without an invitation",
  on: "resource",
  consequence: "For where no mail can be sent: the new member signs in with this e-mail and the password that you choose.",
  words: {
    email: { label: "E-mail" },
    role: { hint: roleHint },
    password: { kind: "secret", hint: "Tell it them by a safe way." },
  },
  done: ({ email }) => `${email} can sign in now.`,
  leadsTo: ({ id }) => `/admin/resources/staff/records/${id}/show`,
});

const change = offer(updateStaff, update, {
  name: "change",
  label: "Change",
  heading: "Change {}",
  on: "record",
  consequence: "The member's sessions end, and the new role counts from their next sign-in.",
  given,
  isOffered: (row) => !isInvited(row),
  words: { isActive: { label: "May sign in" }, reason: { hint: "For the audit log." } },
  start: ({ role, is_active }) => ({ role, isActive: is_active }),
  done: ({ email }) => `${email} is changed.`,
});

const endSessions = offer(endStaffSessions, endAllOf, {
  name: "end-sessions",
  label: "End sessions",
  heading: "End all sessions of {}",
  on: "record",
  consequence: "Wherever the member is signed in, the next request is refused. They can sign in again.",
  given,
  words: { reason: { hint: "For the audit log." } },
  done: ({ ended }) => `${ended} ${ended === 1 ? "session is" : "sessions are"} ended.`,
});

const resetApp = offer(resetSecondFactor, resetFactor, {
  name: "reset-second-factor",
  label: "Reset second factor",
  heading: "Reset the second factor of {}",
  on: "record",
  isGrave: true,
  consequence:
    "The member's sessions end, and their authenticator app and recovery codes serve no more: until they enrol anew, their password alone lets them in.",
  given,
  words: { reason: { hint: "For the audit log: how you made sure that it is them who asked." } },
  done: ({ email }) => `${email} signs in without a second factor now, and can enrol anew.`,
});

export const staff: Plan = {
  table: "staff",
  title: "Staff",
  one: "member of staff",
  group: "Staff",
  about: "The people who run the platform.",
  empty: "The first member is made at the first start.",
  readableBy: "viewer",
  titledBy: "email",
  columns: [
    { name: "email", look: "title", label: "E-mail" },
    { name: "name" },
    { name: "role", look: "badge" },
    { name: "state", look: "badge", isDerived: true },
    { name: "created_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  details: [{ name: "is_active", look: "yes-no", label: "May sign in" }],
  sort: { by: "id", direction: "desc" },
  needs: ["is_active", "invited_until"],
  enrich: withState(stateOf),
  states,
  offers: [ask, add, change, askAgain, takeBack, endSessions, resetApp, eraseMember],
};
