import type { Observation } from "@nextmavens/api/detections";
import { type Chance, chanceOf } from "../chance.ts";
import { hourMs, minuteMs } from "../clock.ts";
import { type Arrival, scattered, ticks } from "./arrivals.ts";
import { endsAt, onDay, startsAt } from "./fortnight.ts";
import { honestKinds, trafficOf } from "./honest-kinds.ts";
import { households, manyNetworks, type Origin, oneAddress } from "./places.ts";
import { type Ask, badKey, manage, refused, request, signIn, signUp, wrongPassword } from "./requests.ts";
import { merged, type Stream, unfolded } from "./stream.ts";

/** Somebody who does no harm: a project with all who use it, or a person whom no key names. */
export interface Honest {
  readonly name: string;
  readonly kind: string;
  readonly isProject: boolean;
  readonly stream: Stream;
}

/** Everybody honest in a fortnight. */
export const honestOf = (seed: number): readonly Honest[] => [...projectsOf(seed), ...peopleOf(seed)];

/** The names of the honest projects, which attackers may pick as victims. */
export const honestProjects: readonly string[] = Object.entries(honestKinds).flatMap(([kind, { count }]) => namesOf(kind, count));

function namesOf(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${kind}-${at + 1}`);
}

function projectsOf(seed: number): Honest[] {
  return Object.entries(honestKinds).flatMap(([kind, { count }]) =>
    namesOf(kind, count).map((name) => {
      const stream = merged(trafficOf(kind, name, seed));
      return { name, kind, isProject: true, stream: isHit(name, seed) ? throughOutage(stream, name, seed) : stream };
    }),
  );
}

/** Something of ours fails for some of the projects. */
const outage = { from: onDay(9) + 14.2 * hourMs, to: onDay(9) + 14.7 * hourMs } as const;
const isHit = (name: string, seed: number) => chanceOf("abuse", seed, "outage", name).isHit(0.35);

/** While we answer with 503 clients come again, some of them for minutes, and all at once when it is over. */
function throughOutage(stream: Stream, name: string, seed: number): Stream {
  const chance = chanceOf("abuse", seed, "retries", name);
  return unfolded(stream, (observation) => {
    if (observation.at < outage.from || observation.at >= outage.to) return [observation];
    const tries = Array.from({ length: chance.int(1, 7) }, (_, at) => failed(observation, observation.at + at * chance.int(2000, 15_000)));
    return [...tries.filter(({ at }) => at < outage.to), { ...observation, at: outage.to + Math.floor(chance.magnitude(100, 90_000)) }];
  });
}

const failed = (observation: Observation, at: number): Observation => ({
  ...observation,
  at,
  status: 503,
  code: "database_unavailable",
  rowsWritten: 0,
  durationMs: 2000,
  bytesOut: 180,
});

/** What people do whom no project's key names, each with how often it happens in the fortnight. */
function peopleOf(seed: number): Honest[] {
  const person = (
    kind: string,
    at: number,
    arrivals: (chance: Chance) => Iterable<Arrival>,
    from: Origin,
    what: (chance: Chance) => Ask,
  ) => {
    const name = `${kind} ${at + 1}`;
    const chance = chanceOf("abuse", seed, name);
    const stream = unfolded(arrivals(chance), (arrival) => [request(arrival.at, undefined, from(chance), what(chance))]);
    return { name, kind, isProject: false, stream };
  };
  const sometime = (chance: Chance, minutes: number) => {
    const from = Math.floor(chance.between(startsAt, endsAt - 24 * hourMs));
    return { from, to: from + minutes * minuteMs };
  };
  const several = (count: number, make: (at: number) => Honest) => Array.from({ length: count }, (_, at) => make(at));
  return [
    person(
      "developers who sign up",
      0,
      (chance) => scattered({ from: startsAt, to: endsAt }, 14 * 45, chance),
      households("middle"),
      (chance) => (chance.isHit(0.1) ? refused(chance, 409, "email_taken", { ...signUp(chance), status: 409 }) : signUp(chance)),
    ),
    person(
      "developers who sign in",
      0,
      (chance) => scattered({ from: startsAt, to: endsAt }, 14 * 300, chance),
      households("west"),
      (chance) => (chance.isHit(0.08) ? wrongPassword(chance) : signIn(chance)),
    ),
    ...several(3, (at) =>
      person(
        "a class that signs up",
        at,
        (chance) => scattered(sometime(chance, 25), chance.int(18, 40), chance),
        oneAddress(`school-${at}`),
        (chance) => (chance.isHit(0.15) ? { ...signUp(chance), status: 422, code: "invalid_input" } : signUp(chance)),
      ),
    ),
    ...several(10, (at) =>
      person(
        "a developer who mistypes a key",
        at,
        (chance) => scattered(sometime(chance, chance.int(4, 40)), chance.int(3, 30), chance),
        oneAddress(`developer-${at}`),
        (chance) => badKey(chance, "items"),
      ),
    ),
    ...several(3, (at) =>
      person(
        "a server whose key was rotated",
        at,
        (chance) => scattered(sometime(chance, chance.int(60, 400)), chance.int(400, 1500), chance),
        oneAddress(`forgotten-server-${at}`),
        (chance) => badKey(chance, chance.pick(["orders", "items"])),
      ),
    ),
    ...several(2, (at) =>
      person(
        "an old version of an app whose key is revoked",
        at,
        (chance) => scattered({ from: onDay(6 + 2 * at), to: endsAt }, 2500, chance),
        households(at === 0 ? "west" : "east"),
        (chance) => badKey(chance, "items"),
      ),
    ),
    ...several(2, (at) =>
      person(
        "a monitor without a key",
        at,
        (chance) => ticks({ from: startsAt, to: endsAt }, 5 * minuteMs, 1000, chance),
        manyNetworks("uptime", 5, 1),
        (chance) => refused(chance, 401, "missing_api_key"),
      ),
    ),
    ...several(6, (at) =>
      person(
        "a developer who forgot the password",
        at,
        (chance) => scattered(sometime(chance, 15), chance.int(3, 12), chance),
        oneAddress(`forgetful-${at}`),
        wrongPassword,
      ),
    ),
    person(
      "developers in the console",
      0,
      (chance) => scattered({ from: startsAt, to: endsAt }, 14 * 400, chance),
      households("middle"),
      (chance) =>
        chance.isHit(0.02)
          ? refused(chance, 404, "project_not_found", { door: "control", target: "getProject" })
          : manage(chance, "listProjects"),
    ),
  ];
}
