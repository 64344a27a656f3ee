import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { ask } from "../../../api/test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const signedIn = async (role: Parameters<typeof makeStaff>[1] = "admin") => {
  const member = await makeStaff(world, role);
  return { member, visitor: await new Visitor(world).signIn(member.email, password) };
};
const fetchSite = (site: string) => ({ "sec-fetch-site": site });

describe("signing in", () => {
  test("leads to where one was going, within the console only", async () => {
    const { email } = await makeStaff(world);
    const visitor = new Visitor(world);
    expect((await visitor.get("/resources/projects?page=2")).headers.get("location")).toBe(
      "/admin/login?next=%2Fadmin%2Fresources%2Fprojects%3Fpage%3D2",
    );
    const to = async (next: string) => (await new Visitor(world).submit("/login", { email, password, next })).headers.get("location");
    for (const place of [
      "/admin/resources/projects?page=2",
      "/admin/overview",
      "/admin/rights",
      "/admin/backtest?metric=keys",
      "/admin/account",
    ])
      expect(await to(place)).toBe(place);
    for (const elsewhere of [
      "https://evil.example/admin",
      "//evil.example/admin",
      "/admin/../api",
      "/administrators",
      "/admin/api/bars",
      "/admin/logout",
      "/admin/login?next=%2Fadmin%2Flogin",
      "javascript:alert(1)",
      "\\\\evil.example",
    ]) {
      expect(await to(elsewhere)).toBe("/admin");
    }
  });

  test("a wrong password is told without saying which of both was wrong, and what was typed stays, harmless", async () => {
    const { email } = await makeStaff(world);
    const wrong = await new Visitor(world).submit("/login", { email, password: "wrong" });
    const unknown = await new Visitor(world).submit("/login", { email: `"><script>alert(1)</script>@x`, password: "wrong" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toContain("E-mail or password is not right.");
    expect(unknown.text).not.toContain("<script>alert");
  });

  test("a wrong password of whoever is in already is told to be that", async () => {
    const { email } = await makeStaff(world);
    const visitor = await new Visitor(world).signIn(email, password);
    const wrong = await visitor.post("/api/sudo", { password: "wrong" });
    expect(wrong).toMatchObject({ status: 422, json: { detail: "Your password is not right." } });
    expect((await visitor.post("/api/sudo", { password })).status).toBe(200);
  });

  test("text that can't be stored is told, and never failed on", async () => {
    const { email } = await makeStaff(world);
    const answers = await Promise.all([
      new Visitor(world).submit("/login", { email: "\0", password }),
      new Visitor(world).submit("/login", { email, password: "\0" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(answers.every(({ text }) => text.includes("can&#39;t be stored"))).toBe(true);
  });

  test("a developer's account opens nothing", async () => {
    const { email } = await makeDeveloper(world);
    expect((await new Visitor(world).submit("/login", { email, password })).status).toBe(401);
  });

  test("asks for the digits at once, so that nobody types their password twice", async () => {
    const { text } = await new Visitor(world).get("/login");
    expect(text).toMatch(/name="code"(?![^>]* required)/);
    const { email } = await makeStaff(world);
    expect((await new Visitor(world).submit("/login", { email, password, code: " " })).status).toBe(303);
  });

  test("asks for six digits where they are enrolled", async () => {
    const { email, token } = await makeStaff(world);
    const { body } = await ask(world, "POST /api/admin/auth/totp", { token, body: { password } });
    const code = (ahead: number) => generateSync({ secret: body.secret, epoch: Math.floor(Date.now() / 1000) + ahead });
    await ask(world, "POST /api/admin/auth/totp/confirm", { token, body: { code: code(0) } });
    const visitor = new Visitor(world);
    const asked = await visitor.submit("/login", { email, password });
    expect(asked.status).toBe(401);
    expect(asked.text).toMatch(/name="code"[^>]* required/);
    const wrong = await visitor.submit("/login", { email, password, code: "000000" });
    expect([wrong.status, wrong.text.includes("E-mail, password or code is not right")]).toEqual([401, true]);
    expect((await visitor.submit("/login", { email, password, code: code(30) })).status).toBe(303);
  });

  test("an id known before is worth nothing after: it changes, and the old one stays outside", async () => {
    const { visitor } = await signedIn();
    const before = visitor.cookie;
    const other = await makeStaff(world);
    await visitor.signIn(other.email, password);
    expect(visitor.cookie).not.toBe(before);
    const planted = new Visitor(world);
    planted.cookie = before;
    expect((await planted.get("/api/dashboard")).status).toBe(401);
  });

  test("attempts are limited", async () => {
    const { email } = await makeStaff(world);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await new Visitor(world).submit("/login", { email, password: "wrong" })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test("whoever guesses at the same address doesn't shut out a browser that was in before; a mark made up or somebody else's helps nobody", async () => {
    const [member, other] = [await makeStaff(world), await makeStaff(world)];
    const markOf = async (email: string) =>
      (await new Visitor(world).submit("/login", { email, password })).headers
        .getSetCookie()
        .find((each) => each.startsWith("nm_device="))
        ?.split(";")[0] ?? "";
    const [own, foreign] = [await markOf(member.email), await markOf(other.email)];
    for (let i = 0; i < 11; i++) await new Visitor(world).submit("/login", { email: member.email, password: "wrong" });
    const tried = async (cookie: string) =>
      (await new Visitor(world).submit("/login", { email: member.email, password }, { cookie })).status;
    expect(await tried("")).toBe(429);
    expect(await tried(foreign)).toBe(429);
    expect(await tried(`${own.slice(0, -2)}AA`)).toBe(429);
    expect(await tried(own)).toBe(303);
  }, 60_000);

  test("the cookie is HttpOnly, SameSite=Strict and, on a public address, Secure and bound to the host", async () => {
    const { email } = await makeStaff(world);
    const { headers } = await new Visitor(world).submit("/login", { email, password });
    expect(headers.getSetCookie().at(-1)).toMatch(/^nm_console=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/);
    const publicly = await openWorld({ PUBLIC_URL: "https://platform.example" });
    try {
      const { email: other } = await makeStaff(publicly);
      const secure = await new Visitor(publicly).submit("/login", { email: other, password });
      expect(secure.headers.getSetCookie().at(-1)).toMatch(
        /^__Host-nm_console=.*; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(secure.headers.get("strict-transport-security")).toContain("max-age=");
    } finally {
      await publicly.close();
    }
  });
});

describe("being signed in ends", () => {
  test("by signing out, which only a POST does", async () => {
    const { visitor } = await signedIn();
    const { cookie } = visitor;
    expect((await visitor.get("/logout")).status).toBe(200);
    expect((await visitor.get("/api/dashboard")).status).toBe(200);
    expect((await visitor.submit("/logout", {})).headers.get("location")).toBe("/admin/login");
    visitor.cookie = cookie;
    expect((await visitor.get("/api/dashboard")).status).toBe(401);
  });

  test("at the next request once switched off, and a role counts from the next one on", async () => {
    const { member, visitor } = await signedIn("operator");
    await world.clone.query("update staff set role = 'viewer' where id = $1", [member.id]);
    expect((await visitor.post("/api/resources/projects/records/x/suspend", {})).status).toBe(403);
    await world.clone.query("update staff set is_active = false where id = $1", [member.id]);
    expect((await visitor.get("/api/dashboard")).status).toBe(401);
  });

  test("where a page is left open: what it asks by itself keeps nobody in", async () => {
    const timed = await openWorld({ STAFF_IDLE_MINUTES: "30" });
    try {
      const { email } = await makeStaff(timed);
      const visitor = await new Visitor(timed).signIn(email, password);
      const asks = async (headers = {}) => (await visitor.get("/api/bars", headers)).status;
      timed.travel(20 * 60_000);
      expect(await asks()).toBe(200);
      timed.travel(20 * 60_000);
      expect(await asks({ unattended: "1" })).toBe(200);
      timed.travel(11 * 60_000);
      expect(await asks({ unattended: "1" })).toBe(401);
    } finally {
      await timed.close();
    }
  });

  test("for a page whose reader is not who is signed in by now", async () => {
    const { member, visitor } = await signedIn("viewer");
    const another = await makeStaff(world, "viewer");
    expect((await visitor.get("/api/bars", { member: member.id })).status).toBe(200);
    expect(await visitor.get("/api/bars", { member: another.id })).toMatchObject({ status: 409, json: { code: "other_member" } });
  });

  test("with the row of its session", async () => {
    const { member, visitor } = await signedIn();
    await world.clone.query("update staff_sessions set ended_at = now() where staff_id = $1", [member.id]);
    expect((await visitor.get("")).status).toBe(303);
  });
});

describe("the page", () => {
  test("runs scripts of its own only, each answer with a nonce of its own, and loads nothing from outside", async () => {
    const { visitor } = await signedIn();
    const [one, two] = [await visitor.get(""), await visitor.get("")];
    const policy = one.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(one.text).toContain(`nonce="${nonce}"`);
    expect(two.text).not.toContain(nonce);
    expect([...one.text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].every(([tag]) => tag.includes("nonce="))).toBe(true);
    expect(one.text.match(/(?:src|href)="(?!\/admin|data:)[^"]*"/g)).toBeNull();
    expect(one.headers.get("referrer-policy")).toBe("same-origin");
    expect(one.headers.get("cache-control")).toBe("no-store");
    const [, asset = ""] = /src="\/admin([^"]+)"/.exec(one.text) ?? [];
    expect((await visitor.get(asset)).headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("carries the mark that the documentation carries, in the page and in the browser's tab", async () => {
    const markOf = (text: string) => [
      /<path d="([^"]+)"/.exec(text)?.[1],
      /rel="icon" href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&#39;", "'"),
    ];
    const docs = await (await fetch(`${world.url}/docs`)).text();
    const { text } = await new Visitor(world).get("/login");
    expect(markOf(text)).toEqual([expect.stringMatching(/^M/), expect.stringMatching(/^data:image/)]);
    expect(markOf(docs)).toEqual(markOf(text));
  });

  test("says nothing of a member but id, e-mail, name and role, and no text ends its script", async () => {
    const { member, visitor } = await signedIn();
    const name = "</script><script>alert(1)</script>";
    await world.clone.query("update staff set name = $2 where id = $1", [member.id, name]);
    const { text } = await visitor.get("");
    expect(text).not.toContain("<script>alert");
    const sight = JSON.parse(/window\.CONSOLE = (.*);\n/.exec(text)?.[1] ?? "");
    expect(sight.member).toEqual({ id: member.id, email: member.email, name, role: "admin" });
    expect(text).not.toMatch(/password_hash|totp_sealed|key_hash/);
  });

  test("tells of no resource and no act that the role has not", async () => {
    const sightOf = async (role: "viewer" | "operator") => {
      const { text } = await (await signedIn(role)).visitor.get("");
      return JSON.parse(/window\.CONSOLE = (.*);\n/.exec(text)?.[1] ?? "");
    };
    const viewer = await sightOf("viewer");
    expect(viewer.resources.map(({ id }: { id: string }) => id)).not.toContain("outbox");
    expect(viewer.resources.flatMap(({ acts }: { acts: unknown[] }) => acts)).toEqual([]);
    const operator = await sightOf("operator");
    const projects = operator.resources.find(({ id }: { id: string }) => id === "projects");
    expect(projects.acts.map(({ name }: { name: string }) => name)).toEqual([
      "sanction",
      "suspend",
      "add-override",
      "set-quota",
      "regenerate-keys",
      "expose-schemas",
      "set-end-user-auth",
    ]);
  });

  test("is sent packed, and so is what it asks for", async () => {
    const { visitor } = await signedIn();
    for (const path of ["", "/api/rights"]) {
      const { headers } = await visitor.get(path, { "accept-encoding": "gzip, br" });
      expect([headers.get("content-encoding"), headers.get("cache-control")]).toEqual(["br", "no-store"]);
    }
  });

  test("its assets are packed, kept by browsers for good, and fetched ahead while somebody signs in", async () => {
    const { visitor } = await signedIn();
    const { text } = await visitor.get("");
    const { text: signIn } = await new Visitor(world).get("/login");
    for (const [, script] of text.matchAll(/<script src="([^"]+)"/g))
      expect(signIn).toContain(`<link rel="prefetch" as="script" href="${script}">`);
    const paths = [...text.matchAll(/(?:src|href)="\/admin(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(paths).toHaveLength(5);
    for (const path of paths) {
      const { status, headers } = await visitor.get(path, { "accept-encoding": "gzip, br" });
      expect({ status, cache: headers.get("cache-control"), encoding: headers.get("content-encoding") }).toEqual({
        status: 200,
        cache: "public, max-age=31536000, immutable",
        encoding: "br",
      });
    }
  }, 60_000);
});

describe("another site", () => {
  test("can make a browser send nothing that counts", async () => {
    const { visitor } = await signedIn();
    const to = "/api/resources/projects/records/prj_x/suspend";
    for (const headers of [
      fetchSite("cross-site"),
      fetchSite("same-site"),
      fetchSite("none"),
      { origin: "https://evil.example" },
      { origin: "null" },
    ]) {
      expect(await visitor.post(to, {}, headers)).toMatchObject({ status: 403, json: { code: "cross_site" } });
      expect((await visitor.submit("/logout", {}, headers)).status).toBe(403);
      expect((await visitor.submit("/login", { email: "a@example.com", password: "b" }, headers)).status).toBe(403);
    }
    expect((await visitor.post(to, {}, fetchSite("same-origin"))).status).not.toBe(403);
    expect((await visitor.post(to, {}, { origin: world.url })).status).not.toBe(403);
  });
});

describe("bad requests", () => {
  test("without a session, programs get 401 and people the sign-in page", async () => {
    const stranger = new Visitor(world);
    expect(await stranger.get("/api/resources/projects/actions/list")).toMatchObject({ status: 401, json: { code: "not_signed_in" } });
    expect(await stranger.post("/api/resources/projects/records/x/suspend", {})).toMatchObject({ status: 401 });
    expect((await stranger.get("/resources/projects")).status).toBe(303);
    expect((await stranger.get("/api/nothing")).status).toBe(401);
  });

  test.each([
    "/api/resources/nothing/actions/list",
    "/api/resources/__proto__/actions/list",
    "/api/resources/projects/actions/nothing",
    "/api/resources/projects/actions/constructor",
    "/api/resources/projects/actions/new",
    "/api/resources/projects/actions/search/x",
    "/api/resources/projects/search/x",
    "/api/resources/projects/bulk/bulkDelete?recordIds=x",
    "/api/resources/projects/records/x/edit",
    "/api/resources/projects/records/x/delete",
    "/api/pages/nothing",
    "/api/resources/console_sessions/actions/list",
    "/resources/nothing",
    "/nothing",
  ])("%s is not there", async (path) => {
    const { visitor } = await signedIn();
    expect((await visitor.get(path)).status).toBe(404);
    if (path.startsWith("/api/")) expect((await visitor.post(path, {})).status).toBe(404);
  });

  test("bodies that can't be read are refused, never failed on", async () => {
    const { visitor } = await signedIn();
    const to = "/api/resources/projects/records/prj_x/suspend";
    const send = (body: string | Buffer, type: string) =>
      fetch(`${world.url}/admin${to}`, { method: "POST", body, headers: { cookie: visitor.cookie, "content-type": type } });
    expect((await send("{", "application/json")).status).toBe(400);
    expect((await send("[]", "application/json")).status).toBe(400);
    expect((await send(Buffer.from([0x22, 0xff, 0x22]), "application/json")).status).toBe(400);
    expect((await send("x", "text/plain")).status).toBe(400);
    expect((await send("--x", "multipart/form-data; boundary=x")).status).toBe(400);
    expect((await send("x".repeat(1_100_000), "application/json")).status).toBe(413);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("a field called %s is none", async (name) => {
    const { visitor } = await signedIn();
    const { token } = await makeDeveloper(world);
    const { id } = await makeProjectFor(world, token);
    const to = `/api/resources/projects/records/${id}/set-quota`;
    const body = `{"${name}": {"metric": "requests_per_day"}, "limit": 1}`;
    const options = { method: "POST", headers: { cookie: visitor.cookie, "content-type": "application/json" } };
    const response = await fetch(`${world.url}/admin${to}`, { ...options, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errors: { metric: "This is needed.", reason: "This is needed." } });
    expect((await visitor.submit(to, { [name]: "x" })).status).toBe(200);
    expect((await visitor.get(`/api/resources/projects/actions/list?${name}=x&filters.${name}=x&sortBy=${name}`)).status).toBe(200);
  });

  test("hostile addresses find nothing, and never fail", async () => {
    const { visitor } = await signedIn();
    const { token } = await makeDeveloper(world);
    await makeProjectFor(world, token);
    for (const query of [
      "filters.id=%00",
      "filters.name=%F0%9F%A6%8A%25_%5C",
      "filters.created_at~~from=junk&filters.created_at~~to=",
      "filters[id][x]=1",
      "filters=1",
      "filters.__proto__=1",
      "__proto__.x=1",
      "page=-1&perPage=99999999",
      "page=1e9",
      "perPage=abc",
      "sortBy=password_hash&direction=sideways",
      "sortBy=name&sortBy=id",
      "filters.revision=99999999999999999999",
    ]) {
      const { status, json } = await visitor.get(`/api/resources/projects/actions/list?${query}`);
      expect({ query, status, records: Array.isArray(json.records) }).toEqual({ query, status: 200, records: true });
    }
    expect((await visitor.get("/api/resources/projects/records/%00/show")).status).toBe(200);
    const page = await visitor.get("/resources/projects/records/%ff/show");
    expect([page.status, page.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
    expect((await visitor.get("/api/resources/projects/records/%ff/show")).status).toBe(400);
    expect((await visitor.get("/api/resources/usage_metrics/records/junk/show")).json.record.id).toBeUndefined();
  });
});
