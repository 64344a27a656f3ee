import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { ask } from "../../api/test/ask.ts";
import { makeDeveloper, makeKey, makeProjectFor } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { type Ground, openGround } from "./ground.ts";
import { type Demo, makeDemo } from "./make.ts";
import { makeProgress, type Progress } from "./progress.ts";
import { nameOf } from "./projects.ts";
import { DemoRecord } from "./record.ts";
import { removeDemo, tablesOfProjects } from "./remove.ts";
import { planWorld } from "./world.ts";

const quiet = makeProgress({ write: () => undefined });
const agree = async () => true;
/** Worlds are made and unmade here, beside whatever else the machine does. */
jest.setTimeout(90_000);
/** Twelve projects: each story of the demo once. */
const small = { seed: 7, scale: 0.15, agree };

const query = <Row extends object>(world: World, text: string) => world.clone.query<Row & Record<string, unknown>>(text);

/** How many rows each table has, of those that count what is there; the log, the locks and what detectors see of networks keep growing. */
async function tally(world: World): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    world,
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'audit\\_%' and relname not in ('throttle', 'idempotency_keys', 'feature_windows', 'feature_minutes', 'feature_hours', 'error_metrics')",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = Number((await query<{ count: string }>(world, `select count(*) from "${name}"`))[0]?.count);
  return counts;
}

/** Databases and logins of this world's tenants that are there. */
const leftOf = async (world: World, tenantIds: readonly string[]) =>
  (await query<{ name: string }>(world, "select datname as name from pg_database union all select rolname from pg_roles")).filter(
    ({ name }) => tenantIds.some((id) => name.startsWith(`t_${id}`)),
  );

describe("on an empty platform", () => {
  let world: World;
  let ground: Ground;
  let before: Record<string, number>;
  let demo: Demo;
  beforeAll(async () => {
    world = await openWorld();
    before = await tally(world);
    ground = openGround(world, world.url);
    const made = await makeDemo(ground, small, quiet);
    if (!made) throw new Error("nothing was made");
    demo = made;
  });
  afterAll(async () => {
    await ground.close();
    await world.close();
  });

  const signIn = async (email: string) => {
    const { body } = await ask(world, "POST /api/admin/auth/login", { body: { email, password: ground.password } });
    return String(body.accessToken);
  };
  const staffAsks = async (at: string) => (await ask(world, at, { token: await signIn("operator@demo.example.com") })).body;
  const idOf = (story: string) => {
    const project = demo.plan.projects.find((each) => each.story?.includes(story));
    return (project && demo.record.find("project", nameOf(project))?.id) ?? `no project that ${story}`;
  };

  test("everything that was planned is there", async () => {
    const plan = planWorld(7, 0.15);
    expect(demo.hasChanged).toBe(true);
    expect((await tally(world))["developers"]).toBe(plan.developers.length);
    const { items } = await staffAsks("GET /api/admin/projects?limit=100");
    expect(items.map((each: { name: string }) => each.name).sort()).toEqual(plan.projects.map(({ name }) => name).sort());
    expect(new Set(items.map((each: { status: string }) => each.status))).toEqual(new Set(["active", "deleting"]));
  });

  test("each role of staff signs in, and who left does not", async () => {
    for (const name of ["admin", "operator", "support", "viewer"]) expect(await signIn(`${name}@demo.example.com`)).toMatch(/^ey/);
    expect(await signIn("former.operator@demo.example.com")).toBe("undefined");
  });

  test("an owner finds tables with rows in each project", async () => {
    const [project] = demo.plan.projects;
    const { body } = await ask(world, "POST /api/auth/login", { body: { email: project?.owner, password: ground.password } });
    const projectId = demo.record.find("project", project ? nameOf(project) : "")?.id ?? "";
    const { key } = await makeKey(world, body.accessToken, projectId);
    const { body: answer } = await ask(world, "POST /api/sql", {
      apikey: key,
      body: {
        query:
          "select sum((xpath('//c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1]::text::int)::int as rows, count(*)::int as tables from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
      },
    });
    expect(answer.rows[0].tables).toBeGreaterThanOrEqual(2);
    expect(answer.rows[0].rows).toBeGreaterThan(20);
  });

  test("usage goes back more than two weeks, by the API too", async () => {
    const from = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const { items } = await staffAsks(`GET /api/admin/projects/${idOf("grows")}/usage?step=day&metric=requests&from=${from}`);
    expect(items.length).toBeGreaterThan(14);
  });

  test("suspensions are in force, lifted and over; overrides in force and ahead; each where it was planned", async () => {
    await world.work();
    const states = async (story: string, what: string) =>
      (await staffAsks(`GET /api/admin/projects/${idOf(story)}/${what}`)).items.map((each: { state: string }) => each.state);
    expect(await states("suspended for abuse", "suspensions")).toEqual(["in_force"]);
    expect(await states("that was lifted", "suspensions")).toEqual(["lifted"]);
    expect(await states("ended by its time", "suspensions")).toEqual(["ended"]);
    expect(await states("through its launch", "overrides")).toEqual(["in_force"]);
    expect(await states("day after tomorrow", "overrides")).toEqual(["ahead"]);
  });

  test("one thing waits for a second person, asked for by one admin so that the other may approve it", async () => {
    const { items } = await staffAsks("GET /api/admin/approvals?isWaiting=true");
    expect(items).toMatchObject([{ operation: "purgeAnyProject", state: "awaiting_approval" }]);
    expect(items[0].effects).toContainEqual(expect.objectContaining({ action: "purgeAnyProject", target: idOf("asleep") }));
    const admin = await signIn("admin@demo.example.com");
    expect((await ask(world, "GET /api/admin/auth/account", { token: admin })).body.id).not.toBe(items[0].askedBy);
    const queue = await staffAsks(`GET /api/admin/work-queue?projectId=${idOf("asleep")}`);
    expect(queue.items).toMatchObject([{ kind: "approval", id: items[0].id }]);
  });

  test("one database is nearly full, one over its cap", async () => {
    const shareOf = async (story: string) => {
      const { items } = await staffAsks(`GET /api/admin/projects/${idOf(story)}/quotas`);
      const { used, limit } = items.find((each: { metric: string }) => each.metric === "database_bytes");
      return used / limit;
    };
    expect(await shareOf("nearly full")).toBeGreaterThan(0.9);
    expect(await shareOf("nearly full")).toBeLessThan(1);
    expect(await shareOf("over its cap")).toBeGreaterThan(1);
  });

  test.each([
    ["requests", "requests_per_day"],
    ["rows_written", "rows_written_per_day"],
    ["query_ms", "query_ms_per_day"],
    ["requests", "requests_per_month"],
    ["egress_bytes", "egress_bytes_per_month"],
  ])("the %s told of count against %s", async (told, metric) => {
    const { items } = await staffAsks(`GET /api/admin/projects/${idOf("grows")}/quotas`);
    const { used, window } = items.find((each: { metric: string }) => each.metric === metric);
    const today = new Date().toISOString().slice(0, 10);
    const since = `${window === "day" ? today : `${today.slice(0, 7)}-01`}T00:00:00Z`;
    const usage = await staffAsks(`GET /api/admin/projects/${idOf("grows")}/usage?step=day&metric=${told}&from=${since}`);
    const sum = usage.items.reduce((total: number, each: { total: number }) => total + each.total, 0);
    expect(sum).toBeGreaterThan(0);
    expect(used).toBe(sum);
  });

  test("no audit entry tells of another time than now", async () => {
    const [oldest] = await query<{ at: Date }>(world, "select min(at) as at from audit_logs");
    expect(Date.parse(demo.record.world.madeAt) - Number(oldest?.at)).toBeLessThan(60_000);
  });

  test("a second run finds it, and adds no more than the usage since", async () => {
    const first = await tally(world);
    const again = await makeDemo(ground, { ...small, agree: () => Promise.reject(new Error("was asked again")) }, quiet);
    expect(again?.hasChanged).toBe(false);
    expect({ ...(await tally(world)), usage_metrics: 0 }).toEqual({ ...first, usage_metrics: 0 });
  });

  test("an hour later the usage of that hour is added, once", async () => {
    const requests = async () =>
      Number((await query<{ sum: string }>(world, "select sum(total) from usage_metrics where metric = 'requests'"))[0]?.sum);
    const first = await requests();
    world.travel(3_600_000);
    // Two at once are no more than one.
    await Promise.all([makeDemo(ground, small, quiet), makeDemo(ground, small, quiet)]);
    const hourLater = await requests();
    await makeDemo(ground, small, quiet);
    expect(hourLater).toBeGreaterThan(first);
    expect((await requests()) - hourLater).toBeLessThan((hourLater - first) / 10);
  });

  test("another seed is refused while this one is here", async () => {
    await expect(makeDemo(ground, { ...small, seed: 8 }, quiet)).rejects.toThrow("seed 7");
  });

  test("a project that was purged since is made again", async () => {
    const projectId = idOf("still restore");
    await query(world, `update projects set purge_at = now() - interval '1 second' where id = '${projectId}'`);
    await world.work("purgeProject", { projectId });
    const again = await makeDemo(ground, small, quiet);
    expect(again?.hasChanged).toBe(true);
    const { items } = await staffAsks("GET /api/admin/projects?limit=100&status=deleting");
    expect(items).toHaveLength(1);
    expect(items[0].id).not.toBe(projectId);
  });

  test("removed, it leaves nothing but what the audit log says", async () => {
    const tenants = await query<{ id: string }>(world, "select id from tenants");
    expect(
      await leftOf(
        world,
        tenants.map(({ id }) => id),
      ),
    ).not.toEqual([]);
    const removed = await removeDemo(ground, quiet);
    expect(removed).toMatchObject({ projects: 13, developers: 5, staff: 7, flags: 5, kept: [] });
    expect(await tally(world)).toEqual(before);
    expect(await query(world, "select id from feature_windows where subject_kind = 'project'")).toEqual([]);
    expect(
      await leftOf(
        world,
        tenants.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(await query(world, "select from audit_logs where action = 'removeDemoProject'")).toHaveLength(13);
    expect(await removeDemo(ground, quiet)).toBeUndefined();
  });

  test("every table with rows of projects is one that removal knows", async () => {
    const tables = await query<{ name: string }>(
      world,
      "select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attname = 'project_id' and c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname not like '%audit_logs'",
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([...tablesOfProjects].sort());
  });
});

describe("where others have something", () => {
  let world: World;
  let ground: Ground;
  let token: string;
  let projectId: string;
  beforeAll(async () => {
    world = await openWorld();
    ground = openGround(world, world.url);
    token = (await makeDeveloper(world)).token;
    projectId = (await makeProjectFor(world, token)).id;
    await world.work("measureDatabases", {});
  });
  afterAll(async () => {
    await ground.close();
    await world.close();
  });

  const tiny = { seed: 3, scale: 0.05, agree };
  const isThere = async () => (await ask(world, `GET /api/projects/${projectId}`, { token })).status;

  test("nothing is made unless that is agreed to", async () => {
    const before = await tally(world);
    expect(await makeDemo(ground, { ...tiny, agree: async () => false }, quiet)).toBeUndefined();
    expect(await tally(world)).toEqual(before);
  });

  test("a run that is cut off anywhere is finished by the next, with nothing made twice", async () => {
    const before = await tally(world);
    const runUntil = (part: string) => expect(makeDemo(ground, tiny, cutOff(part))).rejects.toThrow("cut off");
    // The worst moment is that between making something and noting its id.
    await runUntil("developers");
    await query(world, "update developers set created_at = now()");
    await query(world, "update demo_made set id = null, progress = '{}' where kind = 'developer'");
    await runUntil("projects with tables and rows");
    await query(world, "update demo_made set id = null, progress = '{}' where kind = 'project'");
    await runUntil("projects with quotas, overrides, sanctions");
    await query(world, "update demo_made set progress = progress - 'isSettled' where kind = 'project'");
    await runUntil("projects with usage until now");
    await makeDemo(ground, tiny, quiet);
    const plan = planWorld(3, 0.05);
    const after = await tally(world);
    expect([after["projects"], after["developers"]]).toEqual([plan.projects.length + 1, plan.developers.length + 1]);
    const planned = plan.projects.flatMap(({ overrides, suspensions }) => [...overrides, ...suspensions]).length;
    expect((after["manual_overrides"] ?? 0) + (after["suspensions"] ?? 0)).toBe(planned);
    await removeDemo(ground, quiet);
    expect(await tally(world)).toEqual(before);
    expect(await isThere()).toBe(200);
  });

  test("a member of its staff whom a hold on the audit log names is forgotten but for the id, and it can be made again", async () => {
    await makeDemo(ground, tiny, quiet);
    const [{ id = "", email = "" } = {}] = await query<{ id: string; email: string }>(
      world,
      "select s.id, s.email from staff s join demo_made m on m.id = s.id where s.role = 'admin' and s.is_active order by s.id limit 1",
    );
    await query(
      world,
      `insert into audit_holds (id, reason, placed_by, placed_at) values ('hld_' || substr('${id}', 5), 'a case', '${id}', now())`,
    );
    expect(await removeDemo(ground, quiet)).toMatchObject({ kept: [], keptStaff: [email] });
    expect(await query(world, `select is_active, name from staff where id = '${id}'`)).toEqual([{ is_active: false, name: "deleted" }]);
    await makeDemo(ground, tiny, quiet);
    expect(await removeDemo(ground, quiet)).toMatchObject({ keptStaff: [] });
    expect(await DemoRecord.find(ground.owner)).toBeUndefined();
  });

  test("what somebody made in an account of the demo's stays, with the account, until it is gone", async () => {
    const made = await makeDemo(ground, tiny, quiet);
    const email = made?.plan.projects[0]?.owner ?? "";
    const { body } = await ask(world, "POST /api/auth/login", { body: { email, password: ground.password } });
    const own = await makeProjectFor(world, body.accessToken, "my own");
    expect(await removeDemo(ground, quiet)).toMatchObject({ kept: [email] });
    expect((await ask(world, `GET /api/projects/${own.id}`, { token: body.accessToken })).status).toBe(200);
    await query(world, `delete from tenants where project_id = '${own.id}'`);
    await query(world, `delete from projects where id = '${own.id}'`);
    expect(await removeDemo(ground, quiet)).toMatchObject({ developers: 1, kept: [] });
    expect(await DemoRecord.find(ground.owner)).toBeUndefined();
    expect(await isThere()).toBe(200);
  });

  test("an account of the same address that is not the demo's is left alone, and named", async () => {
    const [first] = planWorld(3, 0.05).developers;
    await makeDeveloper(world, first?.email);
    await expect(makeDemo(ground, tiny, quiet)).rejects.toThrow(/not the demo's/);
    await removeDemo(ground, quiet);
    expect(await query(world, `select from developers where email = '${first?.email}'`)).toHaveLength(1);
  });
});

/** Fails after the second item of a part. */
const cutOff = (part: string): Progress => ({
  async part(title, items, _atOnce, work) {
    for (const [at, item] of items.entries()) {
      if (title === part && at === 1) throw new Error("cut off");
      await work(item);
    }
  },
});
