import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newId, prefixes } from "../../../api/src/platform/ids.ts";
import { ask } from "../../../api/test/ask.ts";
import { makeDeveloper, makeProject, makeProjectFor, makeStaff, password } from "../../../api/test/make.ts";
import { sealFor } from "../../../api/test/sealed.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import { openReads } from "../adapter/reads.ts";
import type { SearchAnswer } from "../sight.ts";
import { finders } from "./finders.ts";
import { termsIn } from "./terms.ts";

let world: World;
let visitor: Visitor;
let admin: Visitor;
let project: Awaited<ReturnType<typeof makeProject>>;
let staffToken: string;
beforeAll(async () => {
  world = await openWorld();
  const staff = await makeStaff(world, "admin");
  staffToken = staff.token;
  admin = await new Visitor(world).signIn(staff.email, password);
  visitor = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
  project = await makeProject(world);
  await world.clone.query("update projects set name = 'Corner-Shop Größe 100%' where id = $1", [project.id]);
}, 60_000);
afterAll(() => world?.close());

const search = async (q: string, by = visitor): Promise<SearchAnswer["groups"]> => {
  const { status, json } = await by.post("/api/search", { q });
  expect({ q, status }).toEqual({ q, status: 200 });
  return json.groups;
};
/** What was found, as `resource id`. */
const found = async (q: string, by = visitor) =>
  (await search(q, by)).flatMap(({ hits }) => hits.map(({ resource, id }) => `${resource} ${id}`));

const asStaff = async (request: string, body: unknown) => (await ask(world, request, { token: staffToken, body })).body;
const made = async (request: string, body: unknown) => (await ask(world, request, { token: project.developer.token, body })).body;
const idOf = async (query: string) => (await world.clone.query<{ id: string }>(query))[0]?.id ?? "none";

describe("is found", () => {
  test("a project by its id, by the beginning of that, and by words of its name in any order and case", async () => {
    const hit = `projects ${project.id}`;
    expect(await found(project.id)).toEqual([hit]);
    expect(await found(` ${project.id}\n`)).toEqual([hit]);
    expect(await found(project.id.slice(0, 26))).toEqual([hit]);
    for (const words of ["corner", "SHOP cor", "corner-shop", "größe", "100", "sho"])
      expect([words, await found(words)]).toEqual([words, [hit]]);
    expect(await found("orner")).toEqual([]);
  });

  test("a project by its database or a login of that, as PostgreSQL's log names them", async () => {
    const [{ id } = { id: "" }] = await world.clone.query<{ id: string }>("select id from tenants where project_id = $1", [project.id]);
    for (const name of [id, `t_${id}`, `t_${id}_service`]) expect(await found(name)).toEqual([`projects ${project.id}`]);
  });

  test("a developer by e-mail, by parts of it, by name and by id", async () => {
    const { id } = await makeDeveloper(world, "ada.lovelace+work@engines.example");
    for (const term of [id, "ada.lovelace+work@engines.example", "lovelace", "ADA LOVE", "engines", "engines.exam"])
      expect([term, await found(term)]).toEqual([term, [`developers ${id}`]]);
  });

  test("a key by its id, by its beginning, and by all of it, of which no more than the beginning is used", async () => {
    const { id, key } = project.secret;
    for (const term of [id, key.slice(0, 10), key]) expect([await found(term)]).toEqual([[`api_keys ${id}`]]);
    expect(JSON.stringify(termsIn(key).find(({ kind }) => kind === "key"))).not.toContain(key.slice(0, 25));
    expect((await search(key.slice(0, 10)))[0]?.hits[0]).toMatchObject({
      title: "secret",
      state: "live",
      note: expect.stringContaining("Corner-Shop"),
    });
  });

  test("a key taken over from elsewhere, by its beginning and by all of it", async () => {
    await world.clone.query("update api_keys set prefix = 'live-9f3A' where id = $1", [project.publishable.id]);
    for (const term of ["live-9f", "live-9f3A", "live-9f3A77b0c1d2e3f4a5b6c7d8e9f0"])
      expect(await found(term)).toEqual([`api_keys ${project.publishable.id}`]);
  });

  test("a developer by a token of theirs", async () => {
    const developer = await makeDeveloper(world);
    const { body } = await ask(world, "POST /api/developer/tokens", {
      token: developer.token,
      body: { name: "ci", scopes: ["projects:read"] },
    });
    for (const term of [body.id, body.token, body.token.slice(0, 12)]) expect(await found(term)).toEqual([`developers ${developer.id}`]);
  });

  test("a suspension, an override and a quota by their ids, called as their pages are", async () => {
    const suspension = await asStaff(`POST /api/admin/projects/${project.id}/suspensions`, { reason: "abuse", statement: "Stop" });
    const quota = await asStaff(`PUT /api/admin/projects/${project.id}/quotas/requests_per_day`, {
      limit: 5,
      reason: "Test",
      confirm: true,
    });
    const override = await asStaff(`POST /api/admin/projects/${project.id}/overrides`, {
      metric: "requests_per_day",
      limit: 7,
      reason: "Test",
      confirm: true,
      endsAt: new Date(Date.now() + 60_000).toISOString(),
    });
    expect(await search(suspension.id)).toEqual([
      {
        resource: "suspensions",
        title: "Sanctions",
        hits: [
          {
            resource: "suspensions",
            id: suspension.id,
            title: "Corner-Shop Größe 100%: suspended for abuse",
            note: "Stop",
            state: "in force",
          },
        ],
      },
    ]);
    expect(await found(override.id)).toEqual([`manual_overrides ${override.id}`]);
    expect(await found(quota.id)).toEqual([`project_quotas ${quota.id}`]);
  });

  test("a member of staff by e-mail, by parts of it, by name and by id", async () => {
    const { id } = await makeStaff(world, "support");
    const email = "08e5f22b.1e5x-7@example.com";
    await world.clone.query("update staff set name = 'Grace Hopper', email = $2 where id = $1", [id, email]);
    for (const term of [id, email, email.toUpperCase(), "08e5f22b", "1e5", "grace", "HOPP gra"])
      expect([term, await found(term)]).toEqual([term, [`staff ${id}`]]);
  });

  test("whatever else has an id, by that, on its own page or on its project's; each by who may see it", async () => {
    const rule = await idOf("select id from detection_rules limit 1");
    const detection = newId("detection");
    await world.clone.query(
      `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, score, inputs, started_at, last_seen_at)
       select $1, r.kind, r.id, v.revision, r.mode, 'project', $2, $2, 3, '{}', now(), now()
       from detection_rules r join detection_rule_revisions v on v.rule_id = r.id where r.id = $3 limit 1`,
      [detection, project.id, rule],
    );
    const sanction = { level: "throttled", reason: "abuse", statement: "Too much." };
    const suspension = await asStaff(`POST /api/admin/projects/${project.id}/sanctions`, sanction);
    const appeal = await made(`POST /api/projects/${project.id}/suspensions/${suspension.id}/appeals`, { text: "It was not us." });
    const hold = await asStaff("POST /api/admin/audit/holds", { reason: "A court asks" });
    const webhook = await made(`POST /api/projects/${project.id}/webhooks`, { url: "https://example.com/hook" });
    const purge = { name: "Corner-Shop Größe 100%", reason: "legal", statement: "A court ordered it." };
    const approval = await asStaff(`POST /api/admin/projects/${project.id}/purge`, purge);
    const asked = await asStaff(`POST /api/admin/projects/${project.id}/overrides`, {
      ...{ metric: "requests_per_month", limit: 900_000_000_000, reason: "Festival", confirm: true },
      endsAt: new Date(Date.now() + 60_000_000).toISOString(),
    });
    const { email } = await makeStaff(world, "operator");
    const holder = await sealFor(world, email);
    const code = await idOf("select id from break_glass_codes limit 1");
    const { session } = (
      await ask(world, "POST /api/admin/break-glass/sessions", {
        body: { holder: email, code: holder.codes[0], totp: holder.digits(), reason: "A drill", incident: "INC-1", isDrill: true },
      })
    ).body;
    const table: readonly (readonly [id: string, page: string, seenBy: "viewer" | "admin"])[] = [
      [detection, `detections ${detection}`, "viewer"],
      [rule, `detection_rules ${rule}`, "viewer"],
      [appeal.id, `appeals ${appeal.id}`, "viewer"],
      [await idOf("select id from appeal_messages limit 1"), `appeals ${appeal.id}`, "viewer"],
      [hold.id, `audit_holds ${hold.id}`, "viewer"],
      [webhook.id, `projects ${project.id}`, "viewer"],
      [await idOf(`select id from notices where project_id = '${project.id}' limit 1`), `projects ${project.id}`, "viewer"],
      [approval.approvalId, `approvals ${approval.approvalId}`, "viewer"],
      [asked.id, `override_requests ${asked.id}`, "viewer"],
      [session.id, `break_glass_sessions ${session.id}`, "admin"],
      [code, `break_glass_codes ${code}`, "admin"],
    ];
    for (const [id, page, seenBy] of table)
      expect([id, await found(id), await found(id, admin)]).toEqual([id, seenBy === "viewer" ? [page] : [], [page]]);
  });

  test("an id in capitals, between quotes or other signs, and in the address of a page", async () => {
    const hit = [`projects ${project.id}`];
    const signs = [`"${project.id}"`, `'${project.id}',`, `“${project.id}”`, `<${project.id}>`, `(${project.id}).`, `\`${project.id}\``];
    const show = `${world.url}/admin/resources/projects/records/${project.id}/show`;
    const addresses = [
      show,
      `/admin/resources/projects/records/${project.id}/sanction?range=day#top`,
      `${world.url}/api/projects/${project.id}`,
    ];
    for (const typed of [project.id.toUpperCase(), project.id.slice(0, 20).toUpperCase(), ...signs, ...addresses])
      expect([typed, await found(typed)]).toEqual([typed, hit]);
    expect(await found(`${world.url}/admin/resources/api_keys?filters.project_id=${project.id}`)).toEqual(hit);
    const { id } = project.secret;
    expect(await found(`/api/projects/${project.id}/keys/${id}`)).toEqual([...hit, `api_keys ${id}`]);
    expect(await found("/admin/resources/projects/records/%E0%A4%A/show")).toEqual([]);
  });

  test("a flag, a plan and a rule by their names, and by the addresses of their pages", async () => {
    const definition = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };
    await ask(world, "PUT /api/admin/flags/new-checkout", { token: staffToken, body: { definition, reason: "Try it" } });
    const key = await idOf("select key as id from detection_rules limit 1");
    const rule = await idOf(`select id from detection_rules where key = '${key}'`);
    for (const typed of ["new-checkout", `${world.url}/admin/resources/feature_flags/records/new-checkout/show`])
      expect([typed, await found(typed)]).toEqual([typed, ["feature_flags new-checkout"]]);
    expect(await found("free")).toEqual(["plans free"]);
    expect(await found(key)).toEqual([`detection_rules ${rule}`]);
  });

  test("what a request changed, by the request's id, also one that the caller chose", async () => {
    const url = `${world.url}/api/projects`;
    const headers = {
      authorization: `Bearer ${project.developer.token}`,
      "content-type": "application/json",
      "x-request-id": "trace-77.a:b",
    };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ name: "Traced" }) });
    expect(response.status).toBe(201);
    const [group] = await search("trace-77.a:b");
    expect(group).toMatchObject({ resource: "audit_logs" });
    expect(group?.hits.at(-1)).toMatchObject({ title: "Create project", note: expect.stringContaining("Traced") });
  });

  test("those whose name begins with it first, six of them, and a list of the rest", async () => {
    const owner = await makeDeveloper(world);
    for (const name of ["zebra one", "zebra two", "zebra three", "a zebra", "zebra four", "zebra five", "zebra six", "the zebra"])
      await makeProjectFor(world, owner.token, name);
    const [group] = await search("zebra");
    expect(group?.hits.map(({ title }) => title)).toEqual([
      "zebra six",
      "zebra five",
      "zebra four",
      "zebra three",
      "zebra two",
      "zebra one",
    ]);
    expect(group?.more).toBe("/admin/resources/projects?filters.name=zebra");
    const list = await visitor.get(`/api/resources/projects/actions/list${group?.more?.replace(/^[^?]*/, "")}`);
    expect(list.json.meta.total).toBe(8);
  });
});

describe("is refused or finds nothing", () => {
  test("what has wildcards, quotes, operators or nothing in it", async () => {
    const hostile = [
      "",
      " ",
      "%",
      "_",
      "%%%%",
      "\\",
      "'",
      "''; drop table projects; --",
      '"',
      "corner & !shop | (",
      ":*",
      "corner:*",
      "prj_%",
      "prj_________",
      "nm_sk_%",
      "nm_sk_______",
      "\u0000",
      "prj_\u0000",
      "é".repeat(500),
      "x".repeat(5_000),
      "<script>alert(1)</script>",
      "😀😀",
      "NaN",
      "null",
      "../../etc/passwd",
    ];
    for (const q of hostile) {
      const groups = await search(q);
      const ids = groups.flatMap(({ hits }) => hits.map(({ id }) => id));
      expect([q, ids]).toEqual([q, /^corner:|corner &/.test(q) && !/</.test(q) ? ids : []]);
    }
    expect(await world.clone.query("select from projects limit 1")).toHaveLength(1);
  });

  test("wildcards stand for themselves", async () => {
    expect(await found("nm_sk_%%")).toEqual([]);
    expect(await found(`${project.id.slice(0, 8)}%`)).toEqual([]);
    expect(await found("100%")).toEqual([`projects ${project.id}`]);
  });

  test("what is no text", async () => {
    for (const body of [{}, { q: null }, { q: 5 }, { q: ["corner"] }, { q: { a: 1 } }])
      expect(await visitor.post("/api/search", body)).toMatchObject({ status: 200, json: { groups: [] } });
    expect((await visitor.submit("/api/search", { q: "corner" })).json.groups).toHaveLength(1);
    expect((await visitor.get("/api/search?q=corner")).status).toBe(404);
  });

  test("nobody who has not signed in", async () => {
    expect((await new Visitor(world).post("/api/search", { q: "corner" })).status).toBe(401);
  });

  test("what one may see no list of", async () => {
    const [{ id } = { id: "" }] = await world.clone.query<{ id: string }>("select id from outbox limit 1");
    expect(await found(id, admin)).toEqual([`outbox ${id}`]);
    expect(await found(id)).toEqual([]);
  });
});

test("every finder begins at an index", async () => {
  const terms = ["prj_0", "dev_0", "key_0", "sus_0", "ovr_0"].flatMap((each) => termsIn(each));
  const whole = Object.values(prefixes).flatMap((each) => termsIn(`${each}_${"0".repeat(26)}`));
  const others = [...termsIn("nm_sk_abc"), ...termsIn("corner shop"), ...termsIn("0123456789abcdef")];
  const store = openReads(world.server, world.vault, () => undefined);
  const client = await store.pool.connect();
  try {
    await client.query("set enable_seqscan = off");
    for (const { query, resource } of finders) {
      const statements = [...terms, ...whole, ...others].flatMap((term) => query(term) ?? []);
      expect([resource, statements.length > 0]).toEqual([resource, true]);
      for (const { text, values } of statements) {
        const { rows } = await client.query(`explain ${text}`, [...values]);
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(plan).toMatch(/Index/);
        expect(plan).not.toMatch(/Seq Scan/);
      }
    }
  } finally {
    client.release();
    await store.close();
  }
});
