import type { Context, Preparation, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { isPassword } from "../platform/password.ts";
import { countAttempt, forgiveAttempts, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { newTotpSecret, totpStep, totpUri } from "../platform/totp.ts";
import { type beginTotp, type confirmTotp, type loginStaff, refuse } from "./contract.ts";
import * as queries from "./queries.ts";

const sessionMs = 8 * 60 * 60_000;
const purposeOf = (staffId: string) => `totp:${staffId}`;

type Credentials = InputOf<typeof loginStaff>;

/** Checks e-mail, password and, where enrolled, the code; opens a session at the console's door. */
export const signIn: Prepared<Credentials, Awaited<ReturnType<typeof open>>> = {
  async prepare(before, credentials) {
    const passwordHash = await verified(before, credentials);
    return (context) => open(context, credentials, passwordHash, "console");
  },
};

export const login: Prepared<Credentials, OutputOf<typeof loginStaff>> = {
  async prepare(before, credentials) {
    const passwordHash = await verified(before, credentials);
    return async (context) => {
      const { staff, sessionId } = await open(context, credentials, passwordHash, "api");
      return { staff, ...(await context.tokens.issue("staff", staff.id, sessionId, context.now)) };
    };
  },
};

/** The hash that the password fits. */
async function verified(before: Preparation, { email, password }: Credentials): Promise<string> {
  await countAttempt(before, "staff", email);
  const member = await before.look((db) => queries.findByEmail(db, email));
  if (!(await isPassword(password, member?.passwordHash)) || !member) throw refuseSignIn("wrong_credentials");
  return member.passwordHash;
}

async function open(context: Context, { email, totp }: Credentials, passwordHash: string, door: "api" | "console") {
  const { db, now, request, vault } = context;
  const member = await queries.findByEmail(db, email);
  if (member?.passwordHash !== passwordHash) throw refuseSignIn("wrong_credentials");
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

export async function logout(context: Context) {
  const sessionId = (context.actor.kind === "staff" ? context.actor.sessionId : undefined) ?? "";
  await queries.endSession(context.db, sessionId, context.now);
  context.audit({ target: sessionId });
  return undefined;
}

export const beginEnrolment: Prepared<InputOf<typeof beginTotp>, OutputOf<typeof beginTotp>> = {
  async prepare(before, { password }) {
    const { email } = await before.look((db) => queries.get(db, before.actor.id));
    const passwordHash = await verified(before, { email, password });
    return (context) => beginTotpOf(context, passwordHash);
  },
};

async function beginTotpOf(context: Context, passwordHash: string) {
  const member = await queries.get(context.db, context.actor.id);
  if (member.passwordHash !== passwordHash) throw refuseSignIn("wrong_credentials");
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
