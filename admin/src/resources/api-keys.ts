import { revokeAny, revokeAnyKey, revokeAnyKeys, revokeMany } from "@nextmavens/api/api-keys";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { keyState, keyStates, withState } from "./states.ts";

const revoke = offer(revokeAnyKey, revokeAny, {
  name: "revoke",
  label: "Revoke",
  heading: "Revoke the key {}",
  on: "record",
  isGrave: true,
  consequence: "The key is refused within a moment, everywhere. It can't be made live again: the owner makes a new one.",
  given: ({ id }) => ({ keyId: String(id) }),
  isOffered: ({ state }) => state === "live",
  words: { reason: { hint: "For the audit log." } },
  done: ({ name }) => `The key "${name}" is revoked.`,
});

export const apiKeys: Plan = {
  table: "api_keys",
  title: "API keys",
  one: "API key",
  group: "Projects",
  about: "What applications present to the data plane. The keys themselves are kept nowhere.",
  empty: "Keys that developers make for their projects appear here.",
  readableBy: "viewer",
  titledBy: "name",
  columns: [
    { name: "name", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "kind", look: "badge" },
    { name: "prefix", look: "mono", label: "Begins with" },
    { name: "project_id", look: "id" },
    { name: "last_used_at", look: "time" },
    { name: "created_at", look: "time" },
    { name: "id", look: "id", label: "Id" },
  ],
  sort: { by: "id", direction: "desc" },
  enrich: withState(keyState),
  states: keyStates,
  offers: [revoke, offerForMany(revoke, revokeAnyKeys, revokeMany)],
};
