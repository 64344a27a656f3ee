import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { ask } from "../../api/test/ask.ts";
import { missingProgram, testsThatNeed } from "../../api/test/needs.ts";
import { openWorld, type World } from "../../api/test/world.ts";

const folder = import.meta.dirname;
const read = (file: string) => readFileSync(`${folder}/${file}`, "utf8");
const rules: { alert: string; expr: string; annotations: Record<string, string> }[] = parse(read("alerts.yml")).groups.flatMap(
  (group: { rules: unknown[] }) => group.rules,
);

const token = "0123456789abcdef";
let world: World;
beforeAll(async () => {
  world = await openWorld({ METRICS_TOKEN: token });
});
afterAll(() => world.close());

test("alerts ask for numbers that the platform tells", async () => {
  await ask(world, "GET /docs");
  const { body } = await ask(world, "GET /metrics", { token });
  const told = new Set([...String(body).matchAll(/^([a-z_]+)(?:\{| )/gm)].map(([, name]) => name));
  const asked = new Set(rules.flatMap(({ expr }) => expr.match(/\b(?:nextmavens|nodejs|process)_[a-z_]+/g) ?? []));
  expect([...asked].filter((name) => !told.has(name))).toEqual([]);
  expect(asked.size).toBeGreaterThan(5);
});

test("what is done about an alert stands with it, and each is tried with numbers", () => {
  const tried = read("alerts.test.yml");
  for (const { alert, annotations } of rules) {
    expect(Object.keys(annotations)).toEqual(["summary", "what_to_do"]);
    expect(tried).toContain(`alertname: ${alert}\n`);
  }
});

const { test: testWithPromtool } = testsThatNeed(missingProgram("promtool", "prometheus"));
testWithPromtool.each([
  ["check", "config", "--syntax-only", "prometheus.yml"],
  ["check", "rules", "alerts.yml"],
  ["test", "rules", "alerts.test.yml"],
])("promtool %s %s finds nothing wrong", (...args) => {
  const { status, stdout, stderr } = spawnSync("promtool", args, { cwd: folder, encoding: "utf8" });
  expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining("SUCCESS")]);
});
