import type { FlagPlan, StaffPlan } from "./plan.ts";

/** The people who run the demo's platform, of each role and one who left. The second admin asks for what the first may approve. */
export const staff: readonly StaffPlan[] = [
  { email: "admin@demo.example.com", name: "Maren Holt", role: "admin", hasLeft: false },
  { email: "night.admin@demo.example.com", name: "Iris Stav", role: "admin", hasLeft: false },
  { email: "operator@demo.example.com", name: "Teo Vance", role: "operator", hasLeft: false },
  { email: "night.operator@demo.example.com", name: "Ayo Bello", role: "operator", hasLeft: false },
  { email: "support@demo.example.com", name: "Lise Quist", role: "support", hasLeft: false },
  { email: "viewer@demo.example.com", name: "Jun Nakata", role: "viewer", hasLeft: false },
  { email: "former.operator@demo.example.com", name: "Piet Zeman", role: "operator", hasLeft: true },
];

const onOff = { variants: { on: true, off: false } } as const;

export const flags: readonly FlagPlan[] = [
  {
    key: "new-billing-page",
    description: "The billing page with invoices to download.",
    definition: { state: "ENABLED", ...onOff, defaultVariant: "off", targeting: { if: [{ "==": [{ var: "plan" }, "pro"] }, "on", "off"] } },
  },
  {
    key: "usage-mail-weekly",
    description: "Tells owners each Monday what their projects used.",
    definition: {
      state: "ENABLED",
      ...onOff,
      defaultVariant: "off",
      targeting: { fractional: [{ cat: [{ var: "$flagd.flagKey" }, { var: "targetingKey" }] }, ["on", 25], ["off", 75]] },
    },
  },
  {
    key: "sign-up-banner",
    description: "What the sign-up page says on top.",
    definition: {
      state: "ENABLED",
      variants: { none: "", spring: "Two months free until the end of May", incident: "Sign-up is slow today; we are on it" },
      defaultVariant: "spring",
    },
  },
  {
    key: "largest-upload-mb",
    description: "How large a file may be.",
    definition: { state: "ENABLED", variants: { small: 5, usual: 50, large: 500 }, defaultVariant: "usual" },
  },
  {
    key: "schema-browser-beta",
    description: "Off since it showed views twice.",
    definition: { state: "DISABLED", ...onOff, defaultVariant: "off" },
  },
];
