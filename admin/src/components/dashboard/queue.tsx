import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import type { Names, QueueItem } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { recordPath, resourceOf } from "../here.ts";
import { Section } from "../section.tsx";
import { Badge, Id, Time } from "../values.tsx";

const shownAtFirst = 6;

const kindWords: Readonly<Record<QueueItem["kind"], string>> = {
  glass: "break-glass",
  appeal: "appeal",
  detection: "detection",
  request: "asks for approval",
  proposal: "asks for approval",
  override: "override ends",
  sanction: "sanction ends",
};

/** What needs a person, the most urgent first: j and k go through it, o opens. */
export function WorkQueue({ items, names, drillDueSince }: { items: readonly QueueItem[]; names: Names; drillDueSince: string | null }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, shownAtFirst);
  const [at, list] = useKeys(shown);
  return (
    <Section
      title="Needs a person"
      unit="the most urgent first"
      className="queue"
      controls={
        shown.length > 0 ? (
          <span className="faint keys">
            <kbd>j</kbd> <kbd>k</kbd> move, <kbd>o</kbd> opens
          </span>
        ) : undefined
      }
    >
      {drillDueSince === null ? null : <DrillDue since={drillDueSince} />}
      {items.length === 0 ? (
        <p className="empty small">
          Nothing: no session behind broken glass to review, no appeal, no detection without a verdict, nothing to approve, and nothing that
          ends in the next hours.
        </p>
      ) : (
        <ul className="queue-items" ref={list}>
          {shown.map((item, i) => (
            <Item key={item.record.id} item={item} names={names} isCurrent={i === at} />
          ))}
        </ul>
      )}
      {items.length > shown.length ? (
        <p className="section-foot">
          <button type="button" className="button small" onClick={() => setWhole(true)}>
            All {items.length}
          </button>
        </p>
      ) : null}
    </Section>
  );
}

const DrillDue = ({ since }: { since: string }) => (
  <p className="in-section">
    <Badge word="drill" of="queue" /> Nobody has tried a sealed code since <Time at={since} />.{" "}
    <a href="/break-glass">Hold a break-glass drill</a>
  </p>
);

function Item({ item: { kind, resource, by, record }, names, isCurrent }: { item: QueueItem; names: Names; isCurrent: boolean }) {
  const project = record.params["project_id"];
  const acts = resourceOf(resource)?.acts.filter(({ name, on }) => on === "record" && record.acts.includes(name)) ?? [];
  const isLate = Date.parse(by) < Date.now();
  return (
    <li aria-current={isCurrent ? "true" : undefined}>
      <Link className="row-link" to={recordPath(resource, record.id)}>
        <Badge word={kindWords[kind]} of="queue" />
      </Link>
      <span className="queue-what">
        {kind === "glass" ? (
          <Id id={String(record.params["staff_id"])} name={names[String(record.params["staff_id"])]} />
        ) : (
          <About project={project} names={names} />
        )}
        <span className="quiet">{noteOf(kind, record.params, record.title)}</span>
      </span>
      <span className={`when${isLate ? " late" : ""}`}>
        {kind === "glass" ? "since" : kind === "override" || kind === "sanction" ? "ends" : isLate ? "was due" : "due"} <Time at={by} />
      </span>
      <span className="queue-acts">
        {acts.map(({ name, label, isGrave }) => (
          <Link key={name} className={`button small${isGrave ? " danger" : ""}`} to={recordPath(resource, record.id, name)}>
            {label}
          </Link>
        ))}
      </span>
    </li>
  );
}

const About = ({ project, names }: { project: unknown; names: Names }) =>
  project ? <Id id={String(project)} name={names[String(project)]} /> : <span>A network</span>;

type Params = QueueItem["record"]["params"];

function noteOf(kind: QueueItem["kind"], params: Params, title: string): string {
  if (kind === "glass")
    return `${title}${params["is_drill"] === true ? ", a drill" : ""}: ${params["state"] === "open" ? "is in now" : "not reviewed"}`;
  if (kind === "appeal") return params["state"] === "overdue" ? "overdue" : "waits for a decision";
  if (kind === "detection") return `${title}, ${String(params["state"])}`;
  if (kind === "sanction") return `${String(params["level"])} for ${String(params["reason"])}`;
  const metric = String(params["metric"]);
  return `${words(metric).toLowerCase()}: ${amount(Number(params["limit_value"]), metric)}`;
}

/** Which item is current: none until a key says so. What is typed into a field is no key of this list. */
function useKeys(shown: readonly QueueItem[]) {
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.closest("input, textarea, select, dialog"))) return;
      const current = shown[at];
      if (key === "j") setAt(Math.min(at + 1, shown.length - 1));
      else if (key === "k") setAt(Math.max(at - 1, 0));
      else if (key === "o" && current) navigate(recordPath(current.resource, current.record.id));
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [at, shown, navigate]);
  // Another current item is brought into view, and read out.
  useEffect(() => list.current?.children[at]?.querySelector("a")?.focus(), [at]);
  return [at, list] as const;
}
