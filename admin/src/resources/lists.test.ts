import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "../../../api/src/platform/db/sql.ts";
import { newId } from "../../../api/src/platform/ids.ts";
import { makeDeveloper, makeStaff, password } from "../../../api/test/make.ts";
import { sealAll } from "../../../api/test/seal-all.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import { actionWords } from "../action-words.ts";
import { readTables, Table } from "../adapter/index.ts";
import { openReads } from "../adapter/reads.ts";
import { found } from "./detection-rules.ts";
import { plans } from "./index.ts";

let world: World;
let viewer: Visitor;
beforeAll(async () => {
  world = await openWorld();
  viewer = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
  const { id: developer } = await makeDeveloper(world);
  for (const status of ["active", "active", "provisioning", "deleting", "purged"]) {
    const id = newId("project");
    await world.clone.query(
      `insert into projects (id, developer_id, name, region_id, status, created_at, updated_at, purge_at)
       select $1, $2, $1, id, $3, now(), now(), case when $3 = 'deleting' then now() end from regions limit 1`,
      [id, developer, status],
    );
    await fill(id, status);
  }
  await world.clone.query(`
    insert into feature_flags (key, definition, updated_by, created_at, updated_at)
    select state, jsonb_build_object('state', state), 'test', now(), now() from unnest(array['ENABLED', 'DISABLED']) state`);
}, 60_000);
afterAll(() => world?.close());

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
/** One period of a project is open at most: the first has one in force, the next one that is over, the next one ahead. */
const open = [
  { from: inDays(-1), to: null, closed: null },
  { from: inDays(-3), to: inDays(-2), closed: null },
  { from: inDays(1), to: inDays(2), closed: null },
];
const closed = [
  { from: inDays(-3), to: inDays(2), closed: inDays(-1) },
  { from: inDays(-3), to: inDays(-2), closed: inDays(-1) },
];

async function fill(project: string, status: string): Promise<void> {
  const next = open.shift();
  const periods = next ? [next, ...closed] : closed;
  for (const { from, to, closed } of periods) {
    await world.clone.query(
      `insert into suspensions (id, project_id, reason, statement, starts_at, ends_at, imposed_by, lifted_at, lifted_by, lift_reason)
       values ($1, $2, 'other', $6, $3, $4, 'test', $5, case when $5::timestamptz is not null then 'test' end, case when $5::timestamptz is not null then 'test' end)`,
      [newId("suspension"), project, from, to, closed, status],
    );
    await world.clone.query(
      `insert into manual_overrides (id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at, ended_at, ended_by, end_reason)
       values ($1, $2, 'requests_per_day', 1, 'test', $3, coalesce($4, now() + interval '1 day'), 'test', now(), $5,
               case when $5::timestamptz is not null then 'test' end, case when $5::timestamptz is not null then 'test' end)`,
      [newId("override"), project, from, to, closed],
    );
    const id = newId("key");
    await world.clone.query(
      `insert into api_keys (id, project_id, name, kind, prefix, key_hash, scopes, created_at, expires_at, revoked_at)
       values ($1, $2, 'k', 'secret', 'nm_sk_', sha256($1::text::bytea), '{}', $3, $4, $5)`,
      [id, project, from, to, closed],
    );
  }
}

test("a metric that is named whole is asked for alone, and by a part of its name with all that have it", async () => {
  await world.clone.query(`
    insert into usage_metrics (project_id, metric, minute, total)
    select id, metric, date_trunc('minute', now()), 1
    from projects, unnest(array['requests', 'requests_refused_quota', 'requests_refused_suspension', 'rows_written']) metric`);
  const metricsBy = async (wanted: string) => {
    const { json } = await viewer.get(`/api/resources/usage_metrics/actions/list?perPage=200&filters.metric=${wanted}`);
    return [...new Set(json.records.map(({ params }: { params: { metric: string } }) => params.metric))].sort();
  };
  expect(await metricsBy("requests")).toEqual(["requests"]);
  expect(await metricsBy("requests_refused")).toEqual(["requests_refused_quota", "requests_refused_suspension"]);
});

describe("a list narrowed to a state", () => {
  test.each([
    ["projects", ["active", "deleting", "provisioning", "purged", "suspended"]],
    ["suspensions", ["ended", "in force", "lifted", "scheduled"]],
    ["manual_overrides", ["ended", "in force", "scheduled"]],
    ["api_keys", ["expired", "live", "revoked"]],
    ["feature_flags", ["disabled", "enabled"]],
  ])("%s: has what shows that state and nothing else, and none is left out", async (table, states) => {
    const list = async (query = "") => (await viewer.get(`/api/resources/${table}/actions/list?perPage=200${query}`)).json;
    const all = await list();
    const stateOf = ({ params }: { params: { state: string } }) => params.state;
    expect([...new Set(all.records.map(stateOf))].sort()).toEqual(states);
    for (const state of states) {
      const { records, meta } = await list(`&filters.state=${encodeURIComponent(state)}`);
      expect(records).toEqual(all.records.filter((each: { params: { state: string } }) => stateOf(each) === state));
      expect(meta.total).toBe(records.length);
    }
  });

  test.each(["nothing", "__proto__", "constructor", "%00", "' or true --"])("%s is no state, and finds nothing", async (word) => {
    const { status, json } = await viewer.get(`/api/resources/projects/actions/list?filters.state=${encodeURIComponent(word)}`);
    expect([status, json.records, json.meta.total]).toEqual([200, [], 0]);
  });
});

test.each(["nonsense", "nonsense~~from", "password_hash", "__proto__", "id.x", ""])(
  "a list narrowed by what it does not have (%s) has nothing in it, says so, and is taken out as empty",
  async (filter) => {
    const query = `?filters.${encodeURIComponent(filter)}=x&filters.status=active`;
    const { status, json } = await viewer.get(`/api/resources/projects/actions/list${query}`);
    expect([status, json.records, json.meta.total, json.meta.unknown]).toEqual([200, [], 0, [filter]]);
    const { text } = await viewer.post(`/api/csv/projects${query}`, {});
    expect(text.trim().split("\n")).toHaveLength(1);
  },
);

test.each(["nonsense", "password_hash", "state"])(
  "a list that can't be ordered as it was asked to (%s) stands in its usual order and says so",
  async (by) => {
    const list = async (query: string) => (await viewer.get(`/api/resources/projects/actions/list?${query}`)).json;
    const usual = await list("");
    const { meta, records } = await list(`sortBy=${by}&direction=asc`);
    expect([meta.unordered, meta.sortBy, meta.direction]).toEqual([by, usual.meta.sortBy, usual.meta.direction]);
    expect(records).toEqual(usual.records);
    expect((await list("sortBy=name")).meta.unordered).toBeUndefined();
  },
);

test("an act is found in the audit log by the words that lists have for it", async () => {
  const list = async (action: string) =>
    (await viewer.get(`/api/resources/audit_logs/actions/list?filters.action=${encodeURIComponent(action)}`)).json;
  const [{ params }] = (await list("")).records;
  const byName = await list(params.action);
  expect(byName.records[0].params.action).toBe(params.action);
  expect((await list(actionWords(params.action))).records).toEqual(byName.records);
});

test("a page behind the last is the last, and the answer says which was asked for", async () => {
  const list = async (query: string) => (await viewer.get(`/api/resources/plans/actions/list?perPage=1&${query}`)).json;
  const { total } = (await list("")).meta;
  const last = await list(`page=${total}`);
  expect([last.meta.page, last.meta.pageAsked]).toEqual([total, undefined]);
  for (const page of [total + 1, 99_999, 999_999_999]) {
    const { meta, records } = await list(`page=${page}`);
    expect([meta.page, meta.pageAsked, records]).toEqual([total, page, last.records]);
  }
  expect((await list("page=7&filters.id=nothing-of-this")).meta).toMatchObject({ total: 0, page: 1, pageAsked: 7 });
});

test("every list that grows without end begins at an index, and sorts no more than what is alike", async () => {
  const small = new Set(["detection_rules", "plans", "feature_flags", "staff", "break_glass_sessions", "break_glass_codes"]);
  const store = openReads(world.server, world.vault, () => undefined);
  const client = await store.pool.connect();
  try {
    const tables = await readTables(store, "control");
    await client.query("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
    for (const { table, sort, madeAt } of plans.filter((each) => !small.has(each.table))) {
      const metadata = tables.get(table);
      if (!metadata) throw new Error(`no table ${table}`);
      const { text, values } = new Table(metadata).pageOf({ wishes: [], sort, usual: sort, madeAt, limit: 25, offset: 0 });
      const { rows } = await client.query(`explain ${text}`, [...values]);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect({
        table,
        plan: /Index/.test(plan) && !/Seq Scan|(?<!Incremental )Sort(?! Key)|from \(/.test(plan) ? "indexed" : plan,
      }).toEqual({ table, plan: "indexed" });
    }
  } finally {
    client.release();
    await store.close();
  }
});

test("what a rule found is counted by an index, also where another rule found nearly all there is", async () => {
  await world.clone.query(`
    begin;
    set local session_replication_role = replica;
    insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, score, inputs, started_at, last_seen_at, ended_at)
      select 'det_' || lpad(n::text, 26, '0'), 'pattern', min(r.id), 1, 'observe', 'network', 'n', n, '{}', now(), now(), now()
      from generate_series(1, 20000) n, detection_rules r where r.kind = 'pattern' group by n;
    commit;
    analyze detections`);
  const { text, values } = sql`explain select r.id, (select count(*) from (${found}) counted) from detection_rules r`;
  const plan = await world.clone.query<{ "QUERY PLAN": string }>(text, [...values]);
  const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(lines).toMatch(/Index.* on pattern_detections/);
  expect(lines).not.toContain("Seq Scan on pattern_detections");
  const { json } = await viewer.get("/api/resources/detection_rules/actions/list?perPage=200");
  const counts: unknown[] = json.records.map(({ params }: { params: { found: unknown } }) => params.found);
  expect(counts).toContain("10,000+");
  expect(counts).toContain(0);
});

test("the moments of the audit log, and of what else is named by when it was made, are found by ids", async () => {
  const { json } = await viewer.get("/api/resources/audit_logs/actions/list?perPage=200&sortBy=at&direction=asc");
  const all: { id: string; params: { at: string } }[] = json.records;
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
  const middle = all[Math.floor(all.length / 2)]?.params.at ?? "";
  const between = async (query: string) => (await viewer.get(`/api/resources/audit_logs/actions/list?perPage=200&${query}`)).json;
  const since = await between(`filters.at~~from=${middle}`);
  expect(since.records.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    all.filter(({ params }) => params.at >= middle).map(({ id }) => id),
  );
  const until = await between(`filters.at~~to=${middle}`);
  expect(until.records.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    all.filter(({ params }) => params.at <= middle).map(({ id }) => id),
  );
  expect(since.meta.among).toBeUndefined();
  for (const junk of ["junk", "+275760-09-13T00:00:00Z", "-000001-01-01T00:00:00Z"])
    expect((await between(`filters.at~~from=${encodeURIComponent(junk)}`)).records).toEqual([]);
});

test("entries of a person, and what else names them by id, are found by their e-mail address; whom nobody has is told", async () => {
  const { id, email } = await makeDeveloper(world);
  await world.clone.query(
    "insert into projects (id, developer_id, name, region_id, status, created_at, updated_at) select $1, $2, 'of ada', id, 'active', now(), now() from regions limit 1",
    [newId("project"), id],
  );
  const found = async (table: string, column: string, address: string) => {
    const { json } = await viewer.get(`/api/resources/${table}/actions/list?${new URLSearchParams([[`filters.${column}`, address]])}`);
    return [json.meta.isOfNobody, [...new Set(json.records.map(({ params }: { params: Record<string, unknown> }) => params[column]))]];
  };
  expect(await found("audit_logs", "actor_id", email.toUpperCase())).toEqual([false, [id]]);
  expect(await found("projects", "developer_id", email)).toEqual([false, [id]]);
  expect(await found("audit_logs", "actor_id", "nobody@example.com")).toEqual([true, []]);
  expect(await found("developers", "email", "nobody@example.com")).toEqual([false, []]);
});

test("what is taken out of the audit log by an e-mail address tells of an id", async () => {
  const { id, email } = await makeStaff(world, "operator");
  const operator = await new Visitor(world).signIn(email, password);
  const { status, text } = await operator.post(`/api/csv/audit_logs?${new URLSearchParams([["filters.actor_id", email]])}`, {});
  expect([status, text.includes(id)]).toEqual([200, true]);
  const [entry] = await world.clone.query("select after from audit_logs where action = 'exportList' and actor_id = $1", [id]);
  expect(entry).toMatchObject({ after: { filters: { "filters.actor_id": id } } });
});

test("an entry of the audit log tells which batch it is sealed in, once it is", async () => {
  const shown = async (): Promise<string[]> => {
    const { json } = await viewer.get("/api/resources/audit_logs/actions/list");
    return json.records.map(({ params }: { params: { sealed_in: string } }) => params.sealed_in);
  };
  expect(new Set(await shown())).toEqual(new Set(["not yet"]));
  await sealAll(world);
  expect(await shown()).not.toContain("not yet");
  expect((await shown()).at(-1)).toBe("in batch 1");
});
