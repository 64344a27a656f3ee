import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import type { AccessTokens, PublicKey } from "../platform/access-token.ts";
import type { Store } from "../platform/db/store.ts";
import type { Vault } from "../platform/vault.ts";
import * as queries from "./queries.ts";

/** Sessions are looked up at every request, so a token need not be short for a session to end at once. */
const lifetimeMs = { developer: 15 * 60_000, staff: 8 * 60 * 60_000 } as const;
/** A forged key id must not make every request read the table. */
const reloadAfterMs = 5_000;

interface Ring {
  readonly signer: { readonly kid: string; readonly key: KeyObject } | undefined;
  readonly verifiers: ReadonlyMap<string, KeyObject>;
  readonly jwks: readonly PublicKey[];
}

/** Access tokens signed and verified by the keys of the table, each made into a KeyObject once. */
export async function openKeyring(store: Store, vault: Vault, clock: () => Date): Promise<AccessTokens> {
  const issuer = `urn:nextmavens:${createHash("sha256").update(vault.derive("issuer")).digest("hex").slice(0, 32)}`;
  let ring: Ring = { signer: undefined, verifiers: new Map(), jwks: [] };
  let readAt = Number.NEGATIVE_INFINITY;
  const reload = async () => {
    readAt = performance.now();
    const keys = await store.transact("platform", (db) => queries.listLive(db, clock().toISOString()));
    const [first] = keys;
    ring = {
      signer: first && { kid: first.kid, key: createPrivateKey(vault.open(first.privateSealed, `signing-key:${first.kid}`)) },
      verifiers: new Map(keys.map((each) => [each.kid, createPublicKey({ key: each.publicJwk, format: "jwk" })])),
      jwks: keys.map((each) => each.publicJwk),
    };
  };
  await reload();
  return {
    issuer,
    reload,
    publicKeys: () => ring.jwks,
    async verifier(kid) {
      if (!ring.verifiers.has(kid) && performance.now() - readAt > reloadAfterMs) await reload();
      return ring.verifiers.get(kid);
    },
    async issue(audience, subject, sessionId, now) {
      if (!ring.signer) throw new Error("there is no signing key");
      const expires = Date.parse(now) + lifetimeMs[audience];
      const accessToken = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: "ES256", kid: ring.signer.kid, typ: "JWT" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(Math.floor(Date.parse(now) / 1000))
        .setExpirationTime(Math.floor(expires / 1000))
        .sign(ring.signer.key);
      return { accessToken, expiresAt: new Date(expires).toISOString() };
    },
  };
}
