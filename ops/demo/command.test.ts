import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, jest, test } from "@jest/globals";
import { newDataDir } from "../../api/test/process.ts";

const script = join(import.meta.dirname, "demo.ts");
jest.setTimeout(90_000);
const data = newDataDir();
let url = "";
const startedByUs: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of startedByUs) await stop();
  data.remove();
});

/** Runs the demo's command to its end, or until it prints a line that begins so. */
async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}, until?: string) {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], DATA_DIR: data.path, PORT: "0", ...environment };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const ended = once(child, "close");
  const seen = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part: string) => {
        text += part;
        if (until !== undefined && text.includes(`\n${until}`) && text.endsWith("\n")) resolve();
      });
    }
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  startedByUs.push(stop);
  await Promise.race([seen, ended]);
  return { text, code: child.exitCode, stop };
}

test("every wrong option and variable is named, and nothing is started", async () => {
  const { text, code } = await run(["--seed", "x"], { PORT: "99999" });
  expect(code).toBe(1);
  expect(text).toMatch(/--seed/);
  expect(text).toMatch(/PORT/);
  expect((await run(["--help"])).text).toContain("--remove");
});

test("it starts a platform where none runs, says what to open, and is ready last of all", async () => {
  const { text } = await run(["--seed", "5", "--scale", "0.03"], {}, "ready ");
  url = /^ready (\S+)$/m.exec(text)?.[1] ?? "";
  expect(text.trim().split("\n").at(-1)).toBe(`ready ${url}`);
  expect(text).toContain(`open      ${url}/admin`);
  const [, email, password] = /sign in\s+(\S+)\s+password (\S+)/.exec(text) ?? [];
  const body = JSON.stringify({ email, password });
  const headers = { "content-type": "application/json" };
  expect((await fetch(`${url}/api/admin/auth/login`, { method: "POST", headers, body })).status).toBe(200);

  const joined = await run(["--url", url]);
  expect(joined.text).toContain("was here already");
  expect(joined.code).toBe(0);
});

test("without an address that answers, it says so and touches nothing", async () => {
  expect(await run(["--url", "http://127.0.0.1:1"])).toMatchObject({ code: 1, text: expect.stringContaining("no platform answers") });
});

test("removal asks first, is done beside a platform that runs, and finds nothing the next time", async () => {
  expect(await run(["--remove"])).toMatchObject({ code: 1, text: expect.stringContaining("--yes") });
  expect(await run(["--remove", "--yes"])).toMatchObject({ code: 0, text: expect.stringContaining("The demo is removed") });
  expect(await run(["--remove", "--yes"])).toMatchObject({ code: 0, text: expect.stringContaining("nothing to remove") });
});

test("a platform in use is left as it is where nobody can be asked", async () => {
  const headers = { "content-type": "application/json" };
  const somebody = JSON.stringify({ email: "somebody@example.net", password: "correct horse battery", name: "Somebody" });
  await fetch(`${url}/api/auth/register`, { method: "POST", headers, body: somebody });
  expect(await run(["--url", url])).toMatchObject({ code: 1, text: expect.stringMatching(/in use: it holds 1 developers[\s\S]*--yes/) });
});
