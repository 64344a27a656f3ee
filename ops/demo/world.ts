import { type Chance, chanceOf } from "./chance.ts";
import { flags, staff } from "./house.ts";
import { givenNames, kinds, surnames } from "./kinds/index.ts";
import { NameBook } from "./name-book.ts";
import { Owners, type Person } from "./owners.ts";
import type { DeveloperPlan, KeyPlan, ProjectPlan, Use, WorldPlan } from "./plan.ts";
import { type Story, stories } from "./stories.ts";

export const fullSize = { developers: 36, projects: 80 } as const;

/** The world of a seed: the same people, projects and numbers each time. `scale` makes a smaller one of the same kind. */
export function planWorld(seed: number, scale = 1): WorldPlan {
  const people = planPeople(seed, Math.max(2, Math.round(fullSize.developers * scale)));
  const projects = planProjects(seed, Math.max(1, Math.round(fullSize.projects * scale)), people);
  const developers = people.map((person, i) => join(chanceOf(seed, "joining", i), person, projects));
  return { seed, staff, developers: developers.sort((a, b) => a.joinedAt - b.joinedAt), projects, flags };
}

const studios = [
  "harborlight",
  "quietworks",
  "northpier",
  "papercrane",
  "ochre",
  "tidal",
  "foundry-nine",
  "lantern",
  "meadow",
  "osier",
] as const;

/** Some work for a studio, some for themselves. No two share a given name, so no two share an address. */
function planPeople(seed: number, count: number): Person[] {
  const chance = chanceOf(seed, "people");
  const family = chance.shuffled(surnames);
  return chance
    .shuffled(givenNames)
    .slice(0, count)
    .map((given, i) => {
      const last = family[i % family.length] ?? "";
      const domain = chance.isHit(0.6) ? `${chance.pick(studios)}.example.com` : `${last.toLowerCase()}.example.org`;
      return { email: `${given.toLowerCase()}@${domain}`, name: `${given} ${last}`, plan: i % 5 === 1 ? "pro" : "free" };
    });
}

/** Signed up before the first project, or just now to look around. */
function join(chance: Chance, person: Person, projects: readonly ProjectPlan[]): DeveloperPlan {
  const first = projects.find(({ owner }) => owner === person.email);
  const joinedAt = first ? first.bornAt - chance.magnitude(0.01, 20) : -chance.between(0.2, 9);
  return { ...person, joinedAt, isVerified: first !== undefined && chance.isHit(0.9) };
}

function planProjects(seed: number, count: number, people: readonly Person[]): ProjectPlan[] {
  const names = new NameBook(seed);
  const owners = new Owners(chanceOf(seed, "owners"), people);
  const projects = Array.from({ length: count }, (_, i) => {
    const story = stories[i];
    return { ...planProject(chanceOf(seed, "project", i), owners.take(i, story), story, names), rank: i };
  });
  return projects.sort((a, b) => a.bornAt - b.bornAt);
}

function planProject(chance: Chance, owner: Person, story: Story | undefined, names: NameBook): Omit<ProjectPlan, "rank"> {
  const { kind, name } = names.take(story?.kind);
  const sanctions = { quotas: story?.quotas ?? [], overrides: story?.overrides ?? [], suspensions: story?.suspensions ?? [] };
  const use = { ...ordinaryUse(chance, kinds[kind].rhythm), ...story?.use };
  const bornAt =
    story?.bornAt ?? Math.min(-3 - 190 * chance.next() ** 1.6, growthTook(use), beginningOf(sanctions) - chance.between(4, 20));
  return {
    name,
    owner: owner.email,
    ownersPlan: owner.plan,
    kind,
    bornAt,
    size: Math.round(chance.magnitude(24, 160)),
    bulk: story?.bulk ?? 0,
    use,
    keys: planKeys(chance, story?.hasOddKeys === true),
    ...sanctions,
    purge: story?.purge,
    isDeleted: story?.isDeleted ?? false,
    story: story?.story,
  };
}

/** Nobody has many users on the first day. */
const growthTook = ({ perDay }: Use) => -12 * Math.max(0, Math.log10(perDay / 2_000));

const beginningOf = ({ quotas, overrides, suspensions }: Pick<ProjectPlan, "quotas" | "overrides" | "suspensions">) =>
  Math.min(0, ...quotas.map(({ setAt }) => setAt), ...overrides.map(({ from }) => from), ...suspensions.map(({ from }) => from));

function ordinaryUse(chance: Chance, rhythm: Use["rhythm"]): Use {
  const utcOffsetHours = chance.pick([-8, -5, -3, 0, 0, 1, 1, 1, 2, 2, 3, 5.5, 8, 9]);
  const perDay = chance.magnitude(300, 45_000);
  const sort = chance.next();
  if (sort < 0.15) return { perDay: chance.magnitude(8, 120), growth: 1, rhythm, utcOffsetHours };
  if (sort < 0.3) return { perDay, growth: chance.between(1.015, 1.05), rhythm, utcOffsetHours };
  if (sort < 0.37) return { perDay, growth: chance.between(0.94, 0.98), rhythm, utcOffsetHours };
  if (sort < 0.45) {
    const from = -chance.between(0.5, 12);
    return { perDay, growth: 1, rhythm, utcOffsetHours, burst: { from, to: from + chance.between(0.1, 0.6), times: chance.between(3, 7) } };
  }
  return { perDay, growth: chance.between(0.995, 1.008), rhythm, utcOffsetHours };
}

function planKeys(chance: Chance, isOdd: boolean): KeyPlan[] {
  const keys: KeyPlan[] = [{ name: "server", kind: "secret", fate: "live" }];
  if (chance.isHit(0.75)) keys.push({ name: "web", kind: "publishable", fate: "live" });
  if (chance.isHit(0.2)) keys.push({ name: "mobile app", kind: "publishable", fate: chance.isHit(0.4) ? "rotated" : "live" });
  if (isOdd || chance.isHit(0.12)) keys.push({ name: "continuous integration", kind: "secret", fate: "revoked" });
  if (isOdd || chance.isHit(0.08)) keys.push({ name: "agency, for the relaunch", kind: "secret", fate: "expired" });
  return keys;
}
