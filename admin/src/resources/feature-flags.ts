import type { Plan } from "./plan.ts";

export const featureFlags: Plan = {
  table: "feature_flags",
  title: "Feature flags",
  one: "feature flag",
  group: "Platform",
  about: "What is switched on for whom, in flagd's own definition.",
  empty: "Add the first flag with the button above.",
  readableBy: "viewer",
  titledBy: "key",
  columns: [
    { name: "key", look: "title" },
    { name: "description" },
    { name: "updated_by", look: "actor" },
    { name: "updated_at", look: "time" },
    { name: "revision", look: "count" },
  ],
  details: [{ name: "definition", look: "code" }],
  sort: { by: "key", direction: "asc" },
};
