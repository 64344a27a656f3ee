import { create, createStaff, update, updateStaff } from "@nextmavens/api/staff";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

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
  given: ({ id }) => ({ staffId: String(id) }),
  words: { isActive: { label: "May sign in" }, reason: { hint: "For the audit log." } },
  start: ({ role, is_active }) => ({ role, isActive: is_active }),
  done: ({ email }) => `${email} is changed.`,
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
  offers: [add, change],
};
