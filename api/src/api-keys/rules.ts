import { isToken } from "../platform/token.ts";

export const kinds = ["publishable", "secret"] as const;
export type Kind = (typeof kinds)[number];

export const prefixOf = { publishable: "nm_pk", secret: "nm_sk" } as const satisfies Record<Kind, string>;

/** What a key of this kind may do unless it is given less. */
export const scopesOf = {
  publishable: ["data:read", "data:write"],
  secret: ["data:read", "data:write", "sql"],
} as const satisfies Record<Kind, readonly string[]>;
export const keyScopes = scopesOf.secret;

/** Whether this can be a key at all: its form and checksum are right. */
export const isWellFormedKey = (text: string): boolean => kinds.some((kind) => isToken(prefixOf[kind], text));

/** What is announced when keys of another form were taken over: each process then reads which forms there are. */
export const legacyKeys = "legacy-keys";

const legacyLengthMin = 8;
const legacyLengthMax = 200;

/** Whether this may be a key that another platform made and this one took over: printable, and it begins as those do. */
export const isLegacyForm = (text: string, prefixes: readonly string[]): boolean =>
  text.length >= legacyLengthMin &&
  text.length <= legacyLengthMax &&
  prefixes.some((prefix) => text.startsWith(prefix)) &&
  /^[!-~]+$/.test(text);

/** How long a rotated key may go on beside its successor: 30 days. */
export const overlapSecondsMax = 30 * 24 * 60 * 60;

export const isLive = (key: { readonly revokedAt: string | null; readonly expiresAt: string | null }, now: string): boolean =>
  key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now);

/** When a key that is being replaced ends: after the overlap, never later than it would have anyway. */
export const endOfOverlap = (key: { readonly expiresAt: string | null }, overlapSeconds: number, now: string): string => {
  const end = new Date(Date.parse(now) + overlapSeconds * 1000).toISOString();
  return key.expiresAt !== null && key.expiresAt < end ? key.expiresAt : end;
};
