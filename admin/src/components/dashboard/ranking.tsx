import { Link } from "react-router-dom";
import type { DashboardSight, Names, RankedProject } from "../../sight.ts";
import { gathered } from "../charts/frame.ts";
import { Spark } from "../charts/spark.tsx";
import { count, exact } from "../format.ts";
import { listPath, recordPath } from "../here.ts";
import { rangeWords } from "../range.tsx";
import { Section } from "../section.tsx";
import { Badge, Named } from "../values.tsx";
import { shareOf } from "./tiles.tsx";

const stepsShown = 28;

/** The ten projects that were asked most. */
export const ByUse = ({ answer: { byUse, totals, requests, names } }: { answer: DashboardSight }) => (
  <Section title="Most used projects" unit={`requests, last ${rangeWords[requests.range]}`} more={listPath("projects")}>
    <Ranked projects={byUse} names={names} empty="No project was asked for anything in this time.">
      {({ total }) => (
        <>
          <td className="figure" title={exact(total)}>
            {count(total)}
          </td>
          <td className="figure quiet">{shareOf(total, Math.max(1, totals.served))}</td>
        </>
      )}
    </Ranked>
  </Section>
);

/** The ten that were asked so much more than before. */
export const ByGrowth = ({ answer: { byGrowth, requests, names } }: { answer: DashboardSight }) => (
  <Section title="Growing fastest" unit={`against the ${rangeWords[requests.range]} before`} more={listPath("projects")}>
    <Ranked projects={byGrowth} names={names} empty="No project was asked for more than before.">
      {({ total, before }) => (
        <>
          <td className="figure" title={`${exact(total)} after ${exact(before)}`}>
            +{count(total - before)}
          </td>
          <td className="figure quiet">
            {before === 0 ? <Badge word="new" /> : `× ${(total / before).toFixed(total / before < 10 ? 1 : 0)}`}
          </td>
        </>
      )}
    </Ranked>
  </Section>
);

interface RankedProps {
  readonly projects: readonly RankedProject[];
  readonly names: Names;
  readonly empty: string;
  readonly children: (project: RankedProject) => React.ReactNode;
}

const Ranked = ({ projects, names, empty, children }: RankedProps) =>
  projects.length === 0 ? (
    <p className="empty small">{empty}</p>
  ) : (
    <table className="list plain ranking">
      <tbody>
        {projects.map((each, i) => (
          <tr key={each.project.id}>
            <td className="rank">{i + 1}</td>
            <td className="wide">
              <Link className="row-link" to={recordPath("projects", each.project.id)}>
                {each.project.title}
              </Link>
              {each.project.params["state"] === "active" ? null : <Badge word={String(each.project.params["state"])} />}
              <span className="faint owner">
                <Named id={String(each.project.params["developer_id"])} names={names} />
              </span>
            </td>
            <td className="course">
              <Spark steps={gathered(each.steps, stepsShown)} label={`${count(each.total)} requests over this time`} />
            </td>
            {children(each)}
          </tr>
        ))}
      </tbody>
    </table>
  );
