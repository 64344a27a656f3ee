import { changeEnd, changeSanctionEnd, effects, sanction, sanctionProject } from "@nextmavens/api/suspensions";
import type { Row } from "../sight.ts";
import { isOfOpenProject, isOpen } from "./of-project.ts";
import { offer } from "./offer.ts";
import { foreseeing, ofSanction } from "./stakes.ts";
import { newEndMail, sanctionMails } from "./suspension-mail.ts";

const words = {
  level: { label: "Level", hint: "How much it takes away: nothing yet, speed, growth, or all service." },
  statement: { label: "Statement to the owner", placeholder: "What happened, and what the owner can do" },
  endsAt: { label: "Until", hint: "It lifts by itself then. Leave it empty to keep it open." },
};
const consequences = { of: "level", words: effects } as const;
const told = "The owner is told what, why and what to do, by mail and on a page that needs no key.";

/** On a project: a sanction of any level. */
export const sanctionNow = offer(sanctionProject, sanction, {
  name: "sanction",
  label: "Sanction",
  heading: "Put {} under a sanction",
  on: "record",
  isGrave: true,
  consequence: `${told} If staff put it under another level before, it is moved to this one.`,
  consequences,
  given: ({ id }) => ({ projectId: String(id) }),
  isOffered: isOpen,
  words,
  preview: sanctionMails,
  foresee: foreseeing(({ id }: Row) => id, ofSanction),
  done: ({ level }, { name }) => `${name} is ${level}.`,
});

/** Automation ends what it imposed by itself; and a project that is deleted is restored first. */
const isChangeable = (row: Row) => row["cause"] === "staff" && row["state"] === "in force" && isOfOpenProject(row);

/** On a sanction of staff's that is in force: another level in its place. */
export const move = offer(sanctionProject, sanction, {
  name: "move",
  label: "Move",
  heading: "Move the sanction of {project} to another level",
  on: "record",
  isGrave: true,
  consequence: `${told} The present sanction ends, and the new one says what it followed.`,
  consequences,
  given: ({ project_id }) => ({ projectId: String(project_id) }),
  isOffered: isChangeable,
  words,
  start: ({ reason, statement, ends_at }) => ({ reason, statement, endsAt: ends_at }),
  foresee: foreseeing(({ project_id }: Row) => project_id, ofSanction),
  done: ({ level }) => `The project is ${level}.`,
  leadsTo: ({ id }) => `/admin/resources/suspensions/records/${id}/show`,
});

/** And another end of it. */
export const newEnd = offer(changeSanctionEnd, changeEnd, {
  name: "change-end",
  label: "Change end",
  heading: "Change when the sanction of {project} ends",
  on: "record",
  consequence: "It stays as it is, and lifts by itself at another time. The owner is told both ends and why, by mail.",
  given: ({ id }) => ({ suspensionId: String(id) }),
  isOffered: isChangeable,
  words: { ...words, statement: { label: "Statement to the owner", placeholder: "Why it ends then" } },
  start: ({ ends_at }) => ({ endsAt: ends_at }),
  preview: newEndMail,
  done: ({ endsAt }) => (endsAt === null ? "The sanction ends when it is lifted." : "The end of the sanction is changed."),
});
