import { Link } from "react-router-dom";
import type { DetectedSight, KnownLimit, Names, RecordAnswer, RecordSight, ResourceSight, SanctionPageSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Fact, Facts } from "./facts.tsx";
import { words } from "./format.ts";
import { pathOfId, recordPath, resourceOf } from "./here.ts";
import { LimitFigures, LimitSource } from "./limit-bar.tsx";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { Badge, Copy, Id, Itself, Time } from "./values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: SanctionPageSight;
}

/** A sanction: whom it is on, what its owner was told, what it rests on, and what came before and after it. */
export const SanctionPage = ({ resource, answer: { record, names }, page }: Props) => (
  <>
    <SanctionFacts record={record} names={names} />
    <div className="columns">
      <div className="stacked">
        <Section title="Statement to the owner">
          <p className="statement in-section">{String(record.params["statement"])}</p>
          <p className="section-foot">
            <a href={`/status/suspensions/${record.id}`} target="_blank" rel="noreferrer">
              The page that tells the owner
            </a>
          </p>
        </Section>
        <Appeal appeal={page.appeal} />
        {page.chain.length > 1 ? <Chain chain={page.chain} id={record.id} names={names} /> : null}
      </div>
      <Evidence page={page} />
    </div>
    <Details
      resource={{ ...resource, details: resource.details.filter(({ name }) => name !== "evidence" && name !== "statement") }}
      record={record}
      names={names}
    />
  </>
);

function SanctionFacts({ record: { params }, names }: { record: RecordSight; names: Names }) {
  const project = String(params["project_id"]);
  const by = String(params["imposed_by"]);
  return (
    <Facts>
      <Fact label="Project">
        <Id id={project} name={names[project]} />
      </Fact>
      <Fact label="Level">
        <Badge word={String(params["level"])} />
      </Fact>
      <Fact label="Since">
        <Time at={String(params["starts_at"])} />
      </Fact>
      <Fact label="Until">{params["ends_at"] ? <Time at={String(params["ends_at"])} /> : "it is lifted"}</Fact>
      <Fact label="Follows from">
        <Badge word={String(params["cause"])} />
        {params["cause_id"] ? <Cause id={String(params["cause_id"])} names={names} /> : null}
      </Fact>
      <Fact label="Imposed by">{params["cause"] === "staff" ? <Id id={by} name={names[by]} /> : <Itself job={by} />}</Fact>
    </Facts>
  );
}

/** The rule that found something, or the limit that was reached. */
const Cause = ({ id, names }: { id: string; names: Names }) => <> {pathOfId(id) ? <Id id={id} name={names[id]} /> : words(id)}</>;

const Appeal = ({ appeal }: { appeal: SanctionPageSight["appeal"] }) => (
  <Section title="Appeal">
    {appeal ? (
      <p className="in-section">
        {resourceOf("appeals") ? <Link to={recordPath("appeals", appeal.id)}>Opened</Link> : "Opened"} <Time at={appeal.openedAt} />{" "}
        <Badge word={appeal.state} of="appeals" />
        {appeal.state === "open" || appeal.state === "overdue" ? (
          <>
            {" "}
            due <Time at={appeal.dueAt} />
          </>
        ) : null}
      </p>
    ) : (
      <p className="empty small">The owner has not appealed.</p>
    )}
  </Section>
);

/** From level to level: what took the place of what. */
const Chain = ({ chain, id, names }: { chain: readonly RecordSight[]; id: string; names: Names }) => (
  <Section title="Moved from level to level">
    <SmallTable label="Moved from level to level">
      {chain.map((each) => (
        <tr key={each.id} aria-current={each.id === id ? "true" : undefined}>
          <td>
            <Badge word={String(each.params["level"])} />
          </td>
          <td className="wide">
            {each.id === id ? <strong>this one</strong> : <Link to={recordPath("suspensions", each.id)}>{each.title}</Link>}
          </td>
          <td>
            {each.params["cause"] === "staff" ? (
              <Id id={String(each.params["imposed_by"])} name={names[String(each.params["imposed_by"])]} />
            ) : (
              <Itself job={String(each.params["imposed_by"])} />
            )}
          </td>
          <td className="when">
            <Time at={String(each.params["starts_at"])} />
          </td>
        </tr>
      ))}
    </SmallTable>
  </Section>
);

/** What was known when it was decided, and whether it still is what was sealed then. */
const Evidence = ({ page: { evidence, sha256, isIntact } }: { page: SanctionPageSight }) => (
  <Section
    className="evidence"
    title="Evidence"
    unit="as it was when it was decided"
    controls={sha256 ? <Badge word={isIntact ? "intact" : "changed since"} /> : undefined}
  >
    {evidence ? (
      <>
        <SmallTable label="Evidence">
          {evidence.limits.map((limit) => (
            <Known key={limit.metric} limit={limit} />
          ))}
        </SmallTable>
        <Detected detections={evidence.detections ?? []} />
        {evidence.found === undefined || evidence.found === null ? null : (
          <details className="in-section" open>
            <summary>What led to it</summary>
            <pre className="code-block">{JSON.stringify(evidence.found, null, 2)}</pre>
          </details>
        )}
      </>
    ) : (
      <p className="empty small">
        {sha256 ? "It was removed: nobody can appeal any more. Its hash stays." : "None was kept: this sanction is older than that."}
      </p>
    )}
    {sha256 ? (
      <p className="section-foot quiet with-copy">
        SHA-256 <code title={sha256}>{sha256.slice(0, 16)}…</code>
        <Copy text={sha256} what="hash" />
      </p>
    ) : null}
  </Section>
);

const Detected = ({ detections }: { detections: readonly DetectedSight[] }) =>
  detections.length === 0 ? null : (
    <SmallTable label="Detected in the seven days before">
      {detections.map(({ id, title, startedAt }) => (
        <tr key={id}>
          <td className="wide">
            <Link to={recordPath("detections", id)}>{title}</Link>
          </td>
          <td className="when">
            <Time at={startedAt} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );

const Known = ({ limit }: { limit: KnownLimit }) => (
  <tr>
    <td className="wide">{words(limit.metric)}</td>
    <td className="figure">
      <LimitFigures {...limit} />
    </td>
    <td>
      <LimitSource source={limit.source} />
    </td>
  </tr>
);
