import { distance } from "fastest-levenshtein";

const likenessMin = 0.75;
/** No name is that long, nor the names of a function's parameters: comparing longer ones would only take time. */
const lengthMax = 300;

/** The name that is most like one that was not found, if any is like it at all: the share of letters that need no change. */
export function nearest(name: string, candidates: readonly string[], least = likenessMin): string | undefined {
  if (name.length > lengthMax) return undefined;
  let best: string | undefined;
  let bestLikeness = least;
  for (const candidate of candidates) {
    const likeness = 1 - distance(name.toLowerCase(), candidate.toLowerCase()) / Math.max(name.length, candidate.length);
    if (likeness < bestLikeness || (likeness === bestLikeness && best !== undefined)) continue;
    best = candidate;
    bestLikeness = likeness;
  }
  return best;
}
