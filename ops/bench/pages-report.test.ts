import { expect, test } from "@jest/globals";
import { assetsTable, pagesTable, signInTable } from "./pages-report.ts";
import type { Visit } from "./visit.ts";

const visit = (wholeMs: number, script = 0): Visit => ({
  firstPaintMs: wholeMs / 2,
  largestPaintMs: wholeMs - 100,
  wholeMs,
  bytes: { document: 10_000, script, style: 0, data: 2_000, other: 0 },
  urls: [],
});
const cells = (text: string, name: string) =>
  text
    .split("\n")
    .find((line) => line.trim().startsWith(name))
    ?.trim()
    .split(/ {2,}/);

test("of sign-ins the middle and the worst are told, beside the goal", () => {
  const taken = { name: "sign-in", cold: [visit(800), visit(1_900), visit(900)], warm: [visit(500), visit(400), visit(450)] };
  const text = signInTable(taken);
  expect(cells(text, "nothing kept")).toEqual(["nothing kept", "450 (950)", "800 (1800)", "900 (1900)"]);
  expect(cells(text, "assets kept")).toEqual(["assets kept", "225 (250)", "350 (400)", "450 (500)"]);
  expect(text).toContain("goal 2000 ms: kept at the worst, 1900 ms");
  expect(signInTable({ ...taken, warm: [visit(2_001)] })).toContain("goal 2000 ms: MISSED at the worst, 2001 ms");
});

test("a page's line has its times, what was sent by kind, and what is sent when the assets were kept", () => {
  const text = pagesTable([{ name: "Projects", cold: [visit(700, 300_000)], warm: [visit(300)] }]);
  expect(cells(text, "Projects")).toEqual(["Projects", "700 (700)", "300 (300)", "10.0", "300.0", "0.0", "2.0", "0.0", "312.0", "12.0"]);
  expect(text).toContain("none ever took longer than 2000 ms");
});

test("pages that ever took too long are named", () => {
  const quick = { name: "Rights", cold: [visit(100)], warm: [visit(100)] };
  expect(pagesTable([quick, { name: "  project", cold: [visit(100)], warm: [visit(100), visit(2_500)] }])).toContain(
    "longer than 2000 ms: project",
  );
});

test("assets are told by each encoding, and all together", () => {
  const text = assetsTable([
    { name: "app.js", sizes: [1_000, 400, 300] },
    { name: "console.css", sizes: [500, 200, 100] },
  ]);
  expect(cells(text, "app.js")).toEqual(["app.js", "1.0", "0.4", "0.3"]);
  expect(cells(text, "all")).toEqual(["all", "1.5", "0.6", "0.4"]);
});
