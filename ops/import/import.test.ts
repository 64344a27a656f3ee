import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import { databaseOf, loginOf, openSecrets } from "@nextmavens/api/tenants";
import { z } from "zod";
import { ask } from "../../api/test/ask.ts";
import { makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import type { Report } from "./report.ts";
import { samplePassword } from "./sample/make.ts";
import { idOf, type SampleProject } from "./sample/project.ts";
import { runImport, withPrograms } from "./test/run.ts";
import { makeSampleSource } from "./test/source.ts";

withPrograms.describe("a platform that grew over years", () => {
  let world: World;
  let source: Awaited<ReturnType<typeof makeSampleSource>>;
  let dry: Report;
  let applied: Report;
  beforeAll(async () => {
    world = await openWorld();
    source = await makeSampleSource(world, { projects: 6, isHostile: true });
    dry = await runImport(world, source.url);
    expect(await countHere("imported")).toBe(0);
    expect(await countHere("developers")).toBe(0);
    applied = await runImport(world, source.url, "--apply");
  }, 120_000);
  afterAll(async () => {
    await source?.drop();
    await world?.close();
  });

  const countHere = async (table: string) =>
    Number((await world.clone.query<{ count: string }>(`select count(*) from ${table}`))[0]?.count);
  const newIdOf = async (kind: string, oldId: string) =>
    (await world.clone.query<{ id: string }>("select new_id as id from imported where kind = $1 and old_id = $2", [kind, oldId]))[0]?.id ??
    "";
  const project = (n: number): SampleProject => {
    const found = source.sample.projects[n];
    if (!found) throw new Error(`there is no project ${n}`);
    return found;
  };
  /** Asks a project's database as its owner. */
  const ownerOf = async (n: number) => {
    const [tenant] = await world.clone.query<{ id: string; sealed: string }>(
      "select id, secrets_sealed as sealed from tenants where project_id = $1",
      [await newIdOf("project", project(n).id)],
    );
    const { id, sealed } = tenant ?? { id: "", sealed: "" };
    const login = { database: databaseOf(id), user: loginOf(id, "owner"), password: openSecrets(world.vault, id, sealed).owner };
    return async (query: Sql) =>
      (await world.engine.cell.asTenant(login, (db) => db.many(z.object({ text: z.string() }), query))).map(({ text }) => text);
  };
  const what = (report: Report, table: string, id: string) =>
    report.findings.filter((each) => each.table === table && each.id === id).map((each) => each.what);

  test("is looked at first, and nothing is written for that", () => {
    expect(dry).toMatchObject({ mode: "dry run", outcome: "to do", tenants: [] });
    expect(applied).toMatchObject({ mode: "applied", outcome: "done", hindrance: undefined });
    expect(applied.findings).toEqual(dry.findings);
    for (const [table, counts] of Object.entries(applied.tables)) expect([table, counts]).toEqual([table, dry.tables[table]]);
  });

  test("comes with as many of everything as there were, but for what can't be taken", async () => {
    expect(
      Object.fromEntries(
        Object.entries(applied.tables).map(([table, { found, taken, refused, failed }]) => [table, [found, taken, refused, failed]]),
      ),
    ).toEqual({
      developers: [9, 6, 3, 0],
      projects: [10, 8, 2, 0],
      tenants: [10, 6, 4, 0],
      api_keys: [12, 7, 5, 0],
      project_quotas: [6, 2, 4, 0],
      suspensions: [8, 5, 3, 0],
      manual_overrides: [5, 3, 2, 0],
      feature_flags: [6, 3, 3, 0],
      audit_logs: [1_201, 1_201, 0, 0],
    });
    expect([await countHere("developers"), await countHere("projects"), await countHere("api_keys")]).toEqual([6, 8, 7]);
  });

  test("has its old keys read the rows they always read", async () => {
    for (const { key, table, rows } of source.sample.projects.filter((_, n) => n !== 1 && n !== 2)) {
      const { status, headers, body } = await ask(world, `GET /api/rest/${table}?limit=1`, {
        apikey: key,
        headers: { prefer: "count=exact" },
      });
      expect([status, body.length]).toEqual([206, 1]);
      expect(headers.get("content-range")).toBe(`0-0/${rows}`);
    }
  });

  test("keeps values, references, types and what computes", async () => {
    const { key } = project(4);
    const orders = await ask(world, "GET /api/rest/orders?select=id,total,gross,state&order=id&limit=1", { apikey: key });
    expect(orders.body).toEqual([{ id: 1, total: 1, gross: 1.2, state: "paid" }]);
    const made = await ask(world, "POST /api/rest/orders", {
      apikey: key,
      headers: { prefer: "return=representation" },
      body: { total: 10, customer_id: (await ask(world, "GET /api/rest/customers?limit=1", { apikey: key })).body[0].id },
    });
    expect(made).toMatchObject({ status: 201, body: [{ id: project(4).rows + 1, gross: 12, state: "new" }] });
  });

  test("belongs to its projects' owners, with no more rights than the new platform gives", async () => {
    for (const n of [0, 1, 2]) {
      const database = await ownerOf(n);
      const owners = await database(sql`
        select distinct pg_get_userbyid(relowner)::text as text from pg_class c where relnamespace = 'public'::regnamespace
        union select pg_get_userbyid(proowner)::text from pg_proc p join pg_language l on l.oid = prolang
          where pronamespace = 'public'::regnamespace and lanname <> 'internal'
        union select pg_get_userbyid(typowner)::text from pg_type t where typnamespace = 'public'::regnamespace`);
      expect(owners).toEqual([expect.stringMatching(/^t_\w{16}_owner$/)]);
      expect(
        await database(sql`
          select distinct grantee || ' ' || privilege_type as text from information_schema.role_table_grants
          where table_schema = 'public' and grantee in ('anon', 'authenticated', 'service_role') order by 1`),
      ).toEqual(["service_role DELETE", "service_role INSERT", "service_role SELECT", "service_role UPDATE"]);
      expect(await database(sql`select nspname::text as text from pg_namespace where nspname ~ '^(tenant_|nextmavens_import)'`)).toEqual(
        [],
      );
    }
    expect(await (await ownerOf(0))(sql`select policyname || ' ' || cmd || ' ' || qual as text from pg_policies`)).toEqual([
      "everybody_reads SELECT (NOT done)",
    ]);
    expect(await (await ownerOf(1))(sql`select public.order_count()::text as text`)).toEqual([String(project(1).rows)]);
    expect(
      await (await ownerOf(1))(
        sql`select n.nspname::text as text from pg_extension x join pg_namespace n on n.oid = extnamespace where extname in ('citext', 'uuid-ossp')`,
      ),
    ).toEqual(["extensions", "extensions"]);
  });

  test("lets its developers sign in with the password they had, whichever way it was kept", async () => {
    for (const n of [1, 2]) {
      const body = { email: `developer${n}@example.com`, password: samplePassword };
      expect((await ask(world, "POST /api/auth/login", { body })).status).toBe(200);
    }
    const hashes = await world.clone.query<{ hash: string }>(
      "select left(password_hash, 30) as hash from developers where email in ('developer1@example.com', 'developer2@example.com')",
    );
    for (const { hash } of hashes) expect(hash).toBe("$argon2id$v=19$m=19456,t=2,p=1");
  });

  test("has doubles renamed, and says so", async () => {
    expect(what(applied, "developers", idOf("twin"))).toEqual([
      expect.stringContaining("it signs in as DEVELOPER1+2@Example.com"),
      expect.stringContaining("a new one is set by mail"),
      expect.stringContaining("it is on the plan free"),
    ]);
    expect(what(applied, "projects", idOf("project TODOS 1"))).toEqual([expect.stringContaining("it is called TODOS 1 (2)")]);
  });

  test("leaves behind what leads nowhere or can't be, and says why", () => {
    expect(what(applied, "developers", idOf("no address"))).toEqual(['"not an address" is no e-mail address']);
    expect(what(applied, "projects", idOf("project dangling"))).toEqual([expect.stringContaining("is not there, or is not taken")]);
    expect(what(applied, "projects", idOf("project of the gone"))).toEqual([expect.stringContaining("is not there, or is not taken")]);
    expect(what(applied, "api_keys", idOf("key doubled"))).toEqual(["another key has the same hash"]);
    expect(what(applied, "api_keys", idOf("key md5"))).toEqual(["its hash is no SHA-256 in hexadecimal"]);
    expect(what(applied, "project_quotas", "2")).toEqual([expect.stringContaining("cpu_seconds is no metric known here")]);
    expect(what(applied, "suspensions", "5")).toEqual(["it overlaps 4, which lasts longer"]);
    expect(what(applied, "tenants", "public")).toEqual(["the schema public can be no project's own"]);
    expect(applied.tables["developers"]?.unknown).toEqual(["company"]);
  });

  test("has its limits and sanctions in force, and its history of them", async () => {
    const { token } = await makeStaff(world, "viewer");
    const of = async (n: number, path: string) =>
      (await ask(world, `GET /api/admin/projects/${await newIdOf("project", project(n).id)}/${path}`, { token })).body.items;
    expect(await of(0, "quotas")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ metric: "requests_per_day", limit: 20_000, source: expect.objectContaining({ kind: "quota" }) }),
        expect.objectContaining({ metric: "requests_per_second", limit: 500, source: expect.objectContaining({ kind: "quota" }) }),
      ]),
    );
    expect(await of(1, "overrides")).toEqual([
      expect.objectContaining({ metric: "rows_written_per_day", limit: 5, state: "in_force", createdBy: "import:unknown" }),
    ]);
    expect((await of(1, "suspensions")).map(({ state }: { state: string }) => state).sort()).toEqual(["ended", "in_force", "lifted"]);
    const refused = await ask(world, "GET /api/rest/readings", { apikey: project(2).key });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: "project_suspended", reason: "billing", statement: "The bill of May is open." },
    });
    expect(await world.clone.query("select from outbox")).toEqual([]);
  });

  test("stays shut where a project is called suspended and nothing says why", async () => {
    const rows = await world.clone.query("select reason, lifted_at from suspensions where project_id = $1", [
      await newIdOf("project", idOf("project shut")),
    ]);
    expect(rows).toEqual([{ reason: "other", lifted_at: null }]);
  });

  test("tells of functions whose text names the old schema, and of policies for roles there are not", () => {
    const shop = applied.tenants.find(({ schema }) => schema === project(1).schema);
    expect(shop?.notes).toEqual([
      expect.stringMatching(/^the policy readers of customers names the roles legacy_reader/),
      expect.stringMatching(/^the function public\.order_total\(\) names the schema tenant_\w+ in its text/),
    ]);
    expect(applied.tenants.find(({ schema }) => schema === project(0).schema)?.notes).toEqual([]);
  });

  test("forges no history: what was done stands in the audit log as done by the import, and the old log beside it", async () => {
    const actors = await world.clone.query<{ actor: string }>(
      "select distinct actor_kind || ':' || actor_id as actor from audit_logs where action like 'adopt%' or action like 'import%'",
    );
    expect(actors).toEqual([{ actor: "job:import" }]);
    const old = await world.clone.query<{ entry: { details: unknown }; projectId: string | null }>(
      `select entry, project_id as "projectId" from imported_audit_logs where action = 'login'`,
    );
    expect(old).toEqual([
      {
        entry: expect.objectContaining({
          details: { password: "[masked]", nested: [{ token: "[masked]" }], note: "called with [masked]", otp_code: "[masked]" },
        }),
        projectId: null,
      },
    ]);
    expect(await countHere("imported_audit_logs where project_id like 'prj_%'")).toBe(1_200);
    await expect(world.clone.query("update imported_audit_logs set action = 'nothing'")).rejects.toThrow("append-only");
    await expect(world.clone.query("delete from imported_audit_logs")).rejects.toThrow("append-only");
    const [batch] = await world.clone.query<{ after: { entries: number; sha256: string } }>(
      "select after from audit_logs where action = 'importAuditLogs' order by id limit 1",
    );
    expect(batch?.after).toMatchObject({ entries: 1_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("has nothing left to do for a second run", async () => {
    const before = await countHere("audit_logs");
    const again = await runImport(world, source.url, "--apply");
    expect(again).toMatchObject({ outcome: "nothing to do", tenants: [] });
    expect(Object.values(again.tables).map(({ taken, failed }) => taken + failed)).toEqual(Array(9).fill(0));
    expect(await countHere("audit_logs")).toBe(before);
    expect((await runImport(world, source.url)).outcome).toBe("nothing to do");
  });

  test("stays as staff then decide: what they lifted or changed is not brought back", async () => {
    const { token } = await makeStaff(world, "operator");
    const [open] = await world.clone.query<{ id: string }>("select id from suspensions where project_id = $1 and lifted_at is null", [
      await newIdOf("project", project(1).id),
    ]);
    expect((await ask(world, `POST /api/admin/suspensions/${open?.id}/lift`, { token, body: { reason: "Cleared" } })).status).toBe(200);
    const path = `/api/admin/projects/${await newIdOf("project", project(0).id)}/quotas/requests_per_day`;
    expect((await ask(world, `DELETE ${path}`, { token, body: { reason: "Not needed" } })).status).toBe(200);
    expect((await runImport(world, source.url, "--apply")).outcome).toBe("nothing to do");
  });

  test("gives what is new there to a later run", async () => {
    const { id, schema } = project(0);
    await source.query("insert into developers (id, email) values ($1, 'late@example.com')", [idOf("late")]);
    await source.query("insert into audit_logs (action, project_id) values ('late', $1)", [id]);
    await source.query(`insert into ${schema}.todos (task) values ('late')`);
    const later = await runImport(world, source.url, "--apply");
    expect(later).toMatchObject({
      outcome: "done",
      tenants: [],
      tables: { developers: { taken: 1 }, audit_logs: { taken: 1 }, tenants: { taken: 0 } },
    });
  });

  test("is not mixed up with another one under the same name", async () => {
    const other = await makeSampleSource(world, { projects: 1, auditLogs: 0 });
    await expect(runImport(world, other.url)).rejects.toThrow(/came from .*: give this one another --name/);
    await expect(runImport(world, other.url, "--resume", "--name", "other")).rejects.toThrow("there is nothing to resume");
    await expect(runImport(world, world.clone.url)).rejects.toThrow("--from is this platform's own database");
    const report = await runImport(world, other.url, "--name", "other", "--apply", "--only", "developers,projects,feature_flags");
    expect(report.findings).toContainEqual(
      expect.objectContaining({ table: "developers", what: expect.stringContaining("developer1+3@example.com") }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ table: "feature_flags", kind: "refused", what: "there is a flag of this key here already" }),
    );
    expect(Object.keys(report.tables)).toEqual(["developers", "projects", "feature_flags"]);
    await other.drop();
  }, 60_000);
});
