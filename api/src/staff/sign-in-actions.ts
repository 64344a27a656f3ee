import type { Context, Preparation, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { isPassword } from "../platform/password.ts";
import { countAttempt, forgiveAttempts, type Known, refuse as refuseSignIn } from "../platform/sign-in.ts";
import { checkSecondFactor } from "./check-factor.ts";
import type { loginStaff } from "./contract.ts";
import { actingStaff } from "./identify.ts";
import * as queries from "./queries.ts";
import * as sessions from "./session-queries.ts";

type Credentials = InputOf<typeof loginStaff>;

/** A browser in which this member gave the right password before, in that session. */
interface Device {
  readonly staffId: string;
  readonly sessionId: string;
}

/** Checks e-mail, password and, where enrolled, the code; opens a session at the console's door. */
export const signIn: Prepared<Credentials & { readonly device?: Device | undefined }, Awaited<ReturnType<typeof open>>> = {
  async prepare(before, { device, ...credentials }) {
    const known = await verified(before, credentials, device);
    return (context) => open(context, credentials, known, "console");
  },
};

export const login: Prepared<Credentials, OutputOf<typeof loginStaff>> = {
  async prepare(before, credentials) {
    const found = await verified(before, credentials);
    return async (context) => {
      const { staff, sessionId, expiresAt } = await open(context, credentials, found, "api");
      const { accessToken } = await context.tokens.issue("staff", staff.id, sessionId, context.now);
      return { staff, accessToken, expiresAt };
    };
  },
};

interface Verified {
  /** The hash that the password fits. */
  readonly passwordHash: string;
  readonly known: Known;
}

/** Counts the attempt, and says by which hash the password is right. */
export async function verified(
  before: Preparation,
  { email, password }: Pick<Credentials, "email" | "password">,
  device?: Device | undefined,
): Promise<Verified> {
  const { address } = before.request;
  const { member, isAddress } = await before.look(async (db) => {
    const found = await queries.findByEmail(db, email);
    return {
      member: found,
      isAddress: found !== undefined && address !== undefined && (await sessions.isKnownAddress(db, found.id, address)),
    };
  });
  const known = { isAddress, device: member && device?.staffId === member.id ? device.sessionId : undefined };
  await countAttempt(before, "staff", email, known);
  if (!(await isPassword(password, member?.passwordHash)) || !member) throw refuseSignIn("wrong_credentials");
  return { passwordHash: member.passwordHash, known };
}

async function open(
  context: Context,
  { email, totp, recoveryCode }: Credentials,
  { passwordHash, known }: Verified,
  door: "api" | "console",
) {
  const { db, now, request, settings } = context;
  const member = await queries.findByEmail(db, email);
  if (member?.passwordHash !== passwordHash) throw refuseSignIn("wrong_credentials");
  await checkSecondFactor(context, member, { totp, recoveryCode });
  await forgiveAttempts(context, "staff", email, known);
  const sessionId = newId("session");
  const expiresAt = new Date(Date.parse(now) + settings.staff.sessionHours * 3_600_000).toISOString();
  await sessions.insertSession(db, {
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
  const { id, sessionId = "" } = actingStaff(context.actor);
  if (await sessions.end(context.db, id, sessionId, context.now)) context.audit({ target: sessionId });
  else context.unchanged();
  return undefined;
}
