import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

export const Tenant = z.object({
  id: z.string(),
  projectId: z.string(),
  state: z.enum(["requested", "ready", "purging", "purged"]),
  secretsSealed: z.string().nullable(),
});
export type Tenant = z.output<typeof Tenant>;

const columns = sql`id, project_id as "projectId", state, secrets_sealed as "secretsSealed"`;

export const insert = (db: Db, tenant: { id: string; projectId: string; region: string; secretsSealed: string; now: string }) =>
  db.run(sql`
    insert into tenants (id, project_id, cell_id, state, secrets_sealed, created_at)
    select ${tenant.id}, ${tenant.projectId}, min(id), 'requested', ${tenant.secretsSealed}, ${tenant.now} from cells where region_id = ${tenant.region}`);

/** Whoever holds the row is the only one that builds or removes this tenant. */
export const lock = (db: Db, id: string) => db.maybe(Tenant, sql`select ${columns} from tenants where id = ${id} for update`);

export const findOf = (db: Db, projectId: string) => db.maybe(Tenant, sql`select ${columns} from tenants where project_id = ${projectId}`);

export const markReady = (db: Db, id: string, now: string) =>
  db.run(sql`update tenants set state = 'ready', provisioned_at = ${now} where id = ${id}`);

export const markPurging = (db: Db, projectId: string) =>
  db.run(sql`update tenants set state = 'purging' where project_id = ${projectId} and state in ('requested', 'ready')`);

export const markPurged = (db: Db, id: string, now: string) =>
  db.run(sql`update tenants set state = 'purged', secrets_sealed = null, purged_at = ${now} where id = ${id}`);

/** Left behind by a process that died between the project and its database. */
export const listUnfinished = (db: Db, olderThan: string) =>
  db.many(z.object({ id: z.string() }), sql`select id from tenants where state = 'requested' and created_at < ${olderThan} limit 100`);
