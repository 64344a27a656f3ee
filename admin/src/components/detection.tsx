import { Link } from "react-router-dom";
import type { CourseSight, DetectionPageSight, Mark, Names, RecordAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { Picture } from "./charts/picture.tsx";
import { Details } from "./details.tsx";
import { Fact, Facts } from "./facts.tsx";
import { count, exact } from "./format.ts";
import { recordPath, resourceOf } from "./here.ts";
import { Section } from "./section.tsx";
import { Badge, Id, Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: DetectionPageSight;
}

/** A detection: what was found of whom, drawn beside what is usual, and all that it was decided from. */
export const DetectionPage = ({ resource, answer: { record, names }, page }: Props) => (
  <>
    <DetectionFacts record={record} names={names} page={page} />
    <div className="wide-and-narrow">
      <div className="stacked">
        {page.courses.map((course, i) => (
          <Course key={course.title} course={course} size={i === 0 ? "tall" : "short"} />
        ))}
      </div>
      <div className="stacked">
        <Acts record={record} page={page} />
        <Section title="The rule, as it was then" {...(page.rule.isChanged ? { unit: "changed since" } : {})}>
          <p className="in-section">{page.rule.description}</p>
          <p className="section-foot">
            <Link to={recordPath("detection_rules", page.rule.id)}>Open the rule</Link>
          </p>
        </Section>
      </div>
    </div>
    <div className="columns">
      <Section title="What it was decided from">
        <pre className="code-block in-section">{JSON.stringify(page.inputs, null, 2)}</pre>
      </Section>
      <Section title="Rule" unit={`revision ${page.rule.revision}`}>
        <pre className="code-block in-section">{JSON.stringify(page.rule.rule, null, 2)}</pre>
      </Section>
    </div>
    <Details resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "inputs") }} record={record} names={names} />
  </>
);

function DetectionFacts({ record: { params }, names, page }: { record: RecordSight; names: Names; page: DetectionPageSight }) {
  const project = params["project_id"];
  return (
    <Facts>
      {project ? (
        <Fact label="Project">
          <Id id={String(project)} name={names[String(project)]} />
        </Fact>
      ) : (
        <Fact label="Found of">{String(params["subject"])}</Fact>
      )}
      <Fact label="Score">
        <span title="How far above what the rule allows">{exact(Math.round(Number(params["score"]) * 100) / 100)}</span>
      </Fact>
      <Fact label="Mode">
        <Badge word={String(params["mode"])} />
      </Fact>
      <Fact label="Since">
        <Time at={String(params["started_at"])} />
      </Fact>
      <Fact label={params["ended_at"] ? "Quiet" : "Last seen"}>
        <Time at={String(params["ended_at"] ?? params["last_seen_at"])} />
      </Fact>
      <Fact label="Verdict">{params["verdict"] ? <Badge word={String(params["verdict"])} /> : "none yet"}</Fact>
      <Fact label="The same before">
        {page.similar.before === 0 ? "never" : `${exact(page.similar.before)}, ${exact(page.similar.falsePositives)} marked false`}
      </Fact>
    </Facts>
  );
}

const Course = ({ course: { title, series, marks, ...course }, size }: { course: CourseSight; size: "tall" | "short" }) => (
  <Picture
    {...course}
    title={title}
    label={`${title} around the detection${marks.map((mark) => `, ${told(mark).toLowerCase()}`).join("")}.`}
    empty="Nothing was recorded around this time, or it is too long ago."
    series={series}
    beside={marks.map((mark) => ({ name: mark.name, label: told(mark) }))}
    marks={marks}
    size={size}
  />
);

/** A line that moves has no one figure. */
const told = ({ label, value }: Mark) => (typeof value === "number" ? `${label} ${count(value)}` : label);

/** What may follow by a person's hand, on the project it is about. */
function Acts({ record: { params }, page: { sanction } }: { record: RecordSight; page: DetectionPageSight }) {
  const project = params["project_id"];
  if (!project) return null;
  const acts = resourceOf("projects")?.acts.filter(({ name }) => name === "sanction" || name === "suspend") ?? [];
  return (
    <Section title="What follows">
      <div className="in-section stack">
        {sanction ? (
          <p>
            <Badge word={String(sanction.params["level"])} />{" "}
            <Link to={recordPath("suspensions", sanction.id)}>The sanction that followed</Link>{" "}
            <Badge word={String(sanction.params["state"])} of="suspensions" />
          </p>
        ) : (
          <p className="quiet">No sanction followed from it.</p>
        )}
        <p className="acts">
          {acts.map(({ name, label, isGrave }) => (
            <Link key={name} className={`button small${isGrave ? " danger" : ""}`} to={recordPath("projects", String(project), name)}>
              {label}
            </Link>
          ))}
        </p>
      </div>
    </Section>
  );
}
