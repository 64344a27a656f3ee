import { Link, useParams, useSearchParams } from "react-router-dom";
import type { RecordAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { AppealPage } from "./appeal.tsx";
import { ApprovalPage } from "./approval.tsx";
import { Details } from "./details.tsx";
import { DetectionPage } from "./detection.tsx";
import { DeveloperPage } from "./developer.tsx";
import { EntryPage } from "./entry.tsx";
import { GlassPage } from "./glass/page.tsx";
import { listPath, recordPath, resourceOf } from "./here.ts";
import { Loading } from "./loading.tsx";
import { MessagePage } from "./message.tsx";
import { Heading, NotHere } from "./not-here.tsx";
import { PlanPage } from "./plan.tsx";
import { Problem } from "./problem.tsx";
import { ProjectPage } from "./project/index.tsx";
import { RulePage } from "./rule.tsx";
import { SanctionPage } from "./sanction.tsx";
import { useFetched } from "./talk.ts";
import { Badge, Copy } from "./values.tsx";

/** One record: what it is, what may be done with it, and everything known of it. */
export function RecordPage() {
  const { resourceId, recordId = "" } = useParams();
  const resource = resourceOf(resourceId);
  return resource ? <RecordOf key={`${resource.id} ${recordId}`} resource={resource} id={recordId} /> : <NotHere />;
}

function RecordOf({ resource, id }: { resource: ResourceSight; id: string }) {
  const [search] = useSearchParams();
  const range = resource.page ? search.get("range") : null;
  const path = `/resources/${resource.id}/records/${encodeURIComponent(id)}/show${range ? `?${new URLSearchParams({ range })}` : ""}`;
  const { answer, problem } = useFetched<RecordAnswer>(path, id);
  if (problem)
    return (
      <>
        <Heading title={resource.title} />
        <Problem said={problem} />
      </>
    );
  if (!answer) return <Loading />;
  if (!answer.record.id) return <NotHere what={resource.one} />;
  document.title = `${answer.record.title} · NextMavens console`;
  return (
    <>
      <RecordHead resource={resource} record={answer.record} showsAsOwner={answer.project?.showsAsOwner ?? false} />
      <Body resource={resource} answer={answer} />
    </>
  );
}

function Body({ resource, answer }: { resource: ResourceSight; answer: RecordAnswer }) {
  if (answer.project) return <ProjectPage resource={resource} answer={answer} page={answer.project} />;
  if (answer.developer) return <DeveloperPage answer={answer} page={answer.developer} />;
  if (answer.sanction) return <SanctionPage resource={resource} answer={answer} page={answer.sanction} />;
  if (answer.appeal) return <AppealPage resource={resource} answer={answer} page={answer.appeal} />;
  if (answer.detection) return <DetectionPage resource={resource} answer={answer} page={answer.detection} />;
  if (answer.rule) return <RulePage resource={resource} answer={answer} page={answer.rule} />;
  if (answer.plan) return <PlanPage resource={resource} answer={answer} page={answer.plan} />;
  if (answer.approval) return <ApprovalPage resource={resource} answer={answer} page={answer.approval} />;
  if (answer.glass) return <GlassPage resource={resource} answer={answer} page={answer.glass} />;
  if (answer.entry) return <EntryPage resource={resource} answer={answer} page={answer.entry} />;
  if (answer.message) return <MessagePage resource={resource} answer={answer} page={answer.message} />;
  return <Details resource={resource} record={answer.record} names={answer.names} />;
}

function RecordHead({ resource, record, showsAsOwner }: { resource: ResourceSight; record: RecordSight; showsAsOwner: boolean }) {
  const state = resource.columns.find(({ look, name }) => look === "badge" && (name === "state" || name === "status"));
  const acts = resource.acts.filter(({ name, on, part }) => on === "record" && part === undefined && record.acts.includes(name));
  const graveLast = acts.toSorted((a, b) => Number(a.isGrave) - Number(b.isGrave));
  return (
    <header className="page-head">
      <div>
        <p className="crumbs">
          <Link to={listPath(resource.id)}>{resource.title}</Link>
        </p>
        <h1>
          {record.title}
          {state ? <Badge word={String(record.params[state.name])} of={resource.id} /> : null}
        </h1>
        <p className="quiet with-copy">
          <span className="id">{record.id}</span>
          <Copy text={record.id} what="id" />
        </p>
      </div>
      <div className="acts">
        {showsAsOwner ? (
          <Link className="button" to={recordPath(resource.id, record.id, "as-owner")}>
            View as owner
          </Link>
        ) : null}
        {graveLast.map(({ name, label, isGrave }) => (
          <Link key={name} className={`button${isGrave ? " danger" : ""}`} to={recordPath(resource.id, record.id, name)}>
            {label}
          </Link>
        ))}
      </div>
    </header>
  );
}
