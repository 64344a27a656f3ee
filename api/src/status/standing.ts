import { Appeal, listFor } from "../appeals/index.ts";
import type { Context } from "../platform/action.ts";
import { findByPublicToken, type Project } from "../projects/index.ts";
import {
  appealUrlOf,
  effects,
  findPublicly,
  isOver,
  type Level,
  levels,
  listSince,
  remedies,
  type StaffSuspension,
  Suspension,
  strictest,
} from "../suspensions/index.ts";

/** What is needed to tell how something stands. */
export type Asking = Pick<Context, "db" | "now" | "publicUrl" | "settings">;

/** A sanction as its owner may know it. */
export interface ShownSanction extends Suspension {
  readonly effect: string;
  readonly remedy: string;
  readonly appeal: Appeal | null;
  readonly mayAppeal: boolean;
  /** Null while the sanction lasts, and where there is nothing to appeal any more. */
  readonly appealUntil: string | null;
  readonly appealUrl: string;
}

/** How a project stands. */
export interface Standing {
  readonly project: Pick<Project, "id" | "name" | "status" | "purgeAt">;
  readonly standing: Project["status"] | Level;
  readonly sanctions: readonly ShownSanction[];
  /** What ended in the last ninety days. */
  readonly history: readonly ShownSanction[];
}

const stricterFirst = (a: ShownSanction, b: ShownSanction) => levels.indexOf(b.level) - levels.indexOf(a.level);

const historyMs = 90 * 86_400_000;

export async function findSanction(asking: Asking, id: string): Promise<ShownSanction | undefined> {
  const found = await findPublicly(asking, id);
  return found && (await show(asking, [found]))[0];
}

export async function findStanding(asking: Asking, token: string): Promise<Standing | undefined> {
  const project = await findByPublicToken(asking, token);
  if (!project) return undefined;
  const since = new Date(Date.parse(asking.now) - historyMs).toISOString();
  const shown = await show(asking, await listSince(asking, project.id, since));
  const sanctions = shown.filter(({ state }) => state === "in_force").sort(stricterFirst);
  const { id, name, status, purgeAt } = project;
  const standing = (status === "active" && strictest(sanctions)?.level) || status;
  return { project: { id, name, status, purgeAt }, standing, sanctions, history: shown.filter(({ state }) => isOver(state)) };
}

async function show(asking: Asking, found: readonly StaffSuspension[]): Promise<ShownSanction[]> {
  return (await listFor(asking, found)).map(({ sanction, appeal, ...may }) => ({
    // The schemas leave out what is of staff alone.
    ...Suspension.parse(sanction),
    effect: effects[sanction.level],
    remedy: remedies[sanction.reason],
    appeal: appeal ? Appeal.parse(appeal) : null,
    ...may,
    appealUrl: appealUrlOf(asking.publicUrl, sanction),
  }));
}
