import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { adminLogin } from "@nextmavens/api/platform/db/server";
import pg from "pg";
import { ask } from "../../api/test/ask.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import type { SampleProject } from "./sample/project.ts";
import { environmentOf, runImport, withPrograms } from "./test/run.ts";
import { makeSampleSource } from "./test/source.ts";

withPrograms.describe("an import that is cut off", () => {
  let world: World;
  let source: Awaited<ReturnType<typeof makeSampleSource>>;
  beforeAll(async () => {
    world = await openWorld();
    source = await makeSampleSource(world, { projects: 5, rows: 3_000 });
  }, 60_000);
  afterAll(async () => {
    await source?.drop();
    await world?.close();
  });

  /** As a process of its own, so that it can be killed. */
  const startImport = () =>
    spawn(process.execPath, [fileURLToPath(new URL("import.ts", import.meta.url)), "--from", source.url, "--apply"], {
      env: { PATH: process.env["PATH"], ...environmentOf(world) },
      stdio: "ignore",
    });
  const count = async (text: string) => Number((await world.clone.query<{ count: string }>(`select count(*) from ${text}`))[0]?.count);
  const killWhen = async (child: ChildProcess, isTime: () => Promise<boolean>) => {
    const end = once(child, "close");
    while (child.exitCode === null && !(await isTime())) await sleep(2);
    child.kill("SIGKILL");
    await end;
    expect(child.signalCode).toBe("SIGKILL");
  };
  /** Kept from getting past the copy of these, so that the machine's speed does not decide where it is killed. */
  const killHeldAt = async (projects: readonly SampleProject[], isTime: () => Promise<boolean>) => {
    await source.query(`begin; lock table ${projects.map(({ schema, table }) => `${schema}.${table}`).join(", ")}`);
    await killWhen(startImport(), isTime);
    await source.query("rollback");
  };
  const inTenants = async <T>(work: (client: pg.Client, schema: string) => Promise<T>) => {
    const found = await world.clone.query<{ tenant: string; schema: string }>(
      "select new_id as tenant, old_id as schema from imported where kind = 'tenant'",
    );
    const results: T[] = [];
    for (const { tenant, schema } of found) {
      const client = new pg.Client(adminLogin(world.clone.server, `t_${tenant}`));
      await client.connect();
      results.push(await work(client, schema).finally(() => client.end()));
    }
    return results;
  };

  test("by kill -9, wherever it is, goes on where it was, and nothing is there twice", async () => {
    const { projects } = source.sample;
    await killHeldAt(projects, async () => (await count("imported where kind = 'tenant' and state = 'begun'")) > 0);
    expect(await count("imported where kind = 'tenant' and state = 'done'")).toBe(0);
    expect(await count("api_keys")).toBe(0);
    await killHeldAt(projects.slice(-1), async () => (await count("imported where kind = 'project'")) >= 3);
    expect(await count("imported where kind = 'tenant' and state = 'done'")).toBeLessThan(5);
    const refused = projects.at(-1)?.key ?? "";
    expect((await ask(world, "GET /api/rest/todos", { apikey: refused })).status).toBe(401);

    const report = await runImport(world, source.url, "--resume");
    expect(report).toMatchObject({ outcome: "done" });
    expect([await count("developers"), await count("projects"), await count("api_keys")]).toEqual([4, 5, 5]);
    expect([await count("imported_audit_logs"), await count("suspensions")]).toEqual([1_200, 1]);
    for (const { key, table, rows } of projects.filter((_, n) => n !== 2)) {
      const { headers, body } = await ask(world, `GET /api/rest/${table}?limit=1`, { apikey: key, headers: { prefer: "count=exact" } });
      expect([headers.get("content-range"), body]).toEqual([`0-0/${rows}`, [expect.anything()]]);
    }
    const left = await inTenants(
      async (client, schema) =>
        (await client.query("select from pg_namespace where nspname in ($1, 'nextmavens_import')", [schema])).rowCount,
    );
    expect(left).toEqual([0, 0, 0, 0, 0]);
    expect((await runImport(world, source.url, "--apply")).outcome).toBe("nothing to do");
  }, 90_000);

  test("between a copy's last step and the note of it, does not copy again", async () => {
    const note = JSON.stringify({ tables: 1, rows: 2, notes: ["as it was"] });
    await inTenants((client) =>
      client.query(
        `create schema nextmavens_import authorization ${client.database}_owner; comment on schema nextmavens_import is '${note}'`,
      ),
    );
    await world.clone.query("update imported set state = 'begun' where kind = 'tenant'");
    const report = await runImport(world, source.url, "--resume");
    expect(report).toMatchObject({ outcome: "done", tables: { tenants: { taken: 5 } } });
    expect(report.tenants.map(({ notes }) => notes)).toEqual(Array(5).fill(["as it was"]));
    expect(
      await inTenants(async (client) => (await client.query("select from pg_namespace where nspname = 'nextmavens_import'")).rowCount),
    ).toEqual([0, 0, 0, 0, 0]);
  }, 30_000);

  test("is one at a time", async () => {
    const client = new pg.Client(adminLogin(world.clone.server));
    await client.connect();
    await client.query("select pg_advisory_lock(hashtext('nextmavens import'))");
    await expect(runImport(world, source.url, "--apply")).rejects.toThrow("another import is running");
    expect((await runImport(world, source.url)).outcome).toBe("nothing to do");
    await client.end();
  });
});

withPrograms.describe("a schema that can't be copied", () => {
  let world: World;
  let source: Awaited<ReturnType<typeof makeSampleSource>>;
  beforeAll(async () => {
    world = await openWorld();
    source = await makeSampleSource(world, { projects: 3, auditLogs: 0 });
  }, 60_000);
  afterAll(async () => {
    await source?.drop();
    await world?.close();
  });

  test("fails alone and leaves nothing; its keys wait, and come once it is put right", async () => {
    const [first, second, third] = source.sample.projects;
    if (!first || !second || !third) throw new Error("there are not enough projects");
    await source.query("create function public.shared(text) returns text language sql as 'select $1'");
    await source.query(`alter table ${first.schema}.todos alter column task set default public.shared('x')`);

    const report = await runImport(world, source.url, "--apply");
    expect(report).toMatchObject({
      outcome: "unfinished",
      tables: { tenants: { taken: 2, failed: 1 }, api_keys: { taken: 2, failed: 1 } },
    });
    expect(report.findings.filter(({ kind }) => kind === "failed")).toEqual([
      expect.objectContaining({
        table: "tenants",
        id: first.schema,
        kind: "failed",
        what: expect.stringContaining("function public.shared(text) does not exist"),
      }),
      expect.objectContaining({ table: "api_keys", kind: "failed", what: "it waits for the project's schema" }),
    ]);
    expect((await ask(world, "GET /api/rest/orders?limit=1", { apikey: second.key })).status).toBe(200);
    expect((await ask(world, "GET /api/rest/todos", { apikey: first.key })).status).toBe(401);
    const [tenant] = await world.clone.query<{ id: string }>("select new_id as id from imported where old_id = $1", [first.schema]);
    const client = new pg.Client(adminLogin(world.clone.server, `t_${tenant?.id}`));
    await client.connect();
    expect(
      (await client.query("select from pg_class where relnamespace in (select oid from pg_namespace where nspname = $1)", [first.schema]))
        .rowCount,
    ).toBe(0);
    await client.end();

    await source.query(`alter table ${first.schema}.todos alter column task drop default`);
    expect(await runImport(world, source.url, "--resume")).toMatchObject({
      outcome: "done",
      tables: { tenants: { taken: 1, already: 2 }, api_keys: { taken: 1 } },
    });
    expect((await ask(world, "GET /api/rest/todos?limit=1", { apikey: first.key })).body).toHaveLength(1);
  }, 60_000);

  test("needs PostgreSQL's programs; without them that is told before anything is written", async () => {
    const other = await makeSampleSource(world, { projects: 1, auditLogs: 0 });
    const report = await runImport(world, other.url, "--name", "other", "--pg-bin", "/nonexistent");
    expect(report.hindrance).toContain("install postgresql-client-15");
    await other.drop();
  });
});
