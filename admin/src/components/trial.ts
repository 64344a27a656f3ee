import type { ActSight, RecordSight, ResourceSight, Row } from "../sight.ts";
import { mayBacktest, testable } from "./here.ts";

/** Where a change of a limit is tried on what was recorded, before anybody feels it. */
export const trialPath = (change: Readonly<Record<string, string>>) => `/admin/backtest?${new URLSearchParams(change)}`;

/** The same change that a form is about to make; nothing where it makes none that can be tried. */
export function trialOf({ page }: ResourceSight, { fields }: ActSight, record: RecordSight | undefined, typed: Row): string | undefined {
  if (!mayBacktest || !record || !fields.some(({ name }) => name === "limit")) return undefined;
  const metric = String(typed["metric"] ?? record.params["metric"] ?? "");
  if (metric !== "" && !testable.includes(metric)) return undefined;
  const limit = { metric, limit: String(typed["limit"] ?? "") };
  if (page === "plan") return trialPath({ kind: "plan", plan: record.id, ...limit });
  const projectId = page === "project" ? record.id : record.params["project_id"];
  return projectId ? trialPath({ kind: "quota", projectId: String(projectId), ...limit }) : undefined;
}
