import { Link } from "react-router-dom";
import type { ActSight, RecordAnswer, ResourceSight } from "../sight.ts";
import { recordPath } from "./here.ts";
import { Loading } from "./loading.tsx";
import { NoSuch } from "./not-here.tsx";
import { Problem } from "./problem.tsx";
import { useFetched } from "./talk.ts";

interface Act {
  readonly resource: ResourceSight;
  readonly act: ActSight;
  readonly recordId: string | undefined;
}

interface Ready {
  readonly path: string;
  readonly answer: Partial<RecordAnswer>;
  readonly title: string;
}

export interface NotReady extends Act {
  readonly because: "waiting" | "gone" | "not-now" | { readonly problem: string };
}

/** The form of an act as the server begins it, or why there is none. */
export function useAct({ resource, act, recordId }: Act): Ready | NotReady {
  const path =
    recordId === undefined
      ? `/resources/${resource.id}/actions/${act.name}`
      : `/resources/${resource.id}/records/${encodeURIComponent(recordId)}/${act.name}`;
  const { answer, problem } = useFetched<Partial<RecordAnswer>>(path, path);
  const not = (because: NotReady["because"]) => ({ resource, act, recordId, because });
  if (problem) return not({ problem });
  if (!answer) return not("waiting");
  if (recordId !== undefined && !answer.record?.id) return not("gone");
  if (recordId !== undefined && !answer.record?.acts.includes(act.name)) return not("not-now");
  const project = answer.names?.[String(answer.record?.params["project_id"])] ?? "the project";
  return { path, answer, title: act.heading.replace("{}", answer.record?.title ?? "").replace("{project}", project) };
}

export function Unasked({ asked: { resource, act, recordId, because } }: { asked: NotReady }) {
  if (because === "waiting") return <Loading />;
  if (because === "gone") return <NoSuch what={resource.one} />;
  if (because === "not-now") return <NotNow act={act} resource={resource} id={recordId ?? ""} />;
  return <Problem said={because.problem} />;
}

/** Whoever kept its address, or comes second, may meet an act that makes no sense any more. */
const NotNow = ({ act, resource, id }: { act: ActSight; resource: ResourceSight; id: string }) => (
  <div className="empty">
    <p>
      “{act.label}” does not apply to this {resource.one} as it is now.
    </p>
    <Link className="button" to={recordPath(resource.id, id)}>
      To the {resource.one}
    </Link>
  </div>
);
