import { Link } from "react-router-dom";
import type { DeveloperPageSight, Names, RecordAnswer, RecordSight, TokenSight, UsedProject } from "../sight.ts";
import { AuditEntries } from "./audit-entries.tsx";
import { gathered } from "./charts/frame.ts";
import { Picture } from "./charts/picture.tsx";
import { perStep, requestSeries, toldOf } from "./charts/requests.ts";
import { Spark } from "./charts/spark.tsx";
import { Fact, Facts } from "./facts.tsx";
import { count, exact } from "./format.ts";
import { listPath, recordPath } from "./here.ts";
import { RangeSwitch, rangeWords, useRange } from "./range.tsx";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { Badge, Time } from "./values.tsx";

/** A customer at one glance: the account, what they built and how much it is used, how they sign in, and what they did. */
export function DeveloperPage({ answer: { record, names }, page }: { answer: RecordAnswer; page: DeveloperPageSight }) {
  const [range, change] = useRange("fortnight");
  const { requests } = page;
  return (
    <>
      <AccountFacts record={record} page={page} />
      <div className="columns">
        <Projects projects={page.projects} developer={record} window={rangeWords[requests.range]} />
        <Picture
          title="Use"
          unit={perStep("requests", requests)}
          controls={<RangeSwitch range={range} change={change} />}
          label={`Requests of all projects over time: ${toldOf(requests.points)}.`}
          empty="Nothing was asked of their projects in this time."
          series={requestSeries}
          points={requests.points.map(({ served, quota, suspension }) => ({ served, quota, suspension }))}
          from={requests.from}
          stepMs={requests.stepMs}
          size="usual"
        />
      </div>
      <Recent audit={page.audit} names={names} developer={record} />
      <Tokens tokens={page.tokens} />
    </>
  );
}

function AccountFacts({ record: { params }, page: { sessions, tokens, projects } }: { record: RecordSight; page: DeveloperPageSight }) {
  return (
    <Facts>
      <Fact label="Name">{String(params["name"])}</Fact>
      {params["deleted_at"] ? null : (
        <Fact label="E-mail">
          <a href={`mailto:${String(params["email"])}`}>{String(params["email"])}</a>{" "}
          {params["email_verified_at"] ? <Badge word="verified" /> : <Badge word="unverified" />}
        </Fact>
      )}
      <Fact label="Plan">
        <Badge word={String(params["plan"])} />
      </Fact>
      <Fact label="Signed up">
        <Time at={String(params["created_at"])} />
      </Fact>
      <Fact label="Projects">{projects.length}</Fact>
      <Fact label="Sessions">
        {sessions.live}
        {sessions.lastUsedAt ? (
          <span className="quiet">
            {" · last used "}
            <Time at={sessions.lastUsedAt} />
          </span>
        ) : null}
      </Fact>
      <Fact label="Tokens">{tokens.filter(({ state }) => state === "live").length}</Fact>
      {params["deleted_at"] ? (
        <Fact label="Deleted">
          <Time at={String(params["deleted_at"])} />
        </Fact>
      ) : null}
    </Facts>
  );
}

const stepsShown = 28;

const Projects = ({ projects, developer, window }: { projects: readonly UsedProject[]; developer: RecordSight; window: string }) => (
  <Section title="Projects" unit={`requests, last ${window}`} more={`${listPath("projects")}?filters.developer_id=${developer.id}`}>
    {projects.length === 0 ? (
      <p className="empty small">No project yet: the first one appears here as soon as it is made.</p>
    ) : (
      <SmallTable label="Projects" className="ranking">
        {projects.map(({ project, total, steps }) => (
          <tr key={project.id}>
            <td className="wide">
              <Link className="row-link" to={recordPath("projects", project.id)}>
                {project.title}
              </Link>
            </td>
            <td>
              <Badge word={String(project.params["state"])} />
            </td>
            <td className="course">
              <Spark steps={gathered(steps, stepsShown)} label={`${count(total)} requests over this time`} />
            </td>
            <td className="figure" title={exact(total)}>
              {count(total)}
            </td>
          </tr>
        ))}
      </SmallTable>
    )}
  </Section>
);

const Recent = ({ audit, names, developer }: { audit: readonly RecordSight[]; names: Names; developer: RecordSight }) => (
  <Section title="Last changes" more={`${listPath("audit_logs")}?filters.developer_id=${developer.id}`}>
    <AuditEntries entries={audit} names={names} empty="They have changed nothing yet." />
  </Section>
);

const Tokens = ({ tokens }: { tokens: readonly TokenSight[] }) => (
  <Section title="Personal access tokens">
    {tokens.length === 0 ? (
      <p className="empty small">None: they sign in with e-mail and password alone.</p>
    ) : (
      <SmallTable label="Personal access tokens">
        {tokens.map(({ id, name, prefix, scopes, state, lastUsedAt, expiresAt }) => (
          <tr key={id}>
            <td className="wide">{name}</td>
            <td>
              <code>{prefix}…</code>
            </td>
            <td>
              <span className="tags">
                {scopes.map((scope) => (
                  <code key={scope}>{scope}</code>
                ))}
              </span>
            </td>
            <td>
              <Badge word={state} />
            </td>
            <td className="when">{lastUsedAt ? <Time at={lastUsedAt} /> : "unused"}</td>
            <td className="when">
              expires <Time at={expiresAt} />
            </td>
          </tr>
        ))}
      </SmallTable>
    )}
  </Section>
);
