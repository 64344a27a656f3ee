import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { newId } from "../../api/src/platform/ids.ts";
import { ask } from "../../api/test/ask.ts";
import { inBrowser, openBrowser, picture } from "../../api/test/browser.ts";
import { makeProject, makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeDetection } from "./detection.ts";
import { faultsOf, isTooWide, isWhole, signIn } from "./page.ts";

inBrowser.describe("cases of abuse in the console", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let project: Awaited<ReturnType<typeof makeProject>>;
  const complaints: string[] = [];

  const signedIn = async (role: "operator" | "admin") =>
    signIn(world, browser, (await makeStaff(world, role)).email, complaints, { viewport: { width: 1280, height: 900 } });

  beforeAll(async () => {
    world = await openWorld();
    project = await makeProject(world);
    await world.clone.query("update projects set name = 'Corner shop' where id = $1", [project.id]);
    // Somebody else who may decide about appeals.
    await makeStaff(world, "admin");
    browser = await openBrowser();
    page = await signedIn("operator");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** The same page as others see it: in the dark, and on a phone. */
  const pictures = async (name: string) => {
    await picture(page, `cases-${name}`);
    if (!process.env["SCREENSHOTS"]) return;
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(page, `cases-${name}-dark`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 900 });
    await picture(page, `cases-${name}-phone`);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const record = (table: string, id: string, act = "show") => page.goto(`${world.url}/admin/resources/${table}/records/${id}/${act}`);
  const submit = () => page.locator("form.form button[type=submit]").click();
  const sanctions = () =>
    world.clone.query<{ id: string; level: string; follows_id: string | null }>(
      "select id, level, follows_id from suspensions where project_id = $1 order by id desc",
      [project.id],
    );

  test("a sanction is told at its fields while it is unfinished, previewed by its level, and imposed", async () => {
    await record("projects", project.id);
    await page.locator(".page-head").getByRole("link", { name: "Sanction", exact: true }).click();
    await submit();
    await page.getByText("This is needed.").first().waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("field-level");
    await page.getByLabel("Level").selectOption("throttled");
    await page.getByText("It is served at a tenth of its requests per second while this lasts.").first().waitFor();
    await page.getByLabel("Reason").selectOption("abuse");
    await page.getByLabel("Statement to the owner").fill("It asked for every page of a shop.");
    const mail = page.getByRole("region", { name: "The mail to the owner" });
    expect(await mail.textContent()).toMatch(/Your project Corner shop is slowed down.*It asked for every page/s);
    await pictures("sanction-form");
    await submit();
    await page.getByText("Corner shop is throttled.").waitFor();
    await page.locator("h1 .badge", { hasText: "throttled" }).waitFor();
    expect(await page.getByRole("region", { name: "Sanction" }).textContent()).toContain("It asked for every page of a shop.");
    await page.locator(".band.throttled").waitFor();
    await pictures("sanctioned-project");
    expect(await sanctions()).toEqual([expect.objectContaining({ level: "throttled" })]);
  }, 120_000);

  test("the page of a sanction shows sealed evidence, and moves it to another level", async () => {
    await page.getByRole("region", { name: "Sanction" }).getByRole("link", { name: "Evidence and appeal" }).click();
    const evidence = page.getByRole("region", { name: "Evidence" });
    await evidence.getByText("intact").waitFor();
    await evidence.getByText("Requests per day").waitFor();
    await page.locator(".page-head").getByRole("link", { name: "Move" }).click();
    await page.getByLabel("Level").selectOption("restricted");
    await submit();
    await page.getByText("The project is restricted.").waitFor();
    await page.getByRole("region", { name: "Moved from level to level" }).getByText("this one").waitFor();
    const [present, before] = await sanctions();
    expect(present).toMatchObject({ level: "restricted", follows_id: before?.id });
    await pictures("sanction");
    expect(await isTooWide(page)).toBe(false);
  }, 120_000);

  test("its end is put off from its page, with the mail shown beforehand", async () => {
    const [present] = await sanctions();
    await record("suspensions", String(present?.id));
    await page.locator(".page-head").getByRole("link", { name: "Change end" }).click();
    await page.getByLabel("Statement to the owner").fill("We need three days more.");
    await page.getByLabel("Until").fill("2099-01-01T12:00");
    const mail = page.getByRole("region", { name: "The mail to the owner" });
    expect(await mail.textContent()).toMatch(/We need three days more\..*Was to end: +once it is lifted.*Ends now: +2099-01-01/s);
    await pictures("change-end");
    expect(await isTooWide(page)).toBe(false);
    await submit();
    await page.getByText("The end of the sanction is changed.").waitFor();
    expect(await page.locator("dl, .facts").first().textContent()).toMatch(/Untilin \d+y/);
  }, 60_000);

  test("a quota that waits for a second person stands in the work queue, and in a list of its own", async () => {
    await record("projects", project.id, "set-quota");
    await page.getByLabel("Metric").selectOption("requests_per_day");
    await page.getByLabel("Limit", { exact: true }).fill("900M");
    await page.getByLabel("Reason").fill("A festival");
    await submit();
    await page
      .getByText(/waits until somebody else on staff approves it/)
      .first()
      .waitFor();
    await pictures("proposed");
    await page.goto(`${world.url}/admin/resources/quota_proposals`);
    await page.getByRole("cell", { name: "waiting" }).waitFor();
    await pictures("proposals");
    await page.goto(`${world.url}/admin`);
    await page.getByText("asks for approval").waitFor();
    await pictures("queue-proposal");
    await world.clone.query("update quota_proposals set ends_at = now() where project_id = $1", [project.id]);
  }, 60_000);

  test("evidence that was changed since is called so", async () => {
    const [, before] = await sanctions();
    await world.clone.query("update suspensions set evidence = replace(evidence, '\"used\":0', '\"used\":9') where id = $1", [before?.id]);
    await record("suspensions", String(before?.id));
    await page.getByRole("region", { name: "Evidence" }).getByText("changed since").waitFor();
  });

  test("an appeal is answered, refused at its field where a decision makes no sense, and decided by somebody else", async () => {
    const [present] = await sanctions();
    const { id } = (
      await ask<{ id: string }>(world, `POST /api/projects/${project.id}/suspensions/${present?.id}/appeals`, {
        token: project.developer.token,
        body: { text: "The crawler was not ours: a key was stolen, and it is revoked now." },
      })
    ).body;
    await record("appeals", id);
    await page.getByText("The crawler was not ours").waitFor();
    await page.locator(".page-head").getByRole("link", { name: "Write to the owner" }).click();
    await page.getByLabel("Message").fill("Which key was it?");
    await submit();
    await page.locator(".thread .staff", { hasText: "Which key was it?" }).waitFor();
    await pictures("appeal");
    await record("appeals", id, "decide");
    await page.getByLabel("Decision").selectOption("lift");
    await page.getByLabel("Answer to the owner").fill("Thank you.");
    await submit();
    await page.getByText("You imposed this sanction: somebody else decides the appeal.").waitFor();
    const mine = page;
    page = await signedIn("admin");
    await mine.close();
    await record("appeals", id, "decide");
    await page.getByLabel("Decision").selectOption("lift");
    await page.getByLabel("Answer to the owner").fill("Thank you.");
    await page.getByLabel("Milder level").selectOption("warned");
    await submit();
    await page.locator(".field.wrong", { hasText: "Milder level" }).waitFor();
    await pictures("appeal-refused");
    await page.getByLabel("Milder level").selectOption("");
    await submit();
    await page.getByText("The appeal is decided: lifted.").waitFor();
    await page.locator(".thread .decision", { hasText: "Thank you." }).waitFor();
    expect(await world.clone.query("select state from appeals where id = $1", [id])).toEqual([{ state: "lifted" }]);
    await record("projects", project.id, "show?tab=timeline");
    await page.getByRole("button", { name: "Appeals" }).click();
    await page.locator(".timeline li", { hasText: "Owner appealed" }).waitFor();
    await pictures("timeline");
  }, 120_000);

  test("what the owner was told stands on the project's page with how it went to them, and so do webhooks with their last error", async () => {
    const webhook = newId("webhook");
    await world.clone.query(
      `insert into webhook_endpoints (id, project_id, url, description, failing_since, failures, due_at, created_at, updated_at)
       values ($1, $2, 'https://hooks.example.com/T0K3N', 'To our chat', now() - interval '1 hour', 3, now(), now(), now())`,
      [webhook, project.id],
    );
    await world.clone.query(
      `insert into outbox (id, channel, recipient, project_id, template, subject, body, created_at, due_at, attempts, last_status, last_error)
       values ($1, 'webhook', $2, $3, 'project_warned', 'A test', '{}', now(), now(), 3, 503, 'it answered 503')`,
      [newId("message"), webhook, project.id],
    );
    await record("projects", project.id, "show?tab=notices");
    const hooks = page.getByRole("region", { name: "Webhooks" });
    await hooks.getByText("https://hooks.example.com/…").waitFor();
    await hooks.locator(".badge", { hasText: "failing" }).waitFor();
    await hooks.getByText("it answered 503").waitFor();
    const notices = page.getByRole("region", { name: "Notices" });
    await notices.getByText(`mail to ${project.developer.email}`).first().waitFor();
    const first = notices.getByRole("listitem").last();
    await first.locator("summary").click();
    await first.getByText("It asked for every page of a shop.").waitFor();
    expect([await faultsOf(page), await isTooWide(page)]).toEqual([[], false]);
    await pictures("notices");
  }, 120_000);

  test("what needs a person is gone through by keys and opened, and a detection is drawn beside what is usual, and dismissed", async () => {
    const { detection } = await makeDetection(world, project.id);
    await ask(world, `POST /api/admin/projects/${project.id}/overrides`, {
      token: (await makeStaff(world, "admin")).token,
      body: { metric: "requests_per_day", limit: 600_000, reason: "Launch", endsAt: new Date(Date.now() + 2 * 3_600_000).toISOString() },
    });
    await page.goto(`${world.url}/admin?order=due`);
    const queue = page.getByRole("region", { name: "Needs a person" });
    await queue.getByText("Far more than usual, going on").waitFor();
    await queue.getByText("override ends").waitFor();
    await pictures("queue");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await queue.locator("li[aria-current]").textContent()).toContain("Far more than usual");
    await page.keyboard.press("o");
    await page.getByRole("heading", { level: 1, name: /Far more than usual/ }).waitFor();
    await page.locator("path.threshold").waitFor({ state: "attached" });
    await pictures("detection");
    expect(await isTooWide(page)).toBe(false);
    await page.locator(".page-head").getByRole("link", { name: "Dismiss" }).click();
    await page.getByLabel("Note").fill("A launch that we knew of.");
    await submit();
    await page.getByText("The detection is dismissed.").waitFor();
    expect(await world.clone.query("select verdict, verdict_note from detections where id = $1", [detection])).toEqual([
      { verdict: "dismissed", verdict_note: "A launch that we knew of." },
    ]);
  }, 120_000);

  test("a rule's expression is refused with the place marked, at its field", async () => {
    await page.goto(`${world.url}/admin/resources/detection_rules/actions/add`);
    await page.getByLabel("Key").fill("very_busy");
    await page.getByLabel("Kind").selectOption("pattern");
    await page.getByLabel("Title").fill("Very busy");
    await page.getByLabel("Description").fill("Asks for more than anybody needs.");
    await page.getByLabel("Strictest sanction").selectOption("throttled");
    await page.getByLabel("A sanction lasts at most").fill("3600");
    await page.getByLabel("Rests after it fell quiet").fill("60");
    await page.getByLabel("Rests after it fell quiet").fill("600");
    await page.getByText("10 minutes", { exact: true }).waitFor();
    const expression = page.getByRole("textbox", { name: "Expression" });
    await expression.fill("requests > 1000 && nosuch > 2");
    expect(await page.getByRole("status").locator(".marked").textContent()).toBe(`requests > 1000 && nosuch > 2\n${" ".repeat(19)}^`);
    await page.getByLabel("Reason").fill("Seen in the logs");
    await submit();
    await page.locator(".field.wrong .error-text", { hasText: "nosuch" }).waitFor();
    await pictures("rule-refused");
    await expression.fill("requests > 8000");
    await page.getByText("It matches a busy application.").waitFor();
    await expression.fill("requests > 10000");
    await page.getByText("finds none of the ordinary windows").waitFor();
    await page.getByRole("button", { name: "probes" }).click();
    expect(await expression.inputValue()).toBe("requests > 10000 probes");
    await expression.fill("requests > 10000");
    expect(await faultsOf(page)).toEqual([]);
    await submit();
    await page.getByText("“Very busy” is looked for.").waitFor();
    await page
      .getByRole("region", { name: "What expressions can be written with" })
      .getByText("requests", { exact: true })
      .first()
      .waitFor();
    await pictures("rule");
    expect(await isTooWide(page)).toBe(false);
  }, 120_000);

  test("a rule is tried from its form before it is saved: whom it would have found is drawn and listed, and what is wrong stands at its place", async () => {
    await world.clone.query(
      `insert into feature_windows (subject_kind, subject_id, starts_at, tally, written_at)
       select 'project', $1, date_trunc('minute', now()) - n * interval '1 minute', $2, now() from generate_series(8, 12) n`,
      [project.id, { counts: { requests: 4_000, probes: 30 }, distinct: {}, bodies: {}, endpoints: {} }],
    );
    await page.goto(`${world.url}/admin/resources/detection_rules/actions/add`);
    const expression = page.getByRole("textbox", { name: "Expression" });
    const tryIt = page.getByRole("button", { name: "Try it" });
    await expression.fill("nosuch > 1");
    await tryIt.click();
    await page.locator(".field.wrong", { hasText: "nosuch" }).waitFor();
    await expression.fill("requests > 10000 && probes >= 100");
    await page.getByLabel("Mode").selectOption("act");
    await page.getByLabel("Days").fill("100");
    await tryIt.click();
    await page.locator(".field.wrong", { hasText: "Days" }).waitFor();
    await page.getByLabel("Days").fill("2");
    await tryIt.click();
    await page.getByText(/^1 of 1 project$/).waitFor();
    expect(await page.locator(".trial-told").textContent()).toContain("owners would have been told, and a project throttled once");
    await page.getByRole("region", { name: "Projects found" }).locator("rect.fill").first().waitFor();
    const found = page.getByRole("region", { name: "What it would have found" });
    await found.getByRole("link", { name: "Corner shop" }).waitFor();
    expect([await faultsOf(page), await isTooWide(page)]).toEqual([[], false]);
    await pictures("rule-trial");
    await expression.fill("requests > 100000");
    await tryIt.click();
    await page.getByText("Nothing: nobody would have felt it.").waitFor();
  }, 120_000);

  test("a rule is changed by fields of its kind alone, each with its unit, and what is wrong stands at them", async () => {
    const [{ id } = { id: "" }] = await world.clone.query<{ id: string }>("select id from detection_rules where key = 'requests_spike'");
    await record("detection_rules", id, "change");
    expect(await page.getByLabel("Threshold").inputValue()).toBe("8");
    expect(await page.getByLabel("Metric").inputValue()).toBe("requests");
    expect(await page.getByLabel("Expression").count()).toBe(0);
    await page.getByText("held against the median of this hour of the week").waitFor();
    await page.getByLabel("Threshold").fill("1");
    await page.getByLabel("Reason").fill("Too many launches");
    await submit();
    await page.locator(".field.wrong", { hasText: "Threshold" }).getByText("Must be at least 2.").waitFor();
    await page.getByLabel("Threshold").fill("12");
    await pictures("rule-change");
    expect(await faultsOf(page)).toEqual([]);
    await submit();
    await page.getByText("“Far more requests than usual” is changed.").waitFor();
    expect(await world.clone.query("select settings, revision from detection_rules where id = $1", [id])).toEqual([
      { settings: { metric: "requests", threshold: 12, floor: 1_500 }, revision: 2 },
    ]);
  }, 120_000);

  test("a limit is tried from its form: what it would have done is drawn and listed, and leads to the project", async () => {
    await record("projects", project.id, "set-quota");
    await page.getByLabel("Metric").selectOption("requests_per_day");
    await page.getByLabel("Limit", { exact: true }).fill("1k");
    await page.getByRole("link", { name: "Try this first" }).click();
    await page.getByText(/^1 of 1 project$/).waitFor();
    await page.getByRole("region", { name: "Projects hit" }).locator("rect.fill").first().waitFor();
    await pictures("backtest");
    expect(await isTooWide(page)).toBe(false);
    await page.getByText("What was refused at the time by another limit counts as asked for.").waitFor();
    const box = await page.getByText(/^Requests per day: recorded since .* What is not recorded counts as nothing\.$/).boundingBox();
    const chart = await page.getByRole("region", { name: "Projects hit" }).boundingBox();
    expect((chart?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)).toBeGreaterThanOrEqual(10);
    await page.getByLabel("Days").fill("100");
    await page.getByRole("button", { name: "Try", exact: true }).click();
    await page
      .locator(".field.wrong", { hasText: "Days" })
      .getByText(/62 days at most/)
      .waitFor();
    await page.getByRole("region", { name: "Projects it would have hit" }).waitFor({ state: "detached" });
    await page.getByLabel("Days").fill("7");
    await page.getByRole("button", { name: "Try", exact: true }).click();
    await page.getByRole("region", { name: "Projects it would have hit" }).getByRole("link", { name: "Corner shop" }).click();
    await page.getByRole("heading", { level: 1, name: "Corner shop" }).waitFor();
  }, 120_000);

  test("a limit of what is not recorded is set without being tried, and an address that asks for it is told why", async () => {
    await record("projects", project.id, "set-quota");
    const tried = page.getByRole("link", { name: "Try this first" });
    await page.getByLabel("Metric").selectOption("keys");
    await tried.waitFor();
    await page.getByLabel("Metric").selectOption("connections");
    await tried.waitFor({ state: "detached" });
    await page.goto(`${world.url}/admin/backtest?kind=quota&metric=connections&limit=10&days=7`);
    await page
      .locator(".field.wrong", { hasText: "Metric" })
      .getByText(/their past is not recorded/)
      .waitFor();
    expect(await page.getByLabel("Metric").locator("option").allTextContents()).not.toContain("Connections");
  }, 120_000);

  test("many sanctions are lifted for one reason, each with an entry of its own in the audit log", async () => {
    const { token } = await makeStaff(world, "admin");
    for (let i = 0; i < 3; i += 1) {
      const { id } = await makeProject(world);
      await ask(world, `POST /api/admin/projects/${id}/sanctions`, {
        token,
        body: { level: "warned", reason: "other", statement: "See our mail." },
      });
    }
    await page.goto(`${world.url}/admin/resources/suspensions?filters.state=in+force`);
    await page.getByLabel("Choose all of this page").check();
    const bulk = page.getByRole("region", { name: "Chosen" });
    await bulk.getByText("3 chosen").waitFor();
    await bulk.getByRole("button", { name: "Lift" }).click();
    await bulk.getByRole("button", { name: "Lift: 3" }).click();
    await bulk.getByText("This is needed.").waitFor();
    await bulk.getByLabel("Reason").fill("Settled by mail");
    // Whoever looks something up meanwhile finds what they typed again.
    await page.getByRole("navigation").getByRole("link", { name: "Detections", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Detections" }).waitFor();
    await page.goBack();
    await page.getByLabel("Choose all of this page").check();
    await bulk.getByRole("button", { name: "Lift" }).click();
    await bulk.getByText("What you typed here before you left is in the form again.").waitFor();
    expect(await bulk.getByLabel("Reason").inputValue()).toBe("Settled by mail");
    await pictures("bulk");
    expect(await isTooWide(page)).toBe(false);
    await bulk.getByRole("button", { name: "Lift: 3" }).click();
    await page.getByText("Lift: 3 of 3 done.").waitFor();
    const [{ count } = { count: 0 }] = await world.clone.query<{ count: number }>(
      "select count(*)::int as count from audit_logs where action = 'liftSuspension' and reason = 'Settled by mail'",
    );
    expect(count).toBe(3);
  }, 120_000);

  test("of many that are acted on at once, those that were refused stay chosen with the reason, and what was done shows", async () => {
    const { token } = await makeStaff(world, "admin");
    const { id, secret } = await makeProject(world);
    await page.goto(`${world.url}/admin/resources/api_keys?filters.project_id=${id}`);
    await page.getByLabel("Choose all of this page").check();
    const bulk = page.getByRole("region", { name: "Chosen" });
    await bulk.getByText("2 chosen").waitFor();
    const revoked = await ask(world, `POST /api/admin/keys/${secret.id}/revoke`, { token, body: { reason: "Leaked" } });
    expect(revoked.status).toBe(200);
    await bulk.getByRole("button", { name: "Revoke" }).click();
    await bulk.getByLabel("Reason").fill("All of them leaked");
    await bulk.getByRole("button", { name: "Revoke: 2" }).click();
    await bulk.getByText("secret: The key is revoked already.").waitFor();
    await bulk.getByText("1 chosen").waitFor();
    await page.locator("table.list tbody").getByText("revoked").nth(1).waitFor();
    expect(await page.getByLabel("Choose secret").isChecked()).toBe(true);
    expect(await page.getByLabel("Choose publishable").count()).toBe(0);
    await pictures("bulk-refused");
    await bulk.getByRole("button", { name: "Choose none" }).click();
    await bulk.waitFor({ state: "detached" });
  }, 120_000);

  test("every page of it keeps the rules of accessibility, in the light and in the dark, and fits a phone", async () => {
    const newest = async (table: string, where = "true") =>
      String((await world.clone.query<{ id: string }>(`select id from ${table} where ${where} order by id desc limit 1`))[0]?.id);
    const resource = (rest: string) => `/admin/resources/${rest}`;
    const paths = {
      queue: "/admin",
      sanctions: resource("suspensions"),
      sanction: resource(`suspensions/records/${await newest("suspensions", `project_id = '${project.id}'`)}/show`),
      sanctionForm: resource(`projects/records/${project.id}/sanction`),
      appeals: resource("appeals"),
      appeal: resource(`appeals/records/${await newest("appeals")}/show`),
      detections: resource("detections"),
      detection: resource(`detections/records/${await newest("detections")}/show`),
      rules: resource("detection_rules"),
      rule: resource(`detection_rules/records/${await newest("detection_rules", "kind = 'pattern'")}/show`),
      newRule: resource("detection_rules/actions/add"),
      backtest: "/admin/backtest?kind=quota&metric=requests_per_day&limit=1000&days=7",
      plans: resource("plans"),
      plan: resource("plans/records/free/show"),
      planForm: resource("plans/records/free/set-limit?metric=keys&limit=100"),
      overrides: resource("manual_overrides"),
      requests: resource("override_requests"),
      proposals: resource("quota_proposals"),
      notices: resource(`projects/records/${project.id}/show?tab=notices`),
      timeline: resource(`projects/records/${project.id}/show?tab=timeline`),
    };
    const faults: string[] = [];
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${world.url}${path}`);
      await isWhole(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await faultsOf(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
      }
      if (await isTooWide(page)) faults.push(`${name}: too wide`);
      await page.setViewportSize({ width: 390, height: 844 });
      if (await isTooWide(page)) faults.push(`${name}, on a phone: too wide`);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    expect(faults).toEqual([]);
  }, 240_000);

  test("nothing was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
