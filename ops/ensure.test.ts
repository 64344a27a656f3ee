import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

/** A checkout with nothing installed, and an npm that only writes down what it was asked for. */
let checkout: string;
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "nextmavens-ensure-"));
  cpSync(new URL("ensure.mjs", import.meta.url), join(checkout, "ops/ensure.mjs"));
  writeFileSync(join(checkout, "package-lock.json"), "{}");
  writeFileSync(
    join(checkout, "npm"),
    `#!/bin/sh
echo "npm $*"
mkdir -p node_modules/.bin && touch node_modules/.bin/node node_modules/.package-lock.json
`,
  );
  chmodSync(join(checkout, "npm"), 0o755);
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

const ensure = () =>
  new Promise<string>((resolve, reject) => {
    const env = { ...process.env, PATH: `${checkout}:${process.env["PATH"]}` };
    execFile(process.execPath, [join(checkout, "ops/ensure.mjs")], { env }, (error, said) => (error ? reject(error) : resolve(said)));
  });

test("what is missing is installed once, says so, and spares newcomers npm's warnings", async () => {
  const [first, second] = (await ensure()).trim().split("\n");
  expect(first).toMatch(/^installing what is missing/);
  expect(second).toMatch(/^npm ci .*--loglevel=error/);
  expect(await ensure()).toBe("");
});

test("an installation that was interrupted counts as none", async () => {
  rmSync(join(checkout, "node_modules/.package-lock.json"));
  mkdirSync(join(checkout, "node_modules/half"), { recursive: true });
  expect(await ensure()).toContain("npm ci");
});
