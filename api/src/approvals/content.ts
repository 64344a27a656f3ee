import { createHmac } from "node:crypto";
import type { Context } from "../platform/action.ts";
import { canonical } from "../platform/canonical.ts";
import type { Row } from "./queries.ts";

type Keeping = Pick<Context, "vault">;
type Content = Omit<Row, "digest" | "inputSealed" | "decision" | "decidedBy" | "decidedAt" | "decisionReason" | "isDecidedAlone">;

const purposeOf = (id: string) => `input of ${id}`;

/** What was said may hold a password: it is kept encrypted, and shown to nobody. */
export const sealInput = ({ vault }: Keeping, id: string, input: unknown) => vault.seal(canonical(input), purposeOf(id));
export const openInput = ({ vault }: Keeping, { id, inputSealed }: Row): unknown => JSON.parse(vault.open(inputSealed, purposeOf(id)));

/** Of all that is approved, under a key of ours: who has the database alone can neither guess it nor make another. */
export function digestOf(
  { vault }: Keeping,
  { id, operation, effects, reason, askedBy, askedAt, breakGlass, endsAt }: Content,
  input: unknown,
): string {
  const content = canonical({ id, operation, effects, reason, askedBy, askedAt, breakGlass, endsAt, input });
  return createHmac("sha256", vault.derive("approvals")).update(content).digest("hex");
}

/** What an act finds before it changes anything: the same as when it was asked for, or it would do something else. */
export const foundBy = (effects: readonly { readonly action: string; readonly before: unknown }[]): string =>
  canonical(effects.map(({ action, before }) => ({ action, before })));
