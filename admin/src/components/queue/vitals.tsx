import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Vitals as VitalsSight } from "../../sight.ts";
import { Spark } from "../charts/spark.tsx";
import { healthTones, healthWords, jobsWords, sealWords, shareOf } from "../dashboard/tiles.tsx";
import { count, exact } from "../format.ts";
import { Badge } from "../values.tsx";

const share = (part: number, whole: number) => (part === 0 || whole === 0 ? "none" : shareOf(part, whole));

/** How the platform is, in a line; the overview tells more. */
export function Vitals({ vitals: { health, missingWays, requests, totals } }: { vitals: VitalsSight }) {
  const refused = totals.quota + totals.suspension;
  return (
    <section className="sheet vitals" aria-label="How the platform is">
      <Vital title="Health">
        <Badge word={healthWords[health.status].toLowerCase()} tone={healthTones[health.status]} />
      </Vital>
      <Vital title="Requests in 24 hours">
        <span title={exact(totals.served)}>{count(totals.served)}</span>
        <Spark steps={requests.points.map(({ served }) => served)} label="Requests hour by hour" />
      </Vital>
      <Vital title="Our errors">{share(totals.errors, totals.served)}</Vital>
      <Vital title="Refused">{share(refused, totals.served + refused)}</Vital>
      <span className={health.jobsLate > 0 ? "late" : ""}>{jobsWords(health.jobsLate)}</span>
      <span>{sealWords(health.secondsUnsealed)}</span>
      {missingWays.map(({ way, by }) => (
        <span key={way} className="late" title={`${by} is not set: what staff would be told so waits in the outbox.`}>
          nothing is sent {way}
        </span>
      ))}
      <Link to="/admin/overview">Overview</Link>
    </section>
  );
}

const Vital = ({ title, children }: { title: string; children: ReactNode }) => (
  <span className="vital">
    <span className="faint">{title}</span> {children}
  </span>
);
