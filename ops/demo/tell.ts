import type { Ground } from "./ground.ts";
import type { Demo } from "./make.ts";
import { nameOf } from "./projects.ts";
import type { Removed } from "./remove.ts";
import { fullSize } from "./world.ts";

/** What is there now, and what to open. */
export function tellDemo(
  { engine, password }: Ground,
  { record, plan, hasChanged }: Demo,
  seconds: number,
  apps: readonly { readonly email: string; readonly key: string }[],
): string {
  const { seed, madeAt, scale } = record.world;
  const url = engine.publicUrl;
  const what = `${plan.developers.length} developers, ${plan.projects.length} projects, ${plan.staff.length} members of staff`;
  const head = hasChanged
    ? `The demo world of seed ${seed} is ready: ${what} (${seconds.toFixed(0)} s).`
    : `The demo world of seed ${seed} was here already, since ${madeAt.slice(0, 10)}: ${what}. Usage goes on until now.`;
  const developer =
    plan.developers.find(({ email }) => plan.projects.filter(({ owner }) => owner === email).length > 2) ?? plan.developers[0];
  return [
    "",
    head,
    "",
    `  open      ${url}/admin`,
    `  sign in   ${plan.staff[0]?.email ?? ""}   password ${password}`,
    `            the same password opens ${roles(plan.staff)}`,
    ...appLines(apps),
    `  docs      ${url}/docs    as the developer ${developer?.email ?? ""}, with that password too`,
    "",
    "Worth a look in the console:",
    ...sightsOf(record, plan).map(
      ({ name, story, id }) => `  ${name.padEnd(18)} ${story}\n${" ".repeat(21)}${url}/admin/resources/projects/records/${id}/show`,
    ),
    "",
    "Everything was made through the API just now, and the audit log says so; the usage, and the days that things are dated to, are made up.",
    `Take it away again: npm run demo -- --remove${scale === 1 ? "" : `   (this is a small one: the whole has ${fullSize.projects} projects)`}`,
  ].join("\n");
}

/** Where staff must have an authenticator app, the demo enrolled one for those it signed in. */
const appLines = (apps: Parameters<typeof tellDemo>[3]) =>
  apps.length === 0
    ? []
    : [
        "  app       staff here need one; with these keys yours shows their codes, and the others enrol at their first sign-in:",
        ...apps.map(({ email, key }) => `            ${email}   ${key}`),
      ];

const roles = (staff: Demo["plan"]["staff"]) =>
  staff
    .filter(({ hasLeft }, at) => !hasLeft && at > 0)
    .map(({ email }) => email.replace("@demo.example.com", "@…"))
    .join(", ");

const sightsCount = 6;

/** The first stories show most, and different things. */
function sightsOf(record: Demo["record"], plan: Demo["plan"]) {
  const told = plan.projects.flatMap((project) => {
    const id = record.find("project", nameOf(project))?.id;
    return project.story && id ? [{ name: project.name, story: project.story, id, rank: project.rank }] : [];
  });
  return told.sort((a, b) => a.rank - b.rank).slice(0, sightsCount);
}

export function tellRemoval(removed: Removed | undefined): string {
  if (!removed) return "There is no demo here: nothing to remove.";
  const { projects, developers, staff, flags, kept, keptStaff } = removed;
  const lines = [
    `The demo is removed: ${developers} developers, ${projects} projects with their databases, ${staff} members of staff, ${flags} feature flags.`,
  ];
  if (kept.length > 0)
    lines.push(`Kept, since somebody made projects in these accounts: ${kept.join(", ")}. Delete those, then remove again.`);
  if (keptStaff.length > 0)
    lines.push(
      `Forgotten, but for ids that are switched off, since holds on the audit log, its retention or break-glass sessions name them: ${keptStaff.join(", ")}.`,
    );
  return [...lines, "The audit log still tells what was done, as it does of everything."].join("\n");
}
