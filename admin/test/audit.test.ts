import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../api/test/make.ts";
import { approveAsked } from "../../api/test/second-person.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("the audit log in the console", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let me: Awaited<ReturnType<typeof makeStaff>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    me = await makeStaff(world, "admin");
    browser = await openBrowser();
    page = await signIn(world, browser, me.email, complaints, { viewport: { width: 1280, height: 900 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const newest = async (action: string) => {
    const [entry] = await world.clone.query<{ id: string }>("select id from audit_logs where action = $1 order by id desc limit 1", [
      action,
    ]);
    await page.goto(`${world.url}/admin/resources/audit_logs/records/${entry?.id}/show`);
  };
  const told = (title: string) => page.getByRole("region", { name: title, exact: true });
  const looks = async (name: string) => {
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page)).toEqual([]);
      await picture(page, `${name}-${colorScheme}`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await picture(page, `${name}-phone`);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const submit = (label: string) => page.locator("form.form").getByRole("button", { name: label, exact: true }).click();

  test("shows what an edit changed before all that stayed, and long values line by line", async () => {
    const flag = (variants: Record<string, unknown>, description: string, ifMatch?: number) =>
      ask(world, "PUT /api/admin/flags/checkout", {
        token: me.token,
        headers: ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` },
        body: { definition: { state: "ENABLED", variants, defaultVariant: "on" }, description, reason: "Trying" },
      });
    await flag({ on: 1, off: 0 }, "The <b>new</b> checkout");
    expect((await flag({ on: 1, off: 0, half: 0.5 }, "The checkout of spring", 1)).status).toBe(200);
    await newest("setFlag");
    const section = told("Before and after");
    await section.getByText("The checkout of spring").waitFor();
    expect(await section.locator("del").allTextContents()).toContain("The <b>new</b> checkout");
    expect((await section.locator("ins").allTextContents()).join()).toContain('"half": 0.5');
    expect(await section.getByRole("rowheader").allTextContents()).not.toContain("key");
    await looks("entry");
    await section.getByRole("button", { name: "Everything" }).click();
    expect(await section.getByRole("rowheader").allTextContents()).toContain("key");
  }, 60_000);

  test("tells what was made, and says so where nothing of a record was changed", async () => {
    const project = await makeProject(world);
    await newest("createProject");
    await told("What was made").getByTitle(project.id).first().waitFor();
    await newest("loginStaff");
    await page.getByText("It says nothing of how things were").or(told("What was made")).first().waitFor();
  });

  test("is put on hold from a page of its own, and let go by two", async () => {
    await page.goto(`${world.url}/admin`);
    await page.getByRole("navigation").getByRole("link", { name: "Legal holds" }).click();
    await page.getByText("None was ever placed").waitFor();
    await page.getByRole("link", { name: "Place a hold" }).click();
    await submit("Place a hold");
    await page.getByText("This is needed.").waitFor();
    await page.getByLabel("Reason").fill("Case 12 of 2026");
    await submit("Place a hold");
    await page.getByRole("heading", { level: 1, name: "A legal hold in force" }).waitFor();
    await looks("hold");
    await page.locator(".page-head").getByRole("link", { name: "End" }).click();
    await page.getByLabel("Reason").fill("The case is over");
    await submit("End");
    await page.getByText("it waits for another admin").waitFor();
    await page
      .getByRole("row", { name: /^endReason/ })
      .getByText("The case is over")
      .waitFor();
    expect(await world.clone.query("select ended_at from audit_holds")).toEqual([{ ended_at: null }]);
    const [{ id = "" } = {}] = await world.clone.query<{ id: string }>("select id from approvals where operation = 'endAuditHold'");
    await looks("hold-end-waits");
    await page.goto(`${world.url}/admin/resources/audit_holds`);
    await page.getByRole("cell", { name: "in force" }).waitFor();
    await looks("holds");
    expect((await approveAsked(world, id)).status).toBe(200);
    await page.goto(`${world.url}/admin/resources/audit_holds`);
    await page.getByRole("cell", { name: "ended" }).waitFor();
  }, 60_000);

  test("is kept for so long as is set from there: longer by one, shorter by two", async () => {
    const set = async (months: string) => {
      await page.goto(`${world.url}/admin/resources/audit_holds`);
      await page.getByRole("link", { name: "Set how long it is kept" }).click();
      await page.getByText("Needs a second person where it gets shorter").waitFor();
      await page.getByLabel("Months").fill(months);
      await page.getByLabel("Reason").fill("As the law has it");
      await submit("Set how long it is kept");
    };
    await set("24");
    await page.getByText("it waits for another admin").waitFor();
    await page.getByRole("row", { name: /^months/ }).waitFor();
    expect(await world.clone.query("select from audit_retention")).toEqual([]);
    await set("");
    await page.getByText("The audit log is kept for ever.").waitFor();
  }, 60_000);

  test("lets go of a person from the developer's page, and of a member who left: the forms say that it is for good", async () => {
    const { id, email } = await makeDeveloper(world);
    const left = await makeStaff(world, "support");
    await world.clone.query("update staff set is_active = false where id = $1", [left.id]);
    const erase = async (table: string, record: string, name: string) => {
      await page.goto(`${world.url}/admin/resources/${table}/records/${record}/show`);
      await page.locator(".page-head").getByRole("link", { name: "Erase" }).click();
      await page.getByRole("heading", { level: 1, name: `Erase ${name} for good` }).waitFor();
      await page.getByText("Nobody can bring any of it back.", { exact: false }).waitFor();
      await looks(`erase-${table}`);
      await page.getByLabel("Reason").fill("Request 2026-118");
      await submit("Erase");
      await page.getByText(`${record} is erased; what told of a person goes from`, { exact: false }).waitFor();
    };
    await erase("developers", id, email);
    await page.getByRole("heading", { level: 1, name: `${id}@deleted.invalid` }).waitFor();
    await looks("developer-erased");
    await erase("staff", left.id, left.email);
    expect(
      await world.clone.query("select name from developers where id = $1 union all select name from staff where id = $2", [id, left.id]),
    ).toEqual([{ name: "deleted" }, { name: "deleted" }]);
  }, 60_000);

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
