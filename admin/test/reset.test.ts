import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import type { Browser } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser } from "../../api/test/browser.ts";
import { FakeResend, untroubled } from "../../api/test/mail/fake-resend.ts";
import { makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { expectFit } from "./page.ts";
import { Visitor } from "./visitor.ts";

inBrowser.describe("whoever forgot the password of the console", () => {
  let world: World;
  let browser: Browser;
  const mails = new FakeResend(untroubled);
  const chosen = "chosen after a long holiday";

  beforeAll(async () => {
    world = await openWorld({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: await mails.listen() });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    mails.close();
  });

  const linkIn = async () => {
    await world.work();
    return /http\S+\/admin\/reset-password#\w+/.exec(mails.mails.at(-1)?.text ?? "")?.[0] ?? "none";
  };

  test("has a link mailed, chooses another with a code of the app, and signs in", async () => {
    const { email, token } = await makeStaff(world, "admin");
    const { secret } = (await ask(world, "POST /api/admin/auth/totp", { token, body: { password } })).body;
    const code = generateSync({ secret });
    const confirmed = await ask(world, "POST /api/admin/auth/totp/confirm", { token, body: { code } });
    const [first, second] = confirmed.body.recoveryCodes;
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.url()} ${request.headers()["referer"] ?? ""}`));
    await page.goto(`${world.url}/admin/login`);
    await page.getByRole("link", { name: "Forgot your password?" }).waitFor();
    await expectFit(page, "sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
    await expectFit(page, "forgot");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
    await expectFit(page, "link-sent");

    const link = await linkIn();
    await page.goto(link);
    expect(page.url()).toBe(`${world.url}/admin/reset-password`);
    await expectFit(page, "reset");
    await page.getByLabel("Your new password").fill(chosen);
    await page.getByRole("button", { name: "Choose it" }).click();
    await page.getByText("Six digits of your authenticator app are needed as well").waitFor();
    await expectFit(page, "reset-refused");
    await page.getByLabel("Your new password").fill(chosen);
    await page.getByLabel("Six digits").fill(first);
    await page.getByRole("button", { name: "Choose it" }).click();
    await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
    await expectFit(page, "reset-done");
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(chosen);
    await page.getByLabel("Six digits").fill(second);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Work queue" }).waitFor();
    expect(asked.filter((each) => each.includes("nm_sr_"))).toEqual([]);

    await page.goto(link);
    await page.getByLabel("Your new password").fill(chosen);
    await page.getByRole("button", { name: "Choose it" }).click();
    await page.getByRole("heading", { name: "Ask for another link" }).waitFor();
    await expectFit(page, "reset-over");
    await page.close();
  }, 120_000);

  test("needs no script: the link is pasted then", async () => {
    const { email } = await makeStaff(world, "viewer");
    const visitor = new Visitor(world);
    expect((await visitor.submit("/forgot-password", { email: "no address" })).status).toBe(422);
    expect((await visitor.submit("/forgot-password", { email })).status).toBe(200);
    const link = await linkIn();
    expect((await visitor.submit("/reset-password", { token: link, password: chosen, code: "" })).status).toBe(200);
    await visitor.signIn(email, chosen);
  });

  test("is told where links are made when no mail is sent", async () => {
    const silent = await openWorld();
    try {
      const page = await browser.newPage();
      await page.goto(`${silent.url}/admin/forgot-password`);
      await page.getByText("npm run staff -- reset-password …").waitFor();
      expect(await page.getByRole("button").count()).toBe(0);
      await expectFit(page, "forgot-without-mail");
      await page.close();
      const { status, text } = await new Visitor(silent).submit("/forgot-password", { email: "ada@example.com" });
      expect([status, text.includes("npm run staff -- reset-password")]).toEqual([409, true]);
    } finally {
      await silent.close();
    }
  }, 60_000);
});
