import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("an edit that meets another's", () => {
  let world: World;
  let browser: Browser;
  let other: string;
  const complaints: string[] = [];
  const definition = (defaultVariant: string, state = "ENABLED") => ({ state, variants: { on: true, off: false }, defaultVariant });

  beforeAll(async () => {
    world = await openWorld();
    other = (await makeStaff(world, "operator")).token;
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const set = (body: object) => ask(world, "PUT /api/admin/flags/checkout", { token: other, body: { ...body, reason: "Agreed" } });
  const kept = async () => (await ask(world, "GET /api/admin/flags/checkout", { token: other })).body;
  const part = (page: Page, field: string) =>
    page
      .getByRole("region", { name: "Changed meanwhile" })
      .getByRole("listitem")
      .filter({
        has: page.getByRole("heading", { name: new RegExp(`^${field}`) }),
      });

  /** The form of a flag, changed in all its fields, sent after somebody else had changed it. */
  async function met(colorScheme: "light" | "dark", width: number): Promise<Page> {
    const { email } = await makeStaff(world, "operator");
    await set({ definition: definition("off"), description: "As it was" });
    const page = await signIn(world, browser, email, complaints, { colorScheme, viewport: { width, height: 900 } });
    await page.goto(`${world.url}/admin/resources/feature_flags/records/checkout/edit`);
    await page.getByLabel("Description").fill("As I want it");
    await page.getByLabel("Reason").fill("The launch");
    await set({ definition: definition("on"), description: "As another wants it" });
    await page.getByRole("button", { name: "Edit" }).click();
    await part(page, "Description").waitFor();
    return page;
  }

  test("overwrites nothing, shows both, loses nothing that was typed, and is saved once it was seen", async () => {
    const page = await met("light", 1360);
    expect(await kept()).toMatchObject({ description: "As another wants it", definition: definition("on") });
    await page.getByText("It was changed since you read it. Nothing is saved yet").waitFor();
    expect(await part(page, "Description").locator("dd").allTextContents()).toEqual(["As it was", "As another wants it", "As I want it"]);
    expect(await part(page, "Definition").locator("ins").allTextContents()).toEqual(['+ "defaultVariant": "on"'.replace("+ ", "+     ")]);
    expect(await page.getByLabel("Description").inputValue()).toBe("As I want it");
    expect(await page.getByLabel("Reason").inputValue()).toBe("The launch");
    expect(JSON.parse(await page.getByLabel("Definition").inputValue())).toEqual(definition("on"));
    await picture(page, "console-stale-edit");
    await part(page, "Description").getByRole("button", { name: "Take theirs" }).click();
    expect(await page.getByLabel("Description").inputValue()).toBe("As another wants it");
    await part(page, "Description").getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByText("The flag checkout is changed.").waitFor();
    expect(await kept()).toMatchObject({ description: "As I want it", definition: definition("on") });
  }, 60_000);

  test("tells of what is changed once more while it is looked at, as of what has happened", async () => {
    const page = await met("light", 1360);
    const told = page.getByRole("region", { name: "Changed meanwhile" }).getByRole("time");
    expect(await told.textContent()).toBe("just now");
    await set({ definition: definition("on"), description: "As it shall be" });
    await page.getByRole("button", { name: "Edit" }).click();
    await part(page, "Description").getByText("As it shall be").waitFor();
    expect(await told.textContent()).toBe("just now");
    await page.close();
  }, 60_000);

  test.each([
    ["light", 1360],
    ["dark", 1360],
    ["light", 390],
  ] as const)(
    "keeps the rules of accessibility, in the %s, %d pixels wide",
    async (scheme, width) => {
      const page = await met(scheme, width);
      expect(await faultsOf(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, `console-stale-edit-${scheme}-${width}`);
      await page.close();
    },
    60_000,
  );

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
