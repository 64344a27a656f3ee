import { describe, expect, test } from "@jest/globals";
import { makeProgress } from "./progress.ts";

function screenOf(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
}
const items = [1, 2, 3, 4, 5];
const nothing = async () => undefined;

test("elsewhere than on a terminal there is a plain line for each part, once it is done", async () => {
  const screen = screenOf(false);
  await makeProgress(screen).part("apples", items, 2, nothing);
  expect(screen.written).toEqual(["apples: 5\n"]);
});

test("on a terminal a bar fills up, keeps to its line, and makes way for that", async () => {
  const screen = screenOf(true, 30);
  await makeProgress(screen).part("apples", items, 2, nothing);
  const begin = "\r\x1b[K";
  expect(screen.written[0]).toContain(`${begin}░`);
  expect(screen.written.at(-3)).toContain(`${begin}█`);
  expect(screen.written.at(-2)).toBe(begin);
  expect(screen.written.at(-1)).toBe("apples: 5\n");
  for (const text of screen.written) expect(text.replace(begin, "").length).toBeLessThan(30);
});

describe("the items of a part", () => {
  test("are begun in order, so many at once", async () => {
    const begun: number[] = [];
    let now = 0;
    let most = 0;
    await makeProgress(screenOf(false)).part("apples", items, 3, async (item) => {
      begun.push(item);
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    });
    expect(begun).toEqual(items);
    expect(most).toBe(3);
  });

  test("are not begun any more once one has failed", async () => {
    const begun: number[] = [];
    const failing = makeProgress(screenOf(false)).part("apples", items, 1, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error("a worm");
    });
    await expect(failing).rejects.toThrow("a worm");
    expect(begun).toEqual([1, 2]);
  });
});
