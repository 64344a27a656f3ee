import { createHash } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import type { Vault } from "../vault.ts";
import type { Abilities } from "./cell.ts";
import { adminLogin, loginOf, platformRoles, type Server } from "./server.ts";
import { sql } from "./sql.ts";
import { over } from "./store.ts";

/** What the bootstrap left for further processes to read. */
export interface Installation extends Abilities {
  /** Changes with what the bootstrap does, so that a newer platform knows to repeat it. */
  readonly version: string;
  /** What this server did not allow, and what is done instead. */
  readonly fallbacks: readonly string[];
}

/** The master key in use is not the one this database was set up with. */
export class WrongMasterKey extends Error {
  override readonly name = "WrongMasterKey";
}

const Row = z.object({
  version: z.string(),
  fingerprint: z.string(),
  serviceRoleBypassesRls: z.boolean(),
  tenantTemplate: z.string(),
  fallbacks: z.string().array(),
});

/** Whose the platform's roles on this server are: nobody's yet, ours, or those of an installation with another master key. */
export async function whoseRoles(server: Server, vault: Vault): Promise<"nobody" | "ours" | "another"> {
  const client = new pg.Client({ ...adminLogin(server), connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const found = await over(client).maybe(
      z.object({ mark: z.string().nullable() }),
      sql`select pg_catalog.shobj_description(oid, 'pg_authid') as mark from pg_catalog.pg_roles where rolname = ${platformRoles.owner}`,
    );
    if (!found) return "nobody";
    return found.mark?.includes(fingerprintOf(vault)) ? "ours" : "another";
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return "nobody";
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Tells master keys apart without telling anything about them. */
export const fingerprintOf = (vault: Vault) => createHash("sha256").update(vault.derive("fingerprint")).digest("hex").slice(0, 16);

/** What the bootstrap found, or nothing when there was none yet. */
export async function findInstallation(server: Server, vault: Vault): Promise<Installation | undefined> {
  const client = new pg.Client({ ...loginOf(server, vault, "api"), connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { fingerprint, ...installation } = await over(client).one(
      Row,
      sql`
        select version, fingerprint, service_role_bypasses_rls as "serviceRoleBypassesRls", tenant_template as "tenantTemplate", fallbacks
        from provision.installation`,
    );
    if (fingerprint !== fingerprintOf(vault)) throw new WrongMasterKey("this database was set up with another master key");
    return installation;
  } catch (error) {
    // No such role or a wrong password, no such database, no right to enter it, no such table: not bootstrapped.
    if (["28P01", "28000", "3D000", "42501", "42P01", "3F000"].includes((error as { code?: string }).code ?? "")) return undefined;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
