import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { daysAgo, used } from "./history.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("plans in the console", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let project: Awaited<ReturnType<typeof makeProject>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [project.id]);
    await used(world, project.id, "requests", daysAgo(1), 5_000);
    browser = await openBrowser();
    page = await signIn(world, browser, (await makeStaff(world, "admin")).email, complaints);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const limits = (on: Page) => on.getByRole("region", { name: "Limits of each project" });
  const submit = () => page.locator("form.form button[type=submit]").click();

  test("tell what they limit and who uses them", async () => {
    await page.goto(`${world.url}/admin/resources/plans`);
    await page.getByRole("link", { name: "free" }).click();
    await limits(page)
      .getByRole("row", { name: /^Requests per day/ })
      .getByText("500k/day")
      .waitFor();
    await page.getByRole("region", { name: "Who is on it" }).getByRole("link", { name: project.developer.email }).waitFor();
    expect(await page.locator(".facts").textContent()).toBe("Developers1Projects1");
    expect([await faultsOf(page), await isTooWide(page)]).toEqual([[], false]);
    await picture(page, "plan");
  }, 60_000);

  test("have a limit tried before it is set: its form opens with what is in force, and leads to whom another would have hit", async () => {
    await limits(page).getByRole("link", { name: "Change Requests per day" }).click();
    expect(await page.getByLabel("Limit", { exact: true }).inputValue()).toBe("500000");
    await page.getByLabel("Limit", { exact: true }).fill("2k");
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, "plan-limit");
    await page.getByRole("link", { name: "Try this first" }).click();
    await page.getByText(/^1 of 1 project$/).waitFor();
    await page.getByRole("region", { name: "Projects it would have hit" }).getByRole("link", { name: "Corner shop" }).waitFor();
  }, 60_000);

  test("are changed with a reason, which the audit log keeps", async () => {
    await page.goto(`${world.url}/admin/resources/plans/records/pro/set-limit?metric=keys&limit=1000`);
    await page.getByLabel("Limit", { exact: true }).fill("1500");
    await submit();
    await page.locator(".field.wrong", { hasText: "Reason" }).waitFor();
    await page.getByLabel("Reason").fill("Asked for by many");
    await submit();
    await page.getByText("The plan “pro” has a new limit.").waitFor();
    await limits(page).getByRole("row", { name: /^Keys/ }).getByText("1,500").waitFor();
    await page.getByRole("link", { name: "Change", exact: true }).first().click();
    await page.getByLabel("Longest request").fill("90000");
    await page.getByText("1 minute 30 seconds").waitFor();
    await page.getByLabel("Reason").fill("Reports take long");
    await submit();
    await page.locator(".field.wrong", { hasText: "Longest request" }).waitFor();
    await page.getByLabel("Longest request").fill("50000");
    await submit();
    await page.getByText("The plan “pro” is changed.").waitFor();
    expect(await world.clone.query("select action, reason from audit_logs where target = 'plan:pro' order by at")).toEqual([
      { action: "setPlanLimit", reason: "Asked for by many" },
      { action: "setPlan", reason: "Reports take long" },
    ]);
  }, 60_000);

  test("are lowered by who has seen whom that hits", async () => {
    await page.goto(`${world.url}/admin/resources/plans/records/free/set-limit?metric=requests_per_day&limit=2k`);
    await page.getByLabel("Reason").fill("A smaller gift");
    await submit();
    await page.getByText("Read below whom this hits, and confirm it.").waitFor();
    await page.locator(".confirm .error-text").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, "plan-confirm");
    await page.getByLabel("I have seen whom this hits").check();
    await submit();
    await page.getByText("The plan “free” has a new limit.").waitFor();
    await limits(page)
      .getByRole("row", { name: /^Requests per day/ })
      .getByText("2,000")
      .waitFor();
  }, 60_000);

  test("are where a developer is put on another one, of those there are", async () => {
    await page.goto(`${world.url}/admin/resources/developers/records/${project.developer.id}/show`);
    await page.getByRole("link", { name: "Change plan" }).click();
    const plan = page.getByLabel("Plan", { exact: true });
    expect(await plan.inputValue()).toBe("free");
    expect(await plan.getByRole("option").allTextContents()).toEqual(["Choose…", "free", "internal", "pro"]);
    await plan.selectOption("pro");
    await page.getByLabel("Reason").fill("They pay");
    await submit();
    await page.getByText("is on the plan “pro”.").waitFor();
    await page.locator(".facts .badge", { hasText: "pro" }).waitFor();
    expect(
      await world.clone.query("select reason from audit_logs where action = 'setDeveloperPlan' and target = $1", [project.developer.id]),
    ).toEqual([{ reason: "They pay" }]);
    await page.getByRole("link", { name: "Change plan" }).click();
    await plan.selectOption("free");
    await page.getByLabel("Reason").fill("They stopped paying");
    await submit();
    await page.locator(".confirm .error-text", { hasText: "of this developer for requests per day sinks from" }).waitFor();
    await picture(page, "developer-plan-confirm");
    await page.getByLabel("I have seen whom this hits").check();
    await submit();
    await page.getByText("is on the plan “free”.").waitFor();
  }, 60_000);

  test("are looked at by all staff, and changed by admins alone", async () => {
    const operator = await signIn(world, browser, (await makeStaff(world, "operator")).email, complaints);
    await operator.goto(`${world.url}/admin/resources/plans/records/free/show`);
    await limits(operator)
      .getByRole("row", { name: /^Requests per day/ })
      .waitFor();
    expect(await operator.getByRole("link", { name: /^Change/ }).count()).toBe(0);
    await operator.close();
  }, 60_000);

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
