import { chanceOf } from "../chance.ts";

/** The day on which the lots were drawn, before any rule was looked at. */
const drawnWith = 20_261_122;

/** Which half of a kind's attackers is open, by lot; the others are kept aside until the rules are done. */
export function openHalfOf(kind: string, names: readonly string[]): ReadonlySet<string> {
  const drawn = chanceOf("abuse", "lots", drawnWith, kind).shuffled([...names].sort());
  return new Set(drawn.slice(0, Math.ceil(drawn.length / 2)));
}
