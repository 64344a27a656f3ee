import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../api/test/ask.ts";
import { makeStaff } from "../../api/test/make.ts";
import { digitsOf } from "../../api/test/sealed.ts";
import { openWorld, type World } from "../../api/test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const run = (...args: string[]) => runOn(world.clone.url, ...args);
const runOn = (database: string, ...args: string[]) =>
  new Promise<{ code: unknown; said: string; complained: string }>((resolve) => {
    const path = fileURLToPath(new URL("break-glass.ts", import.meta.url));
    const env = { PATH: process.env["PATH"], DATABASE_URL: database, MASTER_KEY: world.clone.masterKey, PUBLIC_URL: world.url };
    execFile(process.execPath, [path, ...args], { env }, (error, said, complained) =>
      resolve({ code: error?.code ?? 0, said, complained }),
    );
  });
const codesIn = (said: string) => said.match(/^ {4}[2-9A-Z]{5}(-[2-9A-Z]{5}){5}$/gm)?.map((line) => line.trim()) ?? [];

test("seals codes that open a session with the authenticator it enrols, lists them, and revokes them", async () => {
  const { email } = await makeStaff(world, "viewer");
  const sealed = await run("seal", "--holder", email.toUpperCase(), "--count", "3");
  expect(sealed).toMatchObject({ code: 0, complained: "" });
  const codes = codesIn(sealed.said);
  expect(codes).toHaveLength(3);
  expect(sealed.said).toContain("█");
  expect(sealed.said).toContain("Nobody is told by mail when the glass is broken: set RESEND_API_KEY.");
  expect(sealed.said).toContain("Nobody is told by Telegram when the glass is broken: set TELEGRAM_BOT_TOKEN and TELEGRAM_STAFF_CHAT.");
  const uri = new URL(/otpauth:\S+/.exec(sealed.said)?.[0] ?? "");
  expect(uri.searchParams.get("issuer")).toBe("NextMavens break-glass");
  const totp = digitsOf(uri, new Date());
  const body = { holder: email, code: codes[0], totp, reason: "x", incident: "y" };
  expect((await ask(world, "POST /api/admin/break-glass/sessions", { body })).status).toBe(201);

  const more = await run("seal", "--holder", email, "--count", "1");
  expect(codesIn(more.said)).toHaveLength(1);
  expect(more.said).not.toContain("otpauth:");

  const [, second = "", third = ""] = codes;
  expect(await run("revoke", "--code", second.slice(0, 4).toLowerCase())).toMatchObject({
    code: 0,
    said: `revoked: ${second.slice(0, 4)}\n`,
  });
  const listed = (await run("list")).said;
  expect(listed).toMatch(new RegExp(`^${codes[0]?.slice(0, 4)} {2}used `, "m"));
  expect(listed).toMatch(new RegExp(`^${second.slice(0, 4)} {2}revoked `, "m"));
  expect(listed).toMatch(new RegExp(`^${third.slice(0, 4)} {2}sealed .*${email}$`, "m"));
  expect((await run("revoke", "--holder", email)).said).toContain(third.slice(0, 4));
  expect((await run("revoke", "--holder", email)).complained).toContain("no code of this name");
}, 120_000);

test("another enrolment makes what was sealed before worthless", async () => {
  const { email } = await makeStaff(world, "viewer");
  const [code = ""] = codesIn((await run("seal", "--holder", email, "--count", "1")).said);
  expect((await run("seal", "--holder", email, "--count", "1", "--new-totp")).said).toContain("otpauth:");
  expect((await run("list")).said).toMatch(new RegExp(`^${code.slice(0, 4)} {2}revoked `, "m"));
}, 120_000);

test.each([
  [["seal", "--holder", "ada@example.com"], "Come in by a code that was sealed before"],
  [["list"], "break-glass/verifier names"],
  [["revoke", "--code", "K7RM"], "move\nthis file away on each of them"],
])("tells by %j what to do while the database is away", async (args, advice) => {
  const { code, said, complained } = await runOn("postgresql://nobody@127.0.0.1:1/nowhere", ...args);
  expect({ code, said }).toEqual({ code: 1, said: "" });
  expect(complained).toContain("The database does not answer (connect ECONNREFUSED 127.0.0.1:1). Codes are");
  expect(complained).toContain(advice);
  expect(complained).not.toContain("    at ");
});

test.each([
  [["seal"], "--holder"],
  [["seal", "--holder", "nobody@example.com"], "Nobody on staff"],
  [["seal", "--holder", "x", "--count", "0"], "--count"],
  [["revoke"], "--code or --holder"],
  [["open"], "seal, list or revoke"],
] as const)("says of %j what is wrong", async (args, wrong) => {
  const { code, said, complained } = await run(...args);
  expect({ code, said }).toEqual({ code: 1, said: "" });
  expect(complained).toContain(wrong);
  expect(complained).not.toContain("    at ");
});
