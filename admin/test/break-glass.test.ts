import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { type Holder, sealFor } from "../../api/test/sealed.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";
import { Visitor } from "./visitor.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

inBrowser.describe("break-glass in a browser", () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const newPage = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage();
    page.setDefaultTimeout(50_000);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    return page;
  };
  /** The same page as others see it: in the dark, and on a phone; neither wider than it is. */
  const looks = async (page: Page, name: string) => {
    await picture(page, `glass-${name}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, `glass-${name}-dark`);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await picture(page, `glass-${name}-phone`);
    await page.setViewportSize({ width: 1280, height: 1000 });
    expect(await faultsOf(page)).toEqual([]);
  };
  const fill = async (page: Page, email: string, holder: Holder, incident: string, kind: RegExp) => {
    await page.getByLabel("Holder").fill(email);
    await page.getByLabel("Sealed code").fill(holder.codes[0]?.toLowerCase() ?? "");
    await page.getByLabel("Six digits").fill(holder.digits());
    await page.getByLabel("Why").fill("Nobody can sign in.");
    await page.getByLabel("Incident").fill(incident);
    await page.getByLabel("Minutes").fill("20");
    await page.getByLabel(kind).check();
  };
  const breakGlass = (page: Page) => page.getByRole("button", { name: "Break the glass" }).click();
  const bar = (page: Page) => page.getByRole("region", { name: "Break-glass" });

  test("leads from a sealed code to an act with a reason, and from there to somebody else's review", async () => {
    const ada = await makeStaff(world, "viewer");
    const admin = await makeStaff(world, "admin");
    const project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [project.id]);
    const holder = await sealFor(world, ada.email);
    const page = await newPage();
    await page.goto(`${world.url}/break-glass`);
    await looks(page, "form");

    await fill(page, ada.email, holder, "INC-42", /Real/);
    const code = holder.codes[0] ?? "";
    await page.getByLabel("Sealed code").fill(`${code.slice(0, 7)}${code[7] === "7" ? "8" : "7"}${code.slice(8)}`);
    await breakGlass(page);
    await page.getByRole("alert").getByText("mistyped in group 2").waitFor();
    expect(await page.getByLabel("Why").inputValue()).toBe("Nobody can sign in.");
    expect(await page.getByLabel("Sealed code").inputValue()).toBe("");
    await looks(page, "refused");
    await page.getByLabel("Sealed code").fill(code);
    await page.getByLabel("Six digits").fill(holder.digits());
    await breakGlass(page);
    await page.getByRole("heading", { name: "You are in" }).waitFor();
    await looks(page, "in");

    await page.getByRole("link", { name: "To the console" }).click();
    await bar(page).getByText("BREAK-GLASS").waitFor();
    await bar(page)
      .getByText(/^(19|20):\d\d left$/)
      .waitFor();
    await picture(page, "glass-console");
    await page.goto(`${world.url}/admin/resources/projects/records/${project.id}/show`);
    await page.getByRole("heading", { name: "Corner shop" }).waitFor();
    await bar(page).getByText("INC-42").waitFor();
    // What the role can't do is not offered.
    expect(await page.locator(".page-head").getByRole("link", { name: "Delete" }).count()).toBe(0);
    await page.goto(`${world.url}/admin/resources/projects/records/${project.id}/sanction`);
    await page.getByLabel("Level").selectOption("suspended");
    await page.getByLabel("Reason").selectOption("security");
    await page.getByLabel("Statement to the owner").fill("Your keys are public.");
    const act = page.locator("form.form button[type=submit]");
    await act.click();
    await page.getByText("each act says why", { exact: false }).waitFor();
    await page.getByLabel("Why, behind broken glass").fill("Its keys are used by others right now.");
    await looks(page, "escalation");
    await act.click();
    await page.getByText("Corner shop is suspended.").waitFor();
    await bar(page).getByText("1 act").waitFor();

    const theirs = await signIn(world, browser, admin.email, complaints);
    await bar(theirs).getByText(ada.email).waitFor();
    const queue = theirs.getByRole("region", { name: "Needs a person" });
    await queue.getByText("is in now").waitFor();
    await picture(theirs, "glass-queue");
    await bar(theirs).getByRole("button", { name: "End now" }).click();
    await bar(theirs).waitFor({ state: "detached" });
    // It is dead with the next request.
    await page.goto(`${world.url}/admin/resources/projects`);
    await page.getByRole("status").getByText("Your session is over").waitFor();
    await looks(page, "over");
    await page.goto(`${world.url}/admin/resources/projects`);
    await page.getByRole("heading", { name: "Sign in to the console" }).waitFor();

    await theirs.reload();
    await queue.getByText("not reviewed").waitFor();
    await queue.getByRole("link", { name: "break-glass" }).click();
    await theirs.locator(".page-head").getByRole("link", { name: "Review" }).click();
    await theirs.getByLabel("Verdict").waitFor();
    expect(await theirs.getByLabel("Verdict").getByRole("option").allTextContents()).toEqual(["Choose…", "emergency", "misuse"]);
    await theirs.getByLabel("Verdict").selectOption("emergency");
    await theirs.getByLabel("What you found").fill("One project suspended, as it had to be.");
    await theirs.locator("form.form button[type=submit]").click();
    await theirs.getByText("Reviewed: emergency.").waitFor();
    await theirs.getByRole("region", { name: "What was changed" }).getByText("Its keys are used by others right now.").waitFor();
    await theirs.getByRole("region", { name: "Transcript" }).getByText(project.id, { exact: false }).first().waitFor();
    await looks(theirs, "review");
    await theirs.goto(`${world.url}/admin`);
    await queue.waitFor();
    expect(await queue.getByText("break-glass", { exact: true }).count()).toBe(0);
    await theirs.goto(`${world.url}/admin/resources/break_glass_codes`);
    await theirs.getByText(ada.email).or(theirs.getByText("Somebody")).first().waitFor();
    await looks(theirs, "codes");
    expect(complaints.filter((each) => !/status of (401|403|422)/.test(each))).toEqual([]);
  }, 240_000);

  test("a drill does the same, and says everywhere that it is one", async () => {
    const ada = await makeStaff(world, "operator");
    const holder = await sealFor(world, ada.email);
    const page = await newPage();
    await page.goto(`${world.url}/break-glass`);
    await fill(page, ada.email, holder, "DRILL-7", /A drill/);
    await breakGlass(page);
    await page.getByText("BREAK-GLASS DRILL").waitFor();
    await page.getByLabel("What callers are told").fill("Back at noon.");
    await page.locator("#maintenance-why").fill("To see that it works.");
    await page.getByRole("button", { name: "Begin maintenance" }).click();
    await page.getByText("“Back at noon.”").waitFor();
    expect((await fetch(`${world.url}/api/rest/todos`)).status).toBe(503);
    await page.getByLabel("What everybody reads").fill("We try how we would tell you of an outage.");
    await page.locator("#status-why").fill("To see that it works.");
    await page.getByRole("button", { name: "Post" }).click();
    await page.getByText("2 acts").waitFor();
    await looks(page, "maintenance");
    const everybody = await newPage();
    await everybody.goto(`${world.url}/status`);
    await everybody.getByText("We try how we would tell you of an outage.").waitFor();
    await looks(everybody, "status");
    await everybody.close();
    const admin = await signIn(world, browser, (await makeStaff(world, "admin")).email, complaints);
    const shut = admin.getByRole("region", { name: "Maintenance" });
    await shut.getByText("the API refuses with “Back at noon.”").waitFor();
    await looks(admin, "shut");
    await admin.close();
    await page.locator("#maintenance-why").fill("It was only tried.");
    await page.getByRole("button", { name: "Serve again" }).click();
    await page.getByRole("button", { name: "Begin maintenance" }).waitFor();
    expect((await fetch(`${world.url}/api/rest/todos`)).status).toBe(401);
    await page.getByRole("link", { name: "To the console" }).click();
    const mine = bar(page).filter({ hasText: "BREAK-GLASS DRILL" });
    await mine.getByRole("button", { name: "End now" }).click();
    await page.getByRole("heading", { name: "It is over" }).waitFor();
    await looks(page, "ended");
    await page.goto(`${world.url}/admin`);
    await page.getByRole("heading", { name: "Sign in to the console" }).waitFor();
    const [session] = await world.clone.query<{ id: string; is_drill: boolean }>(
      "select id, is_drill from break_glass_sessions where incident = 'DRILL-7' and ended_by = $1",
      [ada.id],
    );
    expect(session?.is_drill).toBe(true);
    const theirs = await signIn(world, browser, (await makeStaff(world, "admin")).email, complaints);
    await theirs.goto(`${world.url}/admin/resources/break_glass_sessions/records/${session?.id}/show`);
    await theirs.getByText("A drill: all of it was done as if it were needed, and marked.").waitFor();
    await theirs.locator(".page-head").getByRole("link", { name: "Review" }).waitFor();
    await world.clone.query("update break_glass_sessions set is_second_use = true where id = $1", [session?.id]);
    await theirs.reload();
    await theirs.getByText("Its code had served before").waitFor();
    await theirs.getByRole("link", { name: "All sessions by this code" }).click();
    await theirs.getByRole("row", { name: /DRILL-7/ }).waitFor();
    expect(await theirs.locator("tbody tr").count()).toBe(1);
    await theirs.goto(`${world.url}/admin`);
    await theirs.getByText("DRILL-7, a drill, by a code that had served: not reviewed").waitFor();
    const own = await signIn(world, browser, ada.email, complaints);
    await own.goto(`${world.url}/admin/resources/break_glass_sessions/records/${session?.id}/show`);
    await own.getByText("Its code had served before").waitFor();
    expect(await own.locator(".page-head").getByRole("link", { name: "Review" }).count()).toBe(0);
    await own.close();
    world.engine.maintenance.begin("Moving.", new Date().toISOString());
    await theirs.reload();
    await theirs.getByLabel("Why it is served again").fill("We have moved.");
    await theirs.getByRole("button", { name: "Serve again" }).click();
    await theirs.getByRole("region", { name: "Maintenance" }).waitFor({ state: "detached" });
    expect(world.engine.maintenance.closed).toBeUndefined();
  }, 120_000);
});

inBrowser.test(
  "a host that is not ready for the database to go away says so in the work queue and in its health",
  async () => {
    const home = mkdtempSync(join(tmpdir(), "nextmavens-flaw-"));
    mkdirSync(join(home, "break-glass/verifier/in the way"), { recursive: true });
    const unready = await openWorld({ DATA_DIR: home });
    const browser = await openBrowser();
    try {
      const page = await signIn(unready, browser, (await makeStaff(unready, "viewer")).email, []);
      await page.getByText(/Not ready on this host for the database to go away: its verifier file can't be written: E/).waitFor();
      await picture(page, "glass-flaw");
      expect(await faultsOf(page)).toEqual([]);
      expect((await ask(unready, "GET /api/health")).body).toMatchObject({
        status: "warn",
        checks: { breakGlass: { status: "warn", message: "would not open to each who holds a code with the database away" } },
      });
    } finally {
      await browser.close();
      await unready.close();
      rmSync(home, { recursive: true, force: true });
    }
  },
  120_000,
);

describe("the page at /break-glass", () => {
  const fields = { holder: "ada@example.com", code: "x", totp: "123456", reason: "x", incident: "y", minutes: "15", kind: "real" };
  const send = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${world.url}/break-glass`, { method: "POST", body: new URLSearchParams(form), redirect: "manual", headers });

  test("refuses what another site makes a browser send", async () => {
    expect((await send(fields, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const refused = await send(fields, { origin: "https://evil.example" });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("This did not come from here")]);
  });

  test("is framed by nobody, cached by nobody, and runs nothing", async () => {
    const { headers } = await fetch(`${world.url}/break-glass`);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect([headers.get("cache-control"), headers.get("x-frame-options")]).toEqual(["no-store", "DENY"]);
  });

  test.each(Object.keys(fields))("takes hostile text in %s for text, and repeats no secret", async (name) => {
    for (const hostile of [
      "</textarea><script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "\u202egnihtemos",
      "\0",
      "\ud800",
      "x".repeat(900_000),
    ]) {
      const response = await send({ ...fields, [name]: hostile });
      const text = await response.text();
      expect([401, 422, 429]).toContain(response.status);
      expect(text).not.toMatch(/<script>|<img/);
      expect(text.length).toBeLessThan(40_000);
    }
    await world.clone.query("delete from throttle");
  });

  test("takes no more than a megabyte", async () => {
    expect((await send({ ...fields, reason: "x".repeat(1_100_000) })).status).toBe(413);
  });

  test("marks each field that is wrong, and says the others again but code and digits", async () => {
    const text = await (await send({ ...fields, code: "K7RM-secret", totp: "12", minutes: "90", incident: "" })).text();
    for (const name of ["totp", "minutes", "incident"]) expect(text).toContain(`id="${name}-error"`);
    expect(text).not.toContain("K7RM-secret");
    expect(text).toContain('value="ada@example.com"');
  });

  test("promises that staff are told in the ways that are configured, and in no other", async () => {
    const { mailer, staffChannel } = world.engine;
    const text = await (await fetch(`${world.url}/break-glass`)).text();
    expect(text.includes("by mail")).toBe(mailer !== undefined);
    expect(text.includes("by Telegram")).toBe(staffChannel !== undefined);
    expect(text.includes("Nobody is told at once here")).toBe(mailer === undefined && staffChannel === undefined);
    expect(text).toContain("change their role (needs a second person)");
  });

  test("says of what is to be told what is wrong with it", async () => {
    const ada = await makeStaff(world, "viewer");
    const holder = await sealFor(world, ada.email);
    const opened = await send({ ...fields, holder: ada.email, code: holder.codes[0] ?? "", totp: holder.digits() });
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const post = async (form: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(form);
      const answer = await fetch(`${world.url}/break-glass/status`, { method: "POST", body, headers: { cookie } });
      return [answer.status, /role="alert">([^<]*)</.exec(await answer.text())?.[1]];
    };
    expect(await post({ text: "x".repeat(1_001), reason: "x" })).toEqual([
      422,
      "“What everybody reads” must have at most 1000 characters.",
    ]);
    expect(await post({ text: "a\0b", reason: "x" })).toEqual([422, expect.stringContaining("holds a character that can")]);
    expect(await post({ text: "x", reason: "" })).toEqual([422, "“Why” must not be empty."]);
  });

  test("a cookie that was made up, or whose session is over, opens nothing", async () => {
    const ada = await makeStaff(world, "viewer");
    const holder = await sealFor(world, ada.email);
    const opened = await send({ ...fields, holder: ada.email, code: holder.codes[0] ?? "", totp: holder.digits() });
    expect(opened.status).toBe(303);
    const [set = ""] = opened.headers.getSetCookie();
    expect(set).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = set.split(";")[0] ?? "";
    const at = async (path: string, given: string) =>
      (await fetch(`${world.url}${path}`, { headers: { cookie: given }, redirect: "manual" })).status;
    expect(await at("/admin/api/notices", cookie)).toBe(200);
    expect(await at("/admin/api/notices", `${cookie.slice(0, -2)}AA`)).toBe(401);
    expect(await at("/admin/api/notices", cookie.replace(/stf_\w{26}/, `stf_${"0".repeat(26)}`))).toBe(401);
    await fetch(`${world.url}/break-glass/end`, { method: "POST", headers: { cookie } });
    expect(await at("/admin/api/notices", cookie)).toBe(401);
    expect(await (await fetch(`${world.url}/break-glass`, { headers: { cookie } })).text()).toContain("Break the glass");
    for (const path of ["maintenance", "status"]) {
      const body = new URLSearchParams({ message: "Shut.", text: "Shut.", reason: "Too late." });
      const late = await fetch(`${world.url}/break-glass/${path}`, { method: "POST", headers: { cookie }, body, redirect: "manual" });
      expect([late.status, await late.text()]).toEqual([401, expect.stringContaining("Your session is over; this was not done.")]);
    }
    expect(world.engine.maintenance.closed).toBeUndefined();
    expect(world.engine.statusBoard.posts().map(({ text }) => text)).not.toContain("Shut.");
  });

  test("signing out behind broken glass ends that session, says so, and leaves a usual one alone", async () => {
    const ada = await makeStaff(world, "viewer");
    const usual = await new Visitor(world).signIn(ada.email, password);
    const holder = await sealFor(world, ada.email);
    const opened = await send({ ...fields, holder: ada.email, code: holder.codes[0] ?? "", totp: holder.digits() });
    const both = `${usual.cookie}; ${opened.headers.getSetCookie()[0]?.split(";")[0]}`;
    const left = await fetch(`${world.url}/admin/logout`, { method: "POST", headers: { cookie: both } });
    expect([left.status, await left.text()]).toEqual([200, expect.stringContaining("The session is dead on every page and process")]);
    expect(left.headers.getSetCookie()).toEqual([expect.stringMatching(/^nm_break_glass=; .*1970/)]);
    expect(await world.clone.query("select ended_by from break_glass_sessions where staff_id = $1", [ada.id])).toEqual([
      { ended_by: ada.id },
    ]);
    expect((await usual.get("/api/notices")).status).toBe(200);
  });

  test("a session that an admin ended is told to be over, once, to whoever comes back with it", async () => {
    const ada = await makeStaff(world, "viewer");
    const holder = await sealFor(world, ada.email);
    const opened = await send({ ...fields, holder: ada.email, code: holder.codes[0] ?? "", totp: holder.digits() });
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    await world.clone.query("update staff_sessions set ended_at = now() where staff_id = $1", [ada.id]);
    for (const path of ["/admin", "/admin/login", "/admin/logout"]) {
      const led = await fetch(`${world.url}${path}`, { headers: { cookie }, redirect: "manual" });
      expect([path, led.status, led.headers.get("location")]).toEqual([path, 303, "/break-glass"]);
    }
    const told = await fetch(`${world.url}/break-glass`, { headers: { cookie } });
    expect(await told.text()).toContain("Your session is over");
    expect(told.headers.getSetCookie()).toEqual([expect.stringMatching(/^nm_break_glass=; .*1970/)]);
  });
});
