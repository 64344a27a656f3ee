import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { picture } from "../../api/test/browser.ts";
import { password } from "../../api/test/make.ts";
import type { World } from "../../api/test/world.ts";

export interface Viewed {
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
}

const isFromHere = ({ url }: Pick<World, "url">, asked: string) => /^(data|blob):/.test(asked) || asked.startsWith(url);

/**
 * The console's first page, for somebody who has signed in. What pages complain of is added to `complaints`, breaches of the content
 * security policy among it, and what they ask of others than this server.
 */
export async function signIn(
  world: Pick<World, "url">,
  browser: Browser,
  email: string,
  complaints: string[],
  { colorScheme = "light", viewport = { width: 1360, height: 900 } }: Viewed = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport, colorScheme });
  page.setDefaultTimeout(50_000);
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => isFromHere(world, request.url()) || complaints.push(request.url()));
  // axe tries what the policy forbids, and does not need it.
  await page.addInitScript(`document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
    window.axe || console.error("policy", violatedDirective, blockedURI, sourceFile))`);
  await page.goto(`${world.url}/admin/login`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Work queue" }).waitFor();
  return page;
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const bringAxe = async (page: Page) => (await page.evaluate("window.axe !== undefined")) || (await page.evaluate(axe));

/** What a page does against the rules of accessibility, one line for each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`);
}

/** What a page does against one rule. */
export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly elements: readonly string[];
  /** Why axe can't decide, where it leaves that to people. */
  readonly undecided: readonly string[];
}

/** The rules that another theme may break. */
export const aboutColours = ["color-contrast", "link-in-text-block"];

/** All that axe says of a page by these rules, or by all that it has, what it can't decide among it. */
export async function findingsOf(page: Page, rules?: readonly string[]): Promise<Finding[]> {
  await bringAxe(page);
  const options = rules ? { runOnly: rules } : { rules: { "target-size": { enabled: true } } };
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations, incomplete }) =>
    [[violations, () => []], [incomplete, ({ any, all }) => [...any, ...all].map(({ id, data }) => data?.messageKey ?? id)]].flatMap(
      ([found, why]) => found.map(({ id, impact, nodes }) =>
        ({ rule: id, impact, elements: nodes.map(({ html }) => html.slice(0, 160)), undecided: nodes.flatMap(why) }))))`);
}

/** Waits until nothing of a page is still to come. */
export async function isWhole(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.locator(".waiting, .waiting-row, .is-loading, .placeholder, [aria-busy=true]").first().waitFor({ state: "detached" });
}

/** Whether one would have to push the whole page sideways, also once what is drawn has found its size. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(`new Promise((told) => {
    const end = Date.now() + 5_000;
    const look = () => {
      if (document.documentElement.scrollWidth <= window.innerWidth) told(false);
      else if (Date.now() > end) told(true);
      else setTimeout(look, 20);
    };
    look();
  })`);

/** In light and dark, wide and narrow, with nothing that axe finds; where pictures are kept, of all three. */
export async function expectFit(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `${name}-phone`);
  expect(await isTooWide(page)).toBe(false);
  await page.setViewportSize({ width: 1360, height: 900 });
}
