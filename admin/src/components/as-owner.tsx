import { Link, useParams } from "react-router-dom";
import type { AsOwnerSight, Row } from "../sight.ts";
import { exact } from "./format.ts";
import { recordPath } from "./here.ts";
import { keyed } from "./keyed.ts";
import { Loading } from "./loading.tsx";
import { Heading } from "./not-here.tsx";
import { Problem } from "./problem.tsx";
import { SchemaBrowser } from "./schema/index.tsx";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { useFetched } from "./talk.ts";
import { Badge, Time } from "./values.tsx";

/** A project as its owner sees it: what the API answers them, read only. */
export function AsOwnerPage() {
  const { recordId = "" } = useParams();
  const { answer, problem } = useFetched<AsOwnerSight>(`/projects/${encodeURIComponent(recordId)}/as-owner`, recordId);
  if (problem)
    return (
      <>
        <Heading title="View as owner" />
        <Problem said={problem} />
      </>
    );
  if (!answer) return <Loading />;
  document.title = `${answer.name} as its owner sees it · NextMavens console`;
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to={recordPath("projects", recordId)}>{answer.name}</Link>
          </p>
          <h1>{answer.name} as its owner sees it</h1>
        </div>
        <div className="acts">
          <Link className="button" to={recordPath("projects", recordId)}>
            Back to staff’s view
          </Link>
        </div>
      </header>
      <p className="as-owner" role="note">
        <strong>View as owner.</strong> This is what the API answers {answer.owner}, read only and without a row of the project’s data. That
        you looked stands in the audit log, where the owner reads it too.
      </p>
      {answer.parts.map(({ id, title, at, body, refusal }) => (
        <Section key={id} title={title} unit={at} className="owner-part">
          {body ? <Answer title={title} body={body} /> : <p className="empty small">{refusal}</p>}
        </Section>
      ))}
      {answer.showsSchema ? (
        <>
          <h2>Schema</h2>
          <SchemaBrowser projectId={recordId} />
        </>
      ) : null}
    </>
  );
}

const Answer = ({ title, body }: { title: string; body: Row }) => {
  const { items, nextCursor, ...rest } = body;
  return Array.isArray(items) ? <Items title={title} items={items as Row[]} hasMore={Boolean(nextCursor)} /> : <Parts row={rest} />;
};

const Parts = ({ row }: { row: Row }) => (
  <dl className="details plain">
    {Object.entries(row).map(([name, value]) => (
      <div key={name}>
        <dt>
          <code>{name}</code>
        </dt>
        <dd>
          <Told value={value} />
        </dd>
      </div>
    ))}
  </dl>
);

function Items({ title, items, hasMore }: { title: string; items: readonly Row[]; hasMore: boolean }) {
  const names = [...new Set(items.flatMap((each) => Object.keys(each)))];
  if (items.length === 0) return <p className="empty small">Nothing is told here.</p>;
  return (
    <>
      <SmallTable label={`${title} as told`} head={names} className="by-name">
        {keyed(items, (each) => JSON.stringify(each)).map(({ key, thing }) => (
          <tr key={key}>
            {names.map((name) => (
              <td key={name} data-name={name}>
                <Told value={thing[name]} />
              </td>
            ))}
          </tr>
        ))}
      </SmallTable>
      {hasMore ? <p className="section-foot quiet">There are more; the owner turns the page.</p> : null}
    </>
  );
}

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A value of an answer, as it is; times in the viewer's zone. */
function Told({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === "") return <span className="none">–</span>;
  if (typeof value === "boolean") return <Badge word={value ? "yes" : "no"} />;
  if (typeof value === "number") return <span>{exact(value)}</span>;
  if (typeof value === "object") return <Inner entries={Object.entries(value)} isList={Array.isArray(value)} />;
  const text = String(value);
  return moment.test(text) ? <Time at={text} isWhole /> : <span className="owner-value">{text}</span>;
}

/** What is inside a value, a line each. */
const Inner = ({ entries, isList }: { entries: readonly (readonly [string, unknown])[]; isList: boolean }) =>
  entries.length === 0 ? (
    <span className="none">–</span>
  ) : (
    <ul className="owner-inner">
      {entries.map(([name, value]) => (
        <li key={name}>
          {isList ? null : <code>{name}</code>} <Told value={value} />
        </li>
      ))}
    </ul>
  );
