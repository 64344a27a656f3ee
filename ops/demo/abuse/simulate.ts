import { Detector, type DetectorParts, type Found, type Observation } from "@nextmavens/api/detections";
import { hourMs, minuteMs } from "../clock.ts";
import type { Attack } from "./attack.ts";
import { endsAt, startsAt } from "./fortnight.ts";
import type { Honest } from "./honest.ts";
import { merged, type Stream } from "./stream.ts";

/** The platform asks its detectors more often, so that times to detection are up to so much longer here than there. */
const evaluatedEveryMs = 5 * minuteMs;

/** From when to when a rule found something in what one project or network did. */
export interface Sighting {
  readonly rule: string;
  readonly subject: "project" | "network";
  readonly id: string;
  readonly from: number;
  /** When it was found for the last time before it was over. */
  to: number;
}

/** One world: honest ones, with these attackers among them. */
export interface World {
  readonly attacks: readonly Attack[];
  readonly sightings: readonly Sighting[];
  /** Where each attack came from. */
  readonly networks: ReadonlyMap<Attack, ReadonlySet<string>>;
}

/** Which hours there are to simulate, in order. */
export const hoursOfFortnight: readonly number[] = Array.from(
  { length: (endsAt - startsAt) / hourMs + 1 },
  (_, at) => startsAt + at * hourMs,
);

/** The same honest ones in several worlds at a time, each with detectors of its own and other attackers. */
export class Simulation {
  readonly worlds: readonly World[];
  readonly #watched: readonly Watched[];
  readonly #requests: Iterator<Happening>;
  #next: Happening | undefined;
  #evaluatedAt = startsAt;

  constructor(honest: readonly Honest[], halves: readonly (readonly Attack[])[], rules: DetectorParts["rules"]) {
    this.#watched = halves.map((attacks) => new Watched(attacks, rules));
    this.worlds = this.#watched;
    const everywhere = honest.map(({ stream }) => happening(stream, this.#watched));
    const somewhere = this.#watched.flatMap((world) =>
      world.attacks.flatMap((attack) => [happening(attack.stream, [world], attack), happening(attack.cover, [world])]),
    );
    this.#requests = merged([...everywhere, ...somewhere]);
  }

  /** Lets an hour pass. */
  pass(hour: number): void {
    for (let next = this.#take(hour + hourMs); next; next = this.#take(hour + hourMs)) {
      this.#evaluateUntil(next.at);
      for (const world of next.worlds) world.see(next);
    }
    this.#evaluateUntil(hour + hourMs);
  }

  #take(before: number): Happening | undefined {
    const next = this.#next ?? this.#requests.next().value;
    this.#next = next && next.at >= before ? next : undefined;
    return this.#next ? undefined : next;
  }

  #evaluateUntil(at: number): void {
    for (; this.#evaluatedAt + evaluatedEveryMs <= at; this.#evaluatedAt += evaluatedEveryMs)
      for (const world of this.#watched) world.evaluate(this.#evaluatedAt + evaluatedEveryMs);
  }
}

/** A request, and the worlds in which it comes. */
interface Happening {
  readonly at: number;
  readonly observation: Observation;
  readonly worlds: readonly Watched[];
  /** Whose deed it is. */
  readonly attack: Attack | undefined;
}

function* happening(stream: Stream, worlds: readonly Watched[], attack?: Attack): Generator<Happening, undefined> {
  for (const observation of stream) yield { at: observation.at, observation, worlds, attack };
}

class Watched implements World {
  readonly attacks: readonly Attack[];
  readonly sightings: Sighting[] = [];
  readonly networks: Map<Attack, Set<string>>;
  readonly #detector: Detector;
  #current = new Map<string, Sighting>();

  constructor(attacks: readonly Attack[], rules: DetectorParts["rules"]) {
    this.attacks = attacks;
    this.networks = new Map(attacks.map((attack) => [attack, new Set()]));
    this.#detector = new Detector({ rules });
  }

  see({ observation, attack }: Happening): void {
    this.#detector.observe(observation);
    if (attack) this.networks.get(attack)?.add(observation.network ?? "");
  }

  evaluate(now: number): void {
    const before = this.#current;
    this.#current = new Map(this.#detector.evaluate(now).map((found) => this.#sight(found, now, before)));
  }

  #sight({ ruleKey, subject }: Found, now: number, before: ReadonlyMap<string, Sighting>): [string, Sighting] {
    const key = `${ruleKey} ${subject.kind} ${subject.id}`;
    const known = before.get(key);
    if (known) known.to = now;
    const sighting = known ?? { rule: ruleKey, subject: subject.kind, id: subject.id, from: now, to: now };
    if (!known) this.sightings.push(sighting);
    return [key, sighting];
  }
}
