import type { Visit } from "../door/member.ts";
import type { Sources } from "../resources/answers.ts";
import type { QueueAct, QueueItem, RecordSight, Row } from "../sight.ts";
import { recordsById } from "./records.ts";
import { dayMs, hourMs, iso } from "./span.ts";

interface Item extends Pick<QueueItem, "kind" | "resource" | "record"> {
  /** What it is about, where that is a project. */
  readonly project: RecordSight | undefined;
  readonly now: string;
}

/** What is done to the project that something of the queue is about: the act of its page, with what one means here. */
interface Shortcut {
  readonly act: string;
  readonly label: string;
  readonly said: (item: Item) => Row;
}

const shortcuts: Partial<Readonly<Record<QueueItem["kind"], Shortcut>>> = {
  detection: {
    act: "sanction",
    label: "Throttle 1 h",
    said: ({ now }) => ({ level: "throttled", endsAt: iso(Date.parse(now) + hourMs) }),
  },
  override: {
    act: "add-override",
    label: "Extend 1 d",
    said: ({ record: { params } }) => ({
      metric: params["metric"],
      limit: params["limit_value"],
      startsAt: params["ends_at"],
      endsAt: iso(Date.parse(String(params["ends_at"])) + dayMs),
    }),
  },
};

/** By which key an act is asked for, in whichever list it stands: what goes on, and what ends it. */
const keys: Readonly<Record<string, QueueAct["key"]>> = {
  ...{ approve: "a", review: "a", decide: "a", "change-end": "a", sanction: "a", "add-override": "a" },
  ...{ reject: "d", dismiss: "d", lift: "d", end: "d" },
};

/** The projects that these are about, by id, with what this reader may do to them. */
export async function projectsOf(
  sources: Sources,
  visit: Visit,
  records: readonly RecordSight[],
): Promise<ReadonlyMap<string, RecordSight>> {
  const ids = new Set(records.flatMap(({ params }) => (typeof params["project_id"] === "string" ? [params["project_id"]] : [])));
  const projects = await recordsById(sources, visit, "projects", [...ids]);
  return new Map(projects.map((project) => [project.id, project]));
}

export function actsOn({ shown }: Sources, item: Item): QueueAct[] {
  const { kind, resource, record, project } = item;
  const own = (shown.get(resource)?.plan.offers ?? []).flatMap(({ sight: { name, label } }) =>
    record.acts.includes(name) ? [told({ resource, id: record.id, name, label, said: {} })] : [],
  );
  const shortcut = shortcuts[kind];
  if (!shortcut || !project?.acts.includes(shortcut.act)) return own.map(judging);
  return [...own, told({ resource: "projects", id: project.id, name: shortcut.act, label: shortcut.label, said: shortcut.said(item) })];
}

/** Where nothing else goes on with it, a verdict does. */
const judging = (act: QueueAct): QueueAct => (act.name === "judge" ? { ...act, key: "a" } : act);

const told = (act: Omit<QueueAct, "key">): QueueAct => {
  const key = keys[act.name];
  return key ? { ...act, key } : act;
};
