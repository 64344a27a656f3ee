import { request } from "node:http";
import type { ListAnswer } from "@nextmavens/admin/sight";
import type { Browser, BrowserContext } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { signIn } from "./console.ts";
import { type Asset, assetsTable, encodings, pagesTable, signInTable } from "./pages-report.ts";
import { makeDeveloper, makeProject, type Platform, staff } from "./platform.ts";
import { makeProgress } from "./progress.ts";
import { type Visit, visit, weigh } from "./visit.ts";

interface Place {
  readonly name: string;
  readonly path: string;
}

const viewport = { width: 1360, height: 900 };
/** Pages that are no lists. */
const besides: readonly Place[] = [
  { name: "Work queue", path: "" },
  { name: "Overview", path: "/overview" },
  { name: "Notices", path: "/notices" },
  { name: "Backtest", path: "/backtest" },
  { name: "Rights", path: "/rights" },
  { name: "Your account", path: "/account" },
];

/**
 * Opens every page of the console in Chromium, each time with nothing of it in the browser's cache and then with what was kept there, and tells how
 * long that took and how much was sent.
 */
export async function measurePages(platform: Platform, rounds: number): Promise<void> {
  const url = `${platform.server.url}/admin`;
  await fillSome(platform);
  const places = await placesOf(platform.server.url);
  const browser = await openBrowser();
  try {
    const signIns = { name: "Sign-in", cold: [] as Visit[], warm: [] as Visit[] };
    const pages = places.map((place) => ({ ...place, cold: [] as Visit[], warm: [] as Visit[] }));
    const tell = makeProgress("pages", rounds * pages.length);
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ viewport });
      signIns.cold.push(await comeIn(context, url));
      await context.clearCookies();
      signIns.warm.push(await comeIn(context, url));
      for (const [i, page] of pages.entries()) {
        page.cold.push(await visitAnew(browser, context, url + page.path));
        page.warm.push(await visit(context, url + page.path));
        tell(round * pages.length + i + 1);
      }
      await context.close();
    }
    console.log(signInTable(signIns));
    console.log(pagesTable(pages));
    console.log(assetsTable(await Promise.all((signIns.cold[0]?.urls ?? []).filter(isAsset).map(weightOf))));
  } finally {
    await browser.close();
  }
}

/** From the sent form to the first page of who has signed in. */
async function comeIn(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail").fill(staff.email);
  await page.getByLabel("Password").fill(staff.password);
  // As long as it takes to type these, the browser may fetch ahead.
  await page.waitForLoadState("networkidle");
  const weighing = await weigh(page);
  await page.getByRole("button", { name: "Sign in" }).click({ noWaitAfter: true });
  await page.waitForURL(url, { waitUntil: "commit" });
  const taken = await weighing.done();
  await page.close();
  return taken;
}

/** By the same session, and with nothing in the cache. */
async function visitAnew(browser: Browser, signedIn: BrowserContext, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport, storageState: await signedIn.storageState() });
  try {
    return await visit(context, url);
  } finally {
    await context.close();
  }
}

/** Every page that there is something to see on: each list, and the newest record of each. */
async function placesOf(serverUrl: string): Promise<readonly Place[]> {
  const { ask, sight } = await signIn(serverUrl, staff);
  const places: Place[] = [...besides];
  for (const { id, title, one } of sight.resources) {
    places.push({ name: title, path: `/resources/${id}` });
    const { records } = JSON.parse(await ask(`/api/resources/${id}/actions/list`)) as ListAnswer;
    const [newest] = records;
    if (newest) places.push({ name: `  ${one}`, path: `/resources/${id}/records/${encodeURIComponent(newest.id)}/show` });
  }
  return places;
}

/** Enough that no page is empty that people look at every day. */
async function fillSome(platform: Platform): Promise<void> {
  const { ask } = platform;
  const token = String((await ask("POST /api/admin/auth/login", staff))["accessToken"]);
  const owner = await makeDeveloper(platform, "owner");
  for (const name of ["Corner shop", "Maker days", "Rye and salt"]) {
    const { id, secret } = await makeProject(platform, owner, name, "create table goods (id int primary key, name text)");
    for (let i = 0; i < 20; i += 1) await ask("POST /api/sql", { query: "select count(*) from goods" }, { key: secret });
    await ask(`POST /api/admin/projects/${id}/suspensions`, { reason: "billing", statement: "A bill is open." }, { token });
    const endsAt = new Date(Date.now() + 3 * 3_600_000).toISOString();
    await ask(
      `POST /api/admin/projects/${id}/overrides`,
      { metric: "requests_per_day", limit: 90_000, reason: "Launch", confirm: true, endsAt },
      { token },
    );
  }
}

const isAsset = (url: string) => url.includes("/assets/");

/** The scripts and the style sheet, each as it is served packed by one way or another. */
async function weightOf(url: string): Promise<Asset> {
  const sizes = await Promise.all(encodings.map((encoding) => sizeOf(url, encoding)));
  return { name: url.replace(/^.*\//, ""), sizes };
}

/** As it goes over the wire: `fetch` would unpack it. */
const sizeOf = (url: string, encoding: string) =>
  new Promise<number>((resolve, reject) => {
    request(url, { headers: { "accept-encoding": encoding } }, (response) => {
      let size = 0;
      response
        .on("data", (chunk: Buffer) => (size += chunk.length))
        .on("end", () => resolve(size))
        .on("error", reject);
    })
      .on("error", reject)
      .end();
  });
