import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { mostOfOne } from "./contract.ts";

let world: World;
let me: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  me = await makeStaff(world, "viewer");
}, 60_000);
afterAll(() => world?.close());

const at = "/api/admin/saved-filters";
const abuse = { list: "suspensions", name: "Suspended for abuse", query: "filters.state=in+force&filters.reason=abuse&sortBy=starts_at" };
const save = (body: object, token = me.token) => ask(world, `POST ${at}`, { token, body });
const mine = async (token = me.token) => (await ask(world, `GET ${at}`, { token })).body.items;

test("a filter is saved under a name, renamed and deleted, each with an entry in the audit log", async () => {
  const { status, body: saved } = await save(abuse);
  expect({ status, saved }).toMatchObject({ status: 201, saved: abuse });
  expect(await mine()).toEqual([saved]);
  const renamed = await ask(world, `PATCH ${at}/${saved.id}`, { token: me.token, body: { name: " Abuse " } });
  expect(renamed).toMatchObject({ status: 200, body: { ...saved, name: "Abuse" } });
  const removed = await ask(world, `DELETE ${at}/${saved.id}`, { token: me.token });
  expect(removed).toMatchObject({ status: 200, body: { id: saved.id, name: "Abuse" } });
  expect(await mine()).toEqual([]);
  const entries = await world.clone.query("select action, actor_id from audit_logs where target = $1 order by id", [saved.id]);
  expect(entries).toEqual(["saveFilter", "renameSavedFilter", "removeSavedFilter"].map((action) => ({ action, actor_id: me.id })));
});

test("nobody has two of one name for one list", async () => {
  const { body: first } = await save({ ...abuse, name: "First" });
  expect(await save({ ...abuse, name: "First" })).toMatchObject({ status: 409, body: { code: "saved_filter_name_taken" } });
  expect((await save({ ...abuse, name: "First", list: "appeals" })).status).toBe(201);
  await save({ ...abuse, name: "Second" });
  expect(await ask(world, `PATCH ${at}/${first.id}`, { token: me.token, body: { name: "Second" } })).toMatchObject({
    status: 409,
    body: { code: "saved_filter_name_taken" },
  });
  expect((await ask(world, `PATCH ${at}/${first.id}`, { token: me.token, body: { name: "First" } })).status).toBe(200);
});

test("of two that are given one name at the same moment, one gets it", async () => {
  const filters = await Promise.all(["Left", "Right"].map(async (name) => (await save({ ...abuse, name })).body));
  const renamed = await Promise.all(
    filters.map(({ id }) => ask(world, `PATCH ${at}/${id}`, { token: me.token, body: { name: "The same" } })),
  );
  expect(renamed.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("those of somebody else are not there", async () => {
  const { body: saved } = await save({ ...abuse, name: "My own" });
  const { token } = await makeStaff(world, "admin");
  expect(await mine(token)).toEqual([]);
  for (const [method, body] of [["PATCH", { name: "Taken" }], ["DELETE"]] as const)
    expect(await ask(world, `${method} ${at}/${saved.id}`, { token, ...(body ? { body } : {}) })).toMatchObject({
      status: 404,
      body: { code: "saved_filter_not_found" },
    });
  expect((await mine()).map(({ name }: { name: string }) => name)).toContain("My own");
});

test.each([
  ["that leads elsewhere", { query: "next=https://example.com" }],
  ["that says nothing", { query: "" }],
  ["of no list", { list: "../staff" }],
  ["without a name", { name: "  " }],
  ["of too long a name", { name: "n".repeat(61) }],
])("one %s is refused", async (_, wrong) => {
  expect((await save({ ...abuse, name: "Wrong", ...wrong })).status).toBe(422);
});

test("nobody keeps more than there is room for", async () => {
  const { id, token } = await makeStaff(world, "viewer");
  await world.clone.query(
    `insert into saved_filters (id, staff_id, list, name, query, created_at)
     select 'flt_' || lpad(n::text, 26, '0'), $1, 'projects', n::text, 'sortBy=name', now() from generate_series(1, $2) n`,
    [id, mostOfOne],
  );
  expect(await save({ ...abuse, name: "One more" }, token)).toMatchObject({ status: 409, body: { code: "too_many_saved_filters" } });
});
