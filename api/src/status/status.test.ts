import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let operator: string;
let developer: string;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  developer = (await makeDeveloper(world)).token;
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
