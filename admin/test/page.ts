import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
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

/** What a page does against the rules of accessibility, one line for each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`);
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
