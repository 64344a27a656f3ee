import { z } from "zod";
import type { Login } from "../src/platform/db/logins.ts";
import { Sql } from "../src/platform/db/sql.ts";
import { databaseOf, loginOf, openSecrets, type TenantLoginKind } from "../src/tenants/index.ts";
import { makeProject } from "./make.ts";
import type { World } from "./world.ts";

/** A project made through the front door, and the way into its tenant's database behind it. */
export type TestTenant = Awaited<ReturnType<typeof tenantOf>>;

export async function tenantOf(world: World) {
  const project = await makeProject(world);
  const Row = z.object({ id: z.string(), sealed: z.string() });
  const { id, sealed } = await world.store.transact("platform", (db) =>
    db.one(Row, new Sql(["select id, secrets_sealed as sealed from tenants where project_id = ", ""], [project.id])),
  );
  const secrets = openSecrets(world.vault, id, sealed);
  const login = (kind: TenantLoginKind): Login => ({
    tenantId: id,
    database: databaseOf(id),
    user: loginOf(id, kind),
    password: secrets[kind],
    ...(kind === "anon" && { role: "anon" }),
    ...(kind === "user" && { role: "authenticated" }),
    ...(kind === "service" && { role: "service_role" }),
  });
  /** Runs statements as the owner, without any door. */
  const sql = (text: string) => world.engine.cell.asTenant(login("owner"), (db) => db.run(new Sql([text], [])));
  return { ...project, projectId: project.id, tenantId: id, secrets, login, sql };
}
