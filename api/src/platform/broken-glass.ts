import { refusals } from "./refusal.ts";
import { textOf } from "./text.ts";

/** A session that a sealed code opened. It reads, and each change is an escalation of its own that says why. */
export interface BrokenGlass {
  readonly sessionId: string;
  readonly isDrill: boolean;
  /** Said with this one request. */
  readonly why: string | undefined;
}

/** What the role `break_glass` may do besides reading: operations, each as people say it. */
export const powers: Readonly<Record<string, string>> = {
  liftSuspension: "lift a sanction",
  sanctionProject: "put a project under a sanction",
  restoreAnyProject: "restore a deleted project",
  addOverride: "lend a project more for a time",
  endOverride: "end an override",
  revokeAnyKey: "revoke an API key",
  regenerateKeys: "replace all keys of a project",
  setFlag: "change a feature flag",
  changeDetectionRule: "change a rule of detection, or have it only observe",
  createStaff: "add a member of staff (an admin needs a second person)",
  updateStaff: "let a member of staff in or out, or change their role (needs a second person)",
  grantApproval: "approve what another member asked for, where that needs two",
  rotateSigningKey: "replace the key that signs access tokens",
  retryMessage: "send a message again",
  setMaintenance: "refuse all requests but staff's with a message, and serve them again",
  openRows: "look into one table of a project",
  lookAtRows: "look at rows of that table, a hundred at a time",
  postStatus: "say something on the public status page",
};

export const refuse = refusals({
  beyond_break_glass: [403, "Break-glass doesn't go that far: it reads, and does what its role lists."],
  escalation_needs_a_reason: [403, "Behind broken glass each act says why: in the header Break-Glass-Reason, percent-encoded."],
});

/** Leaving asks nobody. */
const free: ReadonlySet<string> = new Set(["endBreakGlass"]);

export function refuseUnlessEscalated({ why }: BrokenGlass, { id, changes }: { readonly id: string; readonly changes: boolean }): void {
  if (!changes || free.has(id)) return;
  if (!Object.hasOwn(powers, id)) throw refuse("beyond_break_glass");
  if (why === undefined) throw refuse("escalation_needs_a_reason");
}

export const mayEscalateTo = (operationId: string): boolean => free.has(operationId) || Object.hasOwn(powers, operationId);

const Reason = textOf(1_000);

/** The reason a request gives in its header `break-glass-reason`: percent-encoded, since headers hold no other letters. */
export function reasonIn(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  const given = headers["break-glass-reason"];
  if (typeof given !== "string") return undefined;
  try {
    const reason = decodeURIComponent(given).trim();
    return Reason.safeParse(reason).success && reason.isWellFormed() ? reason : undefined;
  } catch {
    return undefined;
  }
}
