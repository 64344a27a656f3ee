import { Link } from "react-router-dom";
import type { Names, RecordAnswer, RecordSight, ResourceSight, RulePageSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Fact, Facts } from "./facts.tsx";
import { exact } from "./format.ts";
import { listPath, recordPath } from "./here.ts";
import { Section } from "./section.tsx";
import { Badge, Id, Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: RulePageSight;
}

/** A rule: what it looks for, how precise it was, what it found, and what rules can be written with. */
export const RulePage = ({ resource, answer: { record, names }, page }: Props) => (
  <>
    <RuleFacts record={record} page={page} />
    <div className="columns">
      <Section title="What it looks for">
        <p className="in-section">{String(record.params["description"])}</p>
        <pre className="code-block in-section">{String(record.params["settings"])}</pre>
      </Section>
      <Found id={record.id} detections={page.detections} names={names} />
    </div>
    {record.params["kind"] === "pattern" ? <Features features={page.features} /> : null}
    <Details
      resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "settings" && name !== "description") }}
      record={record}
      names={names}
    />
  </>
);

function RuleFacts({ record: { params }, page: { counts } }: { record: RecordSight; page: RulePageSight }) {
  const judged = counts.right + counts.wrong;
  return (
    <Facts>
      <Fact label="Precision">{judged === 0 ? "not judged yet" : `${Math.round((100 * counts.right) / judged)} %`}</Fact>
      <Fact label="Judged right">{exact(counts.right)}</Fact>
      <Fact label="Judged wrong">{exact(counts.wrong)}</Fact>
      <Fact label="Dismissed">{exact(counts.dismissed)}</Fact>
      <Fact label="Without a verdict">{exact(counts.unjudged)}</Fact>
      <Fact label="Mode">
        <Badge word={String(params["mode"])} /> {params["is_enabled"] ? null : <Badge word="switched off" />}
      </Fact>
      <Fact label="Strictest sanction">
        <Badge word={String(params["level"])} />
      </Fact>
    </Facts>
  );
}

const Found = ({ id, detections, names }: { id: string; detections: readonly RecordSight[]; names: Names }) => (
  <Section title="Found lately" more={`${listPath("detections")}?filters.rule_id=${id}`}>
    {detections.length === 0 ? (
      <p className="empty small">It has found nothing yet.</p>
    ) : (
      <div className="table-scroll">
        <table className="list plain">
          <tbody>
            {detections.map(({ id: detection, params }) => (
              <tr key={detection}>
                <td className="wide">
                  {params["project_id"] ? <Id id={String(params["project_id"])} name={names[String(params["project_id"])]} /> : "a network"}
                </td>
                <td>
                  <Link to={recordPath("detections", detection)}>
                    <Badge word={String(params["verdict"] ?? params["state"])} />
                  </Link>
                </td>
                <td className="when">
                  <Time at={String(params["started_at"])} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </Section>
);

/** Each number that an expression may use. */
const Features = ({ features }: Pick<RulePageSight, "features">) => (
  <Section title="What expressions can be written with" unit="numbers of the window, per subject">
    <div className="table-scroll">
      <table className="list plain features">
        <tbody>
          {features.map(({ name, subjects, unit, explanation }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td className="quiet">{unit}</td>
              <td className="quiet">{subjects.join(", ")}</td>
              <td className="explained">{explanation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Section>
);
