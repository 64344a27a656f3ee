import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { daysAgo, hoursAgo, used } from "./history.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("at a glance", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let email: string;
  let project: Awaited<ReturnType<typeof makeProject>>;
  /** What pages complained of, breaches of the content security policy among it. */
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    email = (await makeStaff(world, "admin")).email;
    browser = await openBrowser();
    page = await signIn(world, browser, email, complaints);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const path = (rest = "") => `${world.url}/admin/resources/projects/records/${project.id}/show${rest}`;
  const openOverview = async () => {
    await page.goto(`${world.url}/admin/overview`);
    await page.getByRole("region", { name: "Requests" }).waitFor();
  };

  test("an empty platform explains what will be seen", async () => {
    await openOverview();
    await page.getByText("The first request with a project's key is drawn here within a minute.").waitFor();
    await page.getByText("Projects appear here as they use what their plan, quota or override allows.").waitFor();
    await page.getByText("No project is under a sanction.").waitFor();
    await picture(page, "overview-empty");
    expect(await faultsOf(page)).toEqual([]);
  }, 60_000);

  test("a history is made up", async () => {
    const staff = await makeStaff(world, "admin");
    project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop', created_at = $2 where id = $1", [project.id, daysAgo(20)]);
    for (let hours = 0; hours < 14 * 24; hours += 1) {
      const busy = Math.round(40 + 30 * Math.sin(hours / 3.8));
      await used(world, project.id, "requests", hoursAgo(hours), busy);
      if (hours % 50 < 3) await used(world, project.id, "requests_refused_quota", hoursAgo(hours), 25);
      if (hours % 9 === 0) await used(world, project.id, "errors_5xx", hoursAgo(hours), 2);
    }
    const act = (request: string, body: unknown) => ask(world, request, { token: staff.token, body });
    await act(`PUT /api/admin/projects/${project.id}/quotas/requests_per_day`, { limit: 1_200, reason: "Agreed", confirm: true });
    await world.clone.query("update project_quotas set created_at = $1, updated_at = $1", [daysAgo(9)]);
    await act(`POST /api/admin/projects/${project.id}/overrides`, {
      metric: "requests_per_day",
      limit: 1_900,
      reason: "Launch",
      confirm: true,
      endsAt: hoursAgo(-40),
    });
    await world.clone.query("update manual_overrides set starts_at = $1", [daysAgo(4)]);
    await act(`POST /api/admin/projects/${project.id}/suspensions`, { reason: "abuse", statement: "It guessed passwords of others." });
    await world.clone.query("update suspensions set starts_at = $1", [daysAgo(1)]);
    await world.clone.query(
      `insert into quota_counters (project_id, metric, window_start, leased, spent)
       values ($1, 'requests_per_day', date_trunc('day', now(), 'UTC'), 1700, 1700)`,
      [project.id],
    );
  });

  test("the overview draws it, tells a step's figures to a pointer and to the arrow keys, and all of them as a table", async () => {
    await openOverview();
    const requests = page.getByRole("region", { name: "Requests" });
    const drawing = requests.getByRole("img");
    expect(await drawing.getAttribute("aria-label")).toMatch(/^Requests over time: \S+ requests served, \d+ refused by quota/);
    await drawing.hover();
    await requests.locator(".tip").getByText("Together").waitFor();
    await drawing.focus();
    await page.keyboard.press("End");
    expect(await requests.locator(".tip").textContent()).toContain("so far");
    await page.keyboard.press("Escape");
    await picture(page, "overview");
    await requests.getByRole("button", { name: "Table" }).click();
    expect(await requests.locator("tbody tr").count()).toBe(24);
    await page.getByRole("button", { name: "14 days" }).click();
    await page.waitForURL("**/admin/overview?range=fortnight");
    await requests.getByText("requests per 3 hours, last 14 days").waitFor();
    expect(await requests.locator("tbody tr").count()).toBe(112);
    const cap = page.getByRole("region", { name: "Nearest to a limit" }).locator("li").first();
    expect(await cap.textContent()).toMatch(/Corner shop1,700 of 1,90089 %Requests per dayoverride/);
  });

  test("every tile and every part of the overview leads to what is behind it", async () => {
    await openOverview();
    const links: string[] = await page.evaluate("[...document.querySelectorAll('a.tile, .section > header a')].map(({ href }) => href)");
    expect(links.length).toBeGreaterThan(12);
    for (const link of new Set(links.filter((each) => each.includes("/admin/")))) {
      await page.goto(link);
      await page.locator("table.list tbody tr:not(.waiting-row), .empty").first().waitFor();
    }
  }, 60_000);

  test("the overview names the projects under a sanction in full", async () => {
    await openOverview();
    const name = "document.querySelector('[aria-label=\"Sanctions now\"] td')";
    expect(await page.evaluate(`[${name}.textContent, ${name}.scrollWidth <= ${name}.clientWidth]`)).toEqual(["Corner shop", true]);
  });

  test("the menu shows where one is, however little of it there is room for", async () => {
    await page.setViewportSize({ width: 1360, height: 500 });
    await page.goto(`${world.url}/admin/resources/outbox`);
    await page.locator(".nav-item.active").waitFor();
    const bottomOf = (selector: string) => page.evaluate<number>(`document.querySelector("${selector}").getBoundingClientRect().bottom`);
    expect(await bottomOf(".nav-item.active")).toBeLessThanOrEqual(await bottomOf(".groups"));
    await page.setViewportSize({ width: 1360, height: 900 });
  });

  test("records can be chosen only where there is something to do to them", async () => {
    const chooseAll = page.getByLabel("Choose all of this page");
    await page.goto(`${world.url}/admin/resources/api_keys`);
    await page.getByRole("cell", { name: "live" }).first().waitFor();
    expect(await chooseAll.count()).toBe(1);
    // Of projects only deleted ones are restored many at a time.
    await page.goto(`${world.url}/admin/resources/projects`);
    await page.getByRole("cell", { name: "Corner shop", exact: true }).waitFor();
    expect(await chooseAll.count()).toBe(0);
    await page.goto(`${world.url}/admin/resources/outbox`);
    await page.getByRole("cell", { name: "waiting" }).first().waitFor();
    expect(await chooseAll.count()).toBe(0);
  });

  test("a list is kept as a file, as it is filtered", async () => {
    await page.goto(`${world.url}/admin/resources/projects?filters.name=Corner`);
    await page.getByRole("cell", { name: "Corner shop", exact: true }).waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^projects-\d+\.csv$/);
    expect((await readFile(await file.path(), "utf8")).split("\r\n")).toEqual([
      expect.stringContaining("developer_name"),
      expect.stringContaining("Corner shop"),
      "",
    ]);
    await page.getByText("The audit log says that you took them.").waitFor();
    await picture(page, "list-exported");
  });

  test("a project's page draws its use, the limit in force, and when it was suspended or had a limit overridden", async () => {
    await page.goto(path());
    const use = page.getByRole("region", { name: "Use" });
    await use.getByRole("img").waitFor();
    expect(await use.locator(".band.suspended").count()).toBe(1);
    expect(await use.locator(".band.override").count()).toBe(1);
    expect(await use.locator("line.limit").count()).toBeGreaterThanOrEqual(2);
    await use.getByRole("img").focus();
    await page.keyboard.press("End");
    const told = await use.locator(".tip").textContent();
    expect(told).toContain("limit 1,900/day by override");
    expect(told).toContain("suspended for abuse");
    await page.keyboard.press("Escape");
    await picture(page, "project");
    await page.getByRole("button", { name: "24 hours" }).click();
    await use.getByText("requests per hour").waitFor();
    expect(new URL(page.url()).searchParams.get("range")).toBe("day");
  });

  test("a project is seen as its owner sees it, marked as such, in the light and in the dark and on a phone", async () => {
    await page.goto(path());
    await page.getByRole("link", { name: "View as owner" }).click();
    await page.getByRole("note").getByText("read only and without a row").waitFor();
    await page.getByRole("region", { name: "Limits", exact: true }).getByRole("cell", { name: "requests_per_day" }).waitFor();
    await page.getByRole("region", { name: "Sanctions", exact: true }).getByText("It guessed passwords of others.").waitFor();
    expect(await page.getByRole("button", { name: /Suspend|Lift|Override/ }).count()).toBe(0);
    await picture(page, "as-owner");
    for (const [colorScheme, width] of [
      ["light", 1360],
      ["dark", 1360],
      ["dark", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, `as-owner-${colorScheme}-${width}`);
      if (width === 390)
        expect(
          await page.evaluate("[...document.querySelectorAll('.owner-part .table-scroll')].filter((each) => each.tabIndex === 0).length"),
        ).toBe(0);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1360, height: 900 });
  }, 60_000);

  test("parts of a project's page have addresses of their own, and its timeline can be narrowed", async () => {
    await page.goto(path("?tab=timeline"));
    await page.getByRole("button", { name: "Overrides" }).click();
    expect(await page.locator(".timeline li").allTextContents()).toEqual([
      expect.stringMatching(/^.*Override ends · Requests per day/),
      expect.stringMatching(/Override added · Requests per day: 1,900\/day by Somebody/),
    ]);
    await picture(page, "project-timeline");
    await page.getByRole("link", { name: /^Keys/ }).click();
    await page.waitForURL("**tab=keys");
    await page.locator("tr", { hasText: "secret" }).getByRole("link", { name: "Revoke" }).waitFor();
    await picture(page, "project-keys");
  });

  test("what was changed of a project stands on its page, each entry and the list of them all a click away", async () => {
    await page.goto(path("?tab=audit"));
    const audit = page.getByRole("region", { name: "Audit" });
    await audit.getByRole("row").first().waitFor();
    const told = await audit.getByRole("row").allTextContents();
    const at = (what: string) => told.findIndex((each) => each.includes(what));
    expect(told[at("Suspend project")]).toContain("It guessed passwords of others.");
    expect(at("Create project")).toBeGreaterThan(at("Suspend project"));
    await picture(page, "project-audit");
    await audit.getByRole("link", { name: "All" }).click();
    await page.waitForURL(`**/admin/resources/audit_logs?filters.project_id=${project.id}`);
    await page.goto(path("?tab=audit"));
    await audit.getByRole("link", { name: "Suspend project" }).click();
    await page.getByRole("heading", { level: 1, name: "Suspend project" }).waitFor();
  });

  test("a developer's page shows the account and its projects", async () => {
    await page.goto(`${world.url}/admin/resources/developers/records/${project.developer.id}/show`);
    await page.getByRole("heading", { name: project.developer.email }).waitFor();
    await page.getByRole("region", { name: "Projects" }).getByRole("link", { name: "Corner shop" }).waitFor();
    await picture(page, "developer");
    expect(await faultsOf(page)).toEqual([]);
  });

  describe("search", () => {
    const box = () => page.getByRole("combobox", { name: /^Search/ });

    test("opens by / and by Ctrl K, finds by the beginning of a word, and goes there by Enter", async () => {
      await openOverview();
      await page.keyboard.press("/");
      await box().fill("sho");
      await page.getByRole("option", { name: /Corner shop/ }).waitFor();
      await picture(page, "search");
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Corner shop" }).waitFor();
      await page.keyboard.press("Control+k");
      await box().fill("audit");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Audit log" }).waitFor();
    });

    test("says when nothing is found, and closes by Escape", async () => {
      await page.keyboard.press("/");
      await box().fill("no such thing %");
      await page.getByText("Nothing is called so").waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await box().waitFor({ state: "detached" });
    });

    test("does not open while somebody types a slash", async () => {
      await page.goto(`${world.url}/admin/resources/projects/records/${project.id}/set-quota`);
      await page.getByLabel("Reason").fill("");
      await page.getByLabel("Reason").press("/");
      expect(await page.getByLabel("Reason").inputValue()).toBe("/");
      expect(await box().count()).toBe(0);
    });
  });

  test("pages keep the rules of accessibility, in the light and in the dark, and fit a phone", async () => {
    const { developer } = project;
    const pages = {
      overview: "/admin/overview",
      project: path().slice(world.url.length),
      timeline: path("?tab=timeline").slice(world.url.length),
      audit: path("?tab=audit").slice(world.url.length),
    };
    const developerPath = `/admin/resources/developers/records/${developer.id}/show`;
    const dark = await signIn(world, browser, email, complaints, { colorScheme: "dark" });
    const phone = await signIn(world, browser, email, complaints, { viewport: { width: 390, height: 844 } });
    for (const [name, at] of Object.entries({ ...pages, developer: developerPath, list: "/admin/resources/projects" })) {
      for (const [how, each] of Object.entries({ light: page, dark, phone })) {
        await each.goto(`${world.url}${at}`);
        await each.locator(".chart svg, .timeline, table.list a").first().waitFor();
        if (how !== "phone") expect([name, how, await faultsOf(each)]).toEqual([name, how, []]);
        expect([name, how, await isTooWide(each)]).toEqual([name, how, false]);
        if (how !== "light") await picture(each, `${name}-${how}`);
      }
    }
  }, 120_000);

  test.each([1280, 390])("filters and forms hold all that is theirs within them, %d pixels wide", async (width) => {
    /** What reaches beyond its frame. */
    const beyond = (frame: string) =>
      page.evaluate(`[...document.querySelectorAll("${frame} :is(input, select, textarea, button)")]
        .filter((each) => each.getBoundingClientRect().right > each.closest("${frame}").getBoundingClientRect().right)
        .map(({ outerHTML }) => outerHTML)`);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${world.url}/admin/resources/projects`);
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByLabel("Created from").waitFor();
    expect(await beyond(".filter-panel")).toEqual([]);
    await page.goto(path().replace("/show", "/set-quota"));
    await page.getByRole("button", { name: "Set quota" }).waitFor();
    expect(await beyond(".form")).toEqual([]);
  });

  test("nothing was complained of, by no page and by no policy", () => {
    expect(complaints).toEqual([]);
  });
});
