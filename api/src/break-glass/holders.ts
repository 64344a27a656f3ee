import type { Context, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { hashPassword } from "../platform/password.ts";
import { refusals } from "../platform/refusal.ts";
import { newTotpSecret, totpUri } from "../platform/totp.ts";
import { newCode, type SealedCode, sealUnderCode, tagOf } from "./code.ts";
import * as queries from "./holder-queries.ts";

export const refuse = refusals({
  no_such_holder: [404, "Nobody on staff has this e-mail or id, or they are switched off."],
  nothing_to_revoke: [404, "There is no code of this name that could still be used."],
});

export const totpPurposeOf = (staffId: string) => `break-glass-totp:${staffId}`;

export interface Sealing {
  /** E-mail or id of a member of staff. */
  readonly holder: string;
  readonly count: number;
  /** Begins a new enrolment; what was sealed under the old one is revoked. */
  readonly newTotp: boolean;
}

export interface Sealed {
  readonly holder: { readonly id: string; readonly email: string };
  readonly codes: readonly SealedCode[];
  /** For the authenticator, where it was not enrolled before. */
  readonly totpUri: string | undefined;
}

interface NewCode extends SealedCode {
  readonly hash: string;
}

/** Makes codes for paper: shown this once, kept only as hashes. */
export const seal: Prepared<Sealing, Sealed> = {
  async prepare(_before, sealing) {
    const codes: NewCode[] = [];
    while (codes.length < sealing.count) {
      const code = newCode();
      if (codes.every(({ name }) => name !== code.name)) codes.push({ ...code, hash: await hashPassword(code.text) });
    }
    return (context) => keep(context, sealing, codes);
  },
};

async function keep(context: Context, { holder: wanted, newTotp }: Sealing, codes: readonly NewCode[]): Promise<Sealed> {
  const { db, now, vault } = context;
  const holder = await queries.findMember(db, wanted);
  if (!holder) throw refuse("no_such_holder");
  const isEnrolling = newTotp || holder.totpSealed === null;
  const secret = newTotp || holder.totpSealed === null ? newTotpSecret() : vault.open(holder.totpSealed, totpPurposeOf(holder.id));
  if (isEnrolling) {
    await queries.enrol(db, holder.id, vault.seal(secret, totpPurposeOf(holder.id)), now);
    await queries.revokeAll(db, holder.id, now);
  }
  for (const code of codes) {
    const { name, hash } = code;
    const kept = { name, hash, tag: tagOf(vault, code), totpUnderCode: sealUnderCode(code, secret) };
    await queries.insertCode(db, { id: newId("breakGlassCode"), staffId: holder.id, ...kept, now });
  }
  const made = { codes: codes.map(({ name }) => name), enrolled: isEnrolling };
  context.audit({ action: "sealBreakGlassCodes", target: holder.id, after: made });
  return {
    holder: { id: holder.id, email: holder.email },
    codes: codes.map(({ name, text, printed }) => ({ name, text, printed })),
    totpUri: isEnrolling ? totpUri(secret, holder.email, "NextMavens break-glass") : undefined,
  };
}

export const listCodes = ({ db }: Context) => queries.listCodes(db);

/** One code by its name, or all that a holder has. */
export async function revoke(
  context: Context,
  { code, holder }: { readonly code: string | undefined; readonly holder: string | undefined },
) {
  const { db, now } = context;
  const member = holder === undefined ? undefined : await queries.findMember(db, holder);
  if (holder !== undefined && !member) throw refuse("no_such_holder");
  const names = code === undefined ? await queries.revokeAll(db, member?.id ?? "", now) : await queries.revoke(db, code.toUpperCase(), now);
  if (names.length === 0) throw refuse("nothing_to_revoke");
  context.audit({ action: "revokeBreakGlassCodes", target: names[0]?.staffId ?? "", after: { codes: names.map(({ name }) => name) } });
  return names.map(({ name }) => name);
}
