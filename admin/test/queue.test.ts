import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeDetection } from "./detection.ts";
import { hoursAgo } from "./history.ts";
import { faultsOf, isTooWide, signIn } from "./page.ts";

inBrowser.describe("the work queue", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let detection: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld({ STAFF_SUDO_MINUTES: "10" });
    project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [project.id]);
    const me = await makeStaff(world, "admin");
    const other = await makeStaff(world, "admin");
    const act = (token: string, request: string, body: unknown) =>
      ask(world, `POST /api/admin/projects/${project.id}/${request}`, { token, body });
    await act(other.token, "overrides", { metric: "requests_per_day", limit: 600_000, reason: "Launch", endsAt: hoursAgo(-4) });
    await act(me.token, "sanctions", { level: "throttled", reason: "abuse", statement: "Too many at once.", endsAt: hoursAgo(-3) });
    ({ detection } = await makeDetection(world, project.id));
    browser = await openBrowser();
    page = await signIn(world, browser, me.email, complaints, { viewport: { width: 1280, height: 900 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const queue = () => page.getByRole("list", { name: "What needs a person" });
  const open = async (rest = "") => {
    await page.goto(`${world.url}/admin${rest}`);
    await queue().getByRole("listitem").first().waitFor();
  };
  const kinds = () => queue().locator(".row-link").allTextContents();
  const focused = () => page.evaluate<string>("document.activeElement.closest('li')?.textContent ?? ''");

  test("is the first page: the oldest first or what is due first, all of it or what one began oneself", async () => {
    await open();
    expect(await kinds()).toEqual(["sanction ends", "override ends", "detection"]);
    await page.getByRole("button", { name: "Due first" }).click();
    await page.waitForURL("**/admin?order=due");
    expect((await kinds())[0]).toBe("detection");
    await page.getByRole("button", { name: "Mine" }).click();
    await page.waitForURL("**/admin?order=due&of=mine");
    expect(await kinds()).toEqual(["sanction ends"]);
    await page.getByText("1 of 3").waitFor();
    await page.getByRole("region", { name: "How the platform is" }).getByText("all up").waitFor();
  });

  test("lets one take what waits, and put it back, by a key; others see who has it", async () => {
    await open();
    await page.keyboard.press("j");
    await page.keyboard.press("t");
    const first = queue().getByRole("listitem").first();
    await first.getByText("taken by Somebody").waitFor();
    expect(await focused()).toContain("sanction ends");
    const [taken] = await world.clone.query<{ item_id: string }>("select item_id from taken_work");
    const told = "select action, actor_kind from audit_logs where target = $1 and action in ('takeWork', 'releaseWork') order by id";
    expect(await world.clone.query(told, [taken?.item_id])).toEqual([{ action: "takeWork", actor_kind: "staff" }]);
    const other = await signIn(world, browser, (await makeStaff(world, "support")).email, complaints);
    const theirs = other.getByRole("listitem").filter({ hasText: "sanction ends" });
    await theirs.getByRole("button", { name: "Take over" }).click();
    await other.getByText("Taken: it is told to be yours.").waitFor();
    await theirs.getByRole("button", { name: "Put back" }).waitFor();
    await other.context().close();
    await page.keyboard.press("t");
    await page.getByText("You have not taken it.").waitFor();
    await first.getByRole("button", { name: "Take over" }).click();
    await first.getByRole("button", { name: "Put back" }).waitFor();
    await page.keyboard.press("t");
    await first.getByText("taken by").waitFor({ state: "detached" });
    expect(await world.clone.query("select from taken_work")).toEqual([]);
    complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("status of 409")));
  }, 60_000);

  test("tells in the line below what is late, and by which ways nobody is told of anything", async () => {
    await open();
    const vitals = page.getByRole("region", { name: "How the platform is" });
    expect(await vitals.textContent()).toMatch(/\d+ jobs? late.*nothing is sent by mail.*nothing is sent by Telegram/s);
  });

  test("is one stop of the tab key, within which j and k move, and o opens", async () => {
    await open();
    await page.keyboard.press("j");
    expect(await focused()).toContain("sanction ends");
    await page.keyboard.press("j");
    expect(await focused()).toContain("override ends");
    expect(await queue().locator('[aria-current="true"]').count()).toBe(1);
    expect(await queue().locator('a.row-link[tabindex="0"]').count()).toBe(1);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Tab");
    expect(await focused()).toContain("override ends");
    await page.keyboard.press("k");
    await page.keyboard.press("o");
    await page.getByRole("heading", { level: 1, name: "Corner shop: throttled for abuse" }).waitFor();
  });

  test("shows its keys by ?, and lets them be switched off", async () => {
    await open();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keys" });
    await help.getByText("Dismiss, reject, lift, end").waitFor();
    await picture(page, "queue-keys");
    expect(await faultsOf(page)).toEqual([]);
    await help.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    expect(await queue().locator('[aria-current="true"]').count()).toBe(0);
    await page.getByRole("button", { name: "Shortcuts" }).click();
    await help.getByRole("checkbox").check();
    await help.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("j");
    expect(await focused()).toContain("sanction ends");
  });

  test("has a detection dismissed where it stands, by keys alone, and that undone", async () => {
    await open("?order=due");
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog", { name: /^Dismiss Corner shop: / });
    const note = dialog.getByLabel("Note");
    await note.waitFor();
    await page.waitForFunction("document.activeElement.id === 'field-note'");
    // Letters are text in a field: none of them moves, or acts.
    await page.keyboard.type("jkoad? A launch.");
    expect(await note.inputValue()).toBe("jkoad? A launch.");
    await picture(page, "queue-act");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Dismiss" }).click();
    await page.getByText("The detection is dismissed.").waitFor();
    await queue().getByText("detection", { exact: true }).waitFor({ state: "detached" });
    expect(await world.clone.query("select verdict, verdict_note from detections where id = $1", [detection])).toEqual([
      { verdict: "dismissed", verdict_note: "jkoad? A launch." },
    ]);
    expect(await focused()).toContain("sanction ends");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone. The detection waits for a verdict again.").waitFor();
    await queue().getByText("detection", { exact: true }).waitFor();
    await picture(page, "queue-undone");
    expect(await world.clone.query("select verdict from detections where id = $1", [detection])).toEqual([{ verdict: null }]);
  }, 60_000);

  test("has an override extended where it stands, and says what came between where that is undone too late", async () => {
    await open("?order=due");
    await queue().getByText("override ends").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toContain("override ends");
    await page.keyboard.press("a");
    const extend = page.getByRole("dialog", { name: "Override a limit of Corner shop" });
    await extend.getByLabel("Reason").fill("It goes on");
    expect(await extend.getByLabel("Limit", { exact: true }).inputValue()).toBe("600000");
    await extend.getByRole("button", { name: "Override" }).click();
    await page.getByText("The limit of requests per day of Corner shop is overridden later.").waitFor();
    const [first, second] = await world.clone.query<{ starts_at: string; ends_at: string }>(
      "select starts_at, ends_at from manual_overrides where project_id = $1 order by id",
      [project.id],
    );
    expect(second?.starts_at).toEqual(first?.ends_at);
    await world.clone.query(
      "update manual_overrides set ended_at = now(), ended_by = created_by, end_reason = 'x' where starts_at > now()",
    );
    await page.keyboard.press("u");
    await page.getByText("Not undone. This override has ended already.").waitFor();
  }, 60_000);

  test("tells at its field what is wrong with an act, and leaves it by Escape with nothing done", async () => {
    await open();
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog", { name: "Lift the sanction of Corner shop" });
    await dialog.getByRole("button", { name: "Lift" }).click();
    await dialog.getByText("This is needed.").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await focused()).toContain("sanction ends");
    expect(await world.clone.query("select lifted_at from suspensions where project_id = $1", [project.id])).toEqual([{ lifted_at: null }]);
  });

  test("asks over the form who one is where an act is sensitive, and offers no undo where that would not be exact", async () => {
    world.travel(11 * 60_000);
    await open();
    await queue().getByRole("button", { name: "Throttle 1 h" }).click();
    const dialog = page.getByRole("dialog", { name: "Put Corner shop under a sanction" });
    expect(await dialog.getByLabel("Level").inputValue()).toBe("throttled");
    expect(await dialog.getByLabel("Until").inputValue()).not.toBe("");
    await dialog.getByLabel("Level").selectOption("warned");
    await dialog.getByLabel("Reason").selectOption("abuse");
    await dialog.getByLabel("Statement to the owner").fill("Please ask for less at once.");
    await dialog.getByRole("button", { name: "Sanction" }).click();
    const proof = page.getByRole("dialog", { name: "Is it still you?" });
    await proof.getByLabel("Your password").fill(password);
    await proof.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Corner shop is warned.").waitFor();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("status of 403")));
  }, 60_000);

  test("keeps the rules of accessibility, in the light and in the dark, and fits a phone", async () => {
    await open();
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page)).toEqual([]);
      await picture(page, `queue-${colorScheme}`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isTooWide(page)).toBe(false);
    await picture(page, "queue-phone");
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.getByRole("dialog").getByRole("button", { name: "Lift" }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    await picture(page, "queue-phone-act");
  });

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
