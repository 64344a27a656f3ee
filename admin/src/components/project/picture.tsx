import type { ProjectPageSight, RecordSight } from "../../sight.ts";
import { isNear } from "../charts/bars.tsx";
import { Picture } from "../charts/picture.tsx";
import { perStep, requestSeries, toldOf } from "../charts/requests.ts";
import { amount } from "../format.ts";
import { listPath } from "../here.ts";
import { RangeSwitch, useRange } from "../range.tsx";

/** What was asked of a project, with the limit that was in force then, and when it was suspended or had a limit overridden. */
export function UsePicture({ project, page: { requests, bands, limitPeriods } }: { project: RecordSight; page: ProjectPageSight }) {
  const [range, change] = useRange("fortnight");
  const tallest = Math.max(0, ...requests.points.map(({ served, quota, suspension }) => served + quota + suspension));
  const last = limitPeriods.at(-1);
  const beside = [
    ...(limitPeriods.some(({ limit }) => isNear(limit, tallest)) ? [{ name: "limit", label: "Limit" }] : []),
    ...(bands.some(({ kind }) => kind === "override") ? [{ name: "override", label: "Override" }] : []),
    ...(bands.some(({ kind }) => kind === "suspension") ? [{ name: "suspended", label: "Suspended" }] : []),
  ];
  return (
    <Picture
      title="Use"
      unit={perStep("requests", requests)}
      more={`${listPath("usage_metrics")}?${new URLSearchParams({ "filters.project_id": project.id, "filters.metric": "requests" })}`}
      controls={<RangeSwitch range={range} change={change} />}
      label={`Requests over time: ${toldOf(requests.points)}.`}
      empty="Nothing was asked of this project in this time."
      series={requestSeries}
      beside={beside}
      points={requests.points.map(({ served, quota, suspension }) => ({ served, quota, suspension }))}
      from={requests.from}
      stepMs={requests.stepMs}
      bands={bands}
      limits={limitPeriods}
      size="tall"
      {...(last && tallest > 0 && !isNear(last.limit, tallest)
        ? { note: `The limit of ${amount(last.limit, "requests_per_day")} lies far above this picture.` }
        : {})}
    />
  );
}
