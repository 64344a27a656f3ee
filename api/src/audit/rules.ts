import type { z } from "zod";
import type { AuditLog } from "./contract.ts";

/** Of two times to keep the log for, in months; for ever where there is none. */
export const isShorter = (months: number | null, than: number | null): boolean =>
  (months ?? Number.POSITIVE_INFINITY) < (than ?? Number.POSITIVE_INFINITY);

type Entry = z.output<typeof AuditLog>;

/** What names a member of staff, or says what they wrote for each other. */
const staffOnly = new Set(["imposedBy", "liftedBy", "liftReason", "setBy", "createdBy", "endedBy", "endReason"]);

/** Owners learn that staff acted, what came of it and when; not who it was, nor what staff wrote for each other. */
export function asOwnersSee(entry: Entry): Entry {
  const shown = { ...entry, before: withoutStaff(entry.before), after: withoutStaff(entry.after) };
  if (entry.actor.startsWith("staff:")) return { ...shown, ...whoOfStaff, actor: "staff", reason: null };
  // What a job went on with for staff; the address was theirs as well.
  return entry.onBehalfOf?.startsWith("staff:") ? { ...shown, ...whoOfStaff, onBehalfOf: "staff" } : shown;
}

const whoOfStaff = { address: null, userAgent: null, sessionId: null, onBehalfOf: null, breakGlass: null } as const;

const withoutStaff = (snapshot: Entry["before"]): Entry["before"] =>
  typeof snapshot === "object" && snapshot !== null && !Array.isArray(snapshot)
    ? Object.fromEntries(Object.entries(snapshot).filter(([name]) => !staffOnly.has(name)))
    : snapshot;
