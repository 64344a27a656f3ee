import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { testsThatNeed } from "./needs.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** Why browser tests can't run here, or nothing. */
export const noBrowser = executablePath === undefined ? "no Chromium is installed (Debian: apt-get install chromium)" : undefined;

export const inBrowser = testsThatNeed(noBrowser);

/** Nothing of Chromium's own leaves this machine. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: executablePath ?? "", args });

/** Keeps a picture where SCREENSHOTS says, for people to look at; without it nothing is kept. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
