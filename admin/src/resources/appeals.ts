import { answer, answerAppeal, answerAppeals, answerMany, decide, decideAppeal } from "@nextmavens/api/appeals";
import type { Row } from "../sight.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";

const given = ({ id }: Row) => ({ appealId: String(id) });
const isOpen = ({ state }: Row) => state === "open" || state === "overdue";
const back = (_appeal: unknown, { id }: Row) => `/admin/resources/appeals/records/${id}/show`;

const reply = offer(answerAppeal, answer, {
  name: "answer",
  label: "Write to the owner",
  heading: "Write to the owner of {project}",
  on: "record",
  consequence: "The owner is told by mail that there is an answer. Nothing is decided by it.",
  given,
  isOffered: isOpen,
  words: { text: { label: "Message", placeholder: "What you need to know, or how it stands" } },
  done: () => "The owner is told.",
  leadsTo: back,
});

const judge = offer(decideAppeal, decide, {
  name: "decide",
  label: "Decide",
  heading: "Decide the appeal of {project}",
  on: "record",
  isGrave: true,
  consequence: "The owner is told by mail what was decided and why. A decision is final: each sanction can be appealed once.",
  consequences: {
    of: "decision",
    words: {
      uphold: "The sanction stays in force.",
      lift: "The sanction ends at once, and automation leaves its cause alone for a week.",
      replace: "The sanction ends, and a milder one takes its place.",
    },
  },
  given,
  isOffered: isOpen,
  words: {
    answer: { label: "Answer to the owner", placeholder: "Why it was decided so" },
    level: { label: "Milder level", hint: "Only to replace." },
    endsAt: { label: "Until", hint: "Only to replace: when the milder one lifts by itself; as before, if left empty." },
  },
  done: ({ state }) => `The appeal is decided: ${state}.`,
  leadsTo: back,
});

export const appeals: Plan = {
  table: "appeals",
  title: "Appeals",
  one: "appeal",
  group: "Limits",
  about: "What owners say against sanctions. Whoever imposed one does not decide about it, unless nobody else can.",
  empty: "An appeal appears here when an owner opens one against a sanction.",
  readableBy: "viewer",
  titledBy: "id",
  titleOf: (_row, project) => `${project}: appeal`,
  columns: [
    { name: "id", look: "id", label: "Appeal" },
    { name: "state", look: "badge" },
    { name: "project_id", look: "id" },
    { name: "suspension_id", look: "id", label: "Sanction" },
    { name: "opened_at", look: "time" },
    { name: "due_at", look: "time" },
    { name: "decided_by", look: "actor" },
    { name: "decided_at", look: "time" },
  ],
  details: [
    { name: "answer", look: "long" },
    { name: "opened_by", look: "actor" },
    { name: "replaced_by_id", look: "id", label: "Replaced by" },
    { name: "is_decided_alone", label: "Decided by who imposed it" },
  ],
  sort: { by: "due_at", direction: "desc" },
  madeAt: { column: "opened_at", noun: "appeal" },
  offers: [judge, reply, offerForMany(reply, answerAppeals, answerMany)],
  page: "appeal",
};
