import { z } from "zod";
import { operation } from "../platform/operation.ts";

export const listJwks = operation({
  id: "listJwks",
  at: "GET /api/auth/.well-known/jwks.json",
  tag: "Auth",
  summary: "The public keys that access tokens verify with (RFC 7517)",
  permission: "public",
  returns: [200, z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) })],
});

export const rotateSigningKey = operation({
  id: "rotateSigningKey",
  at: "POST /api/admin/signing-keys/rotate",
  tag: "Staff",
  summary: "Sign access tokens with a new key from now on",
  permission: { staff: "admin" },
  isSensitive: true,
  returns: [201, z.object({ kid: z.string() })],
});
