import { expect, test } from "@jest/globals";
import { makeZipf } from "./zipf.ts";

test("ranks are drawn by their weight", () => {
  const draws = 100_000;
  const even = Array.from({ length: draws }, (_, i) => (i + 0.5) / draws);
  const draw = makeZipf(1_000, 1.1, () => even.pop() ?? 0);
  const counts = new Map<number, number>();
  for (let i = 0; i < draws; i += 1) {
    const rank = draw();
    counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  const weight = Array.from({ length: 1_000 }, (_, i) => 1 / (i + 1) ** 1.1).reduce((sum, each) => sum + each, 0);
  const shareOf = (rank: number) => (counts.get(rank) ?? 0) / draws;
  for (const rank of [1, 2, 10, 100, 1_000]) expect(shareOf(rank)).toBeCloseTo(1 / rank ** 1.1 / weight, 4);
  expect(counts.size).toBe(1_000);
});

test.each([0, 0.999_999_999])("even a draw of %p is one of the ranks", (drawn) => {
  expect(makeZipf(7, 1.1, () => drawn)()).toBe(drawn === 0 ? 1 : 7);
});
