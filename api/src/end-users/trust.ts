import { createSecretKey } from "node:crypto";
import type { Trust } from "../platform/gate.ts";
import type { Vault } from "../platform/vault.ts";
import type { StoredAuth } from "./queries.ts";

const purposeOf = (projectId: string) => `end-user-auth:${projectId}`;

export const sealSecret = (vault: Vault, projectId: string, secret: string) => vault.seal(secret, purposeOf(projectId));

/** What was stored, with the secret as a key that verifies. */
export function openTrust(vault: Vault, projectId: string, { secretSealed, ...settings }: StoredAuth): Trust {
  const secret = secretSealed === null ? undefined : createSecretKey(vault.open(secretSealed, purposeOf(projectId)), "utf8");
  return { ...settings, secret };
}
