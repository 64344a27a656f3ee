import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { signIn } from "./page.ts";

inBrowser.describe("whom a project lets in, in the console", () => {
  let world: World;
  let tenant: TestTenant;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    tenant = await tenantOf(world);
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const signedIn = async (role: "viewer" | "operator"): Promise<Page> => {
    const { email } = await makeStaff(world, role);
    return signIn(world, browser, email, complaints, { viewport: { width: 1360, height: 1000 } });
  };
  const open = async (page: Page) => {
    await page.goto(`${world.url}/admin/resources/projects/records/${tenant.projectId}/show`);
    await page.getByRole("navigation", { name: "Parts of the project's page" }).getByRole("link", { name: "Access" }).click();
  };
  const part = (page: Page, name: string) => page.getByRole("region", { name });

  test("is seen by all staff, and changed by no viewer", async () => {
    const page = await signedIn("viewer");
    await open(page);
    await part(page, "Exposed schemas").getByText("public").waitFor();
    await part(page, "End-user sign-in").getByText("No tokens are believed").waitFor();
    expect(await page.getByRole("link", { name: "Choose schemas" }).count()).toBe(0);
    expect(await part(page, "End-user sign-in").getByRole("link", { name: "Edit" }).count()).toBe(0);
  });

  test("is edited by operators, with what is wrong said at its field", async () => {
    const page = await signedIn("operator");
    await open(page);
    await part(page, "End-user sign-in").getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Address of the issuer's keys").fill("https://login.example.com/keys");
    await page.getByLabel("Audiences").fill("shop\n staff \n");
    await page.getByLabel("Reason").fill("The owner asked for it.");
    await page.getByRole("button", { name: "Edit" }).click();
    const issuer = page.getByLabel("Issuer", { exact: false }).and(page.locator("[name=issuer]"));
    await page.locator(".field.wrong", { has: issuer }).getByText("is needed with").waitFor();
    await picture(page, "console-access-refused");
    await issuer.fill("https://login.example.com");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByText("believes tokens by is changed").waitFor();
    await open(page);
    await part(page, "End-user sign-in").getByText("shop, staff").waitFor();
    await picture(page, "console-access");
    const { body } = await ask(world, `GET /api/projects/${tenant.projectId}/auth`, { token: tenant.developer.token });
    expect(body).toMatchObject({
      issuer: "https://login.example.com",
      audience: ["shop", "staff"],
      clockSkewSeconds: 30,
      hasSecret: false,
    });
  });

  test("does not overwrite what its owner changed meanwhile", async () => {
    const page = await signedIn("operator");
    await open(page);
    await part(page, "End-user sign-in").getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Reason").fill("The owner asked for it.");
    const at = `PUT /api/projects/${tenant.projectId}/auth`;
    await ask(world, at, { token: tenant.developer.token, body: { secret: "s".repeat(40) } });
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByText("It was changed since you read it").waitFor();
    await part(page, "Changed meanwhile").getByRole("heading", { name: "Issuer changed meanwhile" }).waitFor();
    expect(await page.getByLabel("Reason").inputValue()).toBe("The owner asked for it.");
  });

  test("shows the schemas that operators choose, each on a line, and writes down why", async () => {
    await tenant.sql("create schema shop");
    const page = await signedIn("operator");
    await open(page);
    await page.getByRole("link", { name: "Choose schemas" }).click();
    const schemas = page.getByLabel("Exposed schemas");
    expect(await schemas.inputValue()).toBe("public");
    await schemas.fill("public\npg_catalog");
    await page.getByLabel("Reason").fill("The owner asked for it.");
    await page.getByRole("button", { name: "Choose schemas" }).click();
    await page.locator(".field.wrong", { has: schemas }).getByText("belongs to PostgreSQL").waitFor();
    await schemas.fill("public\nshop\n");
    await page.getByRole("button", { name: "Choose schemas" }).click();
    await page.getByText("exposes public, shop").waitFor();
    await open(page);
    expect(await part(page, "Exposed schemas").getByRole("listitem").allTextContents()).toEqual(["public", "shop"]);
    const entries = await world.clone.query("select reason from audit_logs where project_id = $1 and action like 'setAny%' order by at", [
      tenant.projectId,
    ]);
    expect(entries).toEqual([{ reason: "The owner asked for it." }, { reason: "The owner asked for it." }]);
    expect(complaints).toEqual([]);
  });
});
