import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@jest/globals";
import { ask } from "../ask.ts";
import { type TestTenant, tenantOf } from "../tenant.ts";
import type { Attack } from "./engine.ts";
import { harmTo, type Scene } from "./scene.ts";

/** A question through the publishable key's door, and a command. */
const attempt = ({ call }: Scene, question: string) => call("attack", {}, { headers: { "x-attack": question } });
const order = ({ call }: Scene, command: string) => call("act", {}, { headers: { "x-attack": command.replaceAll(/\s+/g, " ") } });

/** Code that swallows every cancel, for so many seconds. */
const deaf = (seconds: number) => `do $d$ declare until timestamptz := clock_timestamp() + interval '${seconds} s'; begin
  loop begin
    exit when clock_timestamp() > until;
    perform pg_sleep(0.2);
  exception when query_canceled then null; end; end loop;
end $d$`;

interface Backend {
  readonly pid: number;
  readonly login: string;
  readonly state: string;
}
const backendsOf = ({ world }: Scene, { tenantId }: TestTenant) =>
  world.clone.query<Backend & { [name: string]: unknown }>(
    "select pid, usename::text as login, state from pg_stat_activity where datname = $1",
    [`t_${tenantId}`],
  );

async function untilSo(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}

export const sharedAttacks: readonly Attack[] = [
  {
    row: "M1-4",
    what: "see what other tenants have",
    doors: "SQL, rpc",
    verdict: "blocked",
    async attempt(scene) {
      const texts = [
        "select count(*) from pg_class where relname in ('secrets', 'shop')",
        "select count(*) from information_schema.tables where table_name = 'secrets'",
        "select count(*) from pg_stats where tablename = 'secrets'",
        "select count(*) from pg_proc where proname = 'bus_announce'",
        "select count(*) from pg_stat_activity where datname <> current_database() and query <> '<insufficient privilege>' and query <> ''",
      ];
      for (const text of texts) {
        expect([text, (await scene.sql(text)).body.rows]).toEqual([text, [{ count: 0 }]]);
        expect([text, (await attempt(scene, text)).body]).toEqual([text, "0"]);
      }
      return 2 * texts.length;
    },
  },
  {
    row: "X19",
    what: "let others into one's database",
    doors: "SQL",
    verdict: "blocked",
    async attempt({ sql, world, attacker }) {
      await sql("do $$ begin execute format('grant connect, create on database %I to public, anon', current_database()); end $$");
      const asked = "select has_database_privilege('anon', $1, 'connect') as isopen";
      expect(await world.clone.query(asked, [`t_${attacker.tenantId}`])).toEqual([{ isopen: false }]);
      return 1;
    },
  },
  {
    row: "M5-13",
    what: "count tenants, by the names of roles and databases",
    doors: "SQL",
    verdict: "residual",
    limitedBy: "names say nothing; no secrets in settings",
    async attempt({ sql }) {
      const { body } = await sql(
        "select (select count(*) from pg_roles where rolname ~ '^t_') > 5 as seen, (select count(*) from pg_db_role_setting s where s.setconfig::text ~* 'secret|password|key') as secrets",
      );
      expect(body.rows).toEqual([{ seen: true, secrets: 0 }]);
      return 2;
    },
  },
  {
    row: "X4",
    what: "make temporary tables as an end user",
    doors: "rpc, REST",
    verdict: "blocked",
    async attempt(scene) {
      const text = "create temporary table plain (id int)";
      for (const { body } of [
        await attempt(scene, text),
        await scene.rest("POST triggered", { body: { id: 1 }, headers: { "x-attack": text } }),
      ]) {
        expect(body.code).toBe("42501");
      }
      return 2;
    },
  },
  {
    row: "X4",
    what: "find what a function with its owner's rights left in a temporary table for another caller",
    doors: "rpc, REST",
    verdict: "blocked",
    async attempt(scene) {
      await scene.sql(`
        create or replace function stage(secret text) returns text language plpgsql security definer as $$ begin
          create temporary table staged (secret text); insert into staged values (secret); grant select on staged to public;
          return (select string_agg(staged.secret, ',') from staged);
        end $$;
        create or replace function staged_now() returns text language plpgsql as $$ begin
          return concat(to_regclass('staged'), to_regclass('pg_temp.staged'));
        end $$;
        create or replace view staged_seen as select staged_now() as seen;
        grant execute on function stage, staged_now to anon;
        grant select on staged_seen to anon`);
      // As many sessions as there may be have been asked.
      const staged = await Promise.all(Array.from({ length: 40 }, (_, i) => scene.call("stage", { secret: `of ${i}` })));
      expect(staged.map(({ body }) => body)).toEqual(staged.map((_, i) => `of ${i}`));
      const seen = Array.from({ length: 40 }, (_, i) =>
        i % 2 === 0 ? scene.rest("GET rpc/staged_now") : scene.rest("GET staged_seen").then(({ body }) => ({ body: body[0].seen })),
      );
      expect((await Promise.all(seen)).map(({ body }) => body)).toEqual(seen.map(() => ""));
      return staged.length + seen.length;
    },
  },
  {
    row: "X16, X40",
    what: "flood the disk with sorts and the log with messages",
    doors: "SQL, rpc",
    verdict: "bounded",
    limitedBy: "temp_file_limit, log_min_messages",
    async attempt(scene) {
      const text = "select current_setting('temp_file_limit') || ' ' || current_setting('log_min_messages') as limits";
      expect((await scene.sql(text)).body.rows).toEqual([{ limits: "1GB panic" }]);
      expect((await attempt(scene, text)).body).toBe("1GB panic");
      return 2;
    },
  },
  {
    row: "X13",
    what: "answers and values larger than memory",
    doors: "SQL, rpc",
    verdict: "bounded",
    limitedBy: "bytes of an answer; memory of the server by its cgroup",
    async attempt(scene) {
      const text = "select string_agg(repeat('x', 1000000), '') as big from generate_series(1, 25)";
      expect((await scene.sql(text)).status).toBe(413);
      expect((await attempt(scene, text)).status).toBe(413);
      return 2;
    },
  },
  {
    row: "X18",
    what: "take all connections",
    doors: "rpc, SQL",
    verdict: "bounded",
    limitedBy: "a tenant's part of MAX_TENANT_CONNECTIONS",
    async attempt(scene) {
      const flood = Array.from({ length: 40 }, (_, i) =>
        i % 2 ? attempt(scene, "select pg_sleep(0.5)::text") : scene.sql("select pg_sleep(0.5)"),
      );
      await sleep(300);
      expect(await harmTo(scene)).toEqual([]);
      expect((await backendsOf(scene, scene.attacker)).length).toBeLessThanOrEqual(20);
      await Promise.all(flood);
      return flood.length;
    },
  },
  {
    row: "X8, X43",
    what: "swallow time-outs and cancels",
    doors: "rpc",
    verdict: "bounded",
    limitedBy: "the session is cut off after 15 s, and its backend ended",
    async attempt(scene) {
      const answers = [order(scene, deaf(120)), order(scene, deaf(120))];
      const isAtWork = async () => (await backendsOf(scene, scene.attacker)).filter(({ state }) => state === "active").length >= 2;
      await untilSo(isAtWork);
      expect(await harmTo(scene)).toEqual([]);
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503]);
      await untilSo(async () => !(await isAtWork()));
      expect((await attempt(scene, "select 'still there'")).body).toBe("still there");
      expect((await backendsOf(scene, scene.attacker)).filter(({ state }) => state.startsWith("idle in transaction"))).toEqual([]);
      return 2;
    },
  },
  {
    row: "N5",
    what: "fill the queue of notifications that all databases share",
    doors: "rpc, SQL",
    verdict: "bounded",
    limitedBy: "WATCHDOG_QUEUE_PERCENT",
    async attempt(scene) {
      const { world, sql } = scene;
      const usage = async () => (await world.clone.query<{ part: number }>("select pg_notification_queue_usage() as part"))[0]?.part ?? 1;
      // One session listens, and then does not come to read.
      const listening = await Promise.all(Array.from({ length: 6 }, () => order(scene, "listen flood")));
      expect(listening.map(({ status }) => status)).toEqual(listening.map(() => 200));
      const lagging = Array.from({ length: 6 }, () => order(scene, deaf(12)));
      await sleep(500);
      expect(
        (await sql("do $$ begin for i in 1..6000 loop perform pg_notify('flood', i || repeat('x', 7900)); end loop; end $$")).status,
      ).toBe(200);
      const filled = await usage();
      expect(filled).toBeGreaterThan(0.001);
      expect(await harmTo(scene)).toEqual([]);
      await untilSo(async () => {
        await world.engine.cell.endLaggards(filled / 2);
        return (await usage()) < filled / 2;
      });
      await Promise.all(lagging);
      return 2;
    },
  },
  {
    row: "Z1",
    what: "go on after a suspension",
    doors: "rpc, SQL",
    verdict: "blocked",
    async attempt(scene) {
      const { world, staff, sql } = scene;
      const suspended = await tenantOf(world);
      const running = [sql(deaf(20), suspended), sql("select pg_sleep(20)", suspended)];
      await untilSo(async () => (await backendsOf(scene, suspended)).filter(({ state }) => state === "active").length >= 2);
      const body = { reason: "abuse", statement: "It attacks." };
      expect((await ask(world, `POST /api/admin/projects/${suspended.projectId}/suspensions`, { token: staff.token, body })).status).toBe(
        201,
      );
      await world.work();
      for (const { status } of await Promise.all(running)) expect(status).toBeGreaterThanOrEqual(400);
      expect(await backendsOf(scene, suspended)).toEqual([]);
      expect((await sql("select 1", suspended)).body.code).toBe("project_suspended");
      return 3;
    },
  },
  {
    row: "X10",
    what: "lock everybody out by settings stored for one's own login",
    doors: "SQL",
    verdict: "bounded",
    limitedBy: "only the tenant itself is kept out, and staff can still suspend and delete it",
    async attempt(scene) {
      const { world, sql } = scene;
      const lost = await tenantOf(world);
      expect((await sql("alter role current_user set local_preload_libraries = 'nothing'", lost)).status).toBe(200);
      await world.engine.cell.endSessions({ tenantId: lost.tenantId });
      expect((await sql("select 1", lost)).status).toBe(503);
      expect((await ask(world, `DELETE /api/projects/${lost.projectId}`, { token: lost.developer.token })).status).toBeLessThan(300);
      return 1;
    },
  },
];
