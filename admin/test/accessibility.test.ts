import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import type { Browser, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeStaff, password } from "../../api/test/make.ts";
import { sealFor } from "../../api/test/sealed.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { awayPage } from "../src/break-glass/pages.ts";
import type { ListAnswer, ResourceSight } from "../src/sight.ts";
import { faultsIn, type Looked, type Place, placeIn, told } from "./accessibility.ts";
import { fillEachList } from "./filled.ts";
import { aboutColours, findingsOf, isWhole, signIn } from "./page.ts";
import { openStock } from "./stock.ts";

/** `ACCESSIBILITY=write` writes it anew. */
const report = new URL("../../ops/accessibility.md", import.meta.url);
/** So high that nothing is scrolled away: what is half covered axe can't judge. */
const viewport = { width: 1360, height: 4_000 };

inBrowser.describe("what axe finds", () => {
  let world: World;
  let browser: Browser;
  let filled: Awaited<ReturnType<typeof fillEachList>>;
  const ours: Looked[] = [];
  const ofAdminJs: Looked[] = [];

  beforeAll(async () => {
    world = await openWorld({ STAFF_SUDO_MINUTES: "10" });
    filled = await fillEachList(world);
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const newPage = async () => (await browser.newContext({ viewport })).newPage();

  /** Each place once it is whole: by all rules in the light, and in the dark by those that colours are about. */
  const look = async (on: Page, places: readonly Place[], url = world.url, whole: typeof isWhole = isWhole) => {
    const looked: Looked[] = [];
    for (const place of places) {
      await on.goto(url + place.path);
      await place.first?.(on);
      await whole(on);
      for (const theme of ["light", "dark"] as const) {
        await on.emulateMedia({ colorScheme: theme });
        looked.push({ place, theme, findings: await findingsOf(on, theme === "dark" ? aboutColours : undefined) });
        await picture(on, `axe-${place.section}-${place.name}-${theme}`.toLowerCase().replace(/[^a-z]+/g, "-"));
      }
      await on.emulateMedia({ colorScheme: "light" });
    }
    return looked;
  };
  /** By several pages at once, where one after the other takes long. */
  const nothingOn = async (pages: readonly Page[], places: readonly Place[]) => {
    const parts = pages.map((on, i) =>
      look(
        on,
        places.filter((_, at) => at % pages.length === i),
      ),
    );
    const looked = (await Promise.all(parts)).flat().toSorted((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
    ours.push(...looked);
    expect(faultsIn(looked)).toEqual([]);
  };
  const filling = (typed: Readonly<Record<string, string>>, button: string, then: string) => async (on: Page) => {
    for (const [label, text] of Object.entries(typed)) await on.getByLabel(label, { exact: true }).fill(text);
    await on.getByRole("button", { name: button }).click();
    await on.getByText(then).first().waitFor();
  };

  test("is nothing on the pages that are open to everybody", async () => {
    const on = await newPage();
    await on.route(`${world.url}/away`, (route) => route.fulfill({ contentType: "text/html", body: awayPage() }));
    const [docs, mailed, status, signingIn] = ["Documentation", "What mails lead to", "Status", "Sign-in"].map(placeIn) as [At, At, At, At];
    const unknown = { "E-mail": "nobody@example.com", Password: password };
    const over = { "The link in your mail, or what stands behind its #": "nothing", "Your password": password };
    await nothingOn(
      [on],
      [
        docs("/docs", "`/docs`, one operation in thirty", (seen) => seen.evaluate(oneInThirty)),
        ...["/", "/docs/problems", "/docs/problems/quota_exceeded", "/docs/problems/none", "/nothing"].map((path) => docs(path)),
        ...["/account/verify-email", "/account/reset-password", "/admin/invitation", "/admin/reset-password"].map((path) => mailed(path)),
        mailed("/admin/invitation", "an invitation that is over", filling(over, "Join", "Ask for another invitation")),
        status("/status"),
        status(`/status/suspensions/${filled.suspensionId}`, "a suspension"),
        status(filled.statusPath, "a project"),
        status("/away", "the console while the database is away"),
        signingIn("/admin/login"),
        signingIn("/admin/forgot-password"),
        signingIn("/admin/login", "refused", filling(unknown, "Sign in", "not right")),
      ],
    );
  }, 120_000);

  test("is nothing behind broken glass", async () => {
    const { email } = await makeStaff(world, "viewer");
    const holder = await sealFor(world, email);
    const [code = ""] = holder.codes;
    const on = await newPage();
    const glass = placeIn("Break-glass");
    const enter = (sealed: string, then: string) => async () => {
      await on.getByLabel("Real").check();
      const typed = { Holder: email, "Sealed code": sealed, "Six digits": holder.digits(), Why: "Nobody can sign in.", Incident: "INC-42" };
      await filling(typed, "Break the glass", then)(on);
    };
    await nothingOn(
      [on],
      [
        glass("/break-glass"),
        glass("/break-glass", "refused", enter(`${code.slice(0, -1)}0`, "mistyped")),
        glass("/break-glass", "inside", enter(code, "You are in")),
        glass("/admin", "the console"),
        glass(`/admin/resources/projects/records/${filled.projectId}/show?tab=rows`, "rows of a project"),
        glass(`/admin/resources/projects/records/${filled.projectId}/add-override`, "an escalation"),
        glass("/break-glass", "ended", filling({}, "End now", "over")),
      ],
    );
  }, 120_000);

  test("is nothing in the console: on any list, record or form", async () => {
    const enter = async () => signIn(world, browser, (await makeStaff(world, "admin")).email, [], { viewport });
    const on = await enter();
    await nothingOn([on, await enter()], await placesOf(on, filled.projectId));
  }, 300_000);

  test("is nothing on the pages of one's own account", async () => {
    const on = await signIn(world, browser, (await makeStaff(world, "viewer")).email, [], { viewport });
    const account = placeIn("One's own account");
    const enrol = filling({ "Your password": password }, "Enrol an authenticator app", "Scan this");
    const confirm = async () => {
      await enrol(on);
      const secret = String(await on.locator(".code-line code").textContent()).replaceAll(" ", "");
      const code = generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1_000) });
      await filling({ "Six digits": code }, "Confirm", "This is shown once")(on);
    };
    const prove = async () => {
      world.travel(11 * 60_000);
      await filling({}, "Make new recovery codes", "Is it still you?")(on);
    };
    await nothingOn(
      [on],
      [
        account("/admin/account"),
        account("/admin/account", "enrolling an app", enrol),
        account("/admin/account", "recovery codes", confirm),
        account("/admin/account", "with an app"),
        account("/admin/account/password"),
        account("/admin/account", "who one is", prove),
        account("/admin/logout"),
      ],
    );
  }, 120_000);

  test("is why none of AdminJS's pages is served", async () => {
    const stock = await openStock(world, ["projects"]);
    const on = await newPage();
    // Fonts from elsewhere, which would be waited for.
    await on.route(
      ({ href }) => !href.startsWith(stock.url),
      (route) => route.abort(),
    );
    const adminJs = placeIn("AdminJS");
    const until = (text: string) => () => on.getByText(text).first().waitFor();
    const places = [
      adminJs("/login", "Sign-in", until("Welcome")),
      adminJs("/", "Dashboard", until("Adding Resources")),
      adminJs("/resources/projects", "List", until("Corner shop")),
      adminJs("/resources/projects/actions/new", "Form", until("Save")),
    ];
    try {
      ofAdminJs.push(...(await look(on, places, stock.url, async () => undefined)));
    } finally {
      await stock.close();
    }
  }, 120_000);

  test("is as ops/accessibility.md tells", () => {
    const text = told(ours, ofAdminJs);
    if (process.env["ACCESSIBILITY"] === "write") writeFileSync(report, text);
    expect(text).toBe(readFileSync(report, "utf8"));
  });
});

type At = ReturnType<typeof placeIn>;

/** The reference says everything in the same way, of so many operations that it would take a minute to look at. */
const oneInThirty = "document.querySelectorAll('article.op').forEach((each, i) => i % 30 === 0 || each.remove())";

/** What stands over a page while one is at work on it. */
const over = (): readonly Place[] => {
  const at = placeIn("Over a page");
  const pressing = (key: string) => async (on: Page) => {
    await isWhole(on);
    await on.keyboard.press(key);
    await on.getByRole("dialog").waitFor();
  };
  const clicking =
    (name: string | RegExp, then = "dialog[open]") =>
    async (on: Page) => {
      await on.getByRole("button", { name }).first().click();
      await on.locator(then).waitFor();
    };
  return [
    at("/admin", "search", pressing("/")),
    at("/admin", "the keys", pressing("?")),
    at("/admin", "an act where it stands", clicking(/^Dismiss/)),
    at("/admin/resources/projects", "filters", clicking("Filter", ".filter-panel")),
    at("/admin/resources/projects?filters.state=active", "filters to be saved", clicking("Save these filters")),
  ];
};

/** What is folded is looked at as well. */
const unfold = async (on: Page) => {
  await isWhole(on);
  await on.evaluate("document.querySelectorAll('.fold').forEach((each) => { each.open = true; })");
};

/** Every list, a record of each, and the form of every act that is offered on one. */
async function placesOf(on: Page, projectId: string): Promise<readonly Place[]> {
  const resources: ResourceSight[] = await on.evaluate("window.CONSOLE.resources");
  const besides = placeIn("By themselves");
  const places: Place[] = ["", "/overview", "/notices", "/backtest", "/rights", "/nothing"].map((path) =>
    besides(`/admin${path}`, undefined, unfold),
  );
  const project = `/admin/resources/projects/records/${projectId}`;
  const tabs = ["keys", "access", "timeline", "notices", "schema", "audit", "details"];
  places.push(...over(), ...tabs.map((tab) => placeIn("Tabs of a project")(`${project}/show?tab=${tab}`, tab)));
  places.push(placeIn("Projects")(`${project}/as-owner`, "as its owner"));
  for (const { id, title, one, acts } of resources) {
    const at = placeIn(title);
    const list = `/admin/resources/${id}`;
    places.push(at(list, "the list"));
    for (const { name, label, on: of, manyOf } of acts) if (of === "resource" && !manyOf) places.push(at(`${list}/actions/${name}`, label));
    const { records }: ListAnswer = await on.evaluate(
      `fetch("/admin/api/resources/${id}/actions/list").then((response) => response.json())`,
    );
    const pathOf = (record: { id: string }, page: string) => `${list}/records/${encodeURIComponent(record.id)}/${page}`;
    if (records[0]) places.push(at(pathOf(records[0], "show"), one));
    for (const { name, label } of acts) {
      const record = records.find((each) => each.acts.includes(name));
      if (record) places.push(at(pathOf(record, name), label));
    }
  }
  return places;
}
