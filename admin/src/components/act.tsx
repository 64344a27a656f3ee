import type { ReactNode } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import type { ActSight, ResourceSight, Row } from "../sight.ts";
import { type NotReady, Unasked, useAct } from "./asked-act.tsx";
import type { Draft } from "./draft.ts";
import { RuleWriting } from "./expression.tsx";
import { Form } from "./form.tsx";
import { listPath, mayBacktest, recordPath, resourceOf } from "./here.ts";
import { Heading, NotHere } from "./not-here.tsx";
import { PlanNow } from "./plan.tsx";
import { ProjectNow } from "./project/now.tsx";
import { RuleTrial } from "./rule-trial.tsx";
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

interface ActProps {
  readonly resource: ResourceSight;
  readonly act: ActSight;
  readonly recordId: string | undefined;
}

function Act({ resource, act, recordId }: ActProps) {
  const asked = useAct({ resource, act, recordId });
  const [search] = useSearchParams();
  if (!("title" in asked)) return <NoForm asked={asked} />;
  const { path, answer, title } = asked;
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

const NoForm = ({ asked }: { asked: NotReady }) => (
  <>
    {asked.because === "waiting" ? null : <Heading title={asked.because === "gone" ? "Not found" : asked.act.label} />}
    <Unasked asked={asked} />
  </>
);

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
