import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("of an old log that came before secrets were masked at its import, none is shown: on no page, in no list and no export", async () => {
  await world.clone.query(`
    insert into imports (source, address, began_at, last_at) values ('old', 'here', now(), now());
    insert into imported_audit_logs (source, old_id, at, actor, action, target, entry, imported_at)
    values ('old', '1', now(), 'ada', 'call', 'by Bearer abcdefgh12345678', '{"note": "Bearer abcdefgh12345678", "password": "hunter22", "plan": "free"}', now())`);
  const visitor = await new Visitor(world).signIn((await makeStaff(world, "admin")).email, password);
  const page = await visitor.get("/api/resources/imported_audit_logs/records/old%3A1/show");
  const list = await visitor.get("/api/resources/imported_audit_logs/actions/list");
  const file = await visitor.post("/api/csv/imported_audit_logs", {});
  const told = [page, list, file].map(({ text }) => text);
  expect(told.map((each) => each.includes("by [masked]"))).toEqual([true, true, true]);
  expect(told.join()).not.toMatch(/abcdefgh12345678|hunter22/);
  expect(JSON.parse(page.json.record.params.entry)).toEqual({ note: "[masked]", password: "[masked]", plan: "free" });
});
