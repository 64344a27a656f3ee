import type { JsonWebKey, KeyObject } from "node:crypto";

export type PublicKey = JsonWebKey & { readonly kid: string; readonly kty: string };

/** Whose access token: it is the token's audience, so one can't serve as the other. */
export type Audience = "developer" | "staff";

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: string;
}

/** Signs access tokens and knows the keys that verify them. */
export interface AccessTokens {
  /** The `iss` of every token: the installation's, the same in each of its processes whatever address it is reached by. */
  readonly issuer: string;
  /** A JWT (RFC 7519, ES256) for this person and session, valid for 15 minutes (staff: 8 hours). */
  issue(audience: Audience, subject: string, sessionId: string, now: string): Promise<AccessToken>;
  /** The key of this id, looked for again once where it is not known here yet. */
  verifier(kid: string): Promise<KeyObject | undefined>;
  /** The public keys, as RFC 7517 says. */
  publicKeys(): readonly PublicKey[];
  /** Reads the keys again, after a rotation. */
  reload(): Promise<void>;
}
