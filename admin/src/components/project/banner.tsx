import { Link } from "react-router-dom";
import type { Names, RecordSight } from "../../sight.ts";
import { recordPath } from "../here.ts";
import { Named, Time } from "../values.tsx";

/** Why a project is not served, or will not be, and until when. */
export function SuspensionBanner({ suspension, names }: { suspension: RecordSight; names: Names }) {
  const { params } = suspension;
  const level = String(params["level"]);
  const isAhead = params["state"] === "scheduled";
  return (
    <section className={`banner ${isAhead || level !== "suspended" ? "warn" : "danger"}`} aria-label="Suspension">
      <div>
        <strong>
          {isAhead ? `To be ${level}` : `${level.charAt(0).toUpperCase()}${level.slice(1)}`} for {String(params["reason"])}{" "}
          <Time at={String(params["starts_at"])} />
        </strong>{" "}
        by <Named id={String(params["imposed_by"])} names={names} />
        {params["ends_at"] ? (
          <>
            , lifts by itself <Time at={String(params["ends_at"])} />
          </>
        ) : (
          ", until it is lifted"
        )}
        <p className="statement">{String(params["statement"])}</p>
        <a href={`/status/suspensions/${suspension.id}`} target="_blank" rel="noreferrer">
          The page that tells the owner
        </a>
      </div>
      {suspension.acts.includes("lift") ? (
        <Link className="button" to={recordPath("suspensions", suspension.id, "lift")}>
          Lift
        </Link>
      ) : null}
    </section>
  );
}
