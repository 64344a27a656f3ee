import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { noBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff, password } from "../../api/test/make.ts";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { shop } from "../../ops/demo/kinds/shop.ts";

if (noBrowser !== undefined) console.warn(`SKIPPED the console's schema browser: ${noBrowser}`);
const inBrowser = noBrowser === undefined ? describe : describe.skip;

inBrowser("a project's schema in the console", () => {
  let world: World;
  let tenant: TestTenant;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    tenant = await tenantOf(world);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${world.url}/admin`);
    await page.getByLabel("E-mail").fill((await makeStaff(world, "support")).email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
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
    const drawing = page.getByRole("img", { name: "Tables and the references between them" });
    await drawing.waitFor();
    const [tables, references] = [await drawing.locator(".table-box").count(), await drawing.locator("path.reference").count()];
    expect(tables).toBeGreaterThan(2);
    expect(references).toBeGreaterThan(1);
    await picture(page, "console-schema");
    const first = page.locator("details.schema-table").first();
    await first.locator("summary").click();
    await first.getByText("primary key").waitFor();
    await picture(page, "console-schema-table");
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, "console-schema-dark");
    expect(complaints).toEqual([]);
  });
});
