import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { FakeResend, untroubled } from "../../api/test/mail/fake-resend.ts";
import { makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { expectFit } from "./page.ts";

inBrowser.describe("an invitation to staff", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const mails = new FakeResend(untroubled);
  const email = "ada@example.com";

  beforeAll(async () => {
    const RESEND_BASE_URL = await mails.listen();
    world = await openWorld({ STAFF_MFA: "required", RESEND_API_KEY: "re_test", RESEND_BASE_URL });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    mails.close();
  });

  /** The last mail that was delivered, and the link in it. */
  const mailed = async () => {
    await world.work();
    const mail = mails.mails.at(-1);
    return { mail, link: /http\S+\/admin\/invitation#\w+/.exec(mail?.text ?? "")?.[0] ?? "none" };
  };

  /** An admin with an app, who is in the console. */
  const enterAsAdmin = async () => {
    const admin = await makeStaff(world, "admin");
    const context = await browser.newContext();
    const seen = await context.newPage();
    await seen.goto(`${world.url}/admin/login`);
    await seen.getByLabel("E-mail").fill(admin.email);
    await seen.getByLabel("Password").fill(password);
    await seen.getByRole("button", { name: "Sign in" }).click();
    await enrol(seen);
    await seen.getByRole("link", { name: "To the console" }).click();
    await seen.getByRole("heading", { name: "Work queue" }).waitFor();
    return seen;
  };

  const inviteThere = async (to: string) => {
    await page.goto(`${world.url}/admin/resources/staff/actions/invite`);
    await page.getByLabel("E-mail").fill(to);
    await page.getByLabel("Name").fill("Grace");
    await page.getByLabel("Role").selectOption("viewer");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByText(`${to} is invited.`).waitFor();
  };

  const enrol = async (seen: Page) => {
    await seen.getByText("Staff here must have an authenticator app").waitFor();
    await seen.getByLabel("Your password").fill(password);
    await seen.getByRole("button", { name: "Enrol an authenticator app" }).click();
    const secret = String(await seen.locator(".code-line code").textContent()).replaceAll(" ", "");
    await seen.getByLabel("Six digits").fill(generateSync({ secret }));
    await seen.getByRole("button", { name: "Confirm" }).click();
    await seen.getByRole("link", { name: "I have kept them" }).click();
    await seen.getByText("10 of 10 recovery codes are left").waitFor();
  };

  test("is sent from the console, and can be sent again and revoked there", async () => {
    page = await enterAsAdmin();
    await page.goto(`${world.url}/admin/resources/staff`);
    await page.getByRole("link", { name: "Invite", exact: true }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Role").selectOption("support");
    await expectFit(page, "invite");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByText("ada@example.com is invited.").waitFor();
    await page.getByRole("link", { name: "Send invitation again" }).waitFor();
    await page.getByRole("link", { name: "Revoke invitation" }).waitFor();
    expect(await page.getByRole("link", { name: "Change", exact: true }).count()).toBe(0);
    await expectFit(page, "invited-member");
    await page.getByRole("link", { name: "Send invitation again" }).click();
    await page.getByRole("button", { name: "Send invitation again" }).click();
    await page.getByText("ada@example.com gets another link.").waitFor();
    await page.goto(`${world.url}/admin/resources/staff`);
    await page
      .getByRole("row", { name: /ada@example.com/ })
      .getByText("invited")
      .waitFor();
  }, 120_000);

  test("arrives as text and HTML, and leads to a page where a password is chosen", async () => {
    const { mail, link } = await mailed();
    expect(mail).toMatchObject({ to: email, html: expect.stringContaining(`href="${link}"`) });
    const context = await browser.newContext();
    const guest = await context.newPage();
    const asked: string[] = [];
    guest.on("request", (request) => asked.push(`${request.url()} ${request.headers()["referer"] ?? ""}`));
    await guest.goto(link);
    await guest.getByRole("heading", { name: "Join the staff" }).waitFor();
    expect(guest.url()).toBe(`${world.url}/admin/invitation`);
    expect(await guest.getByLabel("The link in your mail").count()).toBe(0);
    await expectFit(guest, "join");
    await guest.evaluate(`document.querySelector("form").noValidate = true`);
    await guest.getByLabel("Your password").fill("short");
    await guest.getByRole("button", { name: "Join" }).click();
    await guest.getByText("must have at least 8 characters").waitFor();
    await expectFit(guest, "join-refused");
    await guest.getByLabel("Your password").fill(password);
    await guest.getByRole("button", { name: "Join" }).click();
    await enrol(guest);
    await guest.getByRole("link", { name: "To the console" }).click();
    await guest.getByRole("heading", { name: "Work queue" }).waitFor();
    expect(asked.filter((each) => each.includes("nm_si_"))).toEqual([]);
    await guest.goto(link);
    await guest.getByLabel("Your password").fill(password);
    await guest.getByRole("button", { name: "Join" }).click();
    await guest.getByRole("heading", { name: "Ask for another invitation" }).waitFor();
    await expectFit(guest, "join-over");
    await context.close();
    await page.reload();
    await page
      .getByRole("row", { name: /ada@example.com/ })
      .getByText("active")
      .waitFor();
  }, 120_000);

  test("is revoked in the console", async () => {
    await inviteThere("alan@example.com");
    const { link } = await mailed();
    await page.getByRole("link", { name: "Revoke invitation" }).click();
    await page.getByLabel("Reason").fill("A wrong address");
    await page.getByRole("button", { name: "Revoke invitation" }).click();
    await page.getByText("alan@example.com is not invited any more.").waitFor();
    await page.goto(link);
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("heading", { name: "Ask for another invitation" }).waitFor();
  }, 60_000);

  test("needs no script: the link is pasted then", async () => {
    await inviteThere("grace@example.com");
    const { link } = await mailed();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const guest = await context.newPage();
    await guest.goto(link);
    await picture(guest, "join-without-script");
    await guest.getByLabel("The link in your mail").fill(link);
    await guest.getByLabel("Your password").fill(password);
    await guest.getByRole("button", { name: "Join" }).click();
    await guest.getByText("Staff here must have an authenticator app").waitFor();
    await context.close();
  }, 60_000);
});
