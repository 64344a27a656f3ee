import { randomBytes } from "node:crypto";
import { typeid } from "typeid-js";
import { z } from "zod";

/** TypeIDs: a prefix that says what it is, and a UUIDv7 in base32 (https://github.com/jetify-com/typeid). */
export const prefixes = {
  developer: "dev",
  session: "ses",
  token: "pat",
  project: "prj",
  key: "key",
  quota: "quo",
  quotaProposal: "qpr",
  quotaWarning: "qwn",
  override: "ovr",
  suspension: "sus",
  appeal: "apl",
  appealMessage: "amg",
  staff: "stf",
  audit: "aud",
  hold: "hld",
  reclaim: "rcl",
  message: "msg",
  notice: "ntc",
  batch: "bat",
  webhook: "whk",
  rule: "rul",
  detection: "det",
  approval: "apv",
  request: "req",
  savedFilter: "flt",
  breakGlassCode: "bgc",
  breakGlass: "bgs",
  breakGlassAct: "bga",
  rowAccess: "rwa",
} as const;
export type Noun = keyof typeof prefixes;

export const newId = (noun: Noun): string => typeid(prefixes[noun]).toString();

/** The schema of an id of this noun, for contracts. */
export const idOf = (noun: Noun) =>
  z
    .string()
    .regex(new RegExp(`^${prefixes[noun]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`), `must be an id that begins with ${prefixes[noun]}_`)
    .meta({ example: `${prefixes[noun]}_01jh8x4q3efyxb0v1s2t3w4y5z` });

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** The lowest id that something of this noun can have that is made at this moment: ids begin with their millisecond. */
export function lowestIdAt(noun: Noun, ms: number): string {
  const digits = Array.from({ length: 10 }, (_, i) => letters[Math.floor(ms / 32 ** (9 - i)) % 32]);
  return `${prefixes[noun]}_${digits.join("")}${"0".repeat(16)}`;
}

/** Sixteen characters of base32: 80 random bits. */
export const randomLetters = (): string => Array.from(randomBytes(16), (byte) => letters[byte & 31]).join("");

/** Names a tenant's database and logins without saying whose they are. */
export const newTenantId = () => randomLetters();
