import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let operator: string;
let judge: string;
let developer: string;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  judge = (await makeStaff(world, "operator")).token;
  const owner = await makeDeveloper(world);
  await world.clone.query("update developers set plan = 'pro' where id = $1", [owner.id]);
  developer = owner.token;
});
afterAll(() => world.close());

async function suspend(statement = "You sent spam.") {
  const { id: projectId } = await makeProjectFor(world, developer);
  const body = { reason: "abuse", statement };
  return (await ask(world, `POST /api/admin/projects/${projectId}/suspensions`, { token: operator, body })).body;
}
const page = (id: string, headers: Record<string, string> = {}, method = "GET") =>
  ask(world, `${method} /status/suspensions/${id}`, { headers });

describe("the page of a suspension", () => {
  test("tells without a key what, why, since when, until when and what to do", async () => {
    const { id, projectId, startsAt } = await suspend();
    const { status, headers, body } = await page(id, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const part of [
      "This project is suspended",
      projectId,
      "use against the rules",
      "You sent spam.",
      startsAt,
      "Open: staff lift it when the cause is gone",
      "What to do",
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toContain("stf_");
  });

  test("is HTML unless JSON is asked for", async () => {
    const { id, projectId } = await suspend();
    expect((await page(id)).headers.get("content-type")).toMatch(/^text\/html/);
    const json = await page(id, { accept: "application/json" });
    expect(json.headers.get("content-type")).toBe("application/json");
    expect(json.body).toMatchObject({ id, projectId, reason: "abuse", statement: "You sent spam.", state: "in_force", endsAt: null });
    expect(Object.keys(json.body)).not.toContain("imposedBy");
  });

  test("shows a hostile statement as text, loads nothing and runs nothing", async () => {
    const { id } = await suspend(`</blockquote><script>alert("x")</script><img src=x onerror='alert(1)'> & "quoted"`);
    const { body, headers } = await page(id);
    expect(body).not.toMatch(/<script|<img/);
    expect(body).toContain("&lt;script&gt;");
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("says so once the suspension is lifted", async () => {
    const { id } = await suspend();
    await ask(world, `POST /api/admin/suspensions/${id}/lift`, { token: operator, body: { reason: "settled" } });
    const { status, body } = await page(id);
    expect(status).toBe(200);
    expect(body).toContain("This suspension is over");
    expect(body).not.toContain("You sent spam.");
  });

  test.each([
    "sus_01jh8x4q3efyxb0v1s2t3w4y5z",
    "x",
    "%00",
    "%ff",
    "..%2f..%2fetc%2fpasswd",
    "'; drop table suspensions; --",
    "a".repeat(3000),
  ])("answers 404 for %.40s", async (id) => {
    expect(await page(encodeURI(id).replaceAll("%25", "%"))).toMatchObject({
      status: 404,
      body: expect.stringContaining("no such suspension"),
    });
    const json = await page(encodeURI(id).replaceAll("%25", "%"), { accept: "application/json" });
    expect(json).toMatchObject({ status: 404, body: { code: "suspension_not_found" } });
  });

  test("answers HEAD without a body, and refuses to be written to", async () => {
    const { id } = await suspend();
    const head = await page(id, {}, "HEAD");
    expect(head).toMatchObject({ status: 200, body: "" });
    const post = await page(id, {}, "POST");
    expect(post.status).toBe(405);
    expect(post.headers.get("allow")).toBe("GET, HEAD");
  });
});

const sanction = async (projectId: string, level: string, more: object = {}) =>
  (
    await ask(world, `POST /api/admin/projects/${projectId}/sanctions`, {
      token: operator,
      body: { level, reason: "abuse", statement: "You sent spam.", ...more },
    })
  ).body;
const lift = (id: string) => ask(world, `POST /api/admin/suspensions/${id}/lift`, { token: operator, body: { reason: "settled" } });
const appeal = async (projectId: string, id: string) =>
  (await ask(world, `POST /api/projects/${projectId}/suspensions/${id}/appeals`, { token: developer, body: { text: "It was not us." } }))
    .body;
const decide = (id: string, body: object) => ask(world, `POST /api/admin/appeals/${id}/decide`, { token: judge, body });

describe("the page of a sanction", () => {
  test.each([
    ["warned", "This project is warned", "Nothing is refused yet."],
    ["throttled", "This project is slowed down", "a tenth of its requests per second"],
    ["restricted", "This project can only be read", "nothing can be added or changed"],
    ["suspended", "This project is suspended", "Its API keys are refused"],
  ])("that has it %s says so in words of its own, and how to appeal", async (level, title, effect) => {
    const { id: projectId } = await makeProjectFor(world, developer);
    const { id } = await sanction(projectId, level);
    const { body } = await page(id);
    for (const part of [title, effect, `POST ${world.engine.publicUrl}/api/projects/${projectId}/suspensions/${id}/appeals`])
      expect(body).toContain(part);
    if (level !== "suspended") expect(body).not.toMatch(/is suspended|keys are refused/);
  });

  test("tells of its appeal, and once decided in the words of the decision", async () => {
    const { id: projectId } = await makeProjectFor(world, developer);
    const { id } = await sanction(projectId, "suspended");
    const { id: appealId, dueAt } = await appeal(projectId, id);
    const waiting = (await page(id)).body;
    expect(waiting).toContain(dueAt);
    expect(waiting).not.toContain("It was not us.");
    expect(waiting).not.toContain("POST ");
    await decide(appealId, { decision: "uphold", answer: "The spam <went> on." });
    const decided = (await page(id)).body;
    expect(decided).toContain("Turned down");
    expect(decided).toContain("The spam &lt;went&gt; on.");
  });
});

describe("the page of a project", () => {
  const read = async (projectId: string) => (await ask(world, `GET /api/projects/${projectId}`, { token: developer })).body;
  const standing = async (projectId: string, accept = "application/json", method = "GET") => {
    const { statusUrl } = await read(projectId);
    expect(statusUrl).toMatch(/\/status\/projects\/[0-9a-f]{32}$/);
    return ask(world, `${method} ${new URL(statusUrl).pathname}`, { headers: { accept } });
  };
  const project = async () => (await makeProjectFor(world, developer, `Shop & <b>${Math.random()}</b>`)).id;

  test("is known to its owner alone, and tells that all is well", async () => {
    const projectId = await project();
    const { status, headers, body } = await standing(projectId, "text/html");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    for (const part of ["Active", "is served as it should be", projectId, "Shop &amp; &lt;b&gt;"]) expect(body).toContain(part);
    expect(body).not.toContain("<b>");
    expect((await standing(projectId)).body).toMatchObject({ standing: "active", sanctions: [], history: [] });
    expect((await ask(world, "GET /api/projects", { token: developer })).body.items[0]).not.toHaveProperty("statusUrl");
  });

  test("tells of every sanction in force, the strictest as how it stands, and nothing of staff", async () => {
    const projectId = await project();
    const { id } = await sanction(projectId, "suspended", { reason: "billing" });
    await world.clone.query(
      `insert into suspensions (id, project_id, level, cause, cause_id, reason, statement, starts_at, imposed_by)
       select 'sus' || substr($1, 4), project_id, 'restricted', 'quota', 'database_bytes', 'quota', 'The database is full.', starts_at, 'enforceLimits'
       from suspensions where id = $2`,
      [projectId, id],
    );
    const json = (await standing(projectId)).body;
    expect(json).toMatchObject({ project: { id: projectId, status: "active" }, standing: "suspended" });
    expect(json.sanctions.map(({ level }: { level: string }) => level)).toEqual(["suspended", "restricted"]);
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/stf_|imposedBy|liftedBy|liftReason|causeId|evidence|enforceLimits|openedBy|developerId/);
    const { body } = await standing(projectId, "text/html");
    const parts = [
      "There are 2 sanctions",
      "You sent spam.",
      "The database is full.",
      "an open bill",
      "Settle the open bill",
      "nothing can be added",
    ];
    for (const part of parts) expect(body).toContain(part);
    expect(body).not.toMatch(/stf_|enforceLimits/);
  });

  test("tells of an appeal, of what it led to, and of what ended in the last ninety days", async () => {
    const projectId = await project();
    const first = await sanction(projectId, "suspended");
    const { id } = await appeal(projectId, first.id);
    expect((await standing(projectId)).body.sanctions).toMatchObject([
      { mayAppeal: false, appeal: { state: "open", suspensionId: first.id } },
    ]);
    await decide(id, { decision: "replace", level: "warned", answer: "A warning is enough." });
    const after = (await standing(projectId)).body;
    expect(after).toMatchObject({
      standing: "warned",
      sanctions: [{ level: "warned", statement: "A warning is enough.", mayAppeal: false, appeal: null }],
      history: [{ id: first.id, appeal: { state: "replaced" } }],
    });
    expect((await standing(projectId, "text/html")).body).toContain("that decision is final");
    await lift(after.sanctions[0].id);
    const { body } = await standing(projectId, "text/html");
    expect(body).toContain("An appeal was granted in part.");
    expect(body).toContain(`href="/status/suspensions/${first.id}"`);
    await world.clone.query("update suspensions set lifted_at = now() - interval '91 days' where project_id = $1", [projectId]);
    expect((await standing(projectId)).body).toMatchObject({ standing: "active", sanctions: [], history: [] });
  });

  test("tells until when a deleted project can be restored, and nothing once it is purged", async () => {
    const projectId = await project();
    const { statusUrl } = await read(projectId);
    await ask(world, `DELETE /api/projects/${projectId}`, { token: developer });
    const { body } = await standing(projectId, "text/html");
    expect(body).toContain("is scheduled for deletion");
    expect(body).toContain("Restorable until");
    expect(body).toContain(`<code>POST /api/projects/${projectId}/restore</code>`);
    await world.clone.query("update projects set status = 'purged', purge_at = null, purged_at = now() where id = $1", [projectId]);
    expect((await ask(world, `GET ${new URL(statusUrl).pathname}`)).status).toBe(404);
  });

  test.each(["0".repeat(32), "x", "%00", "..%2f..%2fetc%2fpasswd", "' or true --", "a".repeat(3000)])(
    "answers 404 for %.40s",
    async (token) => {
      const at = `GET /status/projects/${encodeURI(token).replaceAll("%25", "%")}`;
      expect(await ask(world, at)).toMatchObject({ status: 404, body: expect.stringContaining("no such project") });
      const json = await ask(world, at, { headers: { accept: "application/json" } });
      expect(json).toMatchObject({ status: 404, body: { code: "project_not_found" } });
    },
  );

  test("answers HEAD without a body, and refuses to be written to", async () => {
    const projectId = await project();
    expect(await standing(projectId, "text/html", "HEAD")).toMatchObject({ status: 200, body: "" });
    expect((await standing(projectId, "text/html", "POST")).status).toBe(405);
  });
});
