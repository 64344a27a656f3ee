import type { Context } from "../platform/action.ts";
import type { Refusal } from "../platform/refusal.ts";
import { refuse as refuseSignIn } from "../platform/sign-in.ts";
import { totpStep } from "../platform/totp.ts";
import * as queries from "./queries.ts";
import { hashOfRecoveryCode } from "./recovery-codes.ts";
import * as recovery from "./recovery-queries.ts";
import { refuse } from "./refusals.ts";

/** What the secret of a member's authenticator app is sealed for. */
export const purposeOf = (staffId: string) => `totp:${staffId}`;

export interface Codes {
  readonly totp?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

type Member = Pick<Awaited<ReturnType<typeof queries.get>>, "id" | "totpSealed" | "totpLastStep">;

/** At the door it is not told what was wrong. */
const wrongCredentials = () => refuseSignIn("wrong_credentials");

/** Where an app is enrolled, takes its six digits or a recovery code, each once. */
export async function checkSecondFactor(
  context: Context,
  member: Member,
  { totp, recoveryCode }: Codes,
  refuseWrong: () => Refusal = wrongCredentials,
): Promise<void> {
  const { db, now, vault } = context;
  if (member.totpSealed === null) return;
  if (recoveryCode !== undefined) {
    if (!(await recovery.spend(db, member.id, hashOfRecoveryCode(recoveryCode), now))) throw refuseWrong();
    const after = { recoveryCodesLeft: await recovery.left(db, member.id) };
    return context.audit({ action: "spendRecoveryCode", by: { kind: "staff", id: member.id }, target: member.id, after });
  }
  if (totp === undefined) throw refuse("totp_required");
  const step = totpStep(vault.open(member.totpSealed, purposeOf(member.id)), totp, member.totpLastStep, now);
  if (step === undefined) throw refuseWrong();
  await queries.noteTotpStep(db, member.id, step);
}
