import { createPublicKey, generateKeyPairSync } from "node:crypto";
import type { Context } from "../platform/action.ts";
import { newTenantId } from "../platform/ids.ts";
import * as queries from "./queries.ts";

/** Longer than any access token lives. */
const verifyForMs = 9 * 60 * 60_000;

/** What is announced when other processes must read the keys again. */
export const signingKeysTopic = "signing-keys";

/** Makes the first key where there is none. */
export async function ensureKey(context: Context) {
  await queries.lock(context.db);
  const [first] = await queries.listLive(context.db, context.now);
  return first ? { kid: first.kid } : makeKey(context);
}

/** A new key signs from now on; those before it verify until the last token they signed is over. */
export async function rotate(context: Context) {
  await queries.lock(context.db);
  await queries.retireAll(context.db, new Date(Date.parse(context.now) + verifyForMs).toISOString());
  context.announce(signingKeysTopic);
  context.afterCommit(() => context.tokens.reload());
  return makeKey(context);
}

export const listPublic = async ({ tokens }: Context) => ({ keys: [...tokens.publicKeys()] });

async function makeKey(context: Context) {
  const kid = newTenantId();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const publicJwk = { ...createPublicKey(privateKey).export({ format: "jwk" }), kid, alg: "ES256", use: "sig" };
  const privateSealed = context.vault.seal(privateKey.export({ format: "pem", type: "pkcs8" }).toString(), `signing-key:${kid}`);
  await queries.insert(context.db, { kid, publicJwk, privateSealed }, context.now);
  context.audit({ action: "rotateSigningKey", target: kid });
  return { kid };
}
