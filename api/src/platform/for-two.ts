import type { AuditEntry } from "./audit-entry.ts";
import { maskedSaying, masking } from "./masking.ts";
import { doPart, type Saying } from "./part.ts";
import { type Refusal, refusals } from "./refusal.ts";

/** What of an operation waits until a second person has approved it. */
export interface ForTwo {
  /** In words that follow "for a second person's approval": "if the role changes"; left out where it always does. */
  readonly where?: string;
  /** Judged by each entry that it would write into the audit log: one such makes it wait. */
  readonly when: (effect: Effect) => boolean;
}

/** What an act changes, as the audit log tells it. */
export interface Effect {
  readonly action: string;
  readonly target: string;
  readonly projectId: string | null;
  readonly reason: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
}
type Fields = Readonly<Record<string, unknown>>;

/** An act that waits: what was said, and what it would have changed. */
export interface Asked {
  readonly operation: string;
  readonly input: unknown;
  readonly effects: readonly Effect[];
}

export const refuse = refusals({
  approval_needed: [
    409,
    "A second person approves this first. Nothing is changed yet: it waits as `approvalId` for another admin (POST /api/admin/approvals/{approvalId}/approve), who has until `endsAt`.",
  ],
});

/** As the audit log tells them: what looks like a secret is masked, and what JSON does not know is left out. */
export const effectsOf = (operation: string, entries: readonly AuditEntry[]): readonly Effect[] =>
  entries.map(({ action = operation, target, projectId = null, reason, before, after }) => ({
    ...{ action, target, projectId, reason: maskedSaying(reason) },
    ...{ before: masked(before), after: masked(after) },
  }));

const masked = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value, masking)));

interface Call<Context> {
  readonly operation: { readonly id: string; readonly forTwo?: ForTwo };
  readonly input: unknown;
  /** Keeps what waits, and gives what the first person is told. */
  readonly ask: (context: Context, asked: Asked) => Promise<Refusal>;
}

/** Does what one person may. What is for two is tried, to learn what it would change, taken back, and kept until another approves it. */
export async function actOrAsk<Context extends Saying & { readonly actor: { readonly kind: string } }, Output>(
  context: Context,
  { operation: { id, forTwo }, input, ask }: Call<Context>,
  act: (own: Context) => Promise<Output>,
): Promise<Output> {
  if (!forTwo || context.actor.kind !== "staff") return act(context);
  try {
    return await doPart(context, act, (entries) => {
      const effects = effectsOf(id, entries);
      if (effects.some(forTwo.when)) throw new NeedsTwo(effects);
    });
  } catch (error) {
    if (!(error instanceof NeedsTwo)) throw error;
    throw await ask(context, { operation: id, input, effects: error.effects });
  }
}

class NeedsTwo extends Error {
  readonly effects: readonly Effect[];
  constructor(effects: readonly Effect[]) {
    super("a second person is needed");
    this.effects = effects;
  }
}
