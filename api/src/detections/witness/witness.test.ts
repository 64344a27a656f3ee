import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { makeDeveloper } from "../../../test/make.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { networkOf, openOrigins } from "./origins.ts";
import { isDdl, isOfEverything, isProbe } from "./signs.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql("create table todos (id int primary key, title text)");
});
afterAll(() => world.close());

interface Written {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly tally: {
    readonly counts: Readonly<Record<string, number>>;
    readonly distinct: Readonly<Record<string, readonly string[]>>;
    readonly bodies: Readonly<Record<string, number>>;
    readonly endpoints: Readonly<Record<string, readonly [number, number]>>;
  };
}

/** What one thing that is done leaves behind of a subject, summed over its spans. */
async function seen(kind: string, work: () => Promise<unknown>, id?: string) {
  await world.engine.settling.flushed();
  await world.clone.query("delete from feature_windows");
  await work();
  await world.engine.settling.flushed();
  const rows = await world.clone.query<Written>(
    `select subject_kind, subject_id, tally from feature_windows where subject_kind = '${kind}' ${id === undefined ? "" : `and subject_id = '${id}'`}`,
  );
  const counts: Record<string, number> = {};
  for (const { tally } of rows) for (const [name, count] of Object.entries(tally.counts)) counts[name] = (counts[name] ?? 0) + count;
  const distinct: Record<string, string[]> = {};
  for (const { tally } of rows)
    for (const [name, values] of Object.entries(tally.distinct)) distinct[name] = [...new Set([...(distinct[name] ?? []), ...values])];
  return { counts, rows, distinct };
}
const ofProject = (work: () => Promise<unknown>) => seen("project", work, tenant.projectId);
const secret = () => ({ apikey: tenant.secret.key });

describe("what detectors see", () => {
  test("of a read: who asked by which key, from where as a digest, and for what", async () => {
    const { counts, distinct } = await ofProject(() => ask(world, "GET /api/rest/todos?id=eq.1", secret()));
    expect(counts).toMatchObject({ requests: 1, reads: 1 });
    expect(counts["bytesOut"]).toBe(2);
    expect(distinct).toMatchObject({ keys: [tenant.secret.id], targets: ["todos"] });
    expect(JSON.stringify(distinct)).not.toContain("127.0.0");
  });

  test("of an answer that is sent piece by piece: what was really sent", async () => {
    const sql = (query: string) => ask(world, "POST /api/sql", { ...secret(), body: { query } });
    for (const [length, least, most] of [
      [1_000_000, 1_000_000, 1_002_000],
      [10, 10, 2_000],
    ] as const) {
      const { counts } = await ofProject(() => sql(`select repeat('x', ${length}) as x`));
      expect(counts["bytesOut"]).toBeGreaterThanOrEqual(least);
      expect(counts["bytesOut"]).toBeLessThan(most);
    }
    const { counts } = await ofProject(() => ask(world, "GET /api/tables/todos/export", secret()));
    expect(counts["bytesOut"]).toBeGreaterThan(0);
  });

  test("of a write: rows, and bodies that are the same, without what they say", async () => {
    const body = { title: "buy something" };
    const { counts, rows } = await ofProject(async () => {
      await ask(world, "POST /api/rest/todos", { ...secret(), body: { id: 1, ...body } });
      await ask(world, "POST /api/rest/todos", { ...secret(), body: { id: 1, ...body } });
      await ask(world, "POST /api/rest/todos", { ...secret(), body: { id: 2, ...body } });
    });
    expect(counts).toMatchObject({ requests: 3, writes: 3, rowsWritten: 2, refusedStatements: 1, clientErrors: 1 });
    expect(JSON.stringify(rows)).not.toContain("something");
    const bodies = rows.flatMap(({ tally }) => Object.values(tally.bodies));
    expect(bodies.reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  test("of names that are not there, of what is denied, and of probes", async () => {
    const { counts, distinct } = await ofProject(async () => {
      await ask(world, "GET /api/rest/secrets", secret());
      await ask(world, "GET /api/rest/rpc/run_it", secret());
      await ask(world, "GET /api/rest/todos", { apikey: tenant.publishable.key });
      await ask(world, "GET /api/rest/todos?title=eq.%27%20or%201=1--", secret());
    });
    expect(counts).toMatchObject({ notFound: 2, denied: 1, probes: 1 });
    expect(distinct["missingTargets"]?.sort()).toEqual(["run_it", "secrets"]);
  });

  test("of SQL: rows it wrote and whether it changes the schema", async () => {
    const { counts } = await ofProject(async () => {
      await ask(world, "POST /api/sql", { ...secret(), body: { query: "create table notes (id int)" } });
      await ask(world, "POST /api/sql", { ...secret(), body: { query: "insert into notes values (1), (2), (3)" } });
    });
    expect(counts).toMatchObject({ requests: 2, schemaChanges: 1, rowsWritten: 3 });
  });

  test("of the schema API and of exports", async () => {
    const { counts, distinct } = await ofProject(async () => {
      await ask(world, "GET /api/schema", secret());
      await ask(world, "POST /api/schema/nothing", secret());
      await ask(world, "GET /api/tables/todos/export", secret());
      await ask(world, "GET /api/rest/todos", secret());
      await ask(world, "GET /api/rest/todos?limit=20", secret());
    });
    expect(counts).toMatchObject({ requests: 4, exports: 2 });
    expect(distinct["exportedTargets"]).toEqual(["todos"]);
  });

  test("of a key that is none: the network that it came from, and no project", async () => {
    const flood = async () => {
      for (let i = 0; i < 3; i += 1) await ask(world, "GET /api/rest/todos", { apikey: `nm_sk_${"x".repeat(40)}` });
      await ask(world, "POST /api/sql", { apikey: "nonsense", body: { query: "select 1" } });
    };
    const { counts, rows } = await seen("network", flood);
    expect(counts).toMatchObject({ requests: 4, failedKeys: 4 });
    expect(new Set(rows.map(({ subject_id }) => subject_id)).size).toBe(1);
    expect((await ofProject(flood)).rows).toEqual([]);
  });

  test("of sign-ups and failed sign-ins, and of other networks as others, as far as a proxy of ours says so", async () => {
    const { counts, rows } = await seen("network", async () => {
      const { email } = await makeDeveloper(world);
      const body = { email, password: "not the password" };
      const from = (address: string) => ({ body, headers: { "x-forwarded-for": address } });
      await ask(world, "POST /api/auth/login", from("203.0.113.9"));
      await ask(world, "POST /api/auth/login", from("203.0.113.77"));
      await ask(world, "POST /api/auth/login", from("198.51.100.1"));
      await ask(world, "GET /api/rest/todos", { apikey: "none", headers: { "x-forwarded-for": "198.51.100.2, 203.0.113.200" } });
    });
    expect(counts).toMatchObject({ signUps: 1, failedSignIns: 3, failedKeys: 1 });
    expect(new Set(rows.map(({ subject_id }) => subject_id)).size).toBe(3);
  });

  test("adds up by endpoint and minute, without what failed on our side", async () => {
    await world.clone.query("delete from error_metrics");
    await ofProject(async () => {
      for (const query of ["id=eq.2", "id=eq.x", "nothing=eq.1"]) await ask(world, `GET /api/rest/todos?${query}`, secret());
    });
    await ofProject(() => ask(world, "GET /api/rest/todos?id=eq.1", secret()));
    const rows = await world.clone.query<{ endpoint: string; requests: string; client_errors: string }>(
      "select endpoint, sum(requests) as requests, sum(client_errors) as client_errors from error_metrics group by 1",
    );
    expect(rows).toEqual([{ endpoint: "rest todos", requests: "4", client_errors: "2" }]);
  });
});

test.each([
  ["203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2::5", "2001:db8:1::/48"],
  ["2001:DB8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
])("the network of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));

test("digests are the same in every process of an installation, others in another, and the same for an address however it is written", () => {
  const [one, same, other] = [openOrigins("a"), openOrigins("a"), openOrigins("b")];
  expect(one("203.0.113.9")).toEqual(same("::ffff:203.0.113.9"));
  expect(one("203.0.113.9")).not.toEqual(other("203.0.113.9"));
  expect(one("203.0.113.9").network).toBe(one("203.0.113.10").network);
  expect(one(undefined)).toEqual({ address: null, network: null });
});

test.each([
  "title=eq.' or 1=1--",
  "title=eq.%27%20OR%20%271%27=%271",
  "id=eq.1%20union%20select%20password%20from%20users",
  "id=eq.1;drop table todos",
  "id=eq.1);select+pg_sleep(5)--",
  "name=eq.%22)%20or%20(%22a%22=%22a",
  '{"name":"x\' union all select null--"}',
  "file=../../etc/passwd",
])("%s looks for a hole", (text) => expect(isProbe(text)).toBe(true));

test.each([
  "title=eq.rock%20and%20roll",
  "or=(age.lt.18,age.gt.21)",
  "and=(grade.gte.90,student.is.true)",
  "select=id,title,people(name)&order=id.desc",
  '{"text":"Don\'t panic -- it is only a union of students; select one and drop me a line"}',
  "name=ilike.*o'brien*",
  '{"a":"b","or":"c"}',
])("%s does not", (text) => expect(isProbe(text)).toBe(false));

test.each(["'", "/**/", "' ", "union ", "union/**/", ";", "%27%20", "'/*x*/", "))"])(
  "16 kB of %s are looked through without going back and forth",
  (piece) => {
    const startedAt = performance.now();
    isProbe(`'${piece.repeat(16_000 / piece.length)}`);
    // Going back and forth would take longer than anybody waits.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  },
);

test.each([
  ["create table t (id int)", true],
  ["CREATE OR REPLACE FUNCTION f() returns int language sql as 'select 1'", true],
  ["select 1; alter table t add c int", true],
  ["drop policy p on t", true],
  ["grant select on t to anon", true],
  ["select created, dropped from t", false],
  ["insert into t values ('create')", false],
  ["update t set title = 'x'", false],
])("%s changes the schema: %s", (sql, expected) => expect(isDdl(sql)).toBe(expected));

test.each([
  ["", true],
  ["select=*&order=id", true],
  ["limit=100000", true],
  ["limit=20", false],
  ["id=eq.1", false],
])("?%s leaves no row out: %s", (search, expected) => expect(isOfEverything(search)).toBe(expected));
