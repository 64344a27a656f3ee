import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Dialog, Page } from "playwright-core";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeDetection } from "./detection.ts";
import { faultsOf, signIn } from "./page.ts";

inBrowser.describe("the console in a browser", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let email: string;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let detection: string;
  /** What a page complained of, and what it asked of others than this server. */
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openWorld();
    project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [project.id]);
    ({ detection } = await makeDetection(world, project.id));
    ({ email } = await makeStaff(world, "admin"));
    browser = await openBrowser();
    page = await signIn(world, browser, email, complaints);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const openProject = async () => {
    await page.goto(`${world.url}/admin/resources/projects/records/${project.id}/show`);
    await page.getByRole("heading", { name: "Corner shop" }).waitFor();
  };
  const openAct = async (label: string) => {
    await openProject();
    await page.locator(".page-head").getByRole("link", { name: label, exact: true }).click();
    await page.locator("form.form").waitFor();
  };
  const submit = () => page.locator("form.form button[type=submit]").click();

  test("every page of the menu opens without a complaint, loads nothing from elsewhere, and names all its controls", async () => {
    for (const title of await page.locator(".sidebar .nav-item").allTextContents()) {
      await page.getByRole("navigation").getByRole("link", { name: title, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.locator(".is-loading, .waiting").first().waitFor({ state: "detached" });
      expect({ title, nameless: await namelessControls(page) }).toEqual({ title, nameless: [] });
      await picture(page, `console-${title.toLowerCase().replaceAll(" ", "-")}`);
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  test("an unfinished form is told at its fields, the first of which has the focus", async () => {
    await openAct("Suspend");
    await submit();
    await page.getByText("This is needed.").first().waitFor();
    expect(await page.locator(".error-text").allTextContents()).toEqual(["This is needed.", "This is needed."]);
    expect(await page.evaluate("document.activeElement.id")).toBe("field-reason");
    await picture(page, "console-suspend-error");
  });

  test("a text that is too long is not cut off unseen: its length is told, and the form refuses it", async () => {
    await openAct("Suspend");
    await page.getByLabel("Reason").selectOption("abuse");
    await page.getByLabel("Statement to the owner").fill("x".repeat(2_001));
    await page.getByText("2,001 characters, of 2,000 at most").waitFor();
    await submit();
    await page.getByText("Must have at most 2000 characters.").waitFor();
  });

  test("a secret that was pasted into a text is told to be masked, and the mail to the owner shows it so", async () => {
    await openAct("Suspend");
    await page.getByLabel("Reason").selectOption("security");
    await page.getByLabel("Statement to the owner").fill(`Your key ${project.secret.key} is public.`);
    await page.getByText("What looks like a secret in it is replaced by [masked].").waitFor();
    expect(await page.getByRole("region", { name: "The mail to the owner" }).textContent()).toContain("Your key [masked] is public.");
  });

  test("what was typed is in the form again when one comes back to it, until it is cancelled or begun afresh", async () => {
    const statement = page.getByLabel("Statement to the owner");
    const again = page.getByText("What you typed here before you left is in the form again.");
    const leaveAndReturn = async () => {
      await page.getByRole("navigation").getByRole("link", { name: "Detections", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Detections" }).waitFor();
      await page.goBack();
      await page.locator("form.form").waitFor();
    };
    await openAct("Suspend");
    await leaveAndReturn();
    expect(await again.count()).toBe(0);
    await page.getByLabel("Reason").selectOption("abuse");
    await statement.fill("Typed with care.");
    await leaveAndReturn();
    await again.waitFor();
    expect(await statement.inputValue()).toBe("Typed with care.");
    expect(await page.getByLabel("Reason").inputValue()).toBe("abuse");
    await picture(page, "console-draft");
    await page.getByRole("button", { name: "Start afresh" }).click();
    expect([await again.count(), await statement.inputValue()]).toEqual([0, ""]);
    await leaveAndReturn();
    expect([await again.count(), await statement.inputValue()]).toEqual([0, ""]);
    await statement.fill("Not meant.");
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Corner shop", level: 1 }).waitFor();
    await page.locator(".page-head").getByRole("link", { name: "Suspend", exact: true }).click();
    await page.locator("form.form").waitFor();
    expect([await again.count(), await statement.inputValue()]).toEqual([0, ""]);
  });

  test("a record, an act and a list that are not there say so under a title of their own", async () => {
    const gone = "prj_00000000000000000000000000";
    const places = [`projects/records/${gone}/show`, `projects/records/${gone}/suspend`, "audit_holds/actions/nothing"];
    for (const each of places) {
      await page.goto(`${world.url}/admin/resources/projects`);
      await page.getByRole("heading", { level: 1, name: "Projects" }).waitFor();
      await page.goto(`${world.url}/admin/resources/${each}`);
      await page.getByRole("heading", { level: 1, name: "Not found" }).waitFor();
      expect(await page.title()).toBe("Not found · NextMavens console");
      await page.getByRole("link", { name: "To the first page" }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  test("what was typed of one part of a record comes back with that part, and secrets do not come back", async () => {
    const leave = () => page.getByRole("navigation").getByRole("link", { name: "Detections", exact: true }).click();
    await openAct("Set quota");
    await page.getByLabel("Metric").selectOption("keys");
    await page.getByLabel("Reason").fill("Agreed by mail");
    await leave();
    await page.getByRole("heading", { level: 1, name: "Detections" }).waitFor();
    await page.goBack();
    await page.locator("form.form").waitFor();
    expect(await page.getByLabel("Metric").inputValue()).toBe("keys");
    expect(await page.getByLabel("Reason").inputValue()).toBe("Agreed by mail");
    await page.getByRole("link", { name: "Cancel" }).click();
    const add = `${world.url}/admin/resources/staff/actions/new`;
    await page.goto(`${world.url}/admin/resources/staff`);
    await page.getByRole("link", { name: "Add with a password" }).click();
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Password").fill("a password of hers");
    await leave();
    await page.getByRole("heading", { level: 1, name: "Detections" }).waitFor();
    await page.goBack();
    expect(page.url()).toBe(add);
    expect([await page.getByLabel("Name").inputValue(), await page.getByLabel("Password").inputValue()]).toEqual(["Ada", ""]);
  });

  test("the browser asks before it forgets what was typed and not sent", async () => {
    const asked: string[] = [];
    const note = (dialog: Dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    };
    await openAct("Suspend");
    page.on("dialog", note);
    await page.reload();
    expect(asked).toEqual([]);
    await page.getByLabel("Statement to the owner").fill("Typed with care.");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    page.off("dialog", note);
  });

  test("a date that was begun and not finished is told at its field, and not taken for none", async () => {
    await openAct("Suspend");
    await page.getByLabel("Reason").selectOption("abuse");
    await page.getByLabel("Statement to the owner").fill("Too much.");
    await page.getByLabel("Until").focus();
    await page.keyboard.type("12312040");
    await submit();
    await page.getByText("Complete the date and the time, or clear both.").waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("field-endsAt");
    expect(await world.clone.query("select id from suspensions where project_id = $1", [project.id])).toEqual([]);
  });

  test("an act against a project says in figures what it will do, as things stand", async () => {
    const foreseen = async (act: string) => {
      await openAct(act);
      return page.locator(".consequence li").allTextContents();
    };
    const [refused, ends, stays, isKept, evidence, appealable] = await foreseen("Suspend");
    expect(refused).toMatch(/^2 live keys are refused; [\d,]+ requests were served in the last hour\.$/);
    expect(ends).toMatch(/^\d+ open sessions? of its database ends?\.$/);
    expect(stays).toMatch(/^Its database( of .+)? stays as it is\.$/);
    expect(isKept).toBe("Deletion is not scheduled.");
    expect(evidence).toMatch(
      /^Sealed as evidence: each limit with its use as it is now, and what was detected in the last seven days: Far more than usual 1\dm ago\.$/,
    );
    expect(await page.locator(".consequence").getByRole("link").getAttribute("href")).toContain(detection);
    expect(appealable).toBe("The owner can appeal while it lasts, and for 30 days after its end.");
    await page.getByLabel("Until").fill("2040-12-01T12:00");
    await page.getByText("The owner can appeal until 31 Dec 2040, 12:00: 30 days after its end.").waitFor();
    const deletion = await foreseen("Delete");
    expect(deletion[2]).toMatch(/^Its database( of .+)? goes for good in 7 days\.$/);
    expect(deletion[3]).toBe("Until then the owner can restore it, and appeal.");
    expect(deletion[4]).toMatch(/^Sealed as evidence/);
    expect((await foreseen("Regenerate keys")).join()).toMatch(/^2 live keys stop at once; [\d,]+ requests/);
    expect(await foreseen("Sanction")).toEqual([]);
    await page.getByLabel("Level").selectOption("restricted");
    await page.getByText(/^Of those requests (none|\d+) wrote: what adds or changes something is refused\.$/).waitFor();
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `foreseen-${colorScheme}`);
    }
  });

  test("a project is suspended, says so with a word and the reason, and is lifted", async () => {
    await openAct("Suspend");
    await page.getByLabel("Reason").selectOption("billing");
    await page.getByLabel("Statement to the owner").fill("<b>Two</b> bills are open.");
    const mail = page.getByRole("region", { name: "The mail to the owner" });
    expect(await mail.textContent()).toMatch(
      /Your project Corner shop is suspended.*<b>Two<\/b> bills are open\..*Until: {2}it is lifted/s,
    );
    await page.getByLabel("Until").fill("2040-12-31T12:00");
    expect(await mail.textContent()).toMatch(/Until: {2}2040-12-31 \d\d:00 UTC/);
    await page.getByText(/^2040-12-31 \d\d:00:00 UTC · in 1\dy$/).waitFor();
    await picture(page, "console-suspend-mail");
    await page.getByLabel("Until").fill("");
    await submit();
    await page.getByText("Corner shop is suspended.").waitFor();
    const banner = page.getByRole("region", { name: "Sanction" });
    expect(await banner.textContent()).toContain("<b>Two</b> bills are open.");
    expect(await page.locator("h1 .badge").textContent()).toBe("suspended");
    await picture(page, "console-suspended");
    expect(await banner.getByRole("link", { name: "The page that tells the owner" }).getAttribute("href")).toMatch(
      /^\/status\/suspensions\/sus_/,
    );
    await banner.getByRole("link", { name: "Evidence and appeal" }).click();
    await page.getByRole("region", { name: "Evidence" }).getByRole("link", { name: "Far more than usual" }).waitFor();
    await page.goto(`${world.url}/admin/resources/projects/records/${project.id}/suspend`);
    await page.getByText("“Suspend” does not apply to this project as it is now.").waitFor();
    await page.getByRole("link", { name: "To the project" }).click();
    await banner.getByRole("link", { name: "Lift" }).click();
    await page.getByLabel("Reason").fill("Paid");
    await submit();
    await page.getByText("The sanction is lifted.").waitFor();
    await page.locator("h1 .badge", { hasText: "active" }).waitFor();
  });

  test("a limit may be written as people write it, and the form tells how it was understood", async () => {
    await openAct("Set quota");
    await page.getByLabel("Metric").selectOption("database_bytes");
    await page.getByLabel("Limit", { exact: true }).fill("2 GB");
    expect(await page.locator(".reading").textContent()).toBe("2 GB (2,147,483,648 bytes)");
    await page.getByLabel("Reason").fill("Agreed");
    await submit();
    await page.locator(".limits li", { hasText: "Database size" }).getByText("of 2 GB").waitFor();
  });

  test("new keys are shown once, and gone with the page", async () => {
    await openAct("Regenerate keys");
    await page.getByLabel("Reason").fill("A leak");
    await submit();
    const key = await page.locator(".shown-once code").first().textContent();
    expect(key).toMatch(/^nm_[ps]k_/);
    await picture(page, "console-keys");
    await page.getByRole("link", { name: "Done" }).click();
    await page.getByRole("heading", { name: "Corner shop" }).waitFor();
    expect(await page.content()).not.toContain(key);
  });

  test("a list is filtered, ordered and paged by its address, and a filter is a chip that can be taken off", async () => {
    await world.clone.query(
      `insert into usage_metrics (project_id, metric, minute, total)
       select $1, 'requests', now() - n * interval '1 minute', n from generate_series(1, 60) n`,
      [project.id],
    );
    await page.goto(`${world.url}/admin/resources/usage_metrics`);
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByLabel("Metric", { exact: true }).fill("requests");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Metric is requests").waitFor();
    await page.getByRole("button", { name: "In the minute" }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: "In the minute" }).waitFor();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText(/^26–50 of \d+/).waitFor();
    await page.getByRole("button", { name: /Remove the filter/ }).click();
    await page.getByText("Metric is requests").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("page")).toBeNull();
  });

  test("what could not be shown says so, and is there once it was tried again", async () => {
    const list = (url: URL) => url.pathname.endsWith("/projects/actions/list");
    await page.route(list, (route) => route.abort());
    await page.goto(`${world.url}/admin/resources/projects`);
    const said = page.getByRole("alert").filter({ hasText: "The console's server does not answer." });
    await said.waitFor();
    await page.unroute(list);
    await said.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("link", { name: "Corner shop" }).waitFor();
    expect(await said.count()).toBe(0);
  });

  test("a page that nobody is at says so with what it asks by itself", async () => {
    const alone = await signIn(world, browser, email, complaints);
    await alone.clock.install();
    await alone.goto(`${world.url}/admin/resources/projects`);
    await alone.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
    const saysSo = async () => {
      const asked = alone.waitForRequest((request) => request.url().endsWith("/api/bars"));
      await alone.clock.fastForward(20_000);
      return "unattended" in (await asked).headers();
    };
    expect(await saysSo()).toBe(false);
    await alone.clock.fastForward(60_000);
    expect(await saysSo()).toBe(true);
    await alone.mouse.move(300, 300);
    expect(await saysSo()).toBe(false);
    await alone.close();
  });

  test("what was typed when the session ended is not lost: one signs in beside it, and goes on", async () => {
    await openAct("Suspend");
    await page.getByLabel("Reason").selectOption("billing");
    await page.getByLabel("Statement to the owner").fill("The bill of May is open.");
    await world.clone.query("update staff_sessions set ended_at = now()");
    await submit();
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    const [other] = await Promise.all([page.context().waitForEvent("page"), dialog.getByRole("link", { name: "Sign in" }).click()]);
    await other.getByLabel("E-mail").fill(email);
    await other.getByLabel("Password").fill(password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("heading", { name: "Work queue" }).waitFor();
    await other.close();
    await dialog.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Corner shop is suspended.").waitFor();
    await page.getByText("The bill of May is open.").first().waitFor();
  });

  test("a page one was on before the session ended is where one is after signing in again", async () => {
    await openProject();
    await world.clone.query("update staff_sessions set ended_at = now()");
    await page.getByRole("navigation").getByRole("link", { name: "Projects" }).click();
    await page.getByRole("heading", { name: "Sign in to the console" }).waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe("/admin/resources/projects");
  });
});

/** Buttons, links and inputs that a screen reader could not name. */
const namelessControls = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll("button, a, input, select, textarea")]
    .filter((each) => each.type !== "hidden" && !each.textContent.trim() && !each.getAttribute("aria-label") && !(each.labels?.length))
    .map((each) => each.outerHTML)`);
