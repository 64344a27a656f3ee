import { Link } from "react-router-dom";
import type { LimitSight } from "../sight.ts";
import { exactAmount, measure, percent } from "./format.ts";
import { recordPath, resourceOf } from "./here.ts";
import { Badge, Time } from "./values.tsx";

type Of = Pick<LimitSight, "metric" | "used" | "limit">;

const nearly = 80;
const toneOf = (share: number) => (share >= 100 ? "danger" : share >= nearly ? "warn" : "");

/** How much of a limit is used, in figures. */
export function LimitFigures({ metric, used, limit }: Of) {
  const share = percent(used, limit);
  return (
    <span title={`${exactAmount(used, metric)} of ${exactAmount(limit, metric)}`} className="limit-figures">
      <strong>{measure(used, metric)}</strong> of {measure(limit, metric)}
      <span className={`share ${toneOf(share)}`}>{share} %</span>
    </span>
  );
}

/** And as a bar. */
export function LimitBar({ used, limit, isWarned = false }: Of & { isWarned?: boolean }) {
  const share = percent(used, limit);
  return (
    <div className={`bar ${isWarned ? "warned" : ""} ${toneOf(share)}`} role="img" aria-label={`${share} % used`}>
      <span ref={(bar) => bar?.style.setProperty("width", `${Math.min(share, 100)}%`)} />
    </div>
  );
}

const resources = { quota: "project_quotas", override: "manual_overrides", sanction: "suspensions" } as const;

/** Where a limit comes from; what somebody set or imposed leads to who did and why. */
export function LimitSource({ source: { kind, id, until } }: Pick<LimitSight, "source">) {
  const resource = kind === "plan" ? undefined : resources[kind];
  return (
    <span className="limit-source">
      {resource && id && resourceOf(resource) ? (
        <Link to={recordPath(resource, id)}>
          <Badge word={kind} />
        </Link>
      ) : (
        <Badge word={kind} />
      )}
      {until ? (
        <>
          {" "}
          ends <Time at={until} />
        </>
      ) : null}
    </span>
  );
}
