import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Names, RecordSight } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { listPath, recordPath } from "../here.ts";
import { Section } from "../section.tsx";
import { SmallTable } from "../small-table.tsx";
import { Badge, Id, Time } from "../values.tsx";

const inForce = new URLSearchParams({ "filters.state": "in force" });

interface Props {
  readonly names: Names;
}

/** Which sanctions are in force, the strictest first. */
export const SanctionsNow = ({ suspensions, names }: Props & { suspensions: readonly RecordSight[] }) => (
  <Section title="Sanctions now" more={`${listPath("suspensions")}?${inForce}`}>
    <Rows title="Sanctions now" records={suspensions} names={names} empty="No project is under a sanction.">
      {({ id, params }) => (
        <>
          <td>
            <Link to={recordPath("suspensions", id)}>
              <Badge word={String(params["level"])} />
            </Link>
          </td>
          <td className="minor quiet">{String(params["reason"])}</td>
          <td className="when minor">
            <Time at={String(params["starts_at"])} />
          </td>
          <td className="when">
            {params["ends_at"] ? (
              <>
                lifts <Time at={String(params["ends_at"])} />
              </>
            ) : (
              "no end"
            )}
          </td>
        </>
      )}
    </Rows>
  </Section>
);

/** Limits lent for a time, the first to end first. */
export const OverridesEnding = ({ overrides, names }: Props & { overrides: readonly RecordSight[] }) => (
  <Section title="Overrides ending soon" more={`${listPath("manual_overrides")}?${inForce}`}>
    <Rows title="Overrides in force" records={overrides} names={names} empty="No limit is overridden.">
      {({ id, params }) => (
        <>
          <td className="minor">
            <Link to={recordPath("manual_overrides", id)}>{words(String(params["metric"]))}</Link>
          </td>
          <td className="figure">{amount(Number(params["limit_value"]), String(params["metric"]))}</td>
          <td className="when">
            ends <Time at={String(params["ends_at"])} />
          </td>
        </>
      )}
    </Rows>
  </Section>
);

interface RowsProps extends Props {
  readonly title: string;
  readonly records: readonly RecordSight[];
  readonly empty: string;
  readonly children: (record: RecordSight) => ReactNode;
}

const Rows = ({ title, records, names, empty, children }: RowsProps) =>
  records.length === 0 ? (
    <p className="empty small">{empty}</p>
  ) : (
    <SmallTable label={title}>
      {records.map((record) => (
        <tr key={record.id}>
          <td className="wide">
            <Id id={String(record.params["project_id"])} name={names[String(record.params["project_id"])]} />
          </td>
          {children(record)}
        </tr>
      ))}
    </SmallTable>
  );
