import { Link } from "react-router-dom";
import type { Names, QueueAct, QueueItem } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { recordPath, resourceOf } from "../here.ts";
import { Badge, Id, Named, Time } from "../values.tsx";

const kindWords: Readonly<Record<QueueItem["kind"], string>> = {
  break_glass: "break-glass",
  appeal: "appeal",
  detection: "detection",
  override_request: "asks for approval",
  quota_proposal: "asks for approval",
  approval: "asks for approval",
  override: "override ends",
  sanction: "sanction ends",
};

interface ItemProps {
  readonly item: QueueItem;
  readonly names: Names;
  readonly tabIndex?: number;
  /** It stands on the page of what it is about. */
  readonly isOfPage?: boolean;
}

/** What it is, of whom, and by when somebody should have looked. */
export const What = ({ item: { kind, resource, dueAt, takenBy, record }, names, tabIndex, isOfPage = false }: ItemProps) => {
  const isLate = Date.parse(dueAt) < Date.now();
  return (
    <>
      <Link className="row-link" to={recordPath(resource, record.id)} tabIndex={tabIndex}>
        <Badge word={kindWords[kind]} of="queue" />
      </Link>
      <span className="queue-what">
        {isOfPage ? null : <About kind={kind} params={record.params} names={names} />}
        <span className="quiet" title={kind === "approval" ? record.title : undefined}>
          {noteOf(kind, record.params, record.title)}
        </span>
        <AskedBy id={record.params[askerColumns[kind] ?? ""]} names={names} />
        {takenBy === null ? null : (
          <span className="taken">
            taken by <Named id={takenBy} names={names} />
          </span>
        )}
      </span>
      <span className={`when${isLate ? " late" : ""}`}>
        {kind === "break_glass" ? "since" : kind === "override" || kind === "sanction" ? "ends" : isLate ? "was due" : "due"}{" "}
        <Time at={dueAt} />
      </span>
    </>
  );
};

export const isGrave = ({ resource, name }: QueueAct) =>
  resourceOf(resource)?.acts.find((each) => each.name === name && each.on === "record")?.isGrave ?? false;

/** What it is about, where that is no project. */
const aboutColumns: Partial<Readonly<Record<QueueItem["kind"], string>>> = { break_glass: "staff_id", approval: "target" };

/** Who asks, where somebody else has to approve. */
const askerColumns: Partial<Readonly<Record<QueueItem["kind"], string>>> = {
  override_request: "created_by",
  quota_proposal: "proposed_by",
  approval: "asked_by",
};

type Params = QueueItem["record"]["params"];

function About({ kind, params, names }: { kind: QueueItem["kind"]; params: Params; names: Names }) {
  const id = params[aboutColumns[kind] ?? "project_id"];
  return id ? <Id id={String(id)} name={names[String(id)]} /> : <span>{String(params["subject"])}</span>;
}

const AskedBy = ({ id, names }: { id: unknown; names: Names }) =>
  id ? (
    <span className="quiet">
      asked by <Named id={String(id)} names={names} />
    </span>
  ) : null;

function noteOf(kind: QueueItem["kind"], params: Params, title: string): string {
  if (kind === "break_glass")
    return `${title}${params["is_drill"] === true ? ", a drill" : ""}${params["is_second_use"] === true ? ", by a code that had served" : ""}: ${params["state"] === "open" ? "is in now" : "not reviewed"}`;
  // Its first words say what; the rest, how it is meant, its own page tells.
  if (kind === "approval") return title.split(/[,;]/)[0] ?? title;
  if (kind === "appeal") return params["state"] === "overdue" ? "overdue" : "waits for a decision";
  if (kind === "detection") return [title, params["endpoint"], params["state"]].filter(Boolean).join(", ");
  if (kind === "sanction") return `${String(params["level"])} for ${String(params["reason"])}`;
  const metric = String(params["metric"]);
  return `${words(metric).toLowerCase()}: ${amount(Number(params["limit_value"]), metric)}`;
}
