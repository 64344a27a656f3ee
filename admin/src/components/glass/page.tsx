import { Link } from "react-router-dom";
import { actionWords } from "../../action-words.ts";
import type { GlassActSight, GlassPageSight, Names, RecordAnswer, ResourceSight, Row } from "../../sight.ts";
import { Details } from "../details.tsx";
import { Differences } from "../differences.tsx";
import { exactTime, localTime } from "../format.ts";
import { listPath } from "../here.ts";
import { Section } from "../section.tsx";
import { SmallTable } from "../small-table.tsx";
import { Badge, Id, Time } from "../values.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: GlassPageSight;
}

/** A session behind broken glass: what its holder read and changed, line by line, for whoever reviews it. */
export function GlassPage({ resource, answer: { record, names }, page: { transcript, powers } }: Props) {
  const changes = transcript.filter(({ kind }) => kind === "changed");
  return (
    <div className="stacked">
      {record.params["is_drill"] === true ? (
        <p className="notice warn">A drill: all of it was done as if it were needed, and marked.</p>
      ) : null}
      {record.params["is_second_use"] === true ? (
        <p className="notice error">
          Its code had served before, on another host, or was revoked. Ask the holder whether this was them; if not, revoke their other
          codes. <Link to={sameCodePath(record.params)}>All sessions by this code</Link>
        </p>
      ) : null}
      <Section title="What was changed" unit={`${changes.length}`}>
        {changes.length === 0 ? (
          <p className="empty small">Nothing.</p>
        ) : (
          changes.map((each) => <Change key={each.id} act={each} names={names} />)
        )}
      </Section>
      <Section title="Transcript" unit="in order">
        {transcript.length === 0 ? <p className="empty small">Nothing was read.</p> : <Lines transcript={transcript} names={names} />}
      </Section>
      <Details resource={resource} record={record} names={names} />
      <Section title="What the role may do" unit="besides reading">
        <p className="in-section quiet">{powers.join("; ")}.</p>
      </Section>
    </div>
  );
}

const sameCodePath = ({ code_id }: Row) => `${listPath("break_glass_sessions")}?filters.code_id=${code_id}`;

const Change = ({ act: { what, target, why, at, before, after }, names }: { act: GlassActSight; names: Names }) => (
  <div className="in-section">
    <p>
      <strong>{actionWords(what)}</strong> {target === null ? null : <Id id={target} name={names[target]} />}{" "}
      <span className="quiet">
        <Time at={at} isWhole />
      </span>
    </p>
    <p className="statement">{why ?? "no reason was asked"}</p>
    <Differences before={before} after={after} names={names} />
  </div>
);

/** What a page said that was seen with the database away. */
const seenWords = (said: Row): string =>
  Object.entries(said)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${isTime(value) ? localTime(value) : value}`)
    .join(", ");

const isTime = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value);

const Lines = ({ transcript, names }: { transcript: readonly GlassActSight[]; names: Names }) => (
  <SmallTable label="Transcript" className="entries">
    {transcript.map(({ id, at, kind, what, target, why, after }) => (
      <tr key={id}>
        <td className="when">
          <time dateTime={at} title={exactTime(at)}>
            {localTime(at)}
          </time>
        </td>
        <td>
          <Badge word={kind === "read" ? "seen" : kind} of="glass" />
        </td>
        <td className="said">
          {kind === "changed" ? actionWords(what) : <code>{what}</code>} {target === null ? null : <Id id={target} name={names[target]} />}
        </td>
        <td className="quiet wraps">{why ?? (kind === "read" && after ? seenWords(after) : null)}</td>
      </tr>
    ))}
  </SmallTable>
);
