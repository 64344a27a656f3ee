import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "react-router-dom";
import type { BarsSight, GlassSight } from "../../sight.ts";
import { recordPath, resourceOf } from "../here.ts";
import { notify } from "../notice.tsx";
import { post, useFetched } from "../talk.ts";
import { Time } from "../values.tsx";

const lookAgainMs = 20_000;

/** Who is behind broken glass, with the time that is left, and that the house is shut: above every page; nothing where neither is so. */
export function Bars() {
  const { pathname } = useLocation();
  const { answer: told, refresh } = useFetched<BarsSight>("/bars", "bars");
  const [answer, setAnswer] = useState<BarsSight>();
  useEffect(() => {
    // What can't be asked now still stands as it was told last.
    if (told) setAnswer(told);
  }, [told]);
  const lookedAt = useRef(pathname);
  useEffect(() => {
    if (lookedAt.current === pathname) return;
    lookedAt.current = pathname;
    refresh();
  }, [pathname, refresh]);
  useEffect(() => {
    const timer = setInterval(refresh, lookAgainMs);
    return () => clearInterval(timer);
  }, [refresh]);
  if (!answer || (answer.glass.length === 0 && !answer.maintenance)) return null;
  return (
    <div className="break-glass-bars">
      {answer.glass.map((each) => (
        <GlassBar key={each.id} glass={each} refresh={refresh} />
      ))}
      {answer.maintenance ? <MaintenanceBar maintenance={answer.maintenance} refresh={refresh} /> : null}
    </div>
  );
}

function MaintenanceBar({ maintenance, refresh }: { maintenance: NonNullable<BarsSight["maintenance"]>; refresh: () => void }) {
  const { message, since, mayEnd } = maintenance;
  const [reason, setReason] = useState("");
  const end = async () => {
    try {
      await post("/maintenance", { reason }, undefined, reason);
      refresh();
    } catch (error) {
      notify("error", error instanceof Error ? error.message : "Something went wrong.");
    }
  };
  return (
    <section className="maintenance-bar" aria-label="Maintenance">
      <strong>MAINTENANCE</strong>
      <span>
        since <Time at={since} />: the API refuses with “{message}”
      </span>
      {mayEnd ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void end();
          }}
        >
          <input
            aria-label="Why it is served again"
            placeholder="Why"
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <button type="submit" className="button small">
            Serve again
          </button>
        </form>
      ) : null}
    </section>
  );
}

function GlassBar({ glass, refresh }: { glass: GlassSight; refresh: () => void }) {
  const { id, holder, incident, isDrill, expiresAt, changes, isMine, mayEnd } = glass;
  const left = useSecondsUntil(expiresAt);
  useEffect(() => {
    if (left > 0) return;
    if (isMine) window.location.assign("/break-glass");
    else refresh();
  }, [left, isMine, refresh]);
  const end = async () => {
    try {
      await post(`/resources/break_glass_sessions/records/${id}/end`, {});
      refresh();
    } catch (error) {
      notify("error", error instanceof Error ? error.message : "Something went wrong.");
    }
  };
  return (
    <section className="break-glass-bar" aria-label="Break-glass">
      <strong>{isDrill ? "BREAK-GLASS DRILL" : "BREAK-GLASS"}</strong>
      <span>{holder}</span>
      <span>{resourceOf("break_glass_sessions") ? <Link to={recordPath("break_glass_sessions", id)}>{incident}</Link> : incident}</span>
      <span role="timer">{clock(left)} left</span>
      <span>
        {changes} {changes === 1 ? "act" : "acts"}
      </span>
      {isMine ? (
        <form method="post" action="/break-glass/end">
          <button type="submit" className="button small">
            End now
          </button>
        </form>
      ) : mayEnd ? (
        <button type="button" className="button small" onClick={() => void end()}>
          End now
        </button>
      ) : null}
    </section>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const secondsUntil = (at: string) => Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1_000));

function useSecondsUntil(at: string): number {
  const [left, setLeft] = useState(() => secondsUntil(at));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(at)), 1_000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
