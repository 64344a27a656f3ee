import {
  create,
  createStaff,
  endAllOf,
  endStaffSessions,
  resetFactor,
  resetSecondFactor,
  update,
  updateStaff,
} from "@nextmavens/api/staff";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

const given = ({ id }: Row) => ({ staffId: String(id) });

const add = offer(createStaff, create, {
  name: "new",
  label: "Add member",
  on: "resource",
  consequence: "The new member signs in with this e-mail and password.",
  words: {
    email: { label: "E-mail" },
    role: { hint: "Each role may do what those before it may: viewer, support, operator, admin." },
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
  group: "Platform",
  about: "The people who run the platform.",
  empty: "The first member is made at the first start.",
  readableBy: "viewer",
  titledBy: "email",
  columns: [
    { name: "email", look: "title", label: "E-mail" },
    { name: "name" },
    { name: "role", look: "badge" },
    { name: "is_active", look: "yes-no", label: "May sign in" },
    { name: "created_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  sort: { by: "id", direction: "desc" },
  offers: [add, change, endSessions, resetApp],
};
