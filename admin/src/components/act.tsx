import type { ReactNode } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import type { ActSight, RecordAnswer, ResourceSight, Row } from "../sight.ts";
import type { Draft } from "./draft.ts";
import { RuleWriting } from "./expression.tsx";
import { Form } from "./form.tsx";
import { listPath, mayBacktest, recordPath, resourceOf } from "./here.ts";
import { NotHere } from "./not-here.tsx";
import { PlanNow } from "./plan.tsx";
import { ProjectNow } from "./project/now.tsx";
import { RuleTrial } from "./rule-trial.tsx";
import { useFetched } from "./talk.ts";
import { trialOf } from "./trial.ts";

/** An act: what will happen, what it asks for, and what happened. */
export function ActPage() {
  const { resourceId, recordId, act } = useParams();
  const resource = resourceOf(resourceId);
  const sight = resource?.acts.find(({ name, on }) => name === act && on === (recordId === undefined ? "resource" : "record"));
  return resource && sight ? (
    <Act key={`${resource.id} ${recordId} ${act}`} resource={resource} act={sight} recordId={recordId} />
  ) : (
    <NotHere />
  );
}

function Act({ resource, act, recordId }: { resource: ResourceSight; act: ActSight; recordId: string | undefined }) {
  const path =
    recordId === undefined
      ? `/resources/${resource.id}/actions/${act.name}`
      : `/resources/${resource.id}/records/${encodeURIComponent(recordId)}/${act.name}`;
  const { answer, problem } = useFetched<Partial<RecordAnswer>>(path, path);
  const [search] = useSearchParams();
  if (problem) return <p className="notice error">{problem}</p>;
  if (!answer) return <p className="waiting">Loading…</p>;
  if (recordId !== undefined && !answer.record?.id) return <NotHere what={resource.one} />;
  if (recordId !== undefined && !answer.record?.acts.includes(act.name)) return <NotNow act={act} resource={resource} id={recordId} />;
  const project = answer.names?.[String(answer.record?.params["project_id"])] ?? "the project";
  const title = act.heading.replace("{}", answer.record?.title ?? "").replace("{project}", project);
  document.title = `${title} · NextMavens console`;
  return (
    <>
      <p className="crumbs">
        <Link to={listPath(resource.id)}>{resource.title}</Link>
        {answer.record && recordId !== undefined ? (
          <>
            {" / "}
            <Link to={recordPath(resource.id, recordId)}>{answer.record.title}</Link>
          </>
        ) : null}
      </p>
      <Form
        title={title}
        act={act}
        path={path}
        start={{ ...answer.start, ...saidIn(search, act) }}
        answer={answer}
        back={recordId === undefined ? listPath(resource.id) : recordPath(resource.id, recordId)}
        trial={(typed) => trialOf(resource, act, answer.record, typed)}
        beside={besideOf(resource, act, recordId)}
        below={belowOf(resource, act, recordId)}
      />
    </>
  );
}

/** A form's address may say what it begins with. */
const saidIn = (search: URLSearchParams, { fields }: ActSight): Row =>
  Object.fromEntries([...search].filter(([key]) => fields.some(({ name }) => name === key)));

/** How things stand that the act is about. */
function besideOf({ page }: ResourceSight, { fields }: ActSight, id: string | undefined): ((draft: Draft) => ReactNode) | undefined {
  if (page === "project" && id !== undefined) return () => <ProjectNow id={id} />;
  if (page === "rule" && fields.some(({ name }) => name === "mode")) return (draft) => <RuleWriting {...draft} />;
  if (page === "plan" && id !== undefined) return () => <PlanNow id={id} />;
  return undefined;
}

/** What can be tried of a rule before it is saved. */
const belowOf = ({ page }: ResourceSight, { fields }: ActSight, id: string | undefined): ((draft: Draft) => ReactNode) | undefined =>
  page === "rule" && mayBacktest && fields.some(({ name }) => name === "mode")
    ? (draft) => <RuleTrial draft={draft} {...(id === undefined ? {} : { ruleId: id })} />
    : undefined;

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
