import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const bodyLength = 43;
const checksumLength = 6;

const base62 = (value: bigint, length: number) => {
  let text = "";
  for (let rest = value; text.length < length; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text;
};
const checksumOf = (text: string) => base62(BigInt(crc32(text)), checksumLength);

/** A bearer secret: `<prefix>_`, 32 random bytes in base62 (43 characters), and the CRC-32 of all that in base62 (6). */
export function newToken(prefix: string): string {
  const text = `${prefix}_${base62(BigInt(`0x${randomBytes(32).toString("hex")}`), bodyLength)}`;
  return text + checksumOf(text);
}

/** Whether the checksum is right: what was mistyped or made up is refused without a look-up. */
export const isToken = (prefix: string, text: string): boolean =>
  text.length === prefix.length + 1 + bodyLength + checksumLength &&
  text.startsWith(`${prefix}_`) &&
  checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength);

/** SHA-256: the only form in which a token is kept. A token has 256 random bits, so a slow hash adds nothing. */
export const digestOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The beginning that may be shown again, to tell tokens apart. */
export const shownPrefix = (prefix: string, token: string): string => token.slice(0, prefix.length + 7);
