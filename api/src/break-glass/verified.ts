import { clientAt } from "../platform/network.ts";
import { isPassword } from "../platform/password.ts";
import { refuseIfWaiting } from "../platform/sign-in.ts";
import type { Throttle } from "../platform/throttle.ts";
import { makeTurns } from "../platform/turns.ts";
import type { Vault } from "../platform/vault.ts";
import { isTagOf, readCode, type SealedCode } from "./code.ts";
import { refuse } from "./contract.ts";

/** What is kept of a code, in the database or in the local verifier file. */
export interface Kept {
  readonly id: string;
  readonly staffId: string;
  readonly email: string;
  readonly tag: string;
  readonly codeHash: string;
  readonly isSpent: boolean;
}

interface Asking<Found> {
  readonly vault: Vault;
  readonly throttle: Pick<Throttle, "attempt">;
  readonly address: string | undefined;
  readonly find: (name: string) => Promise<Found | undefined>;
}

/** One at a time: whatever comes, argon2id takes no more of this process. */
const oneByOne = makeTurns(1);

/**
 * The code that was meant, where it is a right one. What is wrong counts against the address it came from; what is right is let in
 * however often somebody else was wrong there, since 99 bits can't be guessed and nobody shall be locked out. `refuseGuess` stands before
 * the digits are looked at, and after whether the code has served meanwhile: what was sent twice guesses nothing.
 */
export async function verified<Found extends Kept>(
  { vault, throttle, address, find }: Asking<Found>,
  { holder, code: typed }: { readonly holder: string; readonly code: string },
): Promise<{ readonly code: SealedCode; readonly found: Found; readonly refuseGuess: () => void }> {
  const code = readCode(typed);
  if (code && "mistyped" in code) throw refuse("sealed_code_is_mistyped", { details: { groups: code.mistyped } });
  const found = code && (await find(code.name));
  if (!code || !found || !isMeant(found, holder) || !isTagOf(vault, code, found.tag) || !(await isRight(code, found))) {
    refuseIfWaiting(await throttle.attempt("breakGlassByAddress", clientAt(address)));
    throw refuse("wrong_sealed_code");
  }
  if (found.isSpent) throw refuse("sealed_code_is_spent");
  const waitSeconds = await throttle.attempt("breakGlassDigitsByCode", found.id);
  return { code, found, refuseGuess: () => refuseIfWaiting(waitSeconds) };
}

const isMeant = ({ staffId, email }: Kept, holder: string) =>
  holder.trim() === staffId || holder.trim().toLowerCase() === email.toLowerCase();

const isRight = (code: SealedCode, { codeHash }: Kept) => oneByOne(() => isPassword(code.text, codeHash));
