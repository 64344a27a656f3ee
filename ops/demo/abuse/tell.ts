import { hourMs, minuteMs } from "../clock.ts";
import { attackKinds } from "./attack.ts";
import { honestProjects } from "./honest.ts";
import { type Catch, catchesOf, median, touchedIn } from "./judge.ts";
import type { Sighting, World } from "./simulate.ts";

export interface RuleInPlay {
  readonly key: string;
  readonly mode: string;
}

/** What the rules found in a half of the attackers, and what it cost the honest. */
export function tellHalf(title: string, world: World, honestAlone: World, rules: readonly RuleInPlay[]): string {
  const catches = catchesOf(world, honestAlone);
  const bystanders = touchedIn(world, honestAlone);
  return [
    `## ${title}`,
    "",
    rulesTable(catches, world, honestAlone.sightings, rules),
    "",
    kindsTable(catches, world),
    "",
    `Found besides, of those whom no attack concerned: ${bystanders.length === 0 ? "nobody" : whoIsIn(bystanders)}.`,
  ].join("\n");
}

/** Of whom the rules find something where there is nobody to be found. */
export function tellHonest(honestAlone: World, rules: readonly RuleInPlay[]): string {
  const { sightings } = honestAlone;
  const rows = rules
    .map(({ key, mode }) => ({ key, mode, of: sightings.filter(({ rule }) => rule === key) }))
    .filter(({ of }) => of.length > 0)
    .map(({ key, mode, of }) => [key, mode, of.length, whoIsIn(of)]);
  const touched = projectsIn(sightings);
  return [
    "## The honest alone",
    "",
    table(["rule", "mode", "times", "whom it touched"], rows),
    "",
    `${touched} of ${honestProjects.length} honest projects and ${networksIn(sightings)} networks were touched by any rule, ${
      honestProjects.length - touched
    } projects by none.`,
  ].join("\n");
}

function rulesTable(catches: readonly Catch[], world: World, honest: readonly Sighting[], rules: readonly RuleInPlay[]): string {
  const row = (title: string, mode: string, isMeant: (rule: string) => boolean) => {
    const caught = firstCatches(catches.filter(({ rule }) => isMeant(rule)));
    const touched = honest.filter(({ rule }) => isMeant(rule));
    return [
      title,
      mode,
      `${caught.length} of ${world.attacks.length}`,
      projectsIn(touched),
      networksIn(touched),
      time(median(caught.map(({ afterMs }) => afterMs))),
    ];
  };
  const modeOf = new Map(rules.map(({ key, mode }) => [key, mode]));
  return table(
    ["rule", "mode", "attackers caught", "honest projects touched", "honest networks touched", "median time to detection"],
    [
      ...rules.map(({ key, mode }) => row(key, mode, (rule) => rule === key)),
      row("**any that acts**", "act", (rule) => modeOf.get(rule) === "act"),
      row("**any that warns or acts**", "", (rule) => modeOf.get(rule) !== "observe"),
      row("**any**", "", () => true),
    ],
  );
}

function kindsTable(catches: readonly Catch[], world: World): string {
  const rows = attackKinds.map((kind) => {
    const of = world.attacks.filter((attack) => attack.kind === kind);
    const caughtBy = catches.filter(({ attack }) => attack.kind === kind);
    const caught = firstCatches(caughtBy);
    const missed = of.filter((attack) => !caught.some((one) => one.attack === attack)).map(({ name }) => name);
    return [
      kind,
      of.length,
      caught.length,
      missed.join(", ") || "none",
      time(median(caught.map(({ afterMs }) => afterMs))),
      byRule(caughtBy),
    ];
  });
  return table(["kind of attacker", "attackers", "caught", "missed", "median time", "caught by"], rows);
}

/** Of each attack that was found, when it was found first. */
function firstCatches(catches: readonly Catch[]): readonly Catch[] {
  return [...Map.groupBy(catches, ({ attack }) => attack).values()].flatMap((of) =>
    of.toSorted((a, b) => a.afterMs - b.afterMs).slice(0, 1),
  );
}

const byRule = (catches: readonly Catch[]) => counted(catches.map(({ rule }) => rule)) || "none";

const projectsIn = (sightings: readonly Sighting[]) => idsOf(sightings, "project").length;
const networksIn = (sightings: readonly Sighting[]) => idsOf(sightings, "network").length;

const idsOf = (sightings: readonly Sighting[], subject: Sighting["subject"]) => [
  ...new Set(sightings.filter((one) => one.subject === subject).map(({ id }) => id)),
];

/** Projects and networks by what they are called, without the numbers of those that are alike. */
const whoIsIn = (sightings: readonly Sighting[]) =>
  counted(
    [...idsOf(sightings, "project"), ...idsOf(sightings, "network").map((id) => `network ${id}`)].map((id) => id.replace(/(-\d+)+$/, "")),
  );

const counted = (names: readonly string[]) =>
  [...Map.groupBy(names, (name) => name)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, of]) => `${name} ${of.length}`)
    .join(", ");

function time(ms: number | undefined): string {
  if (ms === undefined) return "";
  if (ms < minuteMs) return `${Math.round(ms / 1000)} s`;
  return ms < 2 * hourMs ? `${Math.round(ms / minuteMs)} min` : `${(ms / hourMs).toFixed(1)} h`;
}

/** In Markdown, with its columns under each other. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => String(row[at] ?? "").length)));
  const line = (cells: readonly (string | number)[]) =>
    `| ${widths.map((width, at) => (typeof cells[at] === "number" ? String(cells[at]).padStart(width) : String(cells[at] ?? "").padEnd(width))).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}
