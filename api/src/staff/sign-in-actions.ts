import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { isPassword } from "../platform/password.ts";
import { countAttempt, forgiveAttempts, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { newTotpSecret, totpStep, totpUri } from "../platform/totp.ts";
import { type beginTotp, type confirmTotp, type loginStaff, refuse } from "./contract.ts";
import * as queries from "./queries.ts";

const sessionMs = 8 * 60 * 60_000;
const purposeOf = (staffId: string) => `totp:${staffId}`;

/** Checks e-mail, password and, where enrolled, the code; opens a session at this door. */
export async function signIn(context: Context, { email, password, totp }: InputOf<typeof loginStaff>, door: "api" | "console" = "console") {
  const { db, now, request, vault } = context;
  await countAttempt(context, "staff", email);
  const member = await queries.findByEmail(db, email);
  if (!(await isPassword(password, member?.passwordHash)) || !member) throw refuseSignIn("wrong_credentials");
  if (member.totpSealed !== null) {
    if (totp === undefined) throw refuse("totp_required");
    const step = totpStep(vault.open(member.totpSealed, purposeOf(member.id)), totp, member.totpLastStep, now);
    if (step === undefined) throw refuseSignIn("wrong_credentials");
    await queries.noteTotpStep(db, member.id, step);
  }
  await forgiveAttempts(context, "staff", email);
  const sessionId = newId("session");
  const expiresAt = new Date(Date.parse(now) + sessionMs).toISOString();
  await queries.insertSession(db, {
    id: sessionId,
    staffId: member.id,
    door,
    now,
    expiresAt,
    userAgent: request.userAgent,
    address: request.address,
  });
  context.audit({ by: { kind: "staff", id: member.id }, target: sessionId, after: { door } });
  return { staff: { id: member.id, email: member.email, name: member.name, role: member.role }, sessionId, expiresAt };
}

export async function login(context: Context, input: InputOf<typeof loginStaff>) {
  const { staff, sessionId } = await signIn(context, input, "api");
  return { staff, ...(await context.tokens.issue("staff", staff.id, sessionId, context.now)) };
}

export async function logout(context: Context) {
  const sessionId = (context.actor.kind === "staff" ? context.actor.sessionId : undefined) ?? "";
  await queries.endSession(context.db, sessionId, context.now);
  context.audit({ target: sessionId });
  return undefined;
}

export async function beginEnrolment(context: Context, { password }: InputOf<typeof beginTotp>) {
  const member = await queries.get(context.db, context.actor.id);
  await countAttempt(context, "staff", member.email);
  if (!(await isPassword(password, member.passwordHash))) throw refuseSignIn("wrong_credentials");
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
  return queries.confirmTotp(context.db, member.id, member.totpPendingSealed, step, context.now);
}
