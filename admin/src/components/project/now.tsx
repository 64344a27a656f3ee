import type { RecordAnswer } from "../../sight.ts";
import { Fact, Facts } from "../facts.tsx";
import { count, exact } from "../format.ts";
import { useFetched } from "../talk.ts";
import { Id } from "../values.tsx";
import { Limits } from "./limits.tsx";
import { UsePicture } from "./picture.tsx";

/** What an act would meet: beside its form, how the project stands now. */
export function ProjectNow({ id }: { id: string }) {
  const { answer } = useFetched<RecordAnswer>(`/resources/projects/records/${encodeURIComponent(id)}/show`, id);
  if (!answer?.project) return <aside className="now" aria-busy="true" />;
  const { record, names, project } = answer;
  const owner = String(record.params["developer_id"]);
  const served = project.requests.points.at(-1)?.served ?? 0;
  return (
    <aside className="now" aria-label="How the project stands now">
      <Facts>
        <Fact label="Owner">
          <Id id={owner} name={names[owner]} />
        </Fact>
        <Fact label="Live keys">{project.keys.filter(({ params }) => params["state"] === "live").length}</Fact>
        <Fact label="Requests today">
          <span title={exact(served)}>{count(served)}</span>
        </Fact>
      </Facts>
      <UsePicture project={record} page={project} />
      <Limits project={record} limits={project.limits} overrides={project.overrides} />
    </aside>
  );
}
