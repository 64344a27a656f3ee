import { createHmac, randomBytes } from "node:crypto";
import type { Vault } from "../platform/vault.ts";

/** Standard Webhooks 1.0 (https://www.standardwebhooks.com): symmetric secrets begin with whsec_, signatures with v1. */
export const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

const purposeOf = (webhookId: string) => `webhook_endpoints.secret:${webhookId}`;
export const sealSecret = (vault: Vault, webhookId: string, secret: string) => vault.seal(secret, purposeOf(webhookId));
export const openSecret = (vault: Vault, webhookId: string, sealed: string) => vault.open(sealed, purposeOf(webhookId));

/** The headers that tell a receiver who sent this: one signature for each secret that holds, the newest first. */
export function signed(id: string, now: string, body: string, secrets: readonly string[]): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(now) / 1_000));
  const sign = (secret: string) =>
    `v1,${createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
      .update(`${id}.${timestamp}.${body}`)
      .digest("base64")}`;
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": secrets.map(sign).join(" ") };
}
