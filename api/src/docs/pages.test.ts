import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../test/browser.ts";
import { makeDeveloper } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

inBrowser.describe("the pages in a browser", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  /** What a page complained of, and what it asked of others than this server. */
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(50_000);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => /^(data|http:\/\/127\.0\.0\.1)/.test(request.url()) || complaints.push(request.url()));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(() => void complaints.splice(0));

  /** Opens the link of the newest mail to this address, as its reader would. */
  const openMailed = async (email: string, template: string) => {
    const [mail] = await world.clone.query<{ body: string }>(
      "select body from outbox where recipient = $1 and template = $2 order by id desc limit 1",
      [email, template],
    );
    const [link = ""] = /http\S+#\S+/.exec(mail?.body ?? "") ?? [];
    await page.goto("about:blank");
    await page.goto(link);
  };
  const told = () => page.locator(".result:not(:empty)").textContent();

  test("the link in a mail confirms an address by one click, and its token leaves the address bar", async () => {
    const { email, token } = await makeDeveloper(world);
    await openMailed(email, "verify-email");
    expect(page.url()).toBe(`${world.url}/account/verify-email`);
    await page.getByRole("button", { name: "Confirm my address" }).click();
    expect(await told()).toBe(`${email} is confirmed. You can close this page.`);
    expect((await ask(world, "GET /api/developer", { token })).body.isEmailVerified).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("a link that served already says so", async () => {
    await page.goto("about:blank");
    await page.goto(`${world.url}/account/verify-email#nm_et_nothing`);
    await page.getByRole("button", { name: "Confirm my address" }).click();
    expect(await told()).toContain("This token is not valid");
    await picture(page, "account-refused");
  });

  test("a link without its token asks for nothing", async () => {
    await page.goto(`${world.url}/account/verify-email`);
    expect(await told()).toContain("This link is not whole");
    expect(await page.getByRole("button").isVisible()).toBe(false);
  });

  test("a forgotten password is replaced: the page has a link mailed, and the link sets a new one", async () => {
    const { email } = await makeDeveloper(world);
    await page.goto("about:blank");
    await page.goto(`${world.url}/account/reset-password`);
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Mail me a link" }).click();
    expect(await told()).toBe("If there is an account with this address, a link is on its way to it.");

    await world.work();
    await openMailed(email, "reset-email");
    await page.getByLabel("New password").fill("another horse battery");
    await picture(page, "account-reset");
    await page.getByRole("button", { name: "Set it" }).click();
    expect(await told()).toBe("Your new password is set, and every session was ended. Sign in with it.");
    const signedIn = await ask(world, "POST /api/auth/login", { body: { email, password: "another horse battery" } });
    expect(signedIn.status).toBe(200);
    expect(complaints).toEqual([]);
  });

  test.each([
    ["a phone", 390, 844],
    ["a desk", 1440, 900],
  ])("on %s the reference fits, finds operations by their words, and complains of nothing", async (name, width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${world.url}/docs`);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await picture(page, `docs-${name.replace(" ", "-")}`);
    await page.keyboard.press("/");
    await page.keyboard.type("suspension list");
    const found = page.locator(".side li[data-words]:visible");
    expect((await found.allTextContents()).sort()).toEqual(["listAllSuspensions", "listProjectSuspensions", "listSuspensions"]);
    await found.getByText("listSuspensions").click();
    expect(await page.locator("#listSuspensions h3").isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});
