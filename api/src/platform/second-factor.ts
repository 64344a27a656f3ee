import { refusals } from "./refusal.ts";

/** How a member of staff showed who they are, in the session they act in. */
export interface Proof {
  readonly hasTotp: boolean;
  /** When they last did, by a code or where none is enrolled by the password. */
  readonly at: string;
}

/** How strictly staff is asked. */
export interface StaffRules {
  readonly isMfaRequired: boolean;
  /** What is sensitive asks again after so many minutes. */
  readonly sudoMinutes: number;
  /** A session that nothing is asked in ends after so many minutes. */
  readonly idleMinutes: number;
  /** Any session ends after so many hours. */
  readonly sessionHours: number;
}

export const refuse = refusals({
  second_factor_required: [
    403,
    "Staff here must have an authenticator app: enrol one (POST /api/admin/auth/totp, then /api/admin/auth/totp/confirm) before anything else.",
  ],
  sudo_required: [
    403,
    "This asks again who you are: POST /api/admin/auth/sudo with a code, or with your password where no app is enrolled, then repeat it.",
  ],
});

/** What an operation says of how it is asked for. */
interface Asked {
  readonly isSensitive?: boolean;
  readonly isForEnrolment?: boolean;
}

/** Refuses who has no second factor where one is a must, and what is sensitive where the last proof is too long ago. */
export function refuseUnlessProven({ isSensitive, isForEnrolment }: Asked, proof: Proof, now: string, rules: StaffRules): void {
  if (rules.isMfaRequired && !proof.hasTotp && !isForEnrolment) throw refuse("second_factor_required");
  if (isSensitive && isStale(proof, now, rules)) throw refuse("sudo_required", { details: { by: proof.hasTotp ? "totp" : "password" } });
}

export const isStale = ({ at }: Proof, now: string, { sudoMinutes }: StaffRules): boolean =>
  Date.parse(now) - Date.parse(at) > sudoMinutes * 60_000;
