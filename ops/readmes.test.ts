import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";

const root = fileURLToPath(new URL("..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
/** What people call by themselves; npm calls the others before those. */
const tasks = Object.keys(scripts).filter((name) => !(name.startsWith("pre") && name.slice(3) in scripts));
const pages = spawnSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).stdout.trim().split("\n");

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(root, page), "utf8");

  test("links to files that there are", () => {
    const links = all(text, /\]\((?!https?:|#)([^)#\s]+)/g);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  test("names tasks that there are", () => {
    expect(all(text, /npm run (?:-s )?([a-z:-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });

  test("runs TypeScript by the Node that npm brought, for the machine's own may be too old", () => {
    expect(all(text, /^\$? *(node \S+\.ts.*)$/gm)).toEqual([]);
  });
});

test("the README says of every task what it does", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(tasks.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual([]);
});
