import { Link } from "react-router-dom";
import type { Names, QueueAct, QueueItem } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { recordPath, resourceOf } from "../here.ts";
import { Badge, Id, Time } from "../values.tsx";

const kindWords: Readonly<Record<QueueItem["kind"], string>> = {
  glass: "break-glass",
  appeal: "appeal",
  detection: "detection",
  request: "asks for approval",
  proposal: "asks for approval",
  approval: "asks for approval",
  override: "override ends",
  sanction: "sanction ends",
};

interface ItemProps {
  readonly item: QueueItem;
  readonly names: Names;
}

/** What it is, of whom, and by when somebody should have looked. */
export const What = ({ item: { kind, resource, by, record }, names, tabIndex }: ItemProps & { tabIndex?: number }) => {
  const isLate = Date.parse(by) < Date.now();
  return (
    <>
      <Link className="row-link" to={recordPath(resource, record.id)} tabIndex={tabIndex}>
        <Badge word={kindWords[kind]} of="queue" />
      </Link>
      <span className="queue-what">
        <About id={record.params[aboutColumns[kind] ?? "project_id"]} names={names} />
        <span className="quiet">{noteOf(kind, record.params, record.title)}</span>
      </span>
      <span className={`when${isLate ? " late" : ""}`}>
        {kind === "glass" ? "since" : kind === "override" || kind === "sanction" ? "ends" : isLate ? "was due" : "due"} <Time at={by} />
      </span>
    </>
  );
};

export const isGrave = ({ resource, name }: QueueAct) =>
  resourceOf(resource)?.acts.find((each) => each.name === name && each.on === "record")?.isGrave ?? false;

/** What it is about, where that is no project. */
const aboutColumns: Partial<Readonly<Record<QueueItem["kind"], string>>> = { glass: "staff_id", approval: "target" };

const About = ({ id, names }: { id: unknown; names: Names }) =>
  id ? <Id id={String(id)} name={names[String(id)]} /> : <span>A network</span>;

type Params = QueueItem["record"]["params"];

function noteOf(kind: QueueItem["kind"], params: Params, title: string): string {
  if (kind === "glass")
    return `${title}${params["is_drill"] === true ? ", a drill" : ""}: ${params["state"] === "open" ? "is in now" : "not reviewed"}`;
  if (kind === "approval") return title;
  if (kind === "appeal") return params["state"] === "overdue" ? "overdue" : "waits for a decision";
  if (kind === "detection") return `${title}, ${String(params["state"])}`;
  if (kind === "sanction") return `${String(params["level"])} for ${String(params["reason"])}`;
  const metric = String(params["metric"]);
  return `${words(metric).toLowerCase()}: ${amount(Number(params["limit_value"]), metric)}`;
}
