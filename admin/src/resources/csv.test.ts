import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { includesRole, type StaffRole, staffRoles } from "@nextmavens/api/platform/permission";
import { newId } from "../../../api/src/platform/ids.ts";
import { ask } from "../../../api/test/ask.ts";
import { makeDeveloper, makeProject, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import { plans } from "./index.ts";

let world: World;
const staff = {} as Record<StaffRole, { readonly id: string; readonly visitor: Visitor }>;

beforeAll(async () => {
  world = await openWorld();
  for (const role of staffRoles) {
    const { id, email } = await makeStaff(world, role);
    staff[role] = { id, visitor: await new Visitor(world).signIn(email, password) };
  }
}, 60_000);
afterAll(() => world?.close());

const exporterOf = ({ readableBy, exportableBy = readableBy }: (typeof plans)[number]) => exportableBy;
const exported = (role: StaffRole, list: string) => staff[role].visitor.post(`/api/csv/${list}`, {});
const entriesOf = (id: string) =>
  world.clone.query<{ target: string; after: unknown }>(
    "select target, after from audit_logs where actor_id = $1 and action = 'exportList' order by at, id",
    [id],
  );

test("every list is exported by the roles that may and by no other, and each export is in the audit log", async () => {
  for (const plan of plans)
    for (const role of staffRoles) {
      const { table } = plan;
      const { status, headers } = await exported(role, table);
      const may = includesRole(role, exporterOf(plan));
      expect({ table, role, status }).toEqual({ table, role, status: may ? 200 : 403 });
      if (may) expect(headers.get("cache-control")).toBe("no-store");
    }
  for (const role of staffRoles) {
    const may = plans.filter((plan) => includesRole(role, exporterOf(plan))).map(({ table }) => `list:${table}`);
    expect((await entriesOf(staff[role].id)).map(({ target }) => target)).toEqual(may);
  }
}, 60_000);

test("the audit log is taken out at no door by whom another door refuses it", async () => {
  for (const role of staffRoles) {
    const { token } = await makeStaff(world, role);
    const byApi = await ask(world, "POST /api/admin/audit/export", { token, body: { format: "csv", reason: "an inquiry" } });
    for (const list of ["audit_logs", "imported_audit_logs"]) {
      const { status } = await exported(role, list);
      expect({ role, list, status }).toEqual({ role, list, status: byApi.status });
    }
    const { text } = await staff[role].visitor.get("/resources/audit_logs");
    const told = /"id":"audit_logs".*?"mayExport":(true|false)/.exec(text)?.[1];
    expect({ role, told }).toEqual({ role, told: String(byApi.status === 200) });
  }
}, 60_000);

describe("an export", () => {
  test("holds what the filters leave, in the order asked for, with names beside ids; and the audit log tells all three", async () => {
    const { id, email } = await makeStaff(world, "support");
    const visitor = await new Visitor(world).signIn(email, password);
    const developer = await makeDeveloper(world);
    for (const name of ["=cmd()", 'Two "quoted", words', "Plain"])
      await world.clone.query(
        `insert into projects (id, developer_id, name, region_id, status, created_at, updated_at)
         select $1, $2, $3, id, 'active', now(), now() from regions limit 1`,
        [newId("project"), developer.id, name],
      );
    await makeProject(world);
    const query = new URLSearchParams({ "filters.developer_id": developer.id, sortBy: "name", direction: "desc" });
    const { text, headers } = await visitor.post(`/api/csv/projects?${query}`, {});
    const [head = "", ...lines] = text.trimEnd().split("\r\n");
    const columns = head.split(",");
    expect(columns).toEqual(expect.arrayContaining(["name", "state", "developer_id", "developer_name", "created_at"]));
    expect(lines.map((line) => line.match(/'=cmd\(\)|"Two ""quoted"", words"|Plain/)?.[0])).toEqual([
      '"Two ""quoted"", words"',
      "Plain",
      "'=cmd()",
    ]);
    expect(lines[1]?.split(",")[columns.indexOf("developer_name")]).toBe(developer.email);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="projects-\d{12}\.csv"$/);
    expect(await entriesOf(id)).toEqual([
      {
        target: "list:projects",
        after: { filters: { "filters.developer_id": developer.id }, sort: { by: "name", direction: "desc" }, rows: 3 },
      },
    ]);
  });

  test("has a column of names beside ids that may be called something, and beside no others", async () => {
    const visitor = await new Visitor(world).signIn((await makeStaff(world, "admin")).email, password);
    const heads = new Map<string, string[]>();
    for (const { table } of plans) {
      const { text } = await visitor.post(`/api/csv/${table}`, {});
      heads.set(table, text.split("\r\n")[0]?.split(",") ?? []);
    }
    const named = {
      api_keys: "replaced_by_name",
      break_glass_codes: "staff_name",
      audit_logs: "target_name",
      suspensions: "imposed_by_name",
    };
    for (const [list, column] of Object.entries(named)) expect(heads.get(list)).toContain(column);
    const nameless = ["break_glass_name", "batch_name", "notice_name", "request_name", "rule_name", "suspension_name", "follows_name"];
    expect([...heads.values()].flat().filter((each) => nameless.includes(each))).toEqual([]);
    expect(heads.get("appeals")).not.toContain("replaced_by_name");
  });

  test("leaves out what the list leaves out", async () => {
    const { text } = await exported("admin", "outbox");
    expect(text.split("\r\n")[0]?.split(",")).not.toContain("body");
  });

  test("is bounded in its rows", async () => {
    await world.clone.query(`
      insert into usage_metrics (project_id, metric, minute, total)
      select 'p', 'requests', '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', n from generate_series(1, 10500) n`);
    const { text } = await exported("admin", "usage_metrics");
    expect(text.trimEnd().split("\r\n")).toHaveLength(10_001);
  });

  test("is refused to who asks again and again, with when to come back", async () => {
    const { email } = await makeStaff(world, "viewer");
    const visitor = await new Visitor(world).signIn(email, password);
    for (let times = 0; times < 30; times++) expect((await visitor.post("/api/csv/staff", {})).status).toBe(200);
    const { status, headers, json } = await visitor.post("/api/csv/staff", {});
    expect([status, json.code, Number(headers.get("retry-after")) > 0]).toEqual([429, "too_many_exports", true]);
  });

  test("is no answer to a GET, to a stranger, to another site, or of a list that is none", async () => {
    const { visitor } = staff.admin;
    expect((await visitor.get("/api/csv/projects")).status).toBe(404);
    expect((await new Visitor(world).post("/api/csv/projects", {})).status).toBe(401);
    expect((await visitor.post("/api/csv/projects", {}, { origin: "https://evil.example" })).status).toBe(403);
    for (const list of ["nothing", "__proto__", "signing_keys", "..%2Fprojects"])
      expect((await visitor.post(`/api/csv/${list}`, {})).status).toBe(404);
  });
});
