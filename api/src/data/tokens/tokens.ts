import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Holder } from "../../platform/gate.ts";
import { guardAgainstBadTokens } from "./bad-tokens.ts";
import { type Claims, readClaims } from "./claims.ts";
import { refuseToken } from "./fault.ts";
import { IssuerKeys, type KeysGiven } from "./issuer-keys.ts";
import { readSigned } from "./signature.ts";

/**
 * What an end user's token says, believed by the settings of the project whose key it came with. Synchronous when it is remembered;
 * only where it is not, it matters from which address it comes.
 */
export type ReadToken = (holder: Holder, token: string, address: () => string | undefined) => Claims | Promise<Claims>;

interface Known {
  readonly holder: Holder;
  readonly claims: Claims;
  readonly until: number;
}

/** All that is remembered, in characters. */
const sizeMax = 32_000_000;
const sizeOfOne = 300;
/** A key that an issuer withdraws verifies nothing any more, once it is read that it did. */
const rememberedMs = 5 * 60_000;

/**
 * Remembers tokens by their hash, for as long as their key's holder is: whatever is announced of a project, its settings among it,
 * makes another holder, and what was believed for the one before is looked at anew.
 */
export function openTokens({ read, clock }: KeysGiven): ReadToken {
  const keys = new IssuerKeys({ read, clock });
  const guarded = guardAgainstBadTokens(clock);
  const remembered = new LRUCache<string, Known>({ maxSize: sizeMax, sizeCalculation: ({ claims }) => claims.text.length + sizeOfOne });
  const verify = async (holder: Holder, token: string, digest: string): Promise<Claims> => {
    const { trust } = holder;
    if (!trust || (trust.secret === undefined && trust.jwksUrl === null)) throw believesNobody();
    const claims = readClaims(await readSigned(token, trust, keys), trust, clock());
    remembered.set(digest, { holder, claims, until: Math.min(claims.until, clock() + rememberedMs) });
    return claims;
  };
  return (holder, token, address) => {
    const digest = `${holder.keyId} ${hash("sha256", token, "base64")}`;
    const known = remembered.get(digest);
    if (known?.holder === holder && clock() < known.until) return known.claims;
    return guarded(`${holder.keyId} ${address() ?? ""}`, () => verify(holder, token, digest));
  };
}

const believesNobody = () =>
  refuseToken(
    "PGRST300",
    "Server lacks JWT secret",
    "The project does not say by what it believes its end users' tokens.",
    "Set it by PUT /api/projects/{projectId}/auth.",
  );
