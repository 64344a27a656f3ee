import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("staff and their rights in the console", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    browser = await openBrowser();
    page = await signIn(world, browser, (await makeStaff(world, "admin")).email, complaints);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** In light and dark, wide and narrow, with nothing that axe finds. */
  const isFit = async (name: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `${name}-${colorScheme}`);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 1360, height: 900 });
  };

  test("the table of rights tells of each operation who may, and where the console offers it", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Rights", exact: true }).click();
    const row = page.getByRole("row", { name: /Change a member's role/ });
    await row.waitFor();
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      expect.stringContaining("updateStaff · Staff: Change"),
      "no",
      "no",
      "no",
      "yes",
    ]);
    await isFit("rights");
  }, 60_000);

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
