import { type CompactVerifyResult, compactVerify, decodeProtectedHeader, errors } from "jose";
import type { Trust } from "../../platform/gate.ts";
import { refuseToken } from "./fault.ts";
import type { IssuerKeys, KeySet } from "./issuer-keys.ts";

/** What a token's signature vouches for, and whose it is. */
export interface Signed {
  readonly payload: Uint8Array;
  readonly by: "secret" | "issuer";
}

/** The secret is for HS256 alone and the issuer's keys never: a public key can't be passed off as a secret. */
const byIssuers = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** The payload of a token whose signature holds (RFC 7515). */
export async function readSigned(token: string, trust: Trust, keys: IssuerKeys): Promise<Signed> {
  if (token === "") throw refuseToken("PGRST301", "Empty JWT is sent in Authorization header");
  const parts = token.split(".").length;
  if (parts !== 3) throw refuseToken("PGRST301", `Expected 3 parts in JWT; got ${parts}`);
  const alg = algorithmOf(token);
  if (alg === "HS256" && trust.secret) {
    const { secret } = trust;
    return { payload: await payloadOf(() => compactVerify(token, secret, { algorithms: ["HS256"] })), by: "secret" };
  }
  if (alg !== "HS256" && trust.jwksUrl !== null) {
    return { payload: await payloadOf(() => verifyByIssuer(token, trust.jwksUrl ?? "", keys)), by: "issuer" };
  }
  throw noKey();
}

function algorithmOf(token: string): string {
  let alg: unknown;
  try {
    ({ alg } = decodeProtectedHeader(token));
  } catch {
    throw broken();
  }
  if (alg === "none") throw refuseToken("PGRST301", badAlgorithm, "JWT is unsecured but expected 'alg' was not 'none'");
  if (alg === "HS256" || (typeof alg === "string" && byIssuers.includes(alg))) return alg;
  throw refuseToken("PGRST301", badAlgorithm, "Only HS256 with the project's secret is taken, and what the keys of an issuer sign with.");
}

const badAlgorithm = "Wrong or unsupported encoding algorithm";

async function payloadOf(verify: () => Promise<CompactVerifyResult>): Promise<Uint8Array> {
  try {
    const { payload, protectedHeader } = await verify();
    // RFC 7519 has no use for it.
    if (protectedHeader.b64 === false) throw broken();
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSInvalid || error instanceof errors.JOSENotSupported) throw broken();
    if (error instanceof errors.JOSEError) throw noKey();
    throw error;
  }
}

/** A key that is not there may have been published since. */
async function verifyByIssuer(token: string, url: string, keys: IssuerKeys): Promise<CompactVerifyResult> {
  const set = await keys.get(url);
  try {
    return await verifyBy(token, set);
  } catch (error) {
    const newer = error instanceof errors.JWKSNoMatchingKey ? await keys.newerThan(url, set) : undefined;
    if (!newer) throw error;
    return verifyBy(token, newer);
  }
}

async function verifyBy(token: string, { find }: KeySet): Promise<CompactVerifyResult> {
  const algorithms = { algorithms: byIssuers };
  try {
    return await compactVerify(token, find, algorithms);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const verified = await compactVerify(token, key, algorithms).catch(() => undefined);
      if (verified) return verified;
    }
    throw noKey();
  }
}

const broken = () => refuseToken("PGRST301", "JWT cryptographic operation failed");
const noKey = () => refuseToken("PGRST301", "No suitable key or wrong key type", "None of the keys was able to decode the JWT");
