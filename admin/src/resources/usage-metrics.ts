import { usageMetrics as metered } from "@nextmavens/api/usage";
import type { Plan } from "./plan.ts";

export const usageMetrics: Plan = {
  table: "usage_metrics",
  title: "Usage",
  one: "minute of use",
  group: "Projects",
  about: "What projects used, by the minute: the sum, and the busiest second of it.",
  empty: "The first request to a project's data writes a line here within a minute.",
  readableBy: "viewer",
  titledBy: "metric",
  titleOf: ({ metric }, project) => `${project}: ${String(metric).replaceAll("_", " ")} in a minute`,
  columns: [
    { name: "minute", look: "time" },
    { name: "project_id", look: "id", label: "Project" },
    { name: "metric", look: "metric", known: metered },
    { name: "total", look: "amount", label: "In the minute" },
    { name: "peak_second", look: "amount", label: "Busiest second" },
  ],
  sort: { by: "minute", direction: "desc" },
};
