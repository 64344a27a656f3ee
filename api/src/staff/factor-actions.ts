import type { Context, Prepared } from "../platform/action.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { countAttempt, forgiveAttempts, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { newTotpSecret, totpStep, totpUri } from "../platform/totp.ts";
import { type Codes, checkSecondFactor, purposeOf } from "./check-factor.ts";
import type { beginTotp, confirmTotp, getOwnAccount, proveStaff, resetSecondFactor } from "./factor-contract.ts";
import { actingStaff } from "./identify.ts";
import * as queries from "./queries.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import * as recovery from "./recovery-queries.ts";
import { refuse } from "./refusals.ts";
import * as sessions from "./session-queries.ts";
import { verified } from "./sign-in-actions.ts";

export async function getOwn(context: Context): Promise<OutputOf<typeof getOwnAccount>> {
  const { id } = actingStaff(context.actor);
  const { passwordHash: _, totpSealed: __, totpPendingSealed: ___, totpLastStep: ____, ...member } = await queries.get(context.db, id);
  const mustEnrol = context.settings.staff.isMfaRequired && !member.hasTotp;
  return { ...member, recoveryCodesLeft: await recovery.left(context.db, id), mustEnrol };
}

export const beginEnrolment: Prepared<InputOf<typeof beginTotp>, OutputOf<typeof beginTotp>> = {
  async prepare(before, { password, ...codes }) {
    const { email } = await before.look((db) => queries.get(db, before.actor.id));
    const { passwordHash } = await verified(before, { email, password });
    return (context) => begin(context, passwordHash, codes);
  },
};

async function begin(context: Context, passwordHash: string, codes: Codes) {
  const member = await queries.get(context.db, context.actor.id);
  if (member.passwordHash !== passwordHash) throw refuseSignIn("wrong_credentials");
  await checkSecondFactor(context, member, codes);
  const secret = newTotpSecret();
  await queries.setPendingTotp(context.db, member.id, context.vault.seal(secret, purposeOf(member.id)));
  context.audit({ target: member.id });
  return { secret, uri: totpUri(secret, member.email) };
}

export async function confirmEnrolment(context: Context, { code }: InputOf<typeof confirmTotp>) {
  const member = await queries.get(context.db, context.actor.id);
  if (member.totpPendingSealed === null) throw refuse("totp_not_begun");
  const step = totpStep(context.vault.open(member.totpPendingSealed, purposeOf(member.id)), code, null, context.now);
  if (step === undefined) throw refuse("wrong_code");
  context.audit({ target: member.id, before: { hasTotp: member.hasTotp }, after: { hasTotp: true } });
  const confirmed = await queries.confirmTotp(context.db, member.id, member.totpPendingSealed, step, context.now);
  return { ...confirmed, recoveryCodes: await replaceCodes(context, member.id) };
}

async function replaceCodes({ db, now }: Context, staffId: string) {
  const codes = newRecoveryCodes();
  await recovery.replace(db, staffId, codes.map(hashOfRecoveryCode), now);
  return [...codes];
}

export async function makeCodes(context: Context) {
  const member = await queries.get(context.db, context.actor.id);
  if (!member.hasTotp) throw refuse("totp_not_enrolled");
  context.audit({ target: member.id });
  return { recoveryCodes: await replaceCodes(context, member.id) };
}

/** For who lost both app and codes: they enrol anew. */
export async function resetFactor(context: Context, { staffId, reason }: InputOf<typeof resetSecondFactor>) {
  if (staffId === context.actor.id) throw refuse("not_yourself");
  const before = await queries.find(context.db, staffId);
  if (!before) throw refuse("staff_not_found");
  if (!before.hasTotp) throw refuse("totp_not_enrolled");
  await recovery.remove(context.db, staffId);
  await sessions.endAll(context.db, staffId, context.now);
  const after = await queries.clearTotp(context.db, staffId, context.now);
  context.audit({ target: staffId, reason, before: { hasTotp: true }, after: { hasTotp: false } });
  return after;
}

/** Who they are, shown again in a session that goes on. */
export const prove: Prepared<InputOf<typeof proveStaff>, OutputOf<typeof proveStaff>> = {
  async prepare(before, { password = "", ...codes }) {
    const { email, hasTotp } = await before.look((db) => queries.get(db, before.actor.id));
    if (hasTotp) await countAttempt(before, "staff", email, { device: before.actor.id });
    else await verified(before, { email, password }, { staffId: before.actor.id, sessionId: before.actor.id });
    return (context) => proven(context, codes);
  },
};

async function proven(context: Context, codes: Codes) {
  const { db, now, settings } = context;
  const { id, sessionId = "" } = actingStaff(context.actor);
  const member = await queries.get(db, id);
  await checkSecondFactor(context, member, codes, () => refuse("wrong_code"));
  await forgiveAttempts(context, "staff", member.email, { device: id });
  await sessions.noteProven(db, sessionId, now);
  context.audit({ target: sessionId });
  return { provenUntil: new Date(Date.parse(now) + settings.staff.sudoMinutes * 60_000).toISOString() };
}
