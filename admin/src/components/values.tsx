import { useEffect, useState } from "react";
import { Link } from "react-router-dom";
import { actionWords } from "../action-words.ts";
import type { ColumnSight, Names, Row } from "../sight.ts";
import { amount, bytes, count, exact, exactAmount, exactTime, localTime, measure, relative, shortId, words } from "./format.ts";
import { pathOfId } from "./here.ts";
import { notify } from "./notice.tsx";

/** A column's value as its look says; `names` tells what ids are called. */
export function Value({
  column,
  row,
  names,
  resource,
  isWhole = false,
}: {
  column: ColumnSight;
  row: Row;
  names: Names;
  resource: string;
  isWhole?: boolean;
}) {
  const value = row[column.name];
  if (value === null || value === undefined || value === "") return <span className="none">–</span>;
  const text = String(value);
  switch (column.look) {
    case "time":
      return <Time at={text} isWhole={isWhole} />;
    case "badge":
      return <Badge word={text} of={resource} />;
    case "yes-no":
      return <Badge word={value === true ? "yes" : "no"} of={resource} />;
    case "actor":
      if (row["actor_kind"] === "job" || isAutomatic(row)) return <Itself job={text} />;
      return <Id id={text} name={names[text]} isWhole={isWhole} />;
    case "id":
      return <Id id={text} name={text === row["id"] ? undefined : names[text]} isWhole={isWhole} isLink={text !== row["id"]} />;
    case "count":
      // What was not counted to its end is told in words.
      if (typeof value === "string") return <span>{value}</span>;
      return <span title={exact(Number(value))}>{count(Number(value))}</span>;
    case "bytes":
      return <span title={`${exact(Number(value))} bytes`}>{bytes(Number(value))}</span>;
    case "milliseconds":
      return <span title={exactAmount(Number(value), "query_ms")}>{measure(Number(value), "query_ms")}</span>;
    case "amount":
      return <span title={exactAmount(Number(value), String(row["metric"]))}>{amount(Number(value), String(row["metric"]))}</span>;
    case "metric":
      return <span>{words(text)}</span>;
    case "action":
      return <span title={text}>{actionWords(text)}</span>;
    case "list":
      return (
        <span className="tags">
          {(value as string[]).map((each) => (
            <code key={each}>{each}</code>
          ))}
        </span>
      );
    case "code":
      return isWhole ? <pre className="code-block">{text}</pre> : <code>{text}</code>;
    case "mono":
      return <code>{text}</code>;
    case "long":
      return <span className={isWhole ? "long" : ""}>{text}</span>;
    default:
      return <span title={isWhole ? undefined : text}>{text}</span>;
  }
}

/** A sanction says by its cause whether a person imposed it. */
const isAutomatic = ({ cause }: Row) => cause !== undefined && cause !== "staff";

export const isFigure = ({ look }: ColumnSight) => look === "count" || look === "bytes" || look === "milliseconds" || look === "amount";

type Tone = "well" | "danger" | "warn" | "info" | "plain" | "override";

const tones: Readonly<Record<string, Tone>> = {
  active: "well",
  live: "well",
  sent: "well",
  yes: "well",
  pass: "well",
  enabled: "well",
  "in force": "info",
  provisioning: "info",
  scheduled: "info",
  waiting: "info",
  secret: "info",
  invited: "info",
  suspended: "danger",
  restricted: "warn",
  throttled: "warn",
  warned: "info",
  failed: "danger",
  failing: "warn",
  fail: "danger",
  deleting: "warn",
  warn: "warn",
  intact: "well",
  "changed since": "danger",
  "yes, too": "warn",
  "going on": "warn",
  quiet: "plain",
  true_positive: "danger",
  false_positive: "well",
  act: "warn",
  observe: "plain",
  open: "info",
  overdue: "danger",
  override: "override",
  quota: "info",
  admin: "info",
  verified: "well",
  unverified: "warn",
  new: "info",
  "row-level security": "well",
  "no policy": "warn",
  "open to anybody": "danger",
};
/** The same word may be good news of one thing and bad news of another. */
const tonesOf: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  suspensions: { "in force": "danger", scheduled: "warn", lifted: "well" },
  queue: {
    "break-glass": "danger",
    drill: "warn",
    appeal: "danger",
    detection: "warn",
    "asks for approval": "info",
    "override ends": "override",
    "sanction ends": "plain",
  },
  break_glass_sessions: {
    open: "danger",
    "to review": "warn",
    reviewed: "well",
    misuse: "danger",
    emergency: "warn",
    drill: "info",
    yes: "warn",
  },
  stale: { "changed by both": "warn", "changed meanwhile": "info" },
  glass: { changed: "danger", asked: "warn" },
  break_glass_codes: { sealed: "well", used: "plain", revoked: "plain" },
  appeals: { upheld: "plain", lifted: "well", replaced: "warn", closed: "plain" },
  approvals: { approved: "well", lapsed: "warn" },
  manual_overrides: { "in force": "override" },
  reasons: { abuse: "danger", security: "danger", legal: "warn", billing: "warn" },
};

/** A state: a word and a colour, never a colour alone. */
export const Badge = ({ word, of, tone }: { word: string; of?: string; tone?: Tone }) => (
  <span className={`badge ${tone ?? (of && tonesOf[of]?.[word]) ?? tones[word] ?? "plain"}`}>{word.replaceAll("_", " ")}</span>
);

/** What the platform does by itself, it does under a job's name. */
export const Itself = ({ job }: { job: string }) => (
  <span className="faint" title={job}>
    by itself
  </span>
);

/** Relative, in the viewer's zone, with the exact UTC time on hover. */
export function Time({ at, isWhole = false }: { at: string; isWhole?: boolean }) {
  const now = useNow();
  return (
    <time dateTime={at} title={`${exactTime(at)}\n${localTime(at)} here`}>
      {isWhole ? `${localTime(at)} · ${relative(at, now)}` : relative(at, now)}
    </time>
  );
}

/** Since when something is recorded, in a sentence. */
export const Since = ({ at }: { at: string | null }) =>
  at === null ? (
    "not at all"
  ) : (
    <>
      since <Time at={at} />
    </>
  );

/** Looked at with each rendering, which comes by itself every half a minute: what happened since would lie ahead. */
function useNow(): number {
  const [, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setRound((round) => round + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return Date.now();
}

/** An id, shortened, or the name of what it stands for; it leads there, and is copied by a click. */
export function Id({
  id,
  name,
  isWhole = false,
  isLink = true,
}: {
  id: string;
  name?: string | undefined;
  isWhole?: boolean;
  isLink?: boolean;
}) {
  const path = isLink ? pathOfId(id) : undefined;
  const shown = name ?? (isWhole ? id : shortId(id));
  const label = <span className={name === undefined ? "id" : ""}>{shown}</span>;
  return (
    <span className="with-copy" title={id}>
      {path ? <Link to={path}>{label}</Link> : label}
      {isWhole && name !== undefined ? <span className="id faint">{id}</span> : null}
      <Copy text={id} what="id" />
    </span>
  );
}

/** What an id stands for, inside a sentence. */
export function Named({ id, names }: { id: string; names: Names }) {
  const path = pathOfId(id);
  const shown = names[id] ?? shortId(id);
  return path ? (
    <Link to={path} title={id}>
      {shown}
    </Link>
  ) : (
    <span title={id}>{shown}</span>
  );
}

export function Copy({ text, what }: { text: string; what: string }) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), 1_500);
    } catch {
      notify("error", "The browser did not let it be copied.");
    }
  };
  return (
    <button
      type="button"
      className={`copy${isDone ? " done" : ""}`}
      aria-label={isDone ? "Copied" : `Copy the ${what}`}
      onClick={() => void copy()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {isDone ? <path d="M3 8.5l3.2 3.2L13 5" /> : <path d="M5.5 5.5h7v7h-7zM3.5 10.5v-7h7" />}
      </svg>
    </button>
  );
}
