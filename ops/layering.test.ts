import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

const root = fileURLToPath(new URL("..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "nextmavens-layering-"));

/** A house of files that each break one rule: where it stands, what it imports, and the rule. */
const broken = [
  ["api/src/platform/clock.ts", "../projects/index.ts", "platform-knows-no-feature"],
  ["api/src/projects/index.ts", "../entry/front.ts", "nobody-knows-the-entry"],
  ["api/src/quotas/index.ts", "../http/app.ts", "features-know-no-http"],
  ["api/src/projects/rules.ts", "../platform/store.ts", "rules-are-pure"],
  ["api/src/projects/queries.ts", "./actions.ts", "queries-only-touch-the-database"],
  ["api/src/projects/actions.ts", "./http.ts", "actions-know-no-transport"],
  ["api/src/projects/http.ts", "./session-queries.ts", "transports-never-query"],
  ["api/src/keys/actions.ts", "../projects/rules.ts", "features-meet-at-the-front-door"],
  ["api/src/http/identify.ts", "../keys/actions.ts", "the-house-uses-the-front-door"],
  ["admin/src/console.ts", "../../api/src/keys/actions.ts", "outsiders-use-the-front-door"],
  ["ops/tasks/seed.ts", "../../api/src/keys/actions.ts", "outsiders-use-the-front-door"],
  ["sdk/src/client.ts", "../../api/src/quotas/index.ts", "sdk-stands-alone"],
  ["api/src/keys/help.ts", "../../test/world.ts", "nothing-of-tests-in-the-product"],
  ["api/src/keys/one.ts", "./two.ts", "no-circles"],
  ["api/src/keys/lost.ts", "./nowhere.ts", "nothing-unresolved"],
  ["api/src/keys/pool.ts", "pg", "one-door-to-postgres"],
  ["api/src/keys/router.ts", "express", "one-door-to-express"],
  ["api/src/keys/mail.ts", "resend", "one-door-to-resend"],
  ["api/src/keys/tell.ts", "telegraf", "one-door-to-telegraf"],
  ["api/src/keys/work.ts", "graphile-worker", "one-door-to-graphile-worker"],
  ["api/src/keys/panel.ts", "adminjs", "one-door-to-adminjs"],
  ["api/src/keys/cache.ts", "ioredis", "one-door-to-redis"],
  ["api/src/keys/count.ts", "prom-client", "one-door-to-prom-client"],
  ["api/src/keys/hash.ts", "@node-rs/argon2", "one-door-to-argon2"],
  ["api/src/keys/check.ts", "@node-rs/bcrypt", "one-door-to-bcrypt"],
] as const;

/** What they import, and a file that breaks nothing. */
const sound = {
  "api/src/platform/store.ts": "import pg from 'pg';\nexport const pool = pg;\n",
  "api/src/platform/db/store.ts": "import pg from 'pg';\nexport const pool = pg;\n",
  "api/src/projects/session-queries.ts": "export const one = 1;\n",
  "api/src/entry/front.ts": "export const one = 1;\n",
  "api/src/http/app.ts": "import express from 'express';\nexport const app = express();\n",
  "api/src/keys/two.ts": "import { one } from './one.ts';\nexport const two = one;\n",
  "api/test/world.ts": "export const one = 1;\n",
  "sdk/dist/client.d.ts": "export * from './left-behind-by-npm-pack.js';\n",
  "tsconfig.json": "{}",
};

const write = (path: string, text: string) => {
  mkdirSync(join(house, dirname(path)), { recursive: true });
  writeFileSync(join(house, path), text);
};

let violations: { rule: string; from: string }[] = [];
beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  for (const [path, text] of Object.entries(sound)) write(path, text);
  for (const [path, imported] of broken) write(path, `import * as it from '${imported}';\nexport const one = it;\n`);
  const bin = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, "--config", join(root, ".dependency-cruiser.cjs"), "-T", "json", "api", "admin", "ops", "sdk"],
    {
      cwd: house,
      encoding: "utf8",
      maxBuffer: 100_000_000,
    },
  );
  if (stdout === "") throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  violations = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(broken)("%s may not import %s", (path, _imported, rule) => {
  expect(violations).toContainEqual({ rule, from: path });
});

test.each(["api/src/platform/db/store.ts", "api/src/http/app.ts", "api/src/entry/front.ts", "sdk/dist/client.d.ts"])(
  "%s is as it should be",
  (path) => {
    expect(violations.filter(({ from }) => from === path)).toEqual([]);
  },
);
