import type { Chance } from "./chance.ts";
import type { DeveloperPlan } from "./plan.ts";
import type { Story } from "./stories.ts";

export type Person = Pick<DeveloperPlan, "email" | "name" | "plan">;

/** Less than any plan allows, so that whoever signs in as one of them can still make a project. */
const projectsMax = 7;

/** Deals projects out: whoever builds has one, some have many; the last few people have just come and have none. */
export class Owners {
  readonly #chance: Chance;
  readonly #building: readonly Person[];
  readonly #counts = new Map<Person, number>();

  constructor(chance: Chance, people: readonly Person[]) {
    this.#chance = chance;
    this.#building = people.slice(0, Math.max(2, Math.floor(people.length * 0.9)));
  }

  /** Who has the project of this number; a story may want somebody who pays. */
  take(i: number, story: Story | undefined): Person {
    const owner = story
      ? this.#any(({ plan }) => (plan === "pro") === (story.isPro === true))
      : (this.#building[i] ?? this.#any(() => true));
    this.#counts.set(owner, (this.#counts.get(owner) ?? 0) + 1);
    return owner;
  }

  #any(isFitting: (person: Person) => boolean): Person {
    const free = this.#building.filter((person) => (this.#counts.get(person) ?? 0) < projectsMax);
    const fitting = free.filter(isFitting);
    const among = fitting.length > 0 ? fitting : free;
    const found = among[Math.floor(among.length * this.#chance.next() ** 2)];
    if (!found) throw new Error("there are more projects than these people may have");
    return found;
  }
}
