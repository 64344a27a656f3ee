import { Link } from "react-router-dom";
import type { Names, RecordSight } from "../../sight.ts";
import { words } from "../format.ts";
import { recordPath } from "../here.ts";
import { Named, Time } from "../values.tsx";

const tones: Readonly<Record<string, string>> = { suspended: "danger", restricted: "warn", throttled: "warn", warned: "info" };

const acts = [
  { name: "move", label: "Move" },
  { name: "change-end", label: "Change end" },
  { name: "lift", label: "Lift" },
];

/** Which sanction a project is under, or will be, why, and until when. */
export function SanctionBanner({ suspension, names }: { suspension: RecordSight; names: Names }) {
  const { params } = suspension;
  const level = String(params["level"]);
  const isAhead = params["state"] === "scheduled";
  return (
    <section className={`banner ${isAhead ? "info" : tones[level]}`} aria-label="Sanction">
      <div>
        <strong>
          {isAhead ? `To be ${level}` : `${level.charAt(0).toUpperCase()}${level.slice(1)}`} for {String(params["reason"])}{" "}
          <Time at={String(params["starts_at"])} />
        </strong>{" "}
        {params["cause"] === "staff" ? (
          <>
            by <Named id={String(params["imposed_by"])} names={names} />
          </>
        ) : (
          `by a ${params["cause"] === "quota" ? "limit" : "detection"}: ${words(String(params["cause_id"])).toLowerCase()}`
        )}
        {params["ends_at"] ? (
          <>
            , lifts by itself <Time at={String(params["ends_at"])} />
          </>
        ) : (
          ", until it is lifted"
        )}
        <p className="statement">{String(params["statement"])}</p>
        <Link to={recordPath("suspensions", suspension.id)}>Evidence and appeal</Link>
        {" · "}
        <a href={`/status/suspensions/${suspension.id}`} target="_blank" rel="noreferrer">
          The page that tells the owner
        </a>
      </div>
      <div className="acts">
        {acts
          .filter(({ name }) => suspension.acts.includes(name))
          .map(({ name, label }) => (
            <Link key={name} className="button" to={recordPath("suspensions", suspension.id, name)}>
              {label}
            </Link>
          ))}
      </div>
    </section>
  );
}
