import type pg from "pg";
import type { Vault } from "../vault.ts";

/** Where the control database is; a Unix socket's directory stands in `host`. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly ssl: boolean | { readonly rejectUnauthorized: boolean };
  /** The login of `DATABASE_URL`: makes the platform's roles, nothing else. */
  readonly admin: { readonly user: string; readonly password: string | undefined };
}

/** The platform's own logins, made once by the bootstrap; each has only the rights its work needs. */
export const platformRoles = {
  /** Owns the control tables and runs their migrations. */
  owner: "nm_owner",
  /** What actions and the hot path use; owns nothing, so row-level security binds it. */
  api: "nm_api",
  /** What the console reads by: SELECT on granted columns, in read-only transactions. */
  console: "nm_console",
  /** Owns the job queue's schema. */
  jobs: "nm_jobs",
  /** Makes tenants' databases and logins, through functions only. */
  provisioner: "nm_provisioner",
  /** Ends sessions that run too long or whose tenant is suspended. */
  watchdog: "nm_watchdog",
} as const;
export type PlatformRole = keyof typeof platformRoles;

/** Connection settings of a platform login; its password is derived from the master key, never stored. */
export const loginOf = (server: Server, vault: Vault, role: PlatformRole, database = server.database): pg.PoolConfig => ({
  host: server.host,
  port: server.port,
  ssl: server.ssl,
  database,
  user: platformRoles[role],
  password: vault.derive(`role:${platformRoles[role]}`),
  application_name: `nextmavens ${role}`,
});

/** Connection settings of `DATABASE_URL`'s own login. */
export const adminLogin = (server: Server, database = server.database): pg.PoolConfig => ({
  host: server.host,
  port: server.port,
  ssl: server.ssl,
  database,
  user: server.admin.user,
  password: server.admin.password ?? "",
  application_name: "nextmavens bootstrap",
});
