import type { Limit, Metric } from "../quotas/index.ts";
import type { Level } from "../suspensions/index.ts";

/**
 * Which sanction follows from a limit that is reached. Limits on counts need none: a window rolls, and what is beyond it is refused.
 * A level stays reached until somebody makes room, so its owner is told, and can still read, export and delete.
 */
export const consequences = { database_bytes: "restricted" } as const satisfies Partial<Record<Metric, Level>>;
export type Enforced = keyof typeof consequences;
export const enforced = Object.keys(consequences) as readonly Enforced[];

const units = ["bytes", "kB", "MB", "GB", "TB", "PB"] as const;

/** Bytes as people read them: 1.1 GB, of 1,000 each. */
export function inWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}

const sourceWords = { plan: "its plan", quota: "its own quota", override: "an override" } as const;

/** What the owner is told of a database that is full. */
export const statementOf = (used: number, { limit, source }: Limit): string =>
  `The database holds ${inWords(used)}, and ${sourceWords[source.kind]} allows ${inWords(limit)}. ` +
  "You can read, export and delete as before. PostgreSQL keeps the room of deleted rows for itself until it is reclaimed: " +
  "`POST /api/projects/{projectId}/reclaim` gives it back.";
