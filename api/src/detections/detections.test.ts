import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { ensureShipped } from "./actions/rules.ts";
import { makeEvaluation } from "./evaluating.ts";
import { features } from "./features/features.ts";
import { rulesOfTrials, shippedRules } from "./rules/shipped.ts";
import { Trial } from "./trial/trial.ts";

let world: World;
let operator: string;
let viewer: string;
let evaluate: () => Promise<void>;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  evaluate = settledFirst(makeEvaluation(world.engine));
});
afterAll(() => world.close());

const settledFirst = (work: () => Promise<void>) => async () => {
  await world.engine.settling.flushed();
  await work();
};
type Project = Awaited<ReturnType<typeof makeProject>>;
const staff = (at: string, options: object = {}) => ask(world, at, { token: operator, ...options });
const ruleOf = async (key: string) =>
  (await staff("GET /api/admin/detection-rules")).body.items.find((each: { key: string }) => each.key === key);
const detectionsOf = async (projectId: string) => (await staff(`GET /api/admin/detections?projectId=${projectId}`)).body.items;
const sanctionsOf = async (projectId: string) => (await staff(`GET /api/admin/projects/${projectId}/suspensions`)).body.items;

/** Asks for names that are not there, one after another. */
const walkNames = async ({ secret }: Project, count = 30) => {
  for (let i = 0; i < count; i += 1) await ask(world, `GET /api/rest/name_${i}`, { apikey: secret.key });
};

const pattern = (expression: string, more: object = {}) => ({
  key: `rule_${Math.random().toString(36).slice(2)}`,
  kind: "pattern",
  title: "Names are tried",
  description: "Names that are not there are asked for.",
  mode: "observe",
  level: "throttled",
  durationSeconds: 600,
  cooldownSeconds: 600,
  settings: { subject: "project", expression, windowSeconds: 300 },
  reason: "to try it",
  ...more,
});
const addRule = async (expression: string, more: object = {}) => {
  const { status, body } = await staff("POST /api/admin/detection-rules", { body: pattern(expression, more) });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const removeRule = (id: string) => staff(`DELETE /api/admin/detection-rules/${id}`, { body: { reason: "no more" } });

describe("rules", () => {
  test("that ship are there from the start, each at its first revision", async () => {
    const { body } = await ask(world, "GET /api/admin/detection-rules", { token: viewer });
    expect(body.items.map(({ key }: { key: string }) => key).sort()).toEqual(shippedRules.map(({ key }) => key).sort());
    expect(body.items[0]).toMatchObject({ isShipped: true, revision: 1, precision: { unjudged: 0, value: null } });
  });

  test("can be made, changed with If-Match, and removed; each change is another revision and is audited", async () => {
    const made = await addRule("missingTargets > 5");
    const { key: _key, kind: _kind, ...terms } = pattern("missingTargets > 6", { mode: "warn" });
    const put = (headers: object) => staff(`PUT /api/admin/detection-rules/${made.id}`, { body: terms, headers });
    expect((await put({})).status).toBe(428);
    expect(await put({ "if-match": '"7"' })).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
    expect(await put({ "if-match": '"1"' })).toMatchObject({ status: 200, body: { revision: 2, mode: "warn", key: made.key } });
    expect(await removeRule(made.id)).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await staff(`GET /api/admin/detection-rules/${made.id}`)).toMatchObject({ status: 404, body: { code: "rule_not_found" } });
    expect(await put({ "if-match": '"2"' })).toMatchObject({ status: 404 });
    const audited = await world.clone.query<{ action: string }>("select action from audit_logs where target = $1 order by id", [made.id]);
    expect(audited.map(({ action }) => action)).toEqual(["addDetectionRule", "changeDetectionRule", "removeDetectionRule"]);
  });

  test("may look back over each window that there is, as the document says", async () => {
    const { components } = (await ask(world, "GET /api/openapi.json")).body;
    expect(components.schemas.PatternSettings.properties.windowSeconds.enum).toEqual([60, 300, 900, 3600]);
  });

  test("that were removed stay away, although they ship", async () => {
    const { id, key } = await ruleOf("query_time_spike");
    await removeRule(id);
    const call = { operation: { id: "test", changes: false }, actor: { kind: "job", id: "test" } as const };
    await perform(
      world.engine,
      { ...call, request: { id: newId("request"), address: undefined, userAgent: undefined } },
      ensureShipped,
      {},
    );
    expect(await ruleOf("query_time_spike")).toBeUndefined();
    expect(await staff("POST /api/admin/detection-rules", { body: { ...pattern("missingTargets > 5"), key } })).toMatchObject({
      status: 409,
      body: { code: "rule_key_taken" },
    });
  });

  test.each([
    ["an expression that can't be read", pattern("missingTargets >"), "invalid_expression"],
    ["an unknown feature", pattern("colour > 3"), "invalid_expression"],
    ["one that matches everything", pattern("requests >= 0"), "invalid_expression"],
    ["settings of another kind", pattern("missingTargets > 5", { kind: "spike" }), "settings_of_another_kind"],
    [
      "a sanction on a network",
      pattern("", { mode: "act", settings: { subject: "network", expression: "failedKeys > 5", windowSeconds: 60 } }),
      "networks_have_no_sanctions",
    ],
  ])("with %s are refused", async (_what, body, code) => {
    expect(await staff("POST /api/admin/detection-rules", { body })).toMatchObject({ status: 422, body: { code } });
  });

  test("with a window that there is not, or an end beyond reason, are refused", async () => {
    const settings = { subject: "project", expression: "missingTargets > 5", windowSeconds: 77 };
    for (const more of [{ settings }, { durationSeconds: 1 }, { durationSeconds: 1e12 }, { mode: "destroy" }, { level: "deleted" }]) {
      expect((await staff("POST /api/admin/detection-rules", { body: pattern("missingTargets > 5", more) })).status).toBe(422);
    }
  });

  test("may be no more than are looked at in time", async () => {
    await world.clone.query(`
      insert into detection_rules (id, key, kind, title, description, is_enabled, mode, level, duration_seconds, cooldown_seconds, settings, created_at, updated_at, updated_by)
      select 'rul_' || lpad(n::text, 26, '0'), 'filler_' || n, 'pattern', 't', 'd', true, 'observe', 'warned', 60, 0,
        '{"subject":"project","expression":"requests > 1000000","windowSeconds":60}', now(), now(), 'test' from generate_series(1, 100) n`);
    expect(await staff("POST /api/admin/detection-rules", { body: pattern("missingTargets > 5") })).toMatchObject({
      status: 422,
      body: { code: "too_many_rules" },
    });
    await world.clone.query("delete from detection_rules where key like 'filler_%'");
  });

  test("are for operators to change, and for viewers to read", async () => {
    expect((await ask(world, "POST /api/admin/detection-rules", { token: viewer, body: pattern("missingTargets > 5") })).status).toBe(403);
    expect((await ask(world, "GET /api/admin/features", { token: viewer })).body.items).toHaveLength(features.length);
  });

  test("can be tried before they are made; what is wrong is marked where it stands", async () => {
    const attempt = (expression: string) =>
      ask(world, "POST /api/admin/detection-rules/validate", { token: viewer, body: { subject: "project", expression } });
    expect(await attempt("requests > 1 &&\n  nothing > 2")).toMatchObject({
      status: 200,
      body: { isValid: false, fault: { code: "unknown_feature", line: 2, column: 3, marked: "  nothing > 2\n  ^" } },
    });
    expect((await attempt("missingTargets > 5 && requests > 3")).body).toEqual({
      isValid: true,
      fault: null,
      features: ["missingTargets", "requests"],
      warnings: [],
    });
  });
});

describe("a detection", () => {
  test("of a rule that acts slows the project down, tells its owner, keeps its inputs, and ends with its sanction when it is quiet", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await evaluate();
    const [found] = await detectionsOf(project.id);
    expect(found).toMatchObject({ ruleKey: "names_walked", mode: "act", endedAt: null, verdict: null, subjectKind: "project" });
    const [sanction] = await sanctionsOf(project.id);
    expect(sanction).toMatchObject({
      id: found.suspensionId,
      level: "throttled",
      cause: "detection",
      causeId: found.ruleId,
      state: "in_force",
    });
    const evidence = (await staff(`GET /api/admin/suspensions/${sanction.id}/evidence`)).body;
    expect(evidence).toMatchObject({
      isIntact: true,
      evidence: { found: { rule: "names_walked", inputs: { features: { missingTargets: 30 } } } },
    });
    expect((await staff(`GET /api/admin/detections/${found.id}`)).body).toMatchObject({
      inputs: { windowSeconds: 300, features: { missingTargets: 30, notFound: 30 } },
      rule: { key: "names_walked", revision: 1 },
    });
    const told = await world.clone.query<{ template: string }>("select template from notices where project_id = $1 order by id", [
      project.id,
    ]);
    expect(told.map(({ template }) => template)).toContain("project_detection");

    await evaluate();
    expect(await detectionsOf(project.id)).toHaveLength(1);
    world.travel(7 * 60_000);
    await evaluate();
    expect((await detectionsOf(project.id))[0]).toMatchObject({ id: found.id, endedAt: expect.any(String) });
    expect((await sanctionsOf(project.id))[0]).toMatchObject({ state: "lifted", liftReason: "it fell quiet" });
  });

  test("that comes again within the cool-down goes on, and its owner is told once", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await evaluate();
    world.travel(7 * 60_000);
    await evaluate();
    await walkNames(project);
    await evaluate();
    const found = await detectionsOf(project.id);
    expect(found).toEqual([expect.objectContaining({ endedAt: null })]);
    const told = await world.clone.query("select id from notices where project_id = $1 and template = 'project_detection'", [project.id]);
    expect(told).toHaveLength(1);
    expect((await sanctionsOf(project.id)).map(({ state }: { state: string }) => state)).toEqual(["in_force", "lifted"]);
  });

  test("of a rule that observes is noted and nothing more, and its owner does not see it", async () => {
    const project = await makeProject(world);
    const rule = await addRule("notFound >= 3 && notFound < 20");
    await walkNames(project, 5);
    await evaluate();
    expect(await detectionsOf(project.id)).toEqual([expect.objectContaining({ ruleId: rule.id, mode: "observe", suspensionId: null })]);
    expect(await sanctionsOf(project.id)).toEqual([]);
    const { body } = await ask(world, `GET /api/projects/${project.id}/detections`, { token: project.developer.token });
    expect(body.items).toEqual([]);
    await removeRule(rule.id);
    expect((await detectionsOf(project.id))[0]).toMatchObject({ endedAt: expect.any(String) });
  });

  test("is told to the owner without what would help to stay just below, and to nobody else's owner", async () => {
    const [project, other] = [await makeProject(world), await makeProject(world)];
    await walkNames(project);
    await evaluate();
    const read = (token: string) => ask(world, `GET /api/projects/${project.id}/detections`, { token });
    const { status, body } = await read(project.developer.token);
    expect({ status, keys: Object.keys(body.items[0]).sort() }).toEqual({
      status: 200,
      keys: ["description", "endedAt", "endpoint", "id", "kind", "lastSeenAt", "projectId", "startedAt", "suspensionId", "title"],
    });
    expect((await read(other.developer.token)).status).toBe(404);
    expect((await ask(world, "GET /api/admin/detections", { token: project.developer.token })).status).toBe(403);
  });

  test("that staff call false ends what followed at once, does not act again while it lasts, and lowers its rule's precision", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await evaluate();
    const [{ id }] = await detectionsOf(project.id);
    const before = (await ruleOf("names_walked")).precision;
    const judged = await staff(`POST /api/admin/detections/${id}/verdict`, { body: { verdict: "false_positive", note: "their crawler" } });
    expect(judged).toMatchObject({
      status: 200,
      body: { verdict: "false_positive", verdictNote: "their crawler", verdictBy: expect.any(String) },
    });
    expect((await sanctionsOf(project.id))[0]).toMatchObject({ state: "lifted" });
    await walkNames(project);
    await evaluate();
    expect((await sanctionsOf(project.id))[0]).toMatchObject({ state: "lifted" });
    const after = (await ruleOf("names_walked")).precision;
    expect(after).toMatchObject({ falsePositives: before.falsePositives + 1, unjudged: before.unjudged - 1, value: 0 });
    await staff(`POST /api/admin/detections/${id}/verdict`, { body: { verdict: "true_positive" } });
    expect((await ruleOf("names_walked")).precision.value).toBe(1);
  });

  test("is judged no more once who judged it takes that back, unless that had ended a sanction", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await evaluate();
    const [{ id }] = await detectionsOf(project.id);
    const at = `/api/admin/detections/${id}/verdict`;
    const takeBack = (body: object = { reason: "too soon" }) => staff(`DELETE ${at}`, { body });
    expect((await takeBack()).body).toMatchObject({ status: 409, code: "verdict_not_yours" });
    await staff(`POST ${at}`, { body: { verdict: "true_positive", note: "seen" } });
    const other = await makeStaff(world, "admin");
    expect((await ask(world, `DELETE ${at}`, { token: other.token, body: { reason: "mine" } })).body.code).toBe("verdict_not_yours");
    expect((await takeBack({})).status).toBe(422);
    expect(await takeBack()).toMatchObject({ status: 200, body: { verdict: null, verdictBy: null, verdictAt: null, verdictNote: null } });
    expect((await staff(`GET /api/admin/detections/${id}`)).body).toMatchObject({ verdict: null, verdictNote: null });
    await staff(`POST ${at}`, { body: { verdict: "dismissed" } });
    expect((await takeBack()).body).toMatchObject({ status: 409, code: "verdict_ended_a_sanction" });
    expect((await staff(`GET /api/admin/detections/${id}`)).body.verdict).toBe("dismissed");
  });

  test("of a network tells staff, and no project", async () => {
    for (let i = 0; i < 101; i += 1)
      await ask(world, "GET /api/rest/todos", { apikey: `made-up-${i}`, headers: { "x-forwarded-for": "203.0.113.5" } });
    await evaluate();
    const { body } = await staff("GET /api/admin/detections?kind=pattern&state=open");
    const found = body.items.find((each: { ruleKey: string }) => each.ruleKey === "key_guessing");
    expect(found).toMatchObject({ projectId: null, subjectKind: "network", suspensionId: null });
    expect(found.subjectId).not.toContain("203");
    const told = await world.clone.query("select id from outbox where template = 'network_detection' and recipient = 'staff'");
    expect(told).toHaveLength(1);
  });

  test("of errors at one endpoint names the endpoint", async () => {
    const project = await makeProject(world);
    const rule = await ruleOf("endpoint_errors");
    const { key: _key, kind: _kind, id, revision, settings, ...terms } = rule;
    const { title, description, isEnabled, mode, level, durationSeconds, cooldownSeconds } = terms;
    await staff(`PUT /api/admin/detection-rules/${id}`, {
      headers: { "if-match": `"${revision}"` },
      body: {
        title,
        description,
        isEnabled,
        mode,
        level,
        durationSeconds,
        cooldownSeconds,
        settings: { ...settings, requestsMin: 20 },
        reason: "fewer",
      },
    });
    for (let i = 0; i < 25; i += 1) await ask(world, "GET /api/rest/broken?select=nothing", { apikey: project.secret.key });
    await evaluate();
    const found = (await detectionsOf(project.id)).find((each: { kind: string }) => each.kind === "error_rate");
    expect(found).toMatchObject({ ruleKey: "endpoint_errors", ruleRevision: 2, endpoint: "rest broken", score: expect.any(Number) });
  });

  test("is made once by several processes, each of which may evaluate", async () => {
    const project = await makeProject(world);
    const others = [makeEvaluation(world.engine), makeEvaluation(world.engine)];
    await walkNames(project);
    await world.engine.settling.flushed();
    await Promise.all([evaluate(), ...others.map((each) => each())]);
    await Promise.all(others.map((each) => each()));
    const found = await detectionsOf(project.id);
    expect(found.filter(({ ruleKey }: { ruleKey: string }) => ruleKey === "names_walked")).toHaveLength(1);
  });

  test("goes on in a process that was started only now", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await evaluate();
    await makeEvaluation(world.engine)();
    expect((await detectionsOf(project.id))[0]).toMatchObject({ ruleKey: "names_walked", endedAt: null });
  });

  test("is not made of a project that is being deleted", async () => {
    const project = await makeProject(world);
    await walkNames(project);
    await ask(world, `DELETE /api/projects/${project.id}`, { token: project.developer.token });
    await evaluate();
    expect(await detectionsOf(project.id)).toEqual([]);
  });

  test("that there is not is not found", async () => {
    const id = "det_01jh8x4q3efyxb0v1s2t3w4y5z";
    expect((await staff(`GET /api/admin/detections/${id}`)).body).toMatchObject({ status: 404, code: "detection_not_found" });
    expect((await staff(`POST /api/admin/detections/${id}/verdict`, { body: { verdict: "dismissed" } })).status).toBe(404);
    expect((await staff(`DELETE /api/admin/detections/${id}/verdict`, { body: { reason: "none" } })).body.code).toBe("detection_not_found");
    expect((await staff("GET /api/admin/detection-rules/rul_01jh8x4q3efyxb0v1s2t3w4y5z")).status).toBe(404);
  });
});

test("what was seen is summed by minute after some hours, and rules find in it what they found in it when it was new", async () => {
  const project = await makeProject(world);
  await walkNames(project);
  await world.engine.settling.flushed();
  const [{ count }] = (await world.clone.query<{ count: string }>("select count(*) from feature_windows")) as [{ count: string }];
  expect(Number(count)).toBeGreaterThan(0);
  const walkedAt = world.engine.clock().getTime();
  world.travel(3 * 60 * 60_000);
  await world.work("summariseFeatures", {});
  expect(await world.clone.query("select id from feature_windows")).toEqual([]);
  const asked = { rules: rulesOfTrials, from: walkedAt - 10 * 60_000, to: walkedAt + 60_000, projectId: project.id, rowsMax: 1_000 };
  const found = await world.store.transact("platform", (db) => new Trial(db, asked).run());
  expect(found?.map(({ ruleId, subject }) => [ruleId, subject.id])).toEqual([["names_walked", project.id]]);
  await world.work("summariseFeatures", {});
});

test("what was seen is forgotten when it serves nothing any more", async () => {
  world.travel(16 * 24 * 60 * 60_000);
  await world.work("forgetFeatures", {});
  const [row] = await world.clone.query<{ windows: string; errors: string; minutes: string }>(
    "select (select count(*) from feature_windows) as windows, (select count(*) from error_metrics) as errors, (select count(*) from feature_minutes) as minutes, (select count(*) from feature_hours) as hours",
  );
  expect(row).toEqual({ windows: "0", errors: "0", minutes: "0", hours: "0" });
});
