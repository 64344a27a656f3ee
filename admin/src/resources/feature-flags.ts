import { remove, removeFlag, removeFlags, removeMany, set, setFlag } from "@nextmavens/api/flags";
import type { Row } from "../sight.ts";
import type { FieldWords } from "./fields.ts";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { flagStates } from "./states.ts";

const given = ({ key }: Row) => ({ key: String(key) });
const words = {
  definition: { label: "Definition", hint: "JSON in flagd's own form: state, variants, defaultVariant and, if wanted, targeting." },
  reason: { hint: "For the audit log." },
} satisfies Record<string, FieldWords>;

const example = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };

const add = offer(setFlag, set, {
  name: "new",
  label: "New flag",
  heading: "New feature flag",
  on: "resource",
  consequence: "The flag answers on every process within a moment. A flag that exists already under this key is changed.",
  words: { ...words, key: { hint: "Letters, digits, dots, dashes and underscores." } },
  start: () => ({ definition: example }),
  done: ({ key }) => `The flag ${key} is in force.`,
  leadsTo: ({ key }) => `/admin/resources/feature_flags/records/${encodeURIComponent(key)}/show`,
});

const edit = offer(setFlag, set, {
  name: "edit",
  label: "Edit",
  heading: "Edit {}",
  on: "record",
  consequence: "The new definition answers on every process within a moment.",
  given,
  words,
  start: ({ definition, description }) => ({ definition, description }),
  done: ({ key }) => `The flag ${key} is changed.`,
});

const takeAway = offer(removeFlag, remove, {
  name: "delete",
  label: "Delete",
  heading: "Delete {}",
  on: "record",
  isGrave: true,
  consequence: "Whoever asks for the flag gets the default that stands in their own code.",
  given,
  words: { reason: { hint: "For the audit log." } },
  done: ({ key }) => `The flag ${key} is deleted.`,
  leadsTo: () => "/admin/resources/feature_flags",
});

/** The database has checked that it is a document; flagd, that it is a definition. */
const stateOf = ({ definition }: Row) => String(JSON.parse(String(definition)).state).toLowerCase();

export const featureFlags: Plan = {
  table: "feature_flags",
  title: "Feature flags",
  one: "feature flag",
  group: "Flags",
  about: "What is switched on for whom, in flagd's own definition.",
  empty: "Add the first flag with the button above.",
  readableBy: "viewer",
  titledBy: "key",
  columns: [
    { name: "key", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "description", look: "note" },
    { name: "updated_by", look: "actor" },
    { name: "updated_at", look: "time" },
    { name: "revision", look: "count" },
  ],
  details: [{ name: "definition", look: "code" }],
  sort: { by: "key", direction: "asc" },
  needs: ["definition"],
  enrich: (rows) => rows.map((row) => ({ ...row, state: stateOf(row) })),
  states: flagStates,
  offers: [add, edit, takeAway, offerForMany(takeAway, removeFlags, removeMany)],
};
