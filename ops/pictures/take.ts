/**
 * Takes the pictures of the README and of ops/decisions anew, in the world that `npm run demo` makes and tells the password of:
 *
 *     node ops/pictures/take.ts http://localhost:3000 <password>
 *
 * An owner of that world appeals, staff decide, and somebody walks names of tables: each world does for one time.
 */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { htmlOf } from "@nextmavens/api/notices";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { openBrowser, waiting } from "../bench/browser.ts";

const execute = promisify(execFile);
const [url = "http://localhost:3000", password = ""] = process.argv.slice(2);
/** Pages are taken as most people see them, and shown smaller. */
const wide = 1440;
const suspended = "Maker Days";
const grown = "Rye and Salt";
const walked = "bea@foundry-nine.example.com";

const Token = z.object({ accessToken: z.string() });
const Named = z.looseObject({ id: z.string(), name: z.string().optional(), status: z.string().optional() });
const List = z.object({ items: z.array(Named) });

async function ask<Out>(schema: z.ZodType<Out>, at: string, token: string | undefined, body?: unknown): Promise<Out> {
  const [method = "GET", path = ""] = at.split(" ");
  const response = await fetch(url + path, {
    method,
    headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${at}: ${response.status} ${await response.text()}`);
  return schema.parse(await response.json());
}

const signIn = async (email: string, at = "POST /api/auth/login") => (await ask(Token, at, undefined, { email, password })).accessToken;

const take = (page: Page, name: string) => keep(page.screenshot(), name);
const takeWhole = (page: Page, name: string) => keep(page.screenshot({ fullPage: true }), name);

/** Small enough for a repository where ImageMagick is installed. */
async function keep(picture: Promise<Buffer>, name: string): Promise<void> {
  const file = join(import.meta.dirname, `${name}.png`);
  await writeFile(file, await picture);
  await execute("convert", [file, "-resize", "1200x>", "+dither", "-colors", "160", `png8:${file}`]).catch(() =>
    console.warn(`${name}.png is as large as it came`),
  );
}
const settle = async (page: Page) => {
  await page.locator(waiting).first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
};

/** Asks for one table after the other that is not there, with a key of the project's owner, until that is detected. */
async function walkNames(staff: string): Promise<string> {
  const owner = await signIn(walked);
  const { items } = await ask(List, "GET /api/projects", owner);
  const projectId = items.find(({ status }) => status === "active")?.id;
  const keys = `POST /api/projects/${projectId}/keys`;
  const { key: apikey } = await ask(z.object({ key: z.string() }), keys, owner, { name: "walker", kind: "secret" });
  const names = ["users", "customers", "admins", "accounts", "payments", "cards", "invoices", "secrets", "tokens", "sessions"];
  for (let i = 0; i < 6; i += 1) for (const name of names) await fetch(`${url}/api/rest/${name}_${i}`, { headers: { apikey } });
  for (let i = 0; i < 60; i += 1) {
    const found = await ask(List, `GET /api/admin/detections?projectId=${projectId}`, staff);
    if (found.items[0]) return found.items[0].id;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  throw new Error("the walk was not detected");
}

/** What waits for a person: an override about to end, and one that waits for somebody else. */
async function fillQueue(projects: ReadonlyMap<string, string>): Promise<void> {
  const operator = await signIn("operator@demo.example.com", "POST /api/admin/auth/login");
  const override = (name: string, limit: number, reason: string, hours: number) =>
    ask(z.unknown(), `POST /api/admin/projects/${projects.get(name)}/overrides`, operator, {
      ...{ metric: "requests_per_day", limit, reason, confirm: true },
      endsAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    });
  await override(grown, 600_000, "Launch of the new shop", 3);
  await override(suspended, 90_000_000, "Festival week", 72);
}

async function consolePictures(page: Page, projects: ReadonlyMap<string, string>, detectionId: string): Promise<void> {
  const open = async (path: string) => {
    await page.goto(`${url}/admin${path}`);
    await page.locator("h1").first().waitFor();
    await settle(page);
  };
  const shot = async (name: string, height: number) => {
    await page.setViewportSize({ width: wide, height });
    await page.evaluate("window.scrollTo(0, 0)");
    await page.waitForTimeout(300);
    await take(page, name);
  };
  const record = (name: string, act: string) => open(`/resources/projects/records/${projects.get(name)}/${act}`);
  await page.goto(`${url}/admin/login`);
  await page.getByLabel("E-mail").fill("admin@demo.example.com");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Work queue" }).waitFor();
  await settle(page);
  await page.locator(".queue-items .row-link").first().waitFor();
  await page.keyboard.press("j");
  await shot("queue", 560);
  await open("/overview");
  await shot("dashboard", 1150);
  await record(grown, "show");
  await shot("project", 1000);
  await record(grown, "show?tab=schema");
  await page.locator(".schema-table summary", { hasText: "policy" }).first().click();
  await shot("schema", 1330);
  await record(grown, "suspend");
  await page.getByLabel("Reason").selectOption("abuse");
  await page.locator("form.form button[type=submit]").click();
  await page.locator(".field.wrong").waitFor();
  await shot("suspend", 1060);
  await open("/backtest?kind=quota&metric=requests_per_day&limit=20000&days=14");
  await page.locator(".trial-told").waitFor();
  await shot("backtest", 1000);
  await open(`/resources/detections/records/${detectionId}/show`);
  await shot("detection", 1000);
}

/** A rule while it is written, and tried before it is saved: minute by minute, so that the present minute is not looked at yet. */
async function rulePictures(page: Page, detectionId: string): Promise<void> {
  await page.goto(`${url}/admin/resources/detections/records/${detectionId}/show`);
  await page.getByRole("link", { name: "Open the rule" }).click();
  await page.locator(".page-head").getByRole("link", { name: "Change" }).click();
  const expression = page.getByRole("textbox", { name: "Expression" });
  await expression.fill("missingTargets >= 10 && missingTarget > targets");
  await page.locator(".marked").waitFor();
  await page.setViewportSize({ width: wide, height: 760 });
  await page.evaluate("window.scrollTo(0, 300)");
  await take(page, "rule");
  await expression.fill("missingTargets >= 10 && missingTargets > targets");
  const none = page.getByRole("region", { name: "What it would have found" }).getByText("Nothing: nobody would have felt it.");
  for (let i = 0; i < 60; i += 1) {
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByRole("button", { name: "Try it" }).waitFor();
    await page.locator(".trial-told").waitFor();
    if (!(await none.isVisible())) break;
    await page.waitForTimeout(2_000);
  }
  await page.setViewportSize({ width: wide, height: 820 });
  await page.evaluate("document.querySelector('.below').scrollIntoView()");
  await page.waitForTimeout(300);
  await take(page, "rule-backtest");
}

const Told = z.object({
  items: z.array(z.object({ template: z.string(), body: z.string(), ways: z.array(z.object({ channel: z.string(), to: z.string() })) })),
});

/** What the owner of a suspended project meets: the mail, the page that needs no key, their appeal, and what was decided. */
async function ownersPictures(browser: Browser, page: Page, staff: string, projectId: string): Promise<void> {
  const { items } = await ask(Told, `GET /api/admin/projects/${projectId}/notices`, staff);
  const mail = items.find(({ template }) => template === "project_suspended");
  const address = mail?.ways.find(({ channel }) => channel === "mail")?.to;
  if (!mail || !address) throw new Error(`${suspended} is not suspended as the demo makes it`);
  const owner = await signIn(address);
  const { statusUrl } = await ask(z.object({ statusUrl: z.string() }), `GET /api/projects/${projectId}`, owner);
  const openStatus = () => page.goto(new URL(new URL(statusUrl).pathname, url).href);
  const letter = await browser.newPage({ viewport: { width: 760, height: 200 } });
  await letter.setContent(htmlOf(mail.body));
  await takeWhole(letter, "owner-mail");
  await page.setViewportSize({ width: 760, height: 400 });
  await openStatus();
  await takeWhole(page, "owner-status");
  const suspensions = await ask(List, `GET /api/projects/${projectId}/suspensions`, owner);
  const opened = await ask(Named, `POST /api/projects/${projectId}/suspensions/${suspensions.items[0]?.id}/appeals`, owner, {
    text: "The crawler ran on a server that we gave up in spring; somebody else runs it now with a key of ours. The key is revoked. Please let the shop open again.",
  });
  await ask(z.unknown(), `POST /api/admin/appeals/${opened.id}/messages`, staff, {
    text: "Thank you. Which key was it, and since when is it revoked?",
  });
  await ask(z.unknown(), `POST /api/projects/${projectId}/appeals/${opened.id}/messages`, owner, {
    text: "“Old crawler”, since this morning.",
  });
  await page.setViewportSize({ width: wide, height: 820 });
  await page.goto(`${url}/admin/resources/appeals/records/${opened.id}/show`);
  await page.locator(".thread").waitFor();
  await take(page, "owner-appeal");
  const answer = "The key is gone and nothing asks for other sites' pages any more. We keep the project slowed down for a while.";
  await ask(z.unknown(), `POST /api/admin/appeals/${opened.id}/decide`, staff, { decision: "replace", level: "throttled", answer });
  await page.setViewportSize({ width: 760, height: 400 });
  await openStatus();
  await takeWhole(page, "owner-decision");
}

const staff = await signIn("admin@demo.example.com", "POST /api/admin/auth/login");
const { items } = await ask(List, "GET /api/admin/projects?limit=200", staff);
const projects = new Map(items.map(({ name, id }) => [String(name), id]));
const detectionId = await walkNames(staff);
await fillQueue(projects);
const browser = await openBrowser();
try {
  const page = await browser.newPage({ colorScheme: "light" });
  await consolePictures(page, projects, detectionId);
  await ownersPictures(browser, page, staff, String(projects.get(suspended)));
  await rulePictures(page, detectionId);
} finally {
  await browser.close();
}
