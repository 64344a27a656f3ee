import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import type { Browser } from "playwright-core";
import { portOf } from "../src/http/server.ts";
import { adminLogin } from "../src/platform/db/server.ts";
import { openServer, type RunningServer } from "../src/platform/embedded/server.ts";
import { ask } from "./ask.ts";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { type Process, startProcess } from "./process.ts";
import { digitsOf } from "./sealed.ts";

const home = mkdtempSync(join(tmpdir(), "nextmavens-outage-"));
const masterKey = randomBytes(32).toString("base64");
const [email, password] = ["ada@example.com", "open the shutters"];
const processes: Process[] = [];
/** What staff got, past the database. */
const mails: { to: string; subject: string }[] = [];
const messages: string[] = [];
let services: Server;
/** While it is there, mail services answer nobody: jobs are under way for as long. */
let held: PromiseWithResolvers<void> | undefined;
let waiting = 0;
let postgres: RunningServer;
let browser: Browser | undefined;

const startPostgres = async () => {
  postgres = await openServer(undefined, join(home, "postgres"), () => undefined, { isThrowAway: true });
};
const environmentOf = (host: string) => ({
  DATABASE_URL: postgres.url,
  MASTER_KEY: masterKey,
  DATA_DIR: join(home, host),
  STAFF_MFA: "optional",
  STAFF_EMAIL: email,
  STAFF_PASSWORD: password,
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: `http://127.0.0.1:${portOf(services)}`,
  TELEGRAM_BOT_TOKEN: "123456:AAH-this_is_the_secret_of_a_bot_00000",
  TELEGRAM_STAFF_CHAT: "-100200",
  TELEGRAM_API_ROOT: `http://127.0.0.1:${portOf(services)}`,
});
const begin = (host: string, more: Record<string, string> = {}) => {
  const started = startProcess({ ...environmentOf(host), ...more });
  processes.push(started);
  return started;
};
const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(adminLogin(postgres.server));
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
};
/** Waits for what comes of itself, however long that takes on this machine. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await sleep(100);
  }
}

beforeAll(async () => {
  chmodSync(home, 0o711);
  services = createServer(async (request, response) => {
    const sent = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    waiting += 1;
    await held?.promise;
    response.writeHead(200, { "content-type": "application/json" });
    if (request.url?.startsWith("/bot")) {
      messages.push(sent.text);
      return response.end('{"ok":true,"result":{"message_id":7}}');
    }
    mails.push(...[sent].flat());
    return response.end(JSON.stringify(Array.isArray(sent) ? { data: sent.map(() => ({ id: "1" })) } : { id: "1" }));
  });
  await new Promise<void>((resolve) => services.listen(0, "127.0.0.1", resolve));
  await startPostgres();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  for (const { child, signal } of processes) if (child.exitCode === null && child.signalCode === null) await signal("SIGKILL");
  services.closeAllConnections();
  services.close();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

const seal = async (host: string, holder = email) => {
  const script = join(import.meta.dirname, "../../ops/break-glass/break-glass.ts");
  const env = { PATH: process.env["PATH"], ...environmentOf(host) };
  const { stdout } = await promisify(execFile)(process.execPath, [script, "seal", "--holder", holder, "--count", "2"], { env });
  return {
    codes: stdout.match(/^ {4}[2-9A-Z]{5}(-[2-9A-Z]{5}){5}$/gm)?.map((line) => line.trim()) ?? [],
    uri: new URL(/otpauth:\S+/.exec(stdout)?.[0] ?? ""),
  };
};
const send = (url: string, path: string, form: Record<string, string>, cookie = "") =>
  fetch(`${url}/break-glass${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual", headers: { cookie } });
const statusOf = (url: string, path: string) =>
  fetch(`${url}${path}`).then(
    ({ status }) => status,
    () => undefined,
  );
const becomes = (url: string, path: string, status: number) =>
  until(async () => ((await statusOf(url, path)) === status ? true : undefined));

const isShut = async (url: string) => {
  for (const request of ["GET /api/rest/todos", "GET /rest/v1/todos", "POST /API/auth/login"])
    expect(await ask({ url }, request)).toMatchObject({ status: 503, body: { code: "maintenance" } });
};

/** Where a process answers that says it waits. */
const waitingAt = ({ lines }: Process) => until(async () => /at (http:\S+)\/break-glass$/m.exec(lines.join("\n"))?.[1]);

test("with PostgreSQL stopped, a holder comes in, closes the house and says so in public; once it runs again the journal is merged and checked", async () => {
  const first = begin("one");
  const before = await first.ready();
  const { body } = await ask({ url: before }, "POST /api/admin/auth/login", { body: { email, password } });
  const staff = String(body.accessToken);
  const other = { email: "sam@example.com", name: "Sam", role: "operator", password };
  expect((await ask({ url: before }, "POST /api/admin/staff", { token: staff, body: other })).status).toBe(201);
  const paper = await seal("one");
  // Another host, which writes its verifier file as it starts.
  const second = begin("two", { ROLE: "api" });
  const urlOfSecond = await second.ready();
  await until(async () => (readFileSync(join(home, "two/break-glass/verifier"), "utf8").includes(email) ? true : undefined));

  const opening = (stepsAhead: number) => ({
    ...{ holder: email, code: paper.codes[0] ?? "", totp: digitsOf(paper.uri, new Date(), stepsAhead) },
    ...{ reason: "The database is gone.", incident: "INC-7", minutes: "30", kind: "real" },
  });
  const cookieIn = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  [held, waiting] = [Promise.withResolvers(), 0];
  const early = await send(before, "", { ...opening(0), code: paper.codes[1] ?? "", incident: "INC-6" });
  const known = { headers: { cookie: cookieIn(early) } };
  expect(await (await fetch(`${before}/break-glass`, known)).text()).toContain("You are in");
  // It goes away while jobs are under way, which then can't be written down as failed.
  await until(async () => (waiting > 0 ? true : undefined));
  await postgres.stop();
  held.resolve();
  await becomes(before, "/api/health/ready", 503);
  // What was opened with the database opens nothing without it, and can be left all the same.
  expect(await (await fetch(`${before}/break-glass`, known)).text()).toContain("Your session was opened with the database");
  const left = await fetch(`${before}/admin/logout`, { method: "POST", ...known });
  expect([left.status, cookieIn(left), await left.text()]).toEqual([200, "nm_break_glass=", expect.stringContaining("You are out")]);
  expect(await statusOf(before, "/api/health/live")).toBe(200);
  const signingIn = await fetch(`${before}/admin/login`, { method: "POST", body: new URLSearchParams({ email, password }) });
  expect([signingIn.status, await signingIn.text()]).toEqual([503, expect.stringContaining("The database does not answer")]);
  // What the database answered last serves for a second.
  const door = await until(async () => {
    const text = await (await fetch(`${before}/break-glass`)).text();
    return text.includes("A code opens a session on this host alone") ? text : undefined;
  });
  expect(door).toContain("Until the database is back");
  expect(door).not.toContain("What it lets you do");
  const opened = await send(before, "", opening(1));
  expect(opened.status).toBe(303);
  const cookie = cookieIn(opened);
  // Written down once both ways were tried.
  await until(async () => (readFileSync(join(home, "one/break-glass/journal"), "utf8").includes('"kind":"told"') ? true : undefined));
  const alarm = `${email} broke the glass (INC-7)`;
  expect(mails.flatMap(({ to, subject }) => (subject === alarm ? [to] : [])).sort()).toEqual([email, other.email]);
  expect(messages.filter((text) => text.startsWith(alarm))).toHaveLength(1);
  const page = await (await fetch(`${before}/break-glass`, { headers: { cookie } })).text();
  expect(page).toMatch(/does not answer.*Sanctions in force.*Until the database is back.*seal, list or revoke codes/s);
  expect(page).not.toContain("What it lets you do");

  expect(
    (await send(before, "/maintenance", { message: "Back at noon <b>UTC</b>.", reason: "Until it is restored." }, cookie)).status,
  ).toBe(303);
  expect((await send(before, "/status", { text: "We are restoring the database.", reason: "People ask." }, cookie)).status).toBe(303);
  expect((await send(before, "/maintenance", { message: "", reason: "" }, cookie)).status).toBe(422);
  expect(await ask({ url: before }, "GET /api/rest/todos")).toMatchObject({
    status: 503,
    body: { code: "maintenance", message: "Back at noon <b>UTC</b>." },
  });
  await isShut(before);
  const told = await (await fetch(`${before}/status`)).text();
  expect(told).toContain("We are restoring the database.");
  expect(told).toContain("Back at noon &lt;b&gt;UTC&lt;/b&gt;.");

  // Neither the process nor what it knows is lost when it starts without its database.
  await first.signal("SIGKILL");
  const again = begin("one");
  const url = await waitingAt(again);
  expect(await statusOf(url, "/api/health/live")).toBe(200);
  expect(await statusOf(url, "/api/health/ready")).toBe(503);
  expect(await statusOf(url, "/api/health")).toBe(200);
  expect(await (await fetch(`${url}/break-glass`, { headers: { cookie } })).text()).toContain("You are in");
  expect(await (await send(url, "", opening(1))).text()).toContain("has served or was revoked");
  expect(await statusOf(url, "/status")).toBe(200);
  const console = await fetch(`${url}/admin`);
  expect([console.status, await console.text()]).toEqual([503, expect.stringContaining("The database does not answer")]);
  expect(await ask({ url }, "GET /api/admin/staff")).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
  await isShut(url);
  expect((await send(url, "/end", {}, cookie)).status).toBe(200);
  expect(await (await fetch(`${url}/break-glass`, { headers: { cookie } })).text()).toContain("Break the glass");
  // The same paper on another host, which can't know.
  expect((await send(urlOfSecond, "", opening(1))).status).toBe(303);
  await second.signal("SIGKILL");

  await startPostgres();
  await again.ready();
  await becomes(url, "/api/health/ready", 200);
  const sessionsOnce = (count: number) =>
    until(async () => {
      const found = await rows(
        "select id, incident, is_offline, is_second_use, ended_at is not null as is_ended from break_glass_sessions where is_offline order by opened_at",
      );
      return found.length === count ? found : undefined;
    });
  await sessionsOnce(1);
  // The other host comes back later.
  begin("two", { ROLE: "api" });
  const sessions = await sessionsOnce(2);
  expect(sessions).toEqual([
    expect.objectContaining({ incident: "INC-7", is_offline: true, is_second_use: false, is_ended: true }),
    expect.objectContaining({ incident: "INC-7", is_offline: true, is_second_use: true, is_ended: true }),
  ]);
  expect(await rows("select e.email from break_glass_sessions b join staff e on e.id = b.ended_by where b.incident = 'INC-6'")).toEqual([
    { email },
  ]);
  const merged = await rows("select action, after from audit_logs where break_glass = $1 order by (after ->> 'seq')::int", [
    sessions[0]?.["id"],
  ]);
  expect(merged.map(({ action }) => action)).toEqual([
    "breakGlassOffline.opened",
    "breakGlassOffline.told",
    "breakGlassOffline.read",
    "breakGlassOffline.changed",
    "breakGlassOffline.changed",
    "breakGlassOffline.read",
    "breakGlassOffline.read",
    "breakGlassOffline.ended",
  ]);
  const checks = await until(async () => {
    const found = await rows("select after from audit_logs where action = 'mergeBreakGlassJournal' order by id");
    return found.length === 2 ? found : undefined;
  });
  expect(checks.map(({ after }) => after)).toEqual([
    expect.objectContaining({ isWhole: true, entries: 9 }),
    expect.objectContaining({ isWhole: true }),
  ]);
  const warnings = await rows("select recipient from outbox where template = 'sealed_code_used_twice' order by recipient");
  expect(warnings).toEqual([{ recipient: email }, { recipient: other.email }, { recipient: "staff" }]);
  const { code, totp, ...rest } = opening(1);
  const spent = await ask({ url }, "POST /api/admin/break-glass/sessions", {
    body: { holder: email, code, totp, reason: rest.reason, incident: rest.incident },
  });
  expect(spent).toMatchObject({ status: 401, body: { code: "sealed_code_is_spent" } });

  const { body: transcript } = await ask({ url }, `GET /api/admin/break-glass/sessions/${sessions[0]?.["id"]}`, { token: staff });
  const closed = { message: "Back at noon <b>UTC</b>.", since: expect.any(String) };
  const seen = { kind: "read", what: "GET /break-glass", target: null, why: null, before: null };
  const said = {
    database: "does not answer",
    lastKnownAt: expect.any(String),
    projects: 0,
    sanctions: 0,
    waitingMessages: expect.any(Number),
  };
  const looked = expect.objectContaining({ ...seen, after: said });
  expect(transcript.transcript).toEqual([
    looked,
    expect.objectContaining({ what: "setMaintenance", target: "maintenance", why: "Until it is restored.", before: null, after: closed }),
    expect.objectContaining({ what: "postStatus", why: "People ask.", before: null, after: { text: "We are restoring the database." } }),
    looked,
    looked,
  ]);
  const merges = JSON.stringify(await rows("select before, after from audit_logs where action like 'breakGlassOffline.%'"));
  expect(merges).not.toMatch(/@example\.com|127\.0\.0\.1|userAgent/);
  expect(await statusOf(url, "/api/rest/")).toBe(503);
  const over = await ask({ url }, "PUT /api/admin/maintenance", { token: staff, body: { message: null, reason: "It is restored." } });
  expect(over).toMatchObject({ status: 200, body: { maintenance: null } });
  expect(await statusOf(url, "/api/rest/")).toBe(401);
}, 300_000);

/** The console, open before somebody who has signed in; nothing where there is no browser. */
const openConsole = async (url: string) => {
  if (noBrowser !== undefined) return undefined;
  browser = await openBrowser();
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}/admin/login`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Work queue" }).waitFor();
  return page;
};

/** Neither the server nor a session of it does anything until it is let go on; connections are still taken by the system. */
const stopWhole = () => {
  const pid = postgres.embedded?.pid() ?? 0;
  process.kill(pid, "SIGSTOP");
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  const pids = [...children.trim().split(/\s+/).map(Number), pid];
  for (const each of pids) process.kill(each, "SIGSTOP");
  return () => {
    for (const each of pids) process.kill(each, "SIGCONT");
  };
};

test("with PostgreSQL standing still, a holder comes in by digits that were right as they came, and nothing is kept of what was given up", async () => {
  const url = await begin("four").ready();
  const { body } = await ask({ url }, "POST /api/admin/auth/login", { body: { email, password } });
  const eve = { email: "eve@example.com", name: "Eve", role: "operator", password };
  expect((await ask({ url }, "POST /api/admin/staff", { token: String(body.accessToken), body: eve })).status).toBe(201);
  const paper = await seal("four", eve.email);
  const opening = { holder: eve.email, code: paper.codes[0] ?? "", reason: "It hangs.", incident: "INC-9", minutes: "30", kind: "real" };
  // The house has heard just now that the database answers.
  expect(await (await fetch(`${url}/break-glass`)).text()).toContain("What it lets you do");
  const goOn = stopWhole();
  try {
    const opened = await send(url, "", { ...opening, totp: digitsOf(paper.uri, new Date(), 0) });
    expect(opened.status).toBe(303);
    const headers = { cookie: opened.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
    const inside = await (await fetch(`${url}/break-glass`, { headers })).text();
    expect(inside).toContain("You are in");
    expect(inside).toContain("does not answer");
    expect(await (await fetch(`${url}/status`)).text()).toContain("does not serve just now");
    expect((await send(url, "/status", { text: "The database hangs.", reason: "People ask." }, headers.cookie)).status).toBe(303);
  } finally {
    goOn();
  }
  await becomes(url, "/api/health/ready", 200);
  const merged = await until(async () => {
    const found = await rows("select is_offline, is_second_use from break_glass_sessions where incident = 'INC-9'");
    return found.length > 0 ? found : undefined;
  });
  expect(merged).toEqual([{ is_offline: true, is_second_use: false }]);
  const entries = await rows("select from audit_logs where action = 'openBreakGlass' and reason = 'It hangs.'");
  expect(entries).toEqual([]);
}, 180_000);

test("with PostgreSQL standing still, who comes to the console is told so at once, in a page that is open as well", async () => {
  const url = await begin("five").ready();
  const { body } = await ask({ url }, "POST /api/admin/auth/login", { body: { email, password } });
  const signedIn = await fetch(`${url}/admin/login`, {
    method: "POST",
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  const headers = {
    cookie: signedIn.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; "),
  };
  const open = await openConsole(url);
  const said = expect.stringMatching(/Nobody can sign in until it does.*href="\/status".*href="\/break-glass"/s);
  // The house has heard just now that the database answers.
  expect(await statusOf(url, "/admin/login")).toBe(200);
  const goOn = stopWhole();
  try {
    let isPatienceOver = false;
    const token = String(body.accessToken);
    const patient = ask({ url }, "GET /api/admin/projects", { token }).finally(() => {
      isPatienceOver = true;
    });
    const asked = [
      fetch(`${url}/admin`, { headers }),
      fetch(`${url}/admin/account/enrol`, { method: "POST", headers, body: new URLSearchParams({ password }) }),
      fetch(`${url}/admin/api/queue`, { headers }),
    ].map(async (response) => [(await response).status, await (await response).text()]);
    const [page, form, program] = await Promise.all(asked);
    expect(page).toEqual([503, said]);
    expect(form).toEqual([503, expect.stringContaining("look before you send it again")]);
    expect(program).toEqual([503, expect.stringContaining("database_unavailable")]);
    const door = await fetch(`${url}/admin/login`);
    expect([door.status, await door.text()]).toEqual([503, said]);
    await open?.getByRole("link", { name: "Projects" }).click();
    await open?.getByText("The database does not answer just now.").first().waitFor();
    if (open) await picture(open, "console-hanging");
    expect(isPatienceOver).toBe(false);
    await patient;
  } finally {
    goOn();
  }
  await becomes(url, "/api/health/ready", 200);
  await open?.getByRole("button", { name: "Try again" }).click();
  await open?.getByText("A project appears here as soon as a developer makes one").waitFor();
}, 180_000);

test("a process that waits for its database says so once, serves no other page, and stops when it is told to", async () => {
  const waiting = begin("three", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nowhere" });
  const url = await waitingAt(waiting);
  expect(await statusOf(url, "/api/health/live")).toBe(200);
  expect(await statusOf(url, "/status")).toBe(200);
  expect(await (await fetch(`${url}/break-glass`)).text()).toContain("no code opens here. Try another host.");
  expect(await statusOf(url, "/docs")).toBe(503);
  expect(await waiting.signal("SIGTERM")).toBe(0);
  expect(waiting.lines.filter((line) => line.startsWith("waiting for the database"))).toHaveLength(1);
}, 120_000);
