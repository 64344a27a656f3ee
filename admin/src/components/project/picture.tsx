import type { ReactNode } from "react";
import type { ProjectPageSight, RecordSight } from "../../sight.ts";
import { isNear } from "../charts/bars.tsx";
import { Picture } from "../charts/picture.tsx";
import { perStep, perStepOf, requestSeries, toldOf } from "../charts/requests.ts";
import { amount } from "../format.ts";
import { listPath } from "../here.ts";

interface UsePictureProps {
  readonly project: RecordSight;
  readonly page: ProjectPageSight;
  /** What chooses how far back it reaches; without it, it says so itself. */
  readonly controls?: ReactNode;
}

const sanctions = [
  { name: "warned", label: "Warned" },
  { name: "throttled", label: "Throttled" },
  { name: "restricted", label: "Restricted" },
  { name: "suspended", label: "Suspended" },
];

/** What was asked of a project, with the limit that was in force then, and when it was under a sanction or had a limit overridden. */
export function UsePicture({ project, page: { requests, bands, limitPeriods }, controls }: UsePictureProps) {
  const tallest = Math.max(0, ...requests.points.map(({ served, quota, suspension }) => served + quota + suspension));
  const last = limitPeriods.at(-1);
  const beside = [
    ...(limitPeriods.some(({ limit }) => isNear(limit, tallest)) ? [{ name: "limit", label: "Limit" }] : []),
    ...(bands.some(({ kind }) => kind === "override") ? [{ name: "override", label: "Override" }] : []),
    ...sanctions.filter(({ name }) => bands.some(({ kind }) => kind === name)),
  ];
  return (
    <Picture
      title="Use"
      unit={controls ? perStep("requests", requests) : perStepOf("requests", requests)}
      more={`${listPath("usage_metrics")}?${new URLSearchParams({ "filters.project_id": project.id, "filters.metric": "requests" })}`}
      controls={controls}
      label={`Requests over time: ${toldOf(requests.points)}.`}
      empty="Nothing was asked of this project in this time."
      series={requestSeries}
      beside={beside}
      points={requests.points.map(({ served, quota, suspension }) => ({ served, quota, suspension }))}
      from={requests.from}
      stepMs={requests.stepMs}
      bands={bands}
      limits={limitPeriods}
      size={controls ? "tall" : "usual"}
      {...(last && tallest > 0 && !isNear(last.limit, tallest)
        ? { note: `The limit of ${amount(last.limit, "requests_per_day")} lies far above this picture.` }
        : {})}
    />
  );
}
