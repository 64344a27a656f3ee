import { Link } from "react-router-dom";
import type { AppealPageSight, Names, RecordAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Fact, Facts } from "./facts.tsx";
import { recordPath } from "./here.ts";
import { Section } from "./section.tsx";
import { Badge, Id, Itself, Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: AppealPageSight;
}

/** An appeal: what both sides wrote, beside the sanction it is about. */
export const AppealPage = ({ resource, answer: { record, names }, page: { messages, sanction } }: Props) => (
  <>
    <AppealFacts record={record} names={names} />
    <div className="wide-and-narrow">
      <Section title="Conversation">
        <ol className="thread">
          {messages.map(({ id, side, body, writtenAt, writtenBy }) => (
            <li key={id} className={side}>
              <p className="thread-head">
                <Id id={writtenBy} name={names[writtenBy]} />
                <span className="quiet">{side === "owner" ? "the owner" : "staff"}</span>
                <span className="when">
                  <Time at={writtenAt} />
                </span>
              </p>
              <p className="long">{body}</p>
            </li>
          ))}
          {record.params["answer"] ? (
            <li className="staff decision">
              <p className="thread-head">
                <strong>Decided:</strong> <Badge word={String(record.params["state"])} of="appeals" />
                <span className="when">
                  <Time at={String(record.params["decided_at"])} />
                </span>
              </p>
              <p className="long">{String(record.params["answer"])}</p>
            </li>
          ) : null}
        </ol>
      </Section>
      <div className="stacked">{sanction ? <Sanction sanction={sanction} names={names} /> : null}</div>
    </div>
    <Details resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "answer") }} record={record} names={names} />
  </>
);

function AppealFacts({ record: { params }, names }: { record: RecordSight; names: Names }) {
  const project = String(params["project_id"]);
  const isOpen = params["decided_at"] === null;
  return (
    <Facts>
      <Fact label="Project">
        <Id id={project} name={names[project]} />
      </Fact>
      <Fact label="Opened">
        <Time at={String(params["opened_at"])} />
      </Fact>
      <Fact label={isOpen ? "To be decided" : "Decided"}>
        <Time at={String(isOpen ? params["due_at"] : params["decided_at"])} />
      </Fact>
    </Facts>
  );
}

const Sanction = ({ sanction: { id, title, params }, names }: { sanction: RecordSight; names: Names }) => (
  <Section title="The sanction">
    <div className="in-section">
      <p>
        <Badge word={String(params["level"])} /> <Link to={recordPath("suspensions", id)}>for {title}</Link>{" "}
        <Badge word={String(params["state"])} of="suspensions" />
      </p>
      <p className="statement">{String(params["statement"])}</p>
      <p className="quiet">
        imposed{" "}
        {params["cause"] === "staff" ? (
          <>
            by <Id id={String(params["imposed_by"])} name={names[String(params["imposed_by"])]} />
          </>
        ) : (
          <Itself job={String(params["imposed_by"])} />
        )}{" "}
        <Time at={String(params["starts_at"])} />
      </p>
    </div>
  </Section>
);
