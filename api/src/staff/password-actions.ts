import { notify } from "../notices/index.ts";
import type { Context, Prepared } from "../platform/action.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { hashPassword } from "../platform/password.ts";
import { forgiveAttempts, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { type Codes, checkSecondFactor } from "./check-factor.ts";
import type { StaffMember } from "./contract.ts";
import type { changeOwnPassword } from "./factor-contract.ts";
import { actingStaff } from "./identify.ts";
import { passwordChanged } from "./mails.ts";
import * as queries from "./queries.ts";
import * as sessions from "./session-queries.ts";
import { verified } from "./sign-in-actions.ts";

/** Whoever has found a session open knows neither the password nor a code; and its owner is told. */
export const changePassword: Prepared<InputOf<typeof changeOwnPassword>, OutputOf<typeof changeOwnPassword>> = {
  async prepare(before, { password, newPassword, ...codes }) {
    const { id } = before.actor;
    const { email } = await before.look((db) => queries.get(db, id));
    const { passwordHash } = await verified(before, { email, password }, { staffId: id, sessionId: id });
    const chosenHash = await hashPassword(newPassword);
    return (context) => change(context, { passwordHash, chosenHash }, codes);
  },
};

interface Hashes {
  /** The hash that the password fits. */
  readonly passwordHash: string;
  readonly chosenHash: string;
}

async function change(context: Context, { passwordHash, chosenHash }: Hashes, codes: Codes) {
  const { db, actor } = context;
  const { id, sessionId } = actingStaff(actor);
  const member = await queries.get(db, id);
  if (member.passwordHash !== passwordHash) throw refuseSignIn("wrong_credentials");
  await checkSecondFactor(context, member, codes);
  await forgiveAttempts(context, "staff", member.email, { device: id });
  const ended = await replacePassword(context, member, chosenHash, sessionId);
  context.audit({ target: id, after: { ended } });
  return { ended: ended.length };
}

type Member = Pick<StaffMember, "id" | "name" | "email">;

/** Another password counts from now on. Every session ends but the one that is kept, and the member is told. */
export async function replacePassword(context: Context, { id, name, email }: Member, passwordHash: string, kept?: string) {
  const { db, now, request, publicUrl } = context;
  await queries.setPassword(db, id, passwordHash, now);
  const ended = await sessions.endAll(db, id, now, kept);
  await notify(context, { to: { address: email }, ...passwordChanged({ name, at: now, address: request.address, publicUrl }) });
  return ended.map((each) => each.id);
}
