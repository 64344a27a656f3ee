/**
 * Draws ranks from 1 to `count`, the first the most often: rank k by its weight 1 / k^exponent. So requests fall to tenants:
 * a few get most of them, and nearly all get some.
 */
export function makeZipf(count: number, exponent: number, random: () => number = Math.random): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    sum += 1 / rank ** exponent;
    sums.push(sum);
  }
  return () => 1 + firstAbove(sums, random() * sum);
}

/** Where the first of these rising numbers stands that is larger than this. */
function firstAbove(sums: readonly number[], wanted: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
