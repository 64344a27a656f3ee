import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeProject, makeStaff, password } from "../../../api/test/make.ts";
import { tenantOf } from "../../../api/test/tenant.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { makeDetection } from "../../test/detection.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
let me: Visitor;
let other: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const as = async () => new Visitor(world).signIn((await makeStaff(world, "admin")).email, password);
  [me, other] = [await as(), await as()];
}, 60_000);
afterAll(() => world?.close());

const record = (table: string, id: string, act: string) => `/api/resources/${table}/records/${encodeURIComponent(id)}/${act}`;
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const definition = (variant: string) => JSON.stringify({ state: "ENABLED", variants: { on: true, off: false }, defaultVariant: variant });
const flag = async (key: string, said: object = {}) =>
  (
    await me.post("/api/resources/feature_flags/actions/new", {
      key,
      definition: definition("on"),
      description: "First",
      reason: "A try",
      ...said,
    })
  ).json;

/** The rule that detections are made of is made with each of them. */
async function noDetections(): Promise<void> {
  await world.clone.query("delete from detections");
  await world.clone.query(
    "delete from detection_rule_revisions where rule_id in (select id from detection_rules where key = 'much_at_once')",
  );
  await world.clone.query("delete from detection_rules where key = 'much_at_once'");
}

/** The form of an act as it begins, filled in with what is said. */
const filled = async (path: string, said: object) => ({ ...(await me.get(path)).json.start, reason: "A try", ...said });

interface Case {
  /** Where the act is, and what is said. */
  readonly path: string;
  readonly said: object;
  /** What the act is about, without what counts the changes. */
  readonly sight: () => Promise<unknown>;
  /** What somebody else does in between. */
  readonly meanwhile: () => Promise<unknown>;
}

const rowsOf =
  (statement: string, ...values: readonly unknown[]) =>
  () =>
    world.clone.query(statement, [...values]);

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  async "a quota that is changed"() {
    const { id } = await makeProject(world);
    const path = record("projects", id, "set-quota");
    await me.post(path, { metric: "requests_per_day", limit: "550000", reason: "Agreed" });
    return {
      path,
      said: await filled(`${path}?metric=requests_per_day`, { limit: "600000" }),
      sight: rowsOf("select metric, limit_value from project_quotas where project_id = $1", id),
      meanwhile: () => other.post(path, { metric: "requests_per_day", limit: "700000", reason: "More" }),
    };
  },
  async "a quota that is set first"() {
    const { id } = await makeProject(world);
    const path = record("projects", id, "set-quota");
    return {
      path,
      said: await filled(`${path}?metric=requests_per_day`, { limit: "1000", confirm: "true" }),
      sight: rowsOf("select metric, limit_value from project_quotas where project_id = $1", id),
      meanwhile: () => other.post(path, { metric: "requests_per_day", limit: "2000", reason: "More" }),
    };
  },
  async "a developer's plan"() {
    const { developer } = await makeProject(world);
    const path = record("developers", developer.id, "change-plan");
    return {
      path,
      said: await filled(path, { plan: "pro" }),
      sight: rowsOf("select plan from developers where id = $1", developer.id),
      meanwhile: () => other.post(path, { plan: "internal", reason: "More", confirm: "true" }),
    };
  },
  async "what a plan allows"() {
    const path = record("plans", "pro", "change");
    return {
      path,
      said: await filled(path, { projectsMax: "400" }),
      sight: rowsOf("select projects_max from plans where id = 'pro'"),
      meanwhile: () => other.post(path, { projectsMax: "500", reason: "More" }),
    };
  },
  async "the schemas that are exposed"() {
    const { id, sql } = await tenantOf(world);
    await sql("create schema shop");
    const path = record("projects", id, "expose-schemas");
    return {
      path,
      said: await filled(path, { exposedSchemas: "shop" }),
      sight: rowsOf("select exposed_schemas from projects where id = $1", id),
      meanwhile: () => other.post(path, { exposedSchemas: "public\nshop", reason: "More" }),
    };
  },
  async "whose tokens are believed"() {
    const { id } = await makeProject(world);
    const path = record("projects", id, "set-end-user-auth");
    return {
      path,
      said: await filled(path, { issuer: "https://login.example.com", audience: "shop", clockSkewSeconds: "60" }),
      sight: async () => {
        const { revision: _, ...start } = (await me.get(path)).json.start;
        return start;
      },
      meanwhile: async () => other.post(path, await filled(path, { clockSkewSeconds: "90" })),
    };
  },
  async "a flag that is edited"() {
    await flag("edited");
    const path = record("feature_flags", "edited", "edit");
    return {
      path,
      said: await filled(path, { definition: definition("off"), description: "Second" }),
      sight: rowsOf("select definition, description from feature_flags where key = 'edited'"),
      meanwhile: () => other.post(path, { definition: definition("off"), description: "Third", reason: "More" }),
    };
  },
  async "a flag that is made"() {
    return {
      path: "/api/resources/feature_flags/actions/new",
      said: { key: "made", definition: definition("on"), reason: "A try" },
      sight: rowsOf("select definition from feature_flags where key = 'made'"),
      meanwhile: () => other.post(record("feature_flags", "made", "edit"), { definition: definition("off"), reason: "More" }),
    };
  },
  async "a flag that is deleted"() {
    await flag("deleted");
    return {
      path: record("feature_flags", "deleted", "delete"),
      said: { reason: "A try" },
      sight: rowsOf("select definition, description from feature_flags where key = 'deleted'"),
      meanwhile: () => flag("deleted", { description: "Another of that key" }),
    };
  },
  async "a rule of detection"() {
    const { id } = await makeProject(world);
    await noDetections();
    const { rule } = await makeDetection(world, id);
    const path = record("detection_rules", rule, "change");
    return {
      path,
      said: await filled(path, { title: "Much more than usual", cooldownSeconds: "1200" }),
      sight: rowsOf("select title, cooldown_seconds, settings, mode from detection_rules where id = $1", rule),
      meanwhile: async () => other.post(path, await filled(path, { title: "More than is good" })),
    };
  },
  async "a verdict on a detection"() {
    await noDetections();
    const { id } = await makeProject(world);
    const { detection } = await makeDetection(world, id);
    return {
      path: record("detections", detection, "dismiss"),
      said: { note: "A launch" },
      sight: rowsOf("select verdict, verdict_by, verdict_note, verdict_at from detections where id = $1", detection),
      meanwhile: () => other.post(record("detections", detection, "judge"), { verdict: "true_positive" }),
    };
  },
  async "an override"() {
    const { id } = await makeProject(world);
    return {
      path: record("projects", id, "add-override"),
      said: { metric: "requests_per_day", limit: "600000", endsAt: tomorrow(), reason: "A try" },
      sight: rowsOf("select metric from manual_overrides where project_id = $1 and ended_at is null", id),
      meanwhile: async () => {
        const [override] = await world.clone.query<{ id: string }>("select id from manual_overrides where project_id = $1", [id]);
        await other.post(record("manual_overrides", String(override?.id), "end"), { reason: "Not needed" });
      },
    };
  },
  ...Object.fromEntries(
    (["suspend", "sanction"] as const).map((act) => [
      `a project put under a ${act}`,
      async () => {
        const { id } = await makeProject(world);
        return {
          path: record("projects", id, act),
          said: { reason: "abuse", statement: "Too much.", ...(act === "sanction" ? { level: "throttled" } : {}) },
          sight: rowsOf("select level from suspensions where project_id = $1 and lifted_at is null", id),
          meanwhile: async () => {
            const [sanction] = await world.clone.query<{ id: string }>("select id from suspensions where project_id = $1", [id]);
            await other.post(record("suspensions", String(sanction?.id), "lift"), { reason: "Not needed" });
          },
        };
      },
    ]),
  ),
};

const undo = (answer: { undo?: { path: string; body: object } }) => me.post(`/api${answer.undo?.path}`, answer.undo?.body);

test.each(Object.entries(cases))("%s is as it was once it is undone, and the audit log says of what", async (_, make) => {
  const { path, said, sight } = await make();
  const before = await sight();
  const done = (await me.post(path, said)).json;
  expect(done.notice).toMatchObject({ type: "success" });
  expect(await sight()).not.toEqual(before);
  expect((await undo(done)).json.notice).toMatchObject({ type: "success" });
  expect(await sight()).toEqual(before);
  const [entry] = await world.clone.query<{ reason: string }>(
    "select reason from audit_logs where actor_kind = 'staff' order by id desc limit 1",
  );
  const [, requestId] = /^Undo of (req_\w+)$/.exec(String(entry?.reason)) ?? [];
  const [undone] = await world.clone.query("select action from audit_logs where request_id = $1 and actor_kind = 'staff'", [requestId]);
  expect(undone).toEqual({ action: expect.any(String) });
});

test.each(Object.entries(cases))("%s is not undone once somebody else changed it", async (_, make) => {
  await world.clone.query("delete from feature_flags");
  const { path, said, sight, meanwhile } = await make();
  const done = (await me.post(path, said)).json;
  expect(done.notice).toMatchObject({ type: "success" });
  await meanwhile();
  const after = await sight();
  const late = (await undo(done)).json;
  expect([late.notice.type, await sight()]).toEqual(["error", after]);
});

test.each<[string, (id: string) => Promise<object>]>([
  [
    "a sanction that took the place of another",
    async (id) => {
      const said = { level: "warned", reason: "abuse", statement: "Too much." };
      await me.post(record("projects", id, "sanction"), said);
      return (await me.post(record("projects", id, "sanction"), { ...said, level: "throttled" })).json;
    },
  ],
  [
    "an override that waits for somebody else",
    async (id) =>
      (
        await me.post(record("projects", id, "add-override"), {
          ...{ metric: "requests_per_day", limit: "50000000", endsAt: tomorrow(), reason: "Festival" },
        })
      ).json,
  ],
  ["keys that were made anew", async (id) => (await me.post(record("projects", id, "regenerate-keys"), { reason: "A leak" })).json],
])("%s can't be undone exactly, and is not offered to be", async (_, act) => {
  const { id } = await makeProject(world);
  const done = await act(id);
  expect(done).toMatchObject({ notice: { type: "success" } });
  expect(done).not.toHaveProperty("undo");
});
