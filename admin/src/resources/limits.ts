import type { Row } from "../sight.ts";
import type { FieldWords } from "./fields.ts";
import type { ColumnPlan } from "./plan.ts";

/** How a limit is typed, wherever one is. */
export const typedLimit: FieldWords = { hint: "Bytes may be written as 500 MB or 2 GB, counts as 75k. 0 allows nothing." };

/** What a limit of a project is called. */
export const limitOf = ({ metric }: Row, project: string): string => `${project}: ${String(metric).replaceAll("_", " ")}`;

/** A limit for a time, in force or asked for. */
export const timedLimit = (by: string): readonly ColumnPlan[] => [
  { name: "metric", look: "title" },
  { name: "state", look: "badge", isDerived: true },
  { name: "project_id", look: "id" },
  { name: "limit_value", look: "amount", label: "Limit" },
  { name: "starts_at", look: "time", label: "From" },
  { name: "ends_at", look: "time", label: "Until" },
  { name: "reason", look: "note" },
  { name: "created_by", look: "actor", label: by },
];
