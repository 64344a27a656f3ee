import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";
import { type Logins, openLogins } from "../platform/db/logins.ts";
import { type Catalogs, openCatalogs } from "./catalog.ts";

/** What is said in a tenant's database by a client that is none of ours, where nothing else tells that a schema changed. */
const oneHourMs = 3_600_000;
let world: World;
let tenant: TestTenant;
let logins: Logins;
let catalogs: Catalogs;
let migrator: pg.Client;
let heard = 0;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  logins = openLogins({
    server: world.server,
    limits: { idleMs: oneHourMs },
    repair: async () => undefined,
    end: (_, pid) => world.engine.cell.endSessions({ tenantId: tenant.tenantId, pid }),
    onError: () => undefined,
    onSchemaNotice(tenantId) {
      heard += 1;
      catalogs.doubt(tenantId);
    },
  });
  catalogs = openCatalogs(logins, { believesMs: oneHourMs });
  const { host, port } = world.server;
  const { database, user, password } = tenant.login("owner");
  migrator = new pg.Client({ host, port, database, user, password });
  await migrator.connect();
  await migrator.query("create table first (id int)");
});
afterAll(async () => {
  await migrator.end();
  await logins.close();
  await world.close();
});

async function untilSo(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}

const names = async () => [...(await catalogs.get(tenant.projectId, "public", tenant.login("anon"))).tables.keys()].sort();

describe("NOTIFY pgrst by somebody else's client", () => {
  test("lets the schema be read anew by the next request", async () => {
    expect(await names()).toEqual(["first"]);
    await migrator.query("create table second (id int)");
    expect(await names()).toEqual(["first"]);
    await migrator.query("notify pgrst, 'reload schema'");
    // It is believed once a second.
    await untilSo(async () => (await names()).includes("second"));
    await migrator.query("create table third (id int); notify pgrst");
    await untilSo(async () => (await names()).includes("third"));
  });

  test("of other things changes nothing", async () => {
    const before = heard;
    await migrator.query("notify pgrst, 'reload config'; notify others, 'reload schema'; notify pgrst, 'reload schema'");
    await untilSo(async () => heard > before);
    expect(heard).toBe(before + 1);
  });

  test("without end costs the tenant its sessions, and is heard no further", async () => {
    await names();
    const before = heard;
    await migrator.query("select pg_notify('pgrst', n::text) from generate_series(1, 100000) n");
    await untilSo(async () => logins.count().open === 0);
    expect(heard).toBe(before);
    expect(await logins.use(tenant.login("anon"), async (session) => session.isClean)).toBe(true);
  });
});
