import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { sealFor } from "../../api/test/sealed.ts";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("rows of a project in the console", () => {
  let world: World;
  let tenant: TestTenant;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    tenant = await tenantOf(world);
    await tenant.sql(`
      create table orders (id int primary key, buyer text, placed_at timestamptz);
      insert into orders select n, case when n % 2 = 0 then 'ada@example.com' end, '2026-11-01' from generate_series(1, 120) n`);
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  test("are looked at behind broken glass alone, each time with a reason that the owner's log has a look of", async () => {
    const { email } = await makeStaff(world, "admin");
    const projectPage = `${world.url}/admin/resources/projects/records/${tenant.projectId}/show`;
    const parts = "Parts of the project's page";
    const page = await signIn(world, browser, email, complaints);
    await page.goto(projectPage);
    await page.getByRole("navigation", { name: parts }).waitFor();
    expect(await page.getByRole("navigation", { name: parts }).getByRole("link", { name: "Rows" }).count()).toBe(0);

    const holder = await sealFor(world, email);
    await page.goto(`${world.url}/break-glass`);
    await page.getByLabel("Holder").fill(email);
    await page.getByLabel("Sealed code").fill(holder.codes[0] ?? "");
    await page.getByLabel("Six digits").fill(holder.digits());
    await page.getByLabel("Why").fill("Orders are lost.");
    await page.getByLabel("Incident").fill("INC-7");
    await page.getByLabel(/Real/).check();
    await page.getByRole("button", { name: "Break the glass" }).click();
    await page.getByRole("heading", { name: "You are in" }).waitFor();
    await page.goto(projectPage);
    await page.getByRole("navigation", { name: parts }).getByRole("link", { name: "Rows" }).click();

    await page.getByLabel("Table", { exact: true }).fill("orders");
    await page.getByRole("button", { name: "Open this table" }).click();
    await page.getByRole("alert").getByText("each act says why").waitFor();
    await page.getByLabel("Why, behind broken glass").fill("The owner misses orders of today");
    await page.getByRole("button", { name: "Open this table" }).click();
    const orders = page.getByRole("region", { name: "public.orders" });
    await orders.getByLabel("Column").fill("buyer");
    await orders.getByLabel("How").selectOption("contains");
    await orders.getByLabel("Value").fill("ada@");
    await orders.getByRole("button", { name: "Look", exact: true }).click();
    await orders.getByText("ada@example.com").first().waitFor();
    expect(await orders.getByRole("row").count()).toBe(51);
    await orders.getByRole("button", { name: "Look at rows 51 and on" }).click();
    await orders.getByRole("cell", { name: "120", exact: true }).waitFor();
    expect(await orders.getByRole("row").count()).toBe(11);

    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `rows-${colorScheme}`);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    const { body } = await ask(world, `GET /api/projects/${tenant.projectId}/audit?limit=3`, { token: tenant.developer.token });
    expect(body.items).toMatchObject([
      { action: "lookAtRows", after: { table: "orders", offset: 50, rows: 10 } },
      { action: "lookAtRows", after: { table: "orders", offset: 0, rows: 50 } },
      { action: "openRows", after: { schema: "public", table: "orders" } },
    ]);
    expect(complaints.filter((each) => !each.includes("status of 403"))).toEqual([]);
  }, 120_000);
});
