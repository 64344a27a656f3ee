import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("what needs a second person, in the console", () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let bea: Page;
  let memberId: string;
  let token: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld({ STAFF_SUDO_MINUTES: "10" });
    browser = await openBrowser();
    const [first, second, member] = [await makeStaff(world, "admin"), await makeStaff(world, "admin"), await makeStaff(world, "support")];
    for (const [id, name] of Object.entries({ [first.id]: "Ada", [second.id]: "Bea", [member.id]: "Cleo" }))
      await world.clone.query("update staff set name = $2 where id = $1", [id, name]);
    memberId = member.id;
    token = first.token;
    ada = await signIn(world, browser, first.email, complaints);
    bea = await signIn(world, browser, second.email, complaints);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** In light and dark, wide and narrow, with nothing that axe finds. */
  const isFit = async (page: Page, name: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `${name}-${colorScheme}`);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 1360, height: 900 });
  };
  const roleOf = async () => (await world.clone.query<{ role: string }>("select role from staff where id = $1", [memberId]))[0]?.role;
  const askFor = async (role: string) => {
    await ada.goto(`${world.url}/admin/resources/staff/records/${memberId}/change`);
    await ada.getByText("Needs a second person where the role changes").waitFor();
    await ada.getByLabel("Role").selectOption(role);
    await ada.getByLabel("Reason").fill("On call from Monday");
    await ada.getByRole("button", { name: "Change" }).click();
    await ada.getByText("it waits for another admin").waitFor();
    await ada.getByRole("heading", { name: /Change a member's role/ }).waitFor();
  };

  test("the form says so before, and leads to what waits: whoever asked can withdraw it and no more", async () => {
    await ada.goto(`${world.url}/admin/resources/staff/records/${memberId}/change`);
    await ada.getByText("nothing is changed until another admin approves").waitFor();
    await isFit(ada, "approval-asking");
    await askFor("operator");
    expect(await roleOf()).toBe("support");
    expect(await ada.locator(".page-head .acts .button").allTextContents()).toEqual(["Withdraw"]);
    const changed = ada.getByRole("row", { name: /^role/ });
    expect(await changed.getByRole("cell").allTextContents()).toEqual(["support", "operator"]);
    await isFit(ada, "approval-waiting");
  }, 60_000);

  test("another admin finds it in the work queue, sees what will change, shows who they are, and it is done", async () => {
    world.travel(11 * 60_000);
    await bea.goto(`${world.url}/admin`);
    const item = bea.getByRole("list", { name: "What needs a person" }).getByRole("listitem").filter({ hasText: "Change a member's role" });
    await item.getByText("Cleo").waitFor();
    await item.getByRole("link", { name: "asks for approval" }).click();
    await bea.getByRole("link", { name: "Approve" }).click();
    await bea.getByRole("row", { name: /^role/ }).waitFor();
    await isFit(bea, "approval-approving");
    await bea.getByLabel("Reason").fill("Agreed on Friday");
    await bea.getByRole("button", { name: "Approve" }).click();
    const dialog = bea.getByRole("dialog", { name: "Is it still you?" });
    await dialog.getByLabel("Your password").fill(password);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await bea.getByText("It is approved, and done.").waitFor();
    await bea.getByText("Agreed on Friday").waitFor();
    expect(await bea.locator(".page-head .acts .button").count()).toBe(0);
    expect(await roleOf()).toBe("operator");
    await isFit(bea, "approval-done");
  }, 60_000);

  test("what was changed meanwhile lapses, and the list tells what became of each", async () => {
    const dialog = ada.getByRole("dialog", { name: "Is it still you?" });
    await ada.goto(`${world.url}/admin/resources/staff/records/${memberId}/change`);
    await ada.getByLabel("Role").selectOption("viewer");
    await ada.getByLabel("Reason").fill("Less to do");
    await ada.getByRole("button", { name: "Change" }).click();
    await dialog.getByLabel("Your password").fill(password);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await ada.getByText("it waits for another admin").waitFor();
    const [{ id = "" } = {}] = await world.clone.query<{ id: string }>("select id from approvals where decision is null");
    await bea.goto(`${world.url}/admin/resources/approvals/records/${id}/approve`);
    await bea.getByLabel("Reason").fill("Fine");
    await world.clone.query("update staff set name = 'Cleo B', revision = revision + 1 where id = $1", [memberId]);
    await bea.getByRole("button", { name: "Approve" }).click();
    await bea.getByText("has to be asked for anew").first().waitFor();
    expect(await roleOf()).toBe("operator");
    await bea.goto(`${world.url}/admin/resources/approvals`);
    await bea.getByRole("row", { name: /lapsed/ }).waitFor();
    await bea.getByRole("row", { name: /approved/ }).waitFor();
    await bea.setViewportSize({ width: 390, height: 844 });
    expect((await bea.locator("tbody td.wide").first().boundingBox())?.width).toBeGreaterThan(200);
    await isFit(bea, "approvals");
  }, 60_000);

  test("a project is deleted at once when its name was typed and another admin approves it", async () => {
    const { id } = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [id]);
    await ada.goto(`${world.url}/admin/resources/projects/records/${id}/purge`);
    await ada.getByLabel("Name of the project").fill("Corner shops");
    await ada.getByLabel("Reason").selectOption("legal");
    await ada.getByLabel("Statement to the owner").fill("A court ordered it.");
    await ada.getByRole("button", { name: "Delete at once" }).click();
    await ada.getByText("is not what the project is called").first().waitFor();
    await isFit(ada, "purge-asking");
    await ada.getByLabel("Name of the project").fill("Corner shop");
    await ada.getByRole("button", { name: "Delete at once" }).click();
    await ada.getByText("it waits for another admin").waitFor();
    await ada.getByRole("heading", { level: 1, name: /Delete a project at once/ }).waitFor();
    await isFit(ada, "purge-waiting");
    await ada.goto(`${world.url}/admin/resources/projects/records/${id}/show`);
    await ada.getByRole("region", { name: "Needs a person" }).getByText("Delete a project at once").waitFor();
    await isFit(ada, "project-waiting");
    const [{ id: approvalId = "" } = {}] = await world.clone.query<{ id: string }>("select id from approvals where decision is null");
    await bea.goto(`${world.url}/admin/resources/approvals/records/${approvalId}/approve`);
    await bea.getByLabel("Reason").fill("I read the order");
    await bea.getByRole("button", { name: "Approve" }).click();
    await bea.getByText("It is approved, and done.").waitFor();
    await world.work();
    expect(await world.clone.query("select status from projects where id = $1", [id])).toEqual([{ status: "purged" }]);
  }, 60_000);

  test("whoever would be added to staff is named by their address, since they have no id yet", async () => {
    await ask(world, "POST /api/admin/auth/sudo", { token, body: { password } });
    const asked = await ask(world, "POST /api/admin/staff/invitations", {
      token,
      body: { email: "dora@example.com", name: "Dora", role: "admin" },
    });
    const id = String(asked.body.approvalId);
    await bea.goto(`${world.url}/admin`);
    await bea.getByRole("listitem").filter({ hasText: "dora@example.com" }).getByText("Invite somebody to staff").waitFor();
    await bea.goto(`${world.url}/admin/resources/approvals/records/${id}/show`);
    await bea.locator("dl, table").getByText("dora@example.com").first().waitFor();
    const [{ body = "" } = {}] = await world.clone.query<{ body: string }>("select body from outbox where body like $1", [`%${id}%`]);
    expect(body).toContain("they set their password (inviteStaff)");
  });

  test("nothing was complained of, but that it was asked again who they are", () => {
    expect(complaints.filter((each) => !each.includes("status of 403"))).toEqual([]);
  });
});
