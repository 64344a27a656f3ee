import { inWords, type Limit, type Metric } from "../quotas/index.ts";
import type { Level } from "../suspensions/index.ts";

/**
 * Which sanction follows from a limit that is reached. Limits on counts need none: a window rolls, and what is beyond it is refused.
 * A level stays reached until somebody makes room, so its owner is told, and can still read, export and delete.
 */
export const consequences = { database_bytes: "restricted" } as const satisfies Partial<Record<Metric, Level>>;
export type Enforced = keyof typeof consequences;
export const enforced = Object.keys(consequences) as readonly Enforced[];

const sourceWords = { plan: "its plan", quota: "its own quota", override: "an override" } as const;

/** What the owner is told of a database that is full. */
export const statementOf = (projectId: string, used: number, { limit, source }: Limit): string =>
  `The database holds ${inWords(used)}, and ${sourceWords[source.kind]} allows ${inWords(limit)}. ` +
  "You can read, export and delete as before. PostgreSQL keeps the room of deleted rows for itself until it is reclaimed: " +
  `\`POST /api/projects/${projectId}/reclaim\` gives it back.`;
