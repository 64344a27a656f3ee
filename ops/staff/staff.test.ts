import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../api/test/ask.ts";
import { makeStaff } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const run = (...args: string[]) =>
  new Promise<{ code: unknown; said: string; complained: string }>((resolve) => {
    const path = fileURLToPath(new URL("staff.ts", import.meta.url));
    const env = { PATH: process.env["PATH"], DATABASE_URL: world.clone.url, MASTER_KEY: world.clone.masterKey, PUBLIC_URL: world.url };
    execFile(process.execPath, [path, ...args], { env }, (error, said, complained) =>
      resolve({ code: error?.code ?? 0, said, complained }),
    );
  });

test("makes a link for a member who forgot the password, which stands nowhere but in what it prints", async () => {
  const { id, email } = await makeStaff(world, "viewer");
  const made = await run("reset-password", email.toUpperCase());
  expect(made).toMatchObject({ code: 0, complained: "" });
  const [, link = "", token = ""] = /(http\S+\/admin\/reset-password)#(nm_sr_\w{49})$/m.exec(made.said) ?? [];
  expect(link).toBe(`${world.url}/admin/reset-password`);
  expect(await world.clone.query("select id from outbox")).toEqual([]);
  expect(
    await world.clone.query("select actor_kind, actor_id from audit_logs where action = 'makeStaffResetLink' and target = $1", [id]),
  ).toEqual([{ actor_kind: "job", actor_id: "staff command" }]);
  const body = { token, password: "chosen with the link" };
  expect((await ask(world, "POST /api/admin/auth/reset-password", { body })).status).toBe(204);
  expect((await ask(world, "POST /api/admin/auth/login", { body: { email, password: body.password } })).status).toBe(200);
}, 60_000);

test.each([
  [["reset-password"], "by e-mail"],
  [["reset-password", "nobody@example.com"], "no such member"],
  [["reset-password", "ada@example.com", "now"], "now"],
  [["open"], "reset-password"],
] as const)("says of %j what is wrong", async (args, wrong) => {
  const { code, said, complained } = await run(...args);
  expect({ code, said }).toEqual({ code: 1, said: "" });
  expect(complained).toContain(wrong);
  expect(complained).not.toContain("    at ");
});
