import { waitingStates } from "../platform/second-person.ts";

/** What may become of it. */
export const decisions = ["approved", "rejected", "withdrawn", "lapsed"] as const;
export type Decision = (typeof decisions)[number];

export const states = [...waitingStates, "withdrawn", "lapsed"] as const;
