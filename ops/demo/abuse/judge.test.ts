import { expect, test } from "@jest/globals";
import type { Attack } from "./attack.ts";
import { catchesOf, median, touchedIn } from "./judge.ts";
import type { Sighting, World } from "./simulate.ts";

const attack: Attack = { kind: "burning", name: "one", startsAt: 1000, endsAt: 5000, projects: ["shop-1"], stream: [], cover: [] };
const seen = (id: string, from: number, to = from + 100, subject: Sighting["subject"] = "project"): Sighting => ({
  rule: "r",
  subject,
  id,
  from,
  to,
});
const alone = (...sightings: Sighting[]): World => ({ attacks: [], sightings, networks: new Map() });
const among = (...sightings: Sighting[]): World => ({ attacks: [attack], sightings, networks: new Map([[attack, new Set(["bad-net"])]]) });

test("an attack is caught when its project or network is found in its time, and first counts", () => {
  const world = among(seen("shop-1", 3000), seen("bad-net", 2000, 2500, "network"));
  expect(catchesOf(world, alone())).toEqual([{ attack, rule: "r", afterMs: 1000 }]);
});

test.each([
  ["before it began", seen("shop-1", 100)],
  ["long after its end", seen("shop-1", 5000 + 2 * 3_600_000)],
  ["of another project", seen("shop-2", 2000)],
  ["of a network that it does not come from", seen("home-1", 2000, 2500, "network")],
])("what is found %s does not catch it", (_, sighting) => {
  expect(catchesOf(among(sighting), alone())).toEqual([]);
});

test("what is found of the honest alone at that time as well does not catch an attack", () => {
  expect(catchesOf(among(seen("shop-1", 2000)), alone(seen("shop-1", 1900)))).toEqual([]);
  expect(catchesOf(among(seen("shop-1", 2000)), alone(seen("shop-1", 4000)))).toHaveLength(1);
});

test("who is found without an attack that explains it was touched", () => {
  const bystander = seen("shop-9", 2000);
  expect(touchedIn(among(bystander, seen("shop-1", 2000), seen("own 1 of one", 2000)), alone())).toEqual([bystander]);
  expect(touchedIn(among(bystander), alone(bystander))).toEqual([]);
});

test("the median is the middle one, of an even number the lower, of none none", () => {
  expect([median([9, 1, 5]), median([4, 3, 2, 1]), median([])]).toEqual([5, 2, undefined]);
});
