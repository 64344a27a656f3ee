import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeKey, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { wouldFree } from "./rules.ts";
import { rewrite } from "./tables.ts";

let world: World;
let staff: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

const setUp = async () => {
  const { token } = await makeDeveloper(world);
  const { id } = await makeProjectFor(world, token);
  const { key } = await makeKey(world, token, id);
  const run = (query: string) => ask(world, "POST /api/sql", { apikey: key, body: { query } });
  await run("create table things (id int primary key, filling text)");
  await run("insert into things select n, repeat(md5(n::text), 10) from generate_series(1, 20000) n");
  const at = `/api/projects/${id}/reclaim`;
  return { id, token, run, read: () => ask(world, `GET ${at}`, { token }), start: () => ask(world, `POST ${at}`, { token }) };
};
const whenDone = async (id: string) => {
  await world.work();
  const [row] = await world.clone.query<{ state: string }>("select state from reclaims where id = $1", [id]);
  expect(row?.state).toBe("done");
};

describe("the room of deleted rows", () => {
  test("is told table by table, given back, and told again", async () => {
    const { run, read, start, id } = await setUp();
    await run("analyze things");
    expect((await read()).body).toMatchObject({ wouldFree: 0, last: null, tables: [{ schema: "public", name: "things", wouldFree: 0 }] });
    await run("delete from things where id % 200 <> 0");
    await run("vacuum analyze things");
    const before = (await read()).body;
    expect(before.wouldFree).toBeGreaterThan(5_000_000);
    const begun = await start();
    expect(begun).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^rcl_/), state: "waiting" } });
    await whenDone(begun.body.id);
    const { body } = await read();
    expect(body).toMatchObject({ wouldFree: 0, last: { state: "done", problem: null, tables: [{ name: "things" }] } });
    const freed = before.bytes - body.bytes;
    expect(freed).toBeGreaterThan(before.wouldFree * 0.8);
    expect(freed).toBeLessThan(before.wouldFree * 1.25);
    expect((await run("select count(*)::int as n from things")).body).toMatchObject({ rows: [{ n: 100 }] });
    const { items } = (await ask(world, `GET /api/admin/audit?target=${begun.body.id}`, { token: staff })).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(["finishReclaim", "runReclaim", "startReclaim"]);
    expect(items).toMatchObject([{ projectId: id }, {}, {}]);
  });

  test("lifts the restriction of a full database by itself", async () => {
    const { run, start, id } = await setUp();
    const cap = (
      await world.clone.query<{ bytes: number }>("select pg_database_size('t_' || id) as bytes from tenants where project_id = $1", [id])
    )[0];
    const limit = Number(cap?.bytes) - 2_000_000;
    await ask(world, `PUT /api/admin/projects/${id}/quotas/database_bytes`, {
      token: staff,
      body: { limit, reason: "a test", confirm: true },
    });
    await world.work();
    await world.work();
    const open = () => world.clone.query("select from suspensions where project_id = $1 and lifted_at is null", [id]);
    expect(await open()).toHaveLength(1);
    await run("delete from things where id % 200 <> 0");
    await world.work("measureDatabase", { projectId: id });
    await world.work();
    expect(await open()).toHaveLength(1);
    const { body } = await start();
    await whenDone(body.id);
    await world.work();
    await world.work();
    expect(await open()).toEqual([]);
  });

  test("is given back once at a time, to the owner alone", async () => {
    const { start, id } = await setUp();
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("reclaim_under_way");
    const stranger = await makeDeveloper(world);
    expect((await ask(world, `POST /api/projects/${id}/reclaim`, { token: stranger.token })).status).toBe(404);
    expect((await ask(world, `GET /api/admin/projects/${id}/reclaim`, { token: staff })).status).toBe(200);
    expect((await ask(world, "GET /api/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/reclaim", { token: stranger.token })).status).toBe(404);
  });

  test("a table in use, or too large for the disk, is left as it is, and why is said", async () => {
    const { run, id } = await setUp();
    await run("delete from things where id % 200 <> 0");
    const [tenant] = await world.clone.query<{ id: string }>("select id from tenants where project_id = $1", [id]);
    const login = { database: `t_${tenant?.id}`, user: `t_${tenant?.id}_owner`, password: await passwordOf(id) };
    const { tables } = await world.engine.cell.asTenantForLong(login, (db) => rewrite(db, async () => 1_000));
    expect(tables).toMatchObject([{ name: "things", skipped: "there is not enough room on the disk for its copy" }]);
    expect(tables[0]?.bytesAfter).toBe(tables[0]?.bytesBefore);
  });
});

const passwordOf = async (projectId: string) => {
  const { openSecrets } = await import("../tenants/index.ts");
  const [row] = await world.clone.query<{ id: string; sealed: string }>(
    "select id, secrets_sealed as sealed from tenants where project_id = $1",
    [projectId],
  );
  return openSecrets(world.vault, String(row?.id), String(row?.sealed)).owner;
};

test("what would be freed is what rows do not need on full pages, and nothing where that is not known or not worth it", () => {
  const table = {
    ...{ schema: "public", name: "t", bytes: 0, heapBytes: 819_200, indexesBytes: 0, rows: 1_000, rowBytes: 100 },
    ...{ fillFactor: 100, longBytes: 0, longPieces: null },
  };
  // 60 rows of 132 bytes on a page: 17 pages of the 100 are needed.
  expect(wouldFree(table)).toBe(83 * 8192);
  expect(wouldFree({ ...table, rows: 0, rowBytes: null })).toBe(819_200);
  expect(wouldFree({ ...table, rows: null })).toBeNull();
  expect(wouldFree({ ...table, rowBytes: null })).toBeNull();
  expect(wouldFree({ ...table, rows: 5_900 })).toBe(0);
  expect(wouldFree({ ...table, indexesBytes: 100_000 })).toBe(83 * 8192 + 83_000);
  expect(wouldFree({ ...table, longBytes: 1_000_000, longPieces: 100 })).toBe(83 * 8192 + 1_000_000 - 204_800);
});
