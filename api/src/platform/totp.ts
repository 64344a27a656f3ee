import { generateSecret, generateSync, generateURI, verifySync } from "otplib";

export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: string, account: string, issuer = "NextMavens"): string => generateURI({ issuer, label: account, secret });

/** The six digits that an app shows at this moment. */
export const totpAt = (secret: string, now: string): string => generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) });

/** The time step a code is right for (RFC 6238, 30 s, one step either way), later than the last one used; or nothing. */
export function totpStep(secret: string, code: string, lastStep: number | null, now: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(Date.parse(now) / 1000),
    epochTolerance: 30,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}
