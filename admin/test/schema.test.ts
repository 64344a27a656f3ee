import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { shop } from "../../ops/demo/kinds/shop.ts";
import { signIn } from "./page.ts";

inBrowser.describe("a project's schema in the console", () => {
  let world: World;
  let tenant: TestTenant;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    tenant = await tenantOf(world);
    browser = await openBrowser();
    const { email } = await makeStaff(world, "support");
    page = await signIn(world, browser, email, complaints, { viewport: { width: 1360, height: 1000 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = async () => {
    await page.goto(`${world.url}/admin/resources/projects/records/${tenant.projectId}/show`);
    await page.getByRole("navigation", { name: "Parts of the project's page" }).getByRole("link", { name: "Schema" }).click();
  };

  test("says that there is none yet", async () => {
    await open();
    await page.getByText("The owner has made nothing in this database yet.").waitFor();
  });

  test("is drawn with its references, and told in words", async () => {
    await tenant.sql(`${shop.schema}; create schema stock; create table stock.moves (id bigint primary key, product bigint references public.products,
      corrects bigint references stock.moves); create table leaflets (id int primary key, text text); grant select on leaflets to anon;
      create view cheap as select * from products where price_cents < 500;
      create function price(product bigint) returns int language sql as $$ select price_cents from products where id = product $$`);
    await open();
    const drawing = page.getByRole("region", { name: "The picture of the relations" });
    await drawing.waitFor();
    const [tables, references] = [await drawing.locator(".table-box").count(), await drawing.locator("path.reference").count()];
    expect(tables).toBeGreaterThan(2);
    expect(references).toBeGreaterThan(1);
    await picture(page, "console-schema");
    const first = page.locator("details.schema-table").first();
    await first.locator("summary").click();
    await first.getByText("primary key").waitFor();
    await picture(page, "console-schema-table");
    await page.getByLabel("Find a table").waitFor({ state: "detached" });
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, "console-schema-dark");
    expect(complaints).toEqual([]);
  });

  test("tells a table's own references apart, by mouse and by keys, and can show nothing else", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await open();
    const drawing = page.getByRole("region", { name: "The picture of the relations" });
    await drawing.waitFor();
    const all = await drawing.locator(".table-box").count();
    const leaflets = drawing.getByRole("button", { name: "leaflets" });
    await leaflets.focus();
    await page.keyboard.press("Enter");
    expect(await leaflets.getAttribute("aria-pressed")).toBe("true");
    expect(await drawing.locator(".table-box.is-far").count()).toBe(all - 1);
    await drawing.getByRole("button", { name: "stock.moves" }).click();
    expect(await drawing.locator(".reference.is-near").count()).toBe(2);
    await page.getByLabel("Only stock.moves and what relates to it").check();
    expect(await drawing.locator(".table-box").count()).toBe(2);
    await drawing.getByRole("button", { name: "stock.moves" }).click();
    expect(await drawing.locator(".table-box").count()).toBe(all);
  });

  test("can be seen a schema at a time, and tells who reaches a table by which policies", async () => {
    await tenant.sql(`alter table leaflets enable row level security; create table stock.shelves (id int primary key);
      create policy "all may look" on stock.shelves for select to anon using (true); alter table stock.shelves enable row level security;
      grant usage on schema stock to anon; grant select on stock.shelves to anon`);
    await open();
    await page.getByRole("region", { name: "Tables" }).waitFor();
    const row = (name: string) =>
      page.locator("details.schema-table", { has: page.locator("strong", { hasText: new RegExp(`^${name}$`) }) });
    await row("leaflets").getByText("no policy").waitFor();
    await page.getByLabel("Schema", { exact: true }).selectOption("stock");
    expect(await page.locator("details.schema-table strong").allTextContents()).toEqual(["stock.moves", "stock.shelves"]);
    await row("stock.shelves").locator("summary").click();
    await row("stock.shelves").getByText("policy “all may look”").waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    const policy = await row("stock.shelves").getByText("lets anon: select").boundingBox();
    expect((policy?.x ?? 0) + (policy?.width ?? 390)).toBeLessThan(390);
    await picture(page, "console-schema-narrow");
    await page.setViewportSize({ width: 1360, height: 1000 });
    expect(complaints).toEqual([]);
  });

  test("of many tables shows what relates them, and finds one by its name", async () => {
    const many = Array.from(
      { length: 40 },
      (_, n) => `create table bulk_${n} (id int primary key, text text, before int references bulk_${Math.max(0, n - 1)})`,
    );
    await tenant.sql(many.join(";"));
    await open();
    await page.getByText("choose a table to see its own").waitFor();
    await page.getByLabel("Find a table").fill("BULK_39");
    expect(await page.locator("details.schema-table strong").allTextContents()).toEqual(["bulk_39"]);
    await picture(page, "console-schema-many");
  });
});
