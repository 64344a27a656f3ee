import type { Noun } from "../platform/ids.ts";

/** What may wait for a person, by the noun that its id is of. */
export const nounsOf = {
  break_glass: "breakGlass",
  appeal: "appeal",
  detection: "detection",
  override_request: "override",
  quota_proposal: "quotaProposal",
  approval: "approval",
  override: "override",
  sanction: "suspension",
} as const satisfies Readonly<Record<string, Noun>>;
export type WorkKind = keyof typeof nounsOf;
export const kinds = Object.keys(nounsOf) as [WorkKind, ...WorkKind[]];
