import type { AuditEntry } from "./audit-entry.ts";
import type { Db } from "./db/store.ts";

/** Of an action's context, what it says to others by. */
export interface Saying {
  readonly db: Pick<Db, "attempt">;
  audit(entry: AuditEntry): void;
  unchanged(): void;
  announce(projectId: string): void;
  afterCommit(work: never): void;
}

/**
 * Does a part of an action, which `check` may still refuse by what it would write into the audit log. What it says to others is said once
 * it is done: of one that fails nothing is left.
 */
export async function doPart<Context extends Saying, T>(
  context: Context,
  work: (own: Context) => Promise<T>,
  check: (entries: readonly AuditEntry[]) => void = () => undefined,
): Promise<T> {
  const entries: AuditEntry[] = [];
  const said: (() => void)[] = [];
  const own: Context = {
    ...context,
    audit: (entry: AuditEntry) => void entries.push(entry),
    unchanged: () => void said.push(() => context.unchanged()),
    announce: (projectId: string) => void said.push(() => context.announce(projectId)),
    afterCommit: (later: never) => void said.push(() => context.afterCommit(later)),
  };
  const result = await context.db.attempt(async () => {
    const done = await work(own);
    check(entries);
    return done;
  });
  for (const entry of entries) context.audit(entry);
  for (const say of said) say();
  return result;
}
