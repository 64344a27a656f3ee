import { chanceOf } from "./chance.ts";
import { type KindName, kinds } from "./kinds/index.ts";

/** Gives each project a name that fits its kind, and none twice. */
export class NameBook {
  readonly #left: ReadonlyMap<KindName, string[]>;

  constructor(seed: number) {
    const entries = Object.entries(kinds) as [KindName, (typeof kinds)[KindName]][];
    this.#left = new Map(entries.map(([kind, { names }]) => [kind, chanceOf(seed, "names", kind).shuffled(names)]));
  }

  /** A name of this kind, or of the one with most names left. */
  take(wanted: KindName | undefined): { kind: KindName; name: string } {
    const kind = wanted ?? this.#fullest();
    const name = this.#left.get(kind)?.shift();
    if (name === undefined) throw new Error(`there are no more names for ${kind}`);
    return { kind, name };
  }

  #fullest(): KindName {
    return [...this.#left].reduce((most, each) => (each[1].length > most[1].length ? each : most))[0];
  }
}
