import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";
import { Visitor } from "./visitor.ts";

inBrowser.describe("staff and their rights in the console", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let email: string;
  let secret: string;
  let codes: string[] = [];
  const complaints: string[] = [];
  const code = () => generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1000) });

  beforeAll(async () => {
    world = await openWorld({ STAFF_SUDO_MINUTES: "10" });
    browser = await openBrowser();
    ({ email } = await makeStaff(world, "admin"));
    page = await signIn(world, browser, email, complaints);
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
    await page.locator("summary", { hasText: /^Staff\d/ }).click();
    await row.waitFor();
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      expect.stringContaining("updateStaff · Staff: Change · asks again who you are · needs a second person where the role changes"),
      "no",
      "no",
      "no",
      "yes",
    ]);
    await isFit("rights");
  }, 60_000);

  test("an app is enrolled by its QR code, and the ten codes are shown once", async () => {
    await page.goto(`${world.url}/admin/account`);
    await page.getByText("None is enrolled").waitFor();
    await isFit("account");
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Enrol an authenticator app" }).click();
    await page.getByRole("img", { name: "The QR code for the authenticator app" }).waitFor();
    await isFit("enrol");
    secret = String(await page.locator(".code-line code").textContent()).replaceAll(" ", "");
    await page.getByLabel("Six digits").fill("000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("The code is not right").waitFor();
    await page.getByRole("img", { name: "The QR code for the authenticator app" }).waitFor();
    await page.getByLabel("Six digits").fill(code());
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("This is shown once and kept nowhere").waitFor();
    codes = await page.locator(".recovery-codes code").allTextContents();
    expect(codes).toHaveLength(10);
    await isFit("recovery-codes");
    // What is shown once is gone with the page, and so is the form that it came of.
    await page.reload();
    await page.getByText("That enrolment is over").waitFor();
    expect(await page.content()).not.toContain(codes[0]);
    await page.goto(`${world.url}/admin/account`);
    await page.getByText("10 of 10 recovery codes are left").waitFor();
  }, 60_000);

  test("signing in asks for the code then, or takes a recovery code in its place", async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(`${world.url}/admin/login`);
    await other.getByLabel("E-mail").fill(email);
    await other.getByLabel("Password").fill(password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByText("Your account has an app.").waitFor();
    await other.getByLabel("Six digits from your authenticator app").fill(codes[0] ?? "");
    await other.getByLabel("Password").fill(password);
    await picture(other, "sign-in-code");
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("heading", { name: "Work queue" }).waitFor();
    await page.goto(`${world.url}/admin/account`);
    await page.getByText("9 of 10 recovery codes are left").waitFor();
    expect(await page.locator(".sessions li").count()).toBe(3);
    await isFit("account-enrolled");
    await page.getByRole("button", { name: "End all others" }).click();
    await page.locator(".sessions li").nth(1).waitFor({ state: "detached" });
    await other.goto(`${world.url}/admin`);
    await other.getByRole("heading", { name: "Sign in to the console" }).waitFor();
    await context.close();
  }, 60_000);

  test("where one is signed in is told with times of one's own zone, and the exact ones on hover", async () => {
    const context = await browser.newContext({ timezoneId: "Asia/Kathmandu", storageState: await page.context().storageState() });
    const there = await context.newPage();
    await there.goto(`${world.url}/admin/account`);
    const time = there.locator(".sessions time").first();
    const [shown, exact, at] = [await time.textContent(), await time.getAttribute("title"), await time.getAttribute("datetime")];
    expect(shown).toBe(
      new Intl.DateTimeFormat("en-GB", {
        ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Kathmandu" },
      }).format(new Date(String(at))),
    );
    expect(exact).toBe(`${String(at).slice(0, 19).replace("T", " ")} UTC`);
    await context.close();
  }, 60_000);

  test("what was begun on one's account goes on once one has shown again who one is", async () => {
    world.travel(11 * 60_000);
    await page.goto(`${world.url}/admin/account`);
    await page.getByRole("button", { name: "Make new recovery codes" }).click();
    const digits = page.getByLabel("Six digits");
    await digits.fill("000000");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("alert").waitFor();
    await isFit("account-prove");
    await digits.fill(codes[1] ?? "");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("This is shown once and kept nowhere").waitFor();
    codes = await page.locator(".recovery-codes code").allTextContents();
    expect(codes).toHaveLength(10);
  }, 60_000);

  test("another password is chosen on a page of its own, by the one before and a code", async () => {
    const chosen = "a longer one than before";
    const change = async (by: string) => {
      await page.getByLabel("Your password").fill(by);
      await page.getByLabel("Six digits").fill(codes[2] ?? "");
      await page.getByLabel("Your new password").fill(chosen);
      await page.getByRole("button", { name: "Change it" }).click();
    };
    await page.goto(`${world.url}/admin/account`);
    await page.getByRole("link", { name: "Change your password" }).click();
    await change("guessed");
    await page.getByText("Your password or the code is not right.").waitFor();
    await isFit("password");
    await change(password);
    await page.getByText("You were signed in nowhere else.").waitFor();
    await isFit("password-changed");
    const visitor = new Visitor(world);
    expect((await visitor.submit("/login", { email, password, code: codes[3] ?? "" })).status).toBe(401);
    expect((await visitor.submit("/login", { email, password: chosen, code: codes[3] ?? "" })).status).toBe(303);
  }, 60_000);

  test("what is sensitive asks first whether it is still them, goes on by itself, and asks no more for ten minutes", async () => {
    const { id } = await makeStaff(world, "viewer");
    world.travel(11 * 60_000);
    const change = async (name: string) => {
      await page.goto(`${world.url}/admin/resources/staff/records/${id}/end-sessions`);
      await page.goto(`${world.url}/admin/resources/staff/records/${id}/change`);
      await page.getByLabel("Role").selectOption(name);
      await page.getByLabel("Reason").fill("More to do");
      await page.getByRole("button", { name: "Change" }).click();
    };
    await change("support");
    const dialog = page.getByRole("dialog", { name: "Is it still you?" });
    await dialog.waitFor();
    await isFit("sudo");
    await dialog.getByLabel("Six digits").fill("000000");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.getByText("The code is not right").waitFor();
    await dialog.getByLabel("Six digits").fill(codes[1] ?? "");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await page.getByText("it waits for another admin").waitFor();
    await change("operator");
    await page.getByText("it waits for another admin").waitFor();
    const asked = () => world.clone.query("select id from approvals where target = $1", [id]);
    expect(await asked()).toHaveLength(2);
    world.travel(11 * 60_000);
    await change("viewer");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Nothing was done").waitFor();
    expect(await asked()).toHaveLength(2);
    await page.locator(".form button[type=submit]:focus").waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByLabel("Six digits").fill(codes[2] ?? "");
    await world.clone.query("update staff_sessions set ended_at = now() where ended_at is null");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("dialog", { name: "Your session has ended" }).getByRole("link", { name: "Sign in" }).waitFor();
    expect(await page.getByLabel("Reason").inputValue()).toBe("More to do");
    complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("status of 4")));
  }, 60_000);

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
