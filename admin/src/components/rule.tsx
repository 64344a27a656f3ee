import { Link } from "react-router-dom";
import type { Names, RecordAnswer, RecordSight, ResourceSight, Row, RulePageSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Features } from "./expression.tsx";
import { Fact, Facts } from "./facts.tsx";
import { duration, exact, words } from "./format.ts";
import { listPath, recordPath } from "./here.ts";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { Badge, Id, Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: RulePageSight;
}

/** A rule: what it looks for, how precise it was and what it found. */
export function RulePage({ resource, answer: { record, names }, page }: Props) {
  const settings: Row = JSON.parse(String(record.params["settings"]));
  return (
    <>
      <RuleFacts record={record} page={page} />
      <div className="columns">
        <Section title="What it looks for">
          <p className="in-section">{String(record.params["description"])}</p>
          <Settings settings={settings} />
        </Section>
        <Found id={record.id} detections={page.detections} names={names} />
      </div>
      {settings["subject"] ? <Features subject={String(settings["subject"])} /> : null}
      <Details
        resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "settings" && name !== "description") }}
        record={record}
        names={names}
      />
    </>
  );
}

/** What each part of a rule's settings is called, and how its value is read. */
const settingWords: Readonly<Record<string, readonly [label: string, read: (value: number) => string]>> = {
  subject: ["Whose requests", String],
  windowSeconds: ["Window", duration],
  metric: ["Metric", (value) => words(String(value))],
  threshold: ["Threshold", (value) => `${exact(value)} deviations above the usual`],
  floor: ["At least", (value) => `${exact(value)} in five minutes`],
  objective: ["Objective", (value) => `${exact(value * 100)} % of the requests succeed`],
  requestsMin: ["At least", (value) => `${exact(value)} requests in the long window`],
};

/** An expression as it is, and the rest by its names. */
function Settings({ settings }: { settings: Row }) {
  const { expression } = settings;
  return (
    <>
      {expression === undefined ? null : <pre className="code-block in-section">{String(expression)}</pre>}
      <dl className="details">
        {Object.entries(settings).map(([name, value]) => {
          const [label, read] = settingWords[name] ?? [];
          return label && read ? (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{read(value as number)}</dd>
            </div>
          ) : null;
        })}
      </dl>
    </>
  );
}

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
      <SmallTable label="Found lately">
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
      </SmallTable>
    )}
  </Section>
);
