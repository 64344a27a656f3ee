import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("saved filters", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    browser = await openBrowser();
    page = await signIn(world, browser, (await makeStaff(world, "viewer")).email, complaints, { viewport: { width: 1280, height: 900 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const saved = () => page.getByRole("navigation", { name: "Saved filters" });
  const dialog = (name: string) => page.getByRole("dialog", { name });
  const open = async (rest: string) => {
    await page.goto(`${world.url}/admin/resources/${rest}`);
    await page.locator(".is-loading, .waiting-row").first().waitFor({ state: "detached" });
  };
  const save = async (name: string) => {
    await saved().getByRole("button", { name: "Save these filters" }).click();
    await dialog("Save these filters").getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
  };

  test("are offered where a list is narrowed or ordered, and stand above it under their name", async () => {
    await open("suspensions");
    expect(await saved().count()).toBe(0);
    await open("suspensions?filters.state=in+force&filters.reason=abuse&page=1&from=mail");
    await save("Abuse now");
    const link = saved().getByRole("link", { name: "Abuse now" });
    await link.waitFor();
    expect(await link.getAttribute("aria-current")).toBe("true");
    expect(await saved().getByRole("button", { name: "Save these filters" }).count()).toBe(0);
    await open("suspensions");
    await link.click();
    await page.getByText("Reason is abuse").waitFor();
    await picture(page, "saved-filters");
    expect(await faultsOf(page)).toEqual([]);
    await open("appeals");
    expect(await saved().count()).toBe(0);
  });

  test("of a name that is taken are refused where one types", async () => {
    await open("suspensions?filters.reason=billing");
    await save("Abuse now");
    await dialog("Save these filters").getByText("You have a filter of this name for this list already.").waitFor();
    await picture(page, "saved-filters-taken");
    await page.keyboard.press("Escape");
  });

  test("are renamed and deleted", async () => {
    await open("suspensions");
    await saved().getByRole("button", { name: "Edit saved filters" }).click();
    const edit = dialog("Saved filters of this list");
    await edit.getByLabel("Name of Abuse now").fill("Abuse");
    await edit.getByRole("button", { name: "Rename Abuse now" }).click();
    await edit.getByLabel("Name of Abuse", { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await picture(page, "saved-filters-edit-phone");
    await page.setViewportSize({ width: 1280, height: 900 });
    await edit.getByRole("button", { name: "Delete Abuse" }).press("Enter");
    await edit.getByText("None is left.").waitFor();
    const close = edit.getByRole("button", { name: "Close" });
    await page.waitForFunction("document.activeElement?.textContent === 'Close'");
    await close.press("Enter");
    await edit.waitFor({ state: "hidden" });
    await page.waitForFunction("document.activeElement?.id === 'main'");
    expect(await saved().count()).toBe(0);
    expect(await world.clone.query("select from saved_filters")).toEqual([]);
  });

  test("complain of nothing but the name that was taken", () => {
    expect(complaints.filter((each) => !each.includes("409"))).toEqual([]);
  });
});
