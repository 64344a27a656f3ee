import { createHmac, hkdfSync, randomInt, timingSafeEqual } from "node:crypto";
import { makeVault, type Vault } from "../platform/vault.ts";

/** Digits and letters that nobody mistakes for another when they are read from paper: 31, a prime, so that a check character finds each slip. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const groupsCount = 6;
const lettersPerGroup = 4;

/** A code as it is printed: a name of four characters, then twenty that are secret (99 bits), each four followed by a check character. */
export interface SealedCode {
  /** Tells one paper from another; no secret. */
  readonly name: string;
  /** Without what is only for the eye. */
  readonly text: string;
  readonly printed: string;
}

export const newCode = (): SealedCode =>
  codeOf(
    Array.from({ length: groupsCount }, () => Array.from({ length: lettersPerGroup }, () => letters[randomInt(letters.length)]).join("")),
  );

const codeOf = (groups: readonly string[]): SealedCode => ({
  name: groups[0] ?? "",
  text: groups.join(""),
  printed: groups.map((group, i) => group + checkOf(group, i)).join("-"),
});

/** A wrong character, two that changed places, or a group in another's place make another check character. */
function checkOf(group: string, place: number): string {
  const sum = [...group].reduce((total, letter, i) => total + (i + 2) * letters.indexOf(letter), 7 * place);
  return letters[sum % letters.length] ?? "";
}

/** What was typed as a code; or which of its groups are mistyped, counted from one; or nothing, where it can't be one. */
export function readCode(typed: string): SealedCode | { readonly mistyped: readonly number[] } | undefined {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  if (plain.length !== groupsCount * (lettersPerGroup + 1)) return undefined;
  const groups = Array.from({ length: groupsCount }, (_, i) => plain.slice(i * (lettersPerGroup + 1), (i + 1) * (lettersPerGroup + 1)));
  const isRight = (group: string, i: number) =>
    [...group].every((letter) => letters.includes(letter)) && group.endsWith(checkOf(group.slice(0, lettersPerGroup), i));
  const mistyped = groups.flatMap((group, i) => (isRight(group, i) ? [] : [i + 1]));
  return mistyped.length > 0 ? { mistyped } : codeOf(groups.map((group) => group.slice(0, lettersPerGroup)));
}

/** 32 bits that only a right code has: whoever guesses is refused by them, and argon2id is computed for right codes alone. */
export const tagOf = (vault: Vault, { text }: SealedCode): string =>
  createHmac("sha256", vault.derive("break-glass:tags")).update(text).digest("hex").slice(0, 8);

export const isTagOf = (vault: Vault, code: SealedCode, tag: string): boolean =>
  timingSafeEqual(Buffer.from(tagOf(vault, code)), Buffer.from(tag.padEnd(8).slice(0, 8)));

/** Opens with nothing but the code: for where the database that knows more is away. */
const vaultOf = ({ text, name }: SealedCode): Vault =>
  makeVault(new Map([[1, Buffer.from(hkdfSync("sha256", text, name, "nextmavens:break-glass", 32))]]));

export const sealUnderCode = (code: SealedCode, secret: string): string => vaultOf(code).seal(secret, "totp");
export const openUnderCode = (code: SealedCode, sealed: string): string => vaultOf(code).open(sealed, "totp");
