import { describe, expect, test } from "@jest/globals";
import type { RelationSight, SchemaTableSight } from "../../sight.ts";
import { layOut } from "./layout.ts";

const table = (name: string, ...columns: string[]): SchemaTableSight => ({
  schema: "public",
  name,
  hasRls: true,
  reachableBy: [],
  rowsEstimate: null,
  bytes: 0,
  columns: ["id", ...columns].map((each) => ({ name: each, type: "int", isNullable: false, isKey: each === "id" })),
  policies: [],
  indexesCount: 0,
  triggersCount: 0,
});
const refers = (from: string, column: string, to: string): RelationSight => ({
  name: `${from}_${column}`,
  from: { schema: "public", table: from, columns: [column] },
  to: { schema: "public", table: to, columns: ["id"] },
  isOneToOne: false,
});
const placed = (...[tables, relations]: [SchemaTableSight[], RelationSight[]]) => {
  const layout = layOut({ tables, relations });
  return { ...layout, at: (name: string) => layout.boxes.find((box) => box.table.name === name) };
};

/** Points of a path of curves and lines to the side, near to each other. */
function* pointsOf(path: string): Generator<readonly [number, number]> {
  let [x, y] = [0, 0];
  for (const [, command, rest = ""] of path.matchAll(/([MCH])([^MCH]+)/g)) {
    const numbers = rest.trim().split(" ").map(Number);
    const [x1 = x, y1 = y, x2 = x1, y2 = y, endX = x1, endY = y1] =
      command === "C" ? numbers : command === "H" ? [x, y, numbers[0], y, numbers[0], y] : numbers;
    if (command !== "M") {
      for (let t = 0; t <= 1; t += 0.02) {
        const at = (a: number, b: number, c: number, d: number) =>
          (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
        yield [at(x, x1, x2, endX), at(y, y1, y2, endY)];
      }
    }
    [x, y] = command === "M" ? [x1, y1] : [endX, endY];
  }
}

describe("the picture of relations", () => {
  test("has what is referred to at the left of what refers to it", () => {
    const { at, lines } = placed(
      [table("items", "order", "good"), table("orders", "buyer"), table("buyers"), table("goods")],
      [refers("orders", "buyer", "buyers"), refers("items", "order", "orders"), refers("items", "good", "goods")],
    );
    const x = (name: string) => at(name)?.x ?? Number.NaN;
    expect(x("buyers")).toBeLessThan(x("orders"));
    expect(x("orders")).toBeLessThan(x("items"));
    expect(x("goods")).toBe(x("buyers"));
    expect(lines.length).toBe(3);
  });

  test("comes to an end where tables refer to each other, and to themselves", () => {
    const { boxes, lines, width } = placed(
      [table("a", "b"), table("b", "a", "own")],
      [refers("a", "b", "b"), refers("b", "a", "a"), refers("b", "own", "b")],
    );
    expect([boxes.length, lines.length]).toEqual([2, 3]);
    expect(lines.every(({ path }) => !path.includes("NaN"))).toBe(true);
    const furthest = Math.max(
      ...lines.flatMap(({ path }) => (path.match(/[\d.]+ [\d.]+/g) ?? []).map((point) => Number.parseFloat(point))),
    );
    expect(furthest).toBeLessThanOrEqual(width);
  });

  test("lets no two tables overlap, and none stand out of it", () => {
    const many = Array.from({ length: 70 }, (_, n) => table(`t${n}`, ...Array.from({ length: n % 20 }, (_each, k) => `c${k}`)));
    const { boxes, width, height } = placed(
      many,
      many.slice(1, 40).map((each, n) => refers(each.name, "id", `t${Math.floor(n / 3)}`)),
    );
    const piles = Map.groupBy(boxes, ({ x }) => x);
    for (const pile of piles.values()) {
      const sorted = [...pile].sort((a, b) => a.y - b.y);
      sorted.slice(1).forEach((box, n) => {
        const above = sorted[n];
        expect(box.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
      });
    }
    expect(boxes.every((box) => box.x + 190 <= width && box.y + box.height <= height)).toBe(true);
  });

  test("has no line pass behind a box, however many piles it goes by", () => {
    const many = Array.from({ length: 60 }, (_, n) => table(`t${n}`, "a", "b", ...Array.from({ length: n % 9 }, (_each, k) => `c${k}`)));
    const { boxes, lines, width, height } = placed(
      many,
      many.slice(1).flatMap(({ name }, n) => [refers(name, "a", `t${Math.floor(n / 3)}`), refers(name, "b", `t${(n * 7) % (n + 1)}`)]),
    );
    expect(new Set(boxes.map(({ x }) => x)).size).toBeGreaterThan(4);
    for (const { path } of lines) {
      for (const [x, y] of pointsOf(path)) {
        const isBehind = boxes.some((box) => x > box.x + 1 && x < box.x + 189 && y > box.y && y < box.y + box.height);
        expect([path, x, y, isBehind]).toEqual([path, x, y, false]);
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }
    }
  });

  test("shows keys and references of a wide table before its other columns, in their own order", () => {
    const wide = table("wide", ...Array.from({ length: 20 }, (_, n) => `c${n}`), "other");
    const { at } = placed([wide, table("others")], [refers("wide", "other", "others")]);
    expect(at("wide")?.columns.map(({ name }) => name)).toEqual(["id", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "other"]);
    expect(at("wide")?.hiddenCount).toBe(13);
  });

  test("shows in short only what relates tables", () => {
    const tables = [table("a", "b", "c", "d"), table("others")];
    const { boxes } = layOut({ tables, relations: [refers("a", "c", "others")] }, { isShort: true });
    expect(boxes.map((box) => box.columns.map(({ name }) => name))).toEqual([["id"], ["id", "c"]]);
  });

  test("makes no tower of what all refers to the same", () => {
    const many = Array.from({ length: 60 }, (_, n) => table(`t${n}`, "hub"));
    const { boxes, width, height } = layOut(
      { tables: [table("hub"), ...many], relations: many.map(({ name }) => refers(name, "hub", "hub")) },
      { isShort: true },
    );
    expect(boxes.length).toBe(61);
    expect(height).toBeLessThan(width);
  });

  test("leaves out what is not there", () => {
    const { lines } = placed([table("a", "b")], [refers("a", "b", "elsewhere")]);
    expect(lines).toEqual([]);
  });
});
