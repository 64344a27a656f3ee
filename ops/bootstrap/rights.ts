import type pg from "pg";

/** What the login of DATABASE_URL may do on its server. */
export interface Rights {
  readonly login: string;
  readonly serverVersion: number;
  readonly isSuperuser: boolean;
  readonly createsRoles: boolean;
  readonly createsDatabases: boolean;
  readonly bypassesRls: boolean;
}

/** The server lacks something there is no way around. Each line says what, and the SQL that grants it. */
export class MissingRights extends Error {
  override readonly name = "MissingRights";

  constructor(lines: readonly string[]) {
    super(`this server cannot be used yet:\n${lines.map((line) => `  - ${line}`).join("\n")}`);
  }
}

export async function probe(admin: pg.Client): Promise<Rights> {
  const { rows } = await admin.query<Rights>(`
    select current_user as login, current_setting('server_version_num')::int as "serverVersion", rolsuper as "isSuperuser",
      rolsuper or rolcreaterole as "createsRoles", rolsuper or rolcreatedb as "createsDatabases", rolsuper or rolbypassrls as "bypassesRls"
    from pg_catalog.pg_roles where rolname = current_user`);
  const [rights] = rows;
  if (!rights) throw new Error("the server does not know the login it just let in");
  return rights;
}

/** Refuses early what cannot be worked around. */
export function demand(rights: Rights): void {
  const missing: string[] = [];
  if (rights.serverVersion < 150_000) missing.push(`PostgreSQL 15 or newer is needed; this is ${versionText(rights.serverVersion)}`);
  if (!rights.createsRoles) missing.push(`${rights.login} may not make roles: ALTER ROLE ${quoted(rights.login)} CREATEROLE;`);
  if (!rights.createsDatabases) missing.push(`${rights.login} may not make databases: ALTER ROLE ${quoted(rights.login)} CREATEDB;`);
  if (missing.length > 0) throw new MissingRights(missing);
}

/** Tries a statement that the server may refuse, without losing the transaction around it. */
export async function attempt(admin: pg.Client, statement: string): Promise<string | undefined> {
  await admin.query("savepoint attempt");
  try {
    await admin.query(statement);
    return undefined;
  } catch (error) {
    await admin.query("rollback to savepoint attempt");
    return (error as Error).message;
  } finally {
    await admin.query("release savepoint attempt");
  }
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const versionText = (number: number) => `${Math.floor(number / 10_000)}.${number % 10_000}`;
