import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spoken } from "@nextmavens/api/platform/spoken";
import { ask } from "../../../api/test/ask.ts";
import { makeProject, makeStaff, password } from "../../../api/test/make.ts";
import { approveAsked } from "../../../api/test/second-person.ts";
import { tenantOf } from "../../../api/test/tenant.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
let admin: Visitor;
beforeAll(async () => {
  world = await openWorld();
  admin = await as("admin");
}, 60_000);
afterAll(() => world?.close());

const as = async (role: "viewer" | "support" | "operator" | "admin") => {
  const { email } = await makeStaff(world, role);
  return new Visitor(world).signIn(email, password);
};
const record = (table: string, id: string, act: string) => `/api/resources/${table}/records/${encodeURIComponent(id)}/${act}`;
/** A project put under a sanction; the sanction's id. */
const sanctioned = async (projectId: string) => {
  await admin.post(record("projects", projectId, "sanction"), { level: "warned", reason: "abuse", statement: "Too much." });
  const [sanction] = await world.clone.query<{ id: string }>("select id from suspensions where project_id = $1", [projectId]);
  return String(sanction?.id);
};
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const lastAudit = async (target: string) =>
  (
    await world.clone.query("select action, actor_kind, actor_id, reason from audit_logs where target = $1 order by id desc limit 1", [
      target,
    ])
  )[0];

describe("suspending", () => {
  test("says what is missing at its fields, and does nothing", async () => {
    const { id } = await makeProject(world);
    const { status, json } = await admin.post(record("projects", id, "suspend"), { reason: "spite", statement: "  " });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      notice: { type: "error" },
      errors: { reason: "Choose one of these.", statement: expect.any(String) },
      record: { errors: { reason: { message: "Choose one of these." } } },
    });
    expect(await world.clone.query("select id from suspensions where project_id = $1", [id])).toEqual([]);
  });

  test("takes effect by the API's own action, and stands in the audit log as the member's", async () => {
    const { id } = await makeProject(world);
    const { json } = await admin.post(record("projects", id, "suspend"), { reason: "abuse", statement: "Too much." });
    expect(json.notice.type).toBe("success");
    const page = (await admin.get(record("projects", id, "show"))).json;
    expect(page.record).toMatchObject({ params: { state: "suspended" }, acts: expect.not.arrayContaining(["suspend"]) });
    const { suspension } = page.project;
    expect(await lastAudit(suspension.id)).toMatchObject({ action: "suspendProject", actor_kind: "staff" });
    expect((await admin.post(record("projects", id, "suspend"), { reason: "abuse", statement: "Again." })).json.notice).toEqual({
      type: "error",
      message: "This project is already suspended.",
    });
    expect((await admin.post(record("suspensions", suspension.id, "lift"), { reason: "It was a mistake" })).json.notice.type).toBe(
      "success",
    );
    expect((await admin.get(record("projects", id, "show"))).json.record.params.state).toBe("active");
  });

  test("is not offered of a project that is deleted; taking that back is", async () => {
    const { id } = await makeProject(world);
    const why = { reason: "abuse", statement: "Its pages imitate a bank's." };
    expect((await admin.post(record("projects", id, "remove"), why)).json.notice.type).toBe("success");
    const { acts } = (await admin.get(record("projects", id, "show"))).json.record;
    expect(acts).toContain("restore");
    expect(acts.filter((each: string) => ["suspend", "sanction", "remove"].includes(each))).toEqual([]);
    expect((await admin.post(record("projects", id, "restore"), { reason: "The wrong one" })).json.notice.type).toBe("success");
    expect((await admin.get(record("projects", id, "show"))).json.record.params.status).toBe("active");
  });

  test("shows the mail beforehand, to the letter", async () => {
    const { id } = await makeProject(world);
    const { preview } = (await admin.get(record("projects", id, "suspend"))).json;
    expect(Object.keys(preview.mails)).toEqual(["abuse", "billing", "legal", "security", "quota", "other"]);
    for (const endsAt of [undefined, tomorrow()]) {
      await admin.post(record("projects", id, "suspend"), { reason: "legal", statement: "A court says so.", endsAt });
      const { suspension } = (await admin.get(record("projects", id, "show"))).json.project;
      const [mail] = await world.clone.query<{ subject: string; body: string }>(
        "select subject, body from outbox where template = 'project_suspended' order by id desc limit 1",
      );
      const { subject, filled, empty } = preview.mails.legal;
      const typed: Record<string, string | undefined> = { statement: "A court says so.", endsAt: endsAt && spoken(endsAt) };
      const parts: string[] = (endsAt ? filled : empty).split(preview.blank);
      const written = parts.map((part, i) => (i % 2 === 0 ? part : typed[part])).join("");
      const undated = (text = "") => text.replace(/^Since: .*$/m, "").replace(/suspensions\/.*$/m, "");
      expect([subject, undated(written)]).toEqual([mail?.subject, undated(mail?.body)]);
      await admin.post(record("suspensions", suspension.id, "lift"), { reason: "On with the next" });
    }
  });

  test("a refusal about a field stands at that field, called as the form calls it", async () => {
    const { id } = await makeProject(world);
    const body = { reason: "abuse", statement: "Too much.", endsAt: "2020-01-01T00:00:00Z" };
    expect((await admin.post(record("projects", id, "suspend"), body)).json.errors).toEqual({ endsAt: "“Until” must lie in the future." });
  });

  test("a GET, and a form sent by GET, changes nothing", async () => {
    const { id } = await makeProject(world);
    const { status } = await admin.get(`${record("projects", id, "suspend")}?reason=abuse&statement=x`);
    expect(status).toBe(200);
    expect(await world.clone.query("select id from suspensions where project_id = $1", [id])).toEqual([]);
  });

  test("is not for viewers and support", async () => {
    const { id } = await makeProject(world);
    for (const role of ["viewer", "support"] as const) {
      const visitor = await as(role);
      expect(await visitor.post(record("projects", id, "suspend"), { reason: "abuse", statement: "x" })).toMatchObject({
        status: 403,
        json: { code: "missing_role" },
      });
    }
    expect(await world.clone.query("select id from suspensions where project_id = $1", [id])).toEqual([]);
  });

  test.each(["\0", "a\0b", "\ud800"])("text that can't be stored (%j) is told at its field", async (statement) => {
    const { id } = await makeProject(world);
    const { status, json } = await admin.post(record("projects", id, "suspend"), { reason: "abuse", statement });
    expect(status).toBe(200);
    expect(json.errors).toEqual({ statement: expect.stringMatching(/can't be stored/) });
    expect(await world.clone.query("select id from suspensions where project_id = $1", [id])).toEqual([]);
  });

  test("takes no field that the form has not", async () => {
    const { id } = await makeProject(world);
    const other = await makeProject(world);
    const body = { reason: "abuse", statement: "x", projectId: other.id, id: other.id, imposed_by: "nobody" };
    expect((await admin.post(record("projects", id, "suspend"), body)).json.notice.type).toBe("success");
    expect(await world.clone.query("select project_id from suspensions where project_id = any($1)", [[id, other.id]])).toEqual([
      { project_id: id },
    ]);
  });
});

describe("limits", () => {
  test("a quota is set, changed against the revision one saw, and taken away", async () => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit: "1000", reason: "Small plan", confirm: "true" };
    expect((await admin.post(record("projects", id, "set-quota"), set)).json.notice.type).toBe("success");
    const limits = (await admin.get(record("projects", id, "show"))).json.project.limits;
    const quota = limits.find(({ metric }: { metric: string }) => metric === "requests_per_day");
    expect(quota).toMatchObject({ limit: 1000, source: { kind: "quota" } });
    const change = record("project_quotas", quota.source.id, "change");
    const { start } = (await admin.get(change)).json;
    expect(start).toEqual({ metric: "requests_per_day", limit: 1000, revision: 1 });
    expect((await admin.post(change, { ...start, limit: "2000", reason: "More" })).json.notice.type).toBe("success");
    const late = (await admin.post(change, { ...start, limit: "3000", reason: "Late" })).json;
    expect(late.notice.message).toMatch(/^It was changed since you read it/);
    expect(late.stale.start).toEqual({ metric: "requests_per_day", limit: 2000, revision: 2 });
    expect((await admin.post(record("project_quotas", quota.source.id, "take-away"), { reason: "Back to the plan" })).json).toMatchObject({
      notice: { type: "success" },
      redirectUrl: `/admin/resources/projects/records/${id}/show`,
    });
  });

  test("a limit that sinks by much is set by who has seen whom that hits, and confirms it", async () => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit: "1000", reason: "Small plan" };
    const { notice, errors } = (await admin.post(record("projects", id, "set-quota"), set)).json;
    expect(notice).toEqual({ type: "error", message: "Read below whom this hits, and confirm it." });
    expect(errors.confirm).toContain("sinks from 500,000 to 1,000.");
    expect(errors.confirm).toContain("Nothing of the last 7 days would have been refused.");
    expect((await admin.post(record("projects", id, "set-quota"), { ...set, confirm: "true" })).json.notice.type).toBe("success");
    const override = { metric: "requests_per_day", limit: "10", reason: "Slower", endsAt: tomorrow() };
    expect((await admin.post(record("projects", id, "add-override"), override)).json.errors.confirm).toContain("sinks from 1,000 to 10.");
  });

  test("an override that raises a limit by much waits for somebody else, who approves it in the console", async () => {
    const { id } = await makeProject(world);
    const add = { metric: "requests_per_day", limit: "50000000", reason: "Festival", endsAt: tomorrow() };
    const { notice } = (await admin.post(record("projects", id, "add-override"), add)).json;
    expect(notice.message).toContain("waits for somebody else's approval");
    const [request] = await world.clone.query<{ id: string }>("select id from override_requests where project_id = $1", [id]);
    const approve = record("override_requests", String(request?.id), "approve");
    expect((await admin.post(approve, { reason: "Fine" })).json.notice.message).toContain("You asked for this override");
    const other = await makeStaff(world, "operator");
    const second = await new Visitor(world).signIn(other.email, password);
    expect((await second.post(approve, { reason: "Fine" })).json.notice.type).toBe("success");
    expect((await admin.get(record("override_requests", String(request?.id), "show"))).json.record.params).toMatchObject({
      state: "approved",
    });
  });

  test("a quota that raises a limit by much waits in the work queue, where somebody else rejects or approves it", async () => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit: "50000000", reason: "Festival" };
    expect((await admin.post(record("projects", id, "set-quota"), set)).json.errors.limit).toMatch(/waits until somebody else/);
    const [proposal] = await world.clone.query<{ id: string }>("select id from quota_proposals where project_id = $1", [id]);
    const proposalId = String(proposal?.id);
    const second = await as("operator");
    const { queue } = (await second.get("/api/dashboard")).json;
    const waits = queue.find(({ record }: { record: { id: string } }) => record.id === proposalId);
    expect(waits).toMatchObject({ kind: "quota_proposal", resource: "quota_proposals", record: { acts: ["approve", "reject"] } });
    const decide = (act: string, visitor: Visitor) => visitor.post(record("quota_proposals", proposalId, act), { reason: "Not yet" });
    expect((await decide("reject", admin)).json.notice.message).toContain("You proposed this quota");
    expect((await decide("reject", second)).json.notice.type).toBe("success");
    const { params, acts } = (await admin.get(record("quota_proposals", proposalId, "show"))).json.record;
    expect([params.state, params.decision_reason, acts]).toEqual(["rejected", "Not yet", []]);
    const after = (await second.get("/api/dashboard")).json.queue;
    expect(after.filter(({ record }: { record: { id: string } }) => record.id === proposalId)).toEqual([]);
  });

  test("of a project that is deleted are not offered to be changed, nor is its sanction to be moved", async () => {
    const { id } = await makeProject(world);
    const quota = { metric: "requests_per_day", limit: "1000", reason: "Small plan", confirm: "true" };
    await admin.post(record("projects", id, "set-quota"), quota);
    const add = { metric: "requests_per_day", limit: "50000000", reason: "Festival", endsAt: tomorrow() };
    await admin.post(record("projects", id, "add-override"), add);
    await admin.post(record("projects", id, "remove"), { reason: "abuse", statement: "Its pages imitate a bank's." });
    const actsOf = async (table: string) => {
      const [row] = await world.clone.query<{ id: string }>(`select id from ${table} where project_id = $1`, [id]);
      return (await admin.get(record(table, String(row?.id), "show"))).json.record.acts;
    };
    const { record: project, project: page } = (await admin.get(record("projects", id, "show"))).json;
    expect(project.acts).toEqual(["purge", "restore"]);
    expect(page.suspension.acts).toEqual(["lift"]);
    expect(await actsOf("project_quotas")).toEqual([]);
    expect(await actsOf("override_requests")).toEqual(["reject"]);
    const refused = await admin.post(record("projects", id, "set-quota"), quota);
    expect(refused.json.notice.message).toContain("restore it first");
  });

  test("a figure that is none is told at its field", async () => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit: "many", reason: "x" };
    expect((await admin.post(record("projects", id, "set-quota"), set)).json.errors).toEqual({ limit: "Must be a number." });
    expect((await admin.post(record("projects", id, "set-quota"), { ...set, limit: "1.5" })).json.errors.limit).toMatch(
      /whole number|int/i,
    );
  });

  test.each([" ", "\t", "0x10", "1e3", "1,000", "-1"])("%j is no limit, and least of all a limit of nothing", async (limit) => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit, reason: "x" };
    expect((await admin.post(record("projects", id, "set-quota"), set)).json).toMatchObject({
      notice: { type: "error" },
      errors: { limit: expect.stringMatching(/^(This is needed|Must be a number|Must be at least 0)\.$/) },
    });
    expect(await world.clone.query("select id from project_quotas where project_id = $1", [id])).toEqual([]);
  });

  test("texts that are too long or nothing are told in plain words", async () => {
    const { id } = await makeProject(world);
    const set = { metric: "requests_per_day", limit: "1", reason: "x".repeat(1001) };
    const errorsOf = async (reason: unknown) =>
      (await admin.post(record("projects", id, "set-quota"), { ...set, reason })).json.errors.reason;
    expect(await errorsOf("x".repeat(1001))).toBe("Must have at most 1000 characters.");
    expect(await errorsOf("  ")).toBe("This is needed.");
    expect(await errorsOf(5)).toBe("Must be a text.");
  });

  test("a refusal about two fields stands at the one it begins with", async () => {
    const { id } = await makeProject(world);
    const add = { metric: "requests_per_day", limit: "1", reason: "x", startsAt: "2040-01-02T00:00:00Z", endsAt: "2040-01-01T00:00:00Z" };
    expect((await admin.post(record("projects", id, "add-override"), add)).json.errors).toEqual({
      endsAt: "“Until” must be later than “From”.",
    });
  });

  test("an override is added, goes before the quota, and is ended", async () => {
    const { id } = await makeProject(world);
    const add = { metric: "database_bytes", limit: "2147483648", reason: "Import", endsAt: tomorrow() };
    expect((await admin.post(record("projects", id, "add-override"), add)).json.notice.type).toBe("success");
    const { limits, overrides } = (await admin.get(record("projects", id, "show"))).json.project;
    expect(limits).toContainEqual(
      expect.objectContaining({ metric: "database_bytes", source: expect.objectContaining({ kind: "override" }) }),
    );
    expect((await admin.post(record("manual_overrides", overrides[0].id, "end"), { reason: "Done" })).json.notice.type).toBe("success");
    expect((await admin.get(record("projects", id, "show"))).json.project.overrides).toEqual([]);
  });
});

describe("keys", () => {
  test("are regenerated and shown this once; the old ones are revoked", async () => {
    const { id } = await makeProject(world);
    const { json } = await admin.post(record("projects", id, "regenerate-keys"), { reason: "A leak" });
    expect(json.shown).toEqual([
      { label: expect.any(String), value: expect.stringMatching(/^nm_(pk|sk)_/) },
      { label: expect.any(String), value: expect.stringMatching(/^nm_(pk|sk)_/) },
    ]);
    const { keys } = (await admin.get(record("projects", id, "show"))).json.project;
    expect(keys.map(({ params }: { params: { state: string } }) => params.state).sort()).toEqual(["live", "live", "revoked", "revoked"]);
    expect(JSON.stringify(keys)).not.toContain(json.shown[0].value);
  });

  test("one is revoked, and the act is gone then", async () => {
    const { id } = await makeProject(world);
    const [key] = (await admin.get(record("projects", id, "show"))).json.project.keys;
    expect(key.acts).toEqual(["revoke"]);
    expect((await admin.post(record("api_keys", key.id, "revoke"), { reason: "Found in a public repository" })).json.notice.type).toBe(
      "success",
    );
    expect((await admin.get(record("api_keys", key.id, "show"))).json.record).toMatchObject({ params: { state: "revoked" }, acts: [] });
    expect(await lastAudit(key.id)).toMatchObject({ reason: "Found in a public repository" });
  });
});

describe("feature flags", () => {
  const definition = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };

  test("are made, edited against the revision one saw, and deleted", async () => {
    const make = { key: "a.flag", definition: JSON.stringify(definition), description: "For a test", reason: "Try" };
    expect((await admin.post("/api/resources/feature_flags/actions/new", make)).json.notice.type).toBe("success");
    const { start } = (await admin.get(record("feature_flags", "a.flag", "edit"))).json;
    expect(start).toMatchObject({ description: "For a test", revision: 1 });
    const edit = { ...start, definition: JSON.stringify({ ...definition, state: "DISABLED" }), reason: "Off again" };
    expect((await admin.post(record("feature_flags", "a.flag", "edit"), edit)).json.notice.type).toBe("success");
    expect((await admin.post(record("feature_flags", "a.flag", "edit"), edit)).json.notice.type).toBe("error");
    const list = (await admin.get("/api/resources/feature_flags/actions/list")).json;
    expect(list.records[0].params).toMatchObject({ key: "a.flag", state: "disabled" });
    expect((await admin.post(record("feature_flags", "a.flag", "delete"), { reason: "Done" })).json.notice.type).toBe("success");
    expect((await admin.get("/api/resources/feature_flags/actions/list")).json.records).toEqual([]);
  });

  test("a definition that flagd would not take, and text that is no JSON, are told at the field", async () => {
    const make = (text: string) => admin.post("/api/resources/feature_flags/actions/new", { key: "b", definition: text, reason: "Try" });
    expect((await make(JSON.stringify({ state: "ON" }))).json.errors.definition).toMatch(/variants/);
    expect((await make("{nothing")).json.errors.definition).toBe("Must be a JSON object.");
    const saying = (variant: string) => make(JSON.stringify({ ...definition, variants: { on: variant }, defaultVariant: "on" }));
    expect((await saying("\0")).json.errors.definition).toMatch(/can't be stored/);
    expect((await saying("\ud800")).json.errors.definition).toMatch(/can't be stored/);
    expect((await make(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`)).json.errors.definition).toMatch(/nested deeper/);
    expect((await make("{}")).json.notice.message).toBe("This is not a flag definition of flagd's.");
  });

  test.each([".", ".."])("the key %j is refused: no address could name the flag, and so nothing could delete it", async (key) => {
    const make = { key, definition: JSON.stringify(definition), reason: "Try" };
    expect((await admin.post("/api/resources/feature_flags/actions/new", make)).json.errors.key).toMatch(/not dots alone/);
  });
});

describe("an edit of what somebody else changed meanwhile", () => {
  test("does nothing, and tells how it stands, also where what changed it counts no revision", async () => {
    const { developer } = await makeProject(world);
    const path = record("developers", developer.id, "change-plan");
    const { start } = (await admin.get(path)).json;
    expect(start).toEqual({ plan: "free", revision: 1 });
    await world.clone.query("update developers set plan = 'pro' where id = $1", [developer.id]);
    const edit = { ...start, plan: "team", reason: "A try", confirm: "true" };
    const { notice, stale } = (await admin.post(path, { ...edit, began: start })).json;
    expect([notice.type, stale.start]).toEqual(["error", { plan: "pro", revision: 1 }]);
    const planOf = async () => (await world.clone.query("select plan from developers where id = $1", [developer.id]))[0];
    expect(await planOf()).toEqual({ plan: "pro" });
    const again = await admin.post(path, { ...edit, plan: "free", began: stale.start });
    expect([again.json.notice.type, again.json.stale, await planOf()]).toEqual(["success", undefined, { plan: "free" }]);
  });

  test("is told of a quota from its project's page: the form begins with that of the metric, none being revision 0", async () => {
    const { id } = await makeProject(world);
    const path = record("projects", id, "set-quota");
    expect((await admin.get(path)).json.start).toEqual({});
    const { start } = (await admin.get(`${path}?metric=requests_per_day`)).json;
    expect(start).toEqual({ metric: "requests_per_day", limit: null, revision: 0 });
    const edit = { ...start, began: start, limit: "600000", reason: "Agreed" };
    const other = await as("operator");
    expect((await other.post(path, { ...edit, limit: "550000" })).json.notice.type).toBe("success");
    const { notice, stale } = (await admin.post(path, edit)).json;
    expect([notice.type, stale.start]).toEqual(["error", { metric: "requests_per_day", limit: 550_000, revision: 1 }]);
    // Without what the form began with, the revision alone keeps it.
    expect((await admin.post(path, { ...edit, began: undefined })).json.stale.start.revision).toBe(1);
    expect((await admin.post(path, { ...edit, ...stale.start, began: stale.start, limit: "600000" })).json.notice.type).toBe("success");
    expect((await admin.get(`${path}?metric=keys`)).json.start).toMatchObject({ metric: "keys", limit: null });
  });

  test.each<[string, object, (id: string, developerId: string) => Promise<string>]>([
    ["a developer's plan", { plan: "pro", confirm: "true" }, async (_, developer) => record("developers", developer, "change-plan")],
    ["the schemas exposed", { exposedSchemas: "public\nshop" }, async (id) => record("projects", id, "expose-schemas")],
    [
      "a sanction's end",
      { endsAt: tomorrow(), statement: "Soon" },
      async (id) => record("suspensions", await sanctioned(id), "change-end"),
    ],
  ])("is noticed of %s by its revision alone", async (_, said, pathOf) => {
    const { id, developer, sql } = await tenantOf(world);
    await sql("create schema shop");
    const path = await pathOf(id, developer.id);
    const { start } = (await admin.get(path)).json;
    expect(start.revision).toEqual(expect.any(Number));
    const edit = { ...start, ...said, reason: "Agreed" };
    const other = await as("operator");
    expect((await other.post(path, edit)).json.notice).toMatchObject({ type: "success" });
    const before = await world.clone.query("select count(*) from audit_logs");
    const { notice, stale } = (await admin.post(path, edit)).json;
    expect([notice.type, stale?.start.revision]).toEqual(["error", start.revision + 1]);
    expect(await world.clone.query("select count(*) from audit_logs")).toEqual(before);
  });

  test("names who changed it where the record does", async () => {
    const make = {
      key: "met",
      definition: JSON.stringify({ state: "ENABLED", variants: { on: true }, defaultVariant: "on" }),
      reason: "Try",
    };
    await admin.post("/api/resources/feature_flags/actions/new", make);
    const path = record("feature_flags", "met", "edit");
    const { start } = (await admin.get(path)).json;
    const other = await as("operator");
    expect((await other.post(path, { ...start, began: start, description: "Theirs", reason: "First" })).json.notice.type).toBe("success");
    const { stale } = (await admin.post(path, { ...start, began: start, description: "Mine", reason: "Second" })).json;
    expect(stale).toMatchObject({ start: { description: "Theirs", revision: 2 }, at: expect.any(String) });
    expect(stale.names[stale.by]).toBe("Somebody");
    const [flag] = await world.clone.query("select description from feature_flags where key = 'met'");
    expect(flag).toEqual({ description: "Theirs" });
    await admin.post(record("feature_flags", "met", "delete"), { reason: "Done" });
  });

  test.each<unknown>([null, 5, "x", [], { constructor: 1 }, { description: { a: { a: 1 } } }])(
    "is not failed on by what says %j of its beginning",
    async (began) => {
      const { id } = await makeStaff(world, "viewer");
      const { status } = await admin.post(record("staff", id, "change"), { role: "viewer", began });
      expect(status).toBe(200);
    },
  );
});

describe("staff", () => {
  test("an address that is taken is told at its field", async () => {
    const { email } = await makeStaff(world, "viewer");
    const add = { email, name: "Twin", role: "viewer", password: "long enough for a password" };
    expect((await admin.post("/api/resources/staff/actions/new", add)).json.errors).toEqual({
      email: "“E-mail” belongs to a member of staff already.",
    });
  });

  test("a choice that is left empty leaves what it is about as it was", async () => {
    const { id } = await makeStaff(world, "support");
    const change = { role: "", isActive: "false", reason: "On leave" };
    const { notice, redirectUrl } = (await admin.post(record("staff", id, "change"), change)).json;
    expect(notice).toEqual({ type: "success", message: "Nothing is changed yet: it waits for another admin to approve it." });
    expect(await world.clone.query("select is_active from staff where id = $1", [id])).toEqual([{ is_active: true }]);
    expect(await approveAsked(world, redirectUrl.split("/").at(-2))).toMatchObject({ status: 200, body: { state: "approved" } });
    expect(await world.clone.query("select role, is_active from staff where id = $1", [id])).toEqual([
      { role: "support", is_active: false },
    ]);
  });

  test("an admin adds a member and changes the role; nobody else may", async () => {
    const email = "new.member@example.com";
    const add = { email, name: "New", role: "viewer", password: "long enough for a password" };
    const { json } = await admin.post("/api/resources/staff/actions/new", add);
    expect(json.notice.type).toBe("success");
    const id = json.redirectUrl.split("/").at(-2);
    const change = { role: "operator", isActive: "true", reason: "More to do" };
    expect((await admin.post(record("staff", id, "change"), change)).json.notice.type).toBe("success");
    const operator = await new Visitor(world).signIn(email, add.password);
    expect((await operator.post("/api/resources/staff/actions/new", add)).status).toBe(403);
  });
});

test("one act on many records is done as the API does it, and tells what came of each", async () => {
  const { id } = await makeProject(world);
  await admin.post(record("projects", id, "suspend"), { reason: "abuse", statement: "Too much." });
  const { suspension } = (await admin.get(record("projects", id, "show"))).json.project;
  const unknown = "sus_01jh8x4q3efyxb0v1s2t3w4y5z";
  const liftMany = (by: Visitor, reason: string) =>
    by.post("/api/resources/suspensions/actions/lift-many", { ids: `${suspension.id}\n${unknown}`, reason });
  expect((await liftMany(await as("support"), "Settled")).status).toBe(403);
  expect((await liftMany(admin, " ")).json.errors).toEqual({ reason: "This is needed." });
  const { notice, outcomes } = (await liftMany(admin, "Settled")).json;
  expect(notice.message).toBe("Lift: 1 of 2 done.");
  expect(outcomes).toMatchObject([
    { id: suspension.id, isDone: true, refusal: null },
    { id: unknown, isDone: false, refusal: { code: "suspension_not_found" } },
  ]);
  expect(await lastAudit(suspension.id)).toMatchObject({ action: "liftSuspension", reason: "Settled" });
  expect((await admin.get(record("projects", id, "show"))).json.record.acts).not.toContain("restore-many");
});

describe("lists", () => {
  test("name what ids stand for, and filter by several columns at once", async () => {
    const { id, developer } = await makeProject(world);
    const list = (await admin.get(`/api/resources/api_keys/actions/list?filters.project_id=${id}&filters.kind=secret`)).json;
    expect(list.records).toHaveLength(1);
    expect(list.records[0].params).not.toHaveProperty("key_hash");
    expect(list.names[id]).toEqual(expect.any(String));
    const projects = (await admin.get(`/api/resources/projects/actions/list?filters.developer_id=${developer.id}`)).json;
    expect(projects).toMatchObject({ meta: { total: 1, isCapped: false }, names: { [developer.id]: developer.email } });
  });

  test("the outbox is for admins, and its list leaves the bodies out", async () => {
    const { records } = (await admin.get("/api/resources/outbox/actions/list")).json;
    expect(records[0].params).not.toHaveProperty("body");
    expect((await admin.get(record("outbox", records[0].id, "show"))).json).toMatchObject({
      record: { params: expect.not.objectContaining({ body: expect.anything() }) },
      message: { body: expect.any(String) },
    });
    const operator = await as("operator");
    expect((await operator.get("/api/resources/outbox/actions/list")).status).toBe(403);
    expect((await operator.get(record("outbox", records[0].id, "show"))).status).toBe(403);
  });

  test("every resource answers a list, and the overview tells what it holds", async () => {
    const viewer = await as("viewer");
    const { text } = await viewer.get("");
    const { resources } = JSON.parse(/window\.CONSOLE = (.*);\n/.exec(text)?.[1] ?? "");
    for (const { id } of resources) expect([id, (await viewer.get(`/api/resources/${id}/actions/list`)).status]).toEqual([id, 200]);
    expect((await viewer.get("/api/dashboard")).json).toMatchObject({
      health: { status: "pass" },
      counts: { projects: expect.any(Number) },
    });
  });
});

test("what the console does, the API's audit list shows as well", async () => {
  const { id } = await makeProject(world);
  await admin.post(record("projects", id, "set-quota"), {
    metric: "requests_per_day",
    limit: "5",
    reason: "From the console",
    confirm: "true",
  });
  const { token } = await makeStaff(world, "viewer");
  const { body } = await ask(world, `GET /api/admin/audit?projectId=${id}`, { token });
  expect(body.items[0]).toMatchObject({ action: "setProjectQuota", reason: "From the console", after: { limit: 5 } });
});
