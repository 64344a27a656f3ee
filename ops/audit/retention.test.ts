import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { keepConfigured } from "@nextmavens/api/audit";
import { perform } from "@nextmavens/api/platform/action";
import { adminLogin } from "@nextmavens/api/platform/db/server";
import { over } from "@nextmavens/api/platform/db/store";
import { newId } from "@nextmavens/api/platform/ids";
import pg from "pg";
import { ask } from "../../api/test/ask.ts";
import { makeDeveloper, makeStaff } from "../../api/test/make.ts";
import { sealAll } from "../../api/test/seal-all.ts";
import { approve } from "../../api/test/second-person.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeProgress } from "../import/progress.ts";
import { linesOf, notesIn } from "./source.ts";
import { textOf, verify } from "./verify.ts";

let world: World;
let client: pg.Client;
let outside: readonly string[] = [];
beforeAll(async () => {
  world = await openWorld({ AUDIT_RETENTION_MONTHS: "12" });
  client = new pg.Client(adminLogin(world.server));
  await client.connect();
  // What the start of the platform wrote is in no batch yet: the first one shall be of old entries alone.
  await client.query("set session_replication_role = replica; delete from audit_logs; set session_replication_role = origin");
  await makeOldMonth();
  const age = Date.now() - Date.parse("2024-05-02T04:07:00Z");
  world.travel(-age);
  await write("old", oldId("1"), oldId("2"));
  await write("over the end of a month", oldId("3"), newId("audit"), oldId("4"));
  world.travel(age);
  await write("new", newId("audit"));
  await world.work("publishCheckpoint", {});
  outside = notesIn(JSON.stringify((await ask(world, "GET /api/audit/checkpoints")).body));
});
afterAll(async () => {
  await client.end();
  await world.close();
});

/** A partition of a month of two years ago, before the one that holds all that is older than the next. */
async function makeOldMonth() {
  const [current] = (await client.query<{ partition: string; below: string }>("select * from audit_months() limit 1")).rows;
  if (!current) throw new Error("there is a month");
  await client.query(`
    alter table audit_logs detach partition ${current.partition};
    create table audit_logs_2024_05 (like audit_logs including defaults including constraints);
    alter table audit_logs_2024_05 owner to nm_owner;
    select attach_audit_partition('audit_logs_2024_05', 'minvalue', audit_id_at('2024-06-01Z'));
    alter table audit_logs attach partition ${current.partition} for values from ('${await idAt("2024-06-01Z")}') to ('${current.below}')`);
}
const idAt = async (moment: string) => (await client.query<{ id: string }>("select audit_id_at($1) as id", [moment])).rows[0]?.id ?? "";
/** Of the second of May 2024, seven minutes past four. */
const oldId = (end: string) => `aud_01hwvqq400${end.padStart(16, "0")}`;

/** One batch of these entries. */
async function write(target: string, ...ids: readonly string[]) {
  await client.query(
    `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id)
     select id, now(), 'job', 'test', 'try', $2, 'req_test' from unnest($1::text[]) as id`,
    [ids, target],
  );
  await sealAll(world);
}

const partitions = async () =>
  (await client.query<{ partition: string }>("select partition from audit_months()")).rows.map((each) => each.partition);
const verdictNow = async () => {
  const { publicKey } = (await ask(world, "GET /api/audit/checkpoints")).body;
  const verdict = await verify(
    linesOf((work) => work(over(client)), ""),
    publicKey,
    outside,
    makeProgress({ write: () => true }),
  );
  return { ...verdict, text: textOf(verdict, true) };
};

describe("a month that was kept long enough", () => {
  test("begins where the ids of its entries say", async () => {
    expect(oldId("1") >= (await idAt("2024-05-01Z")) && oldId("1") < (await idAt("2024-06-01Z"))).toBe(true);
    expect((await client.query("select from audit_logs_2024_05")).rowCount).toBe(4);
  });

  test("stays while the log is on hold, and so do the values of persons; one admin alone does not end that", async () => {
    const [one, another, viewer] = [await makeStaff(world), await makeStaff(world), await makeStaff(world, "viewer")];
    const body = { reason: "asked for by a court" };
    expect((await ask(world, "POST /api/admin/audit/holds", { token: viewer.token, body })).status).toBe(403);
    const hold = await ask(world, "POST /api/admin/audit/holds", { token: one.token, body });
    expect([hold.status, hold.body]).toEqual([201, expect.objectContaining({ ...body, placedBy: one.id, endedAt: null })]);
    const { id, token } = await makeDeveloper(world);
    await ask(world, "DELETE /api/developer", { token });
    await world.work("removeOldAudit", {});
    await world.work("eraseFromAuditLog", { developerId: id });
    expect(await partitions()).toContain("audit_logs_2024_05");
    expect((await client.query("select from audit_logs where actor_id = $1 and personal_hash is not null", [id])).rowCount).toBe(0);
    const path = `POST /api/admin/audit/holds/${hold.body.id}/end`;
    const asked = await ask(world, path, { token: one.token, body });
    expect((await ask(world, "GET /api/admin/audit/holds", { token: viewer.token })).body.items).toMatchObject([{ endedAt: null }]);
    expect((await approve(world, asked, one.token)).body.code).toBe("not_your_own_approval");
    expect((await approve(world, asked, another.token)).body).toMatchObject({ state: "approved", operation: "endAuditHold" });
    expect((await ask(world, path, { token: another.token, body })).body.code).toBe("hold_ended");
    expect((await ask(world, `POST /api/admin/audit/holds/${newId("hold")}/end`, { token: another.token, body })).body.code).toBe(
      "hold_not_found",
    );
    expect((await ask(world, "GET /api/admin/audit/holds", { token: viewer.token })).body.items).toMatchObject([{ endedBy: another.id }]);
    await world.work("eraseFromAuditLog", { developerId: id });
    expect((await client.query("select from audit_logs where actor_id = $1 and personal_hash is null", [id])).rowCount).toBe(0);
  });

  test("is so long as staff say, before the configuration: longer by one admin, shorter by two", async () => {
    const [one, another] = [await makeStaff(world), await makeStaff(world)];
    const path = "/api/admin/audit/retention";
    const read = async () => (await ask(world, `GET ${path}`, { token: one.token })).body;
    const set = (months?: number) => ask(world, `PUT ${path}`, { token: one.token, body: { months, reason: "As the law has it" } });
    expect(await read()).toMatchObject({ months: 12, configuredMonths: 12, source: "configuration", setBy: null });
    expect((await set(11)).status).toBe(422);
    expect(await set(24)).toMatchObject({ status: 200, body: { months: 24, source: "staff", setBy: one.id } });
    expect(await set()).toMatchObject({ status: 200, body: { months: null } });
    await world.work("removeOldAudit", {});
    expect(await partitions()).toContain("audit_logs_2024_05");
    const [shorter, stale] = [await set(12), await set(60)];
    expect(await read()).toMatchObject({ months: null });
    expect((await approve(world, shorter, another.token)).body).toMatchObject({
      effects: [{ before: { months: null }, after: { months: 12 } }],
    });
    expect(await read()).toMatchObject({ months: 12, source: "staff", setBy: another.id });
    expect((await approve(world, stale, another.token)).body.code).toBe("approval_stale");
  });

  test("is not removed sooner because somebody lowered the variable: that is warned of, and longer counts at once", async () => {
    const warned: unknown[] = [];
    const start = (auditRetentionMonths: number | undefined) => {
      const { engine } = world;
      const log = { ...engine.log, warn: (message: string, fields?: object) => void warned.push([message, fields]) };
      const call = {
        operation: { id: "keepConfiguredRetention", changes: false },
        actor: { kind: "job", id: "keepConfiguredRetention" } as const,
        request: { id: newId("request"), address: undefined, userAgent: undefined },
      };
      return perform({ ...engine, log, settings: { ...engine.settings, auditRetentionMonths } }, call, keepConfigured, {});
    };
    const { token } = await makeStaff(world);
    const read = async () => (await ask(world, "GET /api/admin/audit/retention", { token })).body;
    await client.query("create temp table kept as select * from audit_retention; delete from audit_retention");
    await start(24);
    await start(24);
    expect(await read()).toMatchObject({ months: 24, configuredMonths: 12, source: "configuration", setBy: null, revision: 1 });
    expect(warned).toEqual([]);
    await start(12);
    expect(warned).toEqual([[expect.stringContaining("PUT /api/admin/audit/retention"), { months: 24, configuredMonths: 12 }]]);
    expect(await read()).toMatchObject({ months: 24, revision: 1 });
    await start(36);
    await start(undefined);
    await start(36);
    expect(await read()).toMatchObject({ months: null, source: "configuration", revision: 3 });
    expect(warned).toHaveLength(2);
    const told = await client.query("select before, after from audit_logs where action = 'keepConfiguredRetention' order by id");
    expect(told.rows).toEqual([
      { before: null, after: { months: 24, revision: 1 } },
      { before: { months: 24, revision: 1 }, after: { months: 36, revision: 2 } },
      { before: { months: 36, revision: 2 }, after: { months: null, revision: 3 } },
    ]);
    await client.query("delete from audit_retention; insert into audit_retention select * from kept");
    await start(1_200);
    expect(await read()).toMatchObject({ months: 12, source: "staff" });
  });

  test("goes, and what was sealed of it holds: the rest verifies, against checkpoints from before as well", async () => {
    await sealAll(world);
    const before = await verdictNow();
    expect(before).toMatchObject({ findings: [], stubs: 0 });
    await world.work("removeOldAudit", {});
    expect(await partitions()).not.toContain("audit_logs_2024_05");
    const { rows } = await client.query("select below, through, partial, entries from audit_removals");
    expect(rows).toEqual([{ below: await idAt("2024-06-01Z"), through: "1", partial: [{ number: 2, removed: 2 }], entries: "4" }]);
    const after = await verdictNow();
    expect(after).toMatchObject({ findings: [], stubs: 1, entries: before.entries - 4 });
    expect(after.text).toContain("Of 1 batches the entries were kept long enough and removed");
    const told = await client.query("select target, reason from audit_logs where action = 'removeAuditMonth'");
    expect(told.rows).toEqual([{ target: "audit_logs_2024_05", reason: "kept for 12 months" }]);
  });

  test("covers nothing else: an entry that was removed besides is found, and so is a removal that nobody signed", async () => {
    const within = async (statement: string) => {
      await client.query("begin; set local session_replication_role = replica");
      try {
        await client.query(statement);
        return (await verdictNow()).findings.map(({ what }) => what);
      } finally {
        await client.query("rollback");
      }
    };
    expect(await within("delete from audit_logs where target = 'over the end of a month'")).toContain("removed");
    expect(await within("update audit_removals set through = 3")).toContain("removal forged");
    expect(await within("delete from audit_removals")).toContain("removed");
  });

  test("is never a young one: the database itself refuses, whatever the platform's own code asks for", async () => {
    await expect(client.query("select remove_audit_month()")).rejects.toThrow("kept for a year");
  });
});
