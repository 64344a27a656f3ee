import { Link } from "react-router-dom";
import { actionWords } from "../action-words.ts";
import type { Names, RecordSight, Row } from "../sight.ts";
import { recordPath } from "./here.ts";
import { SmallTable } from "./small-table.tsx";
import { Id, Itself, Time } from "./values.tsx";

const Actor = ({ params, names }: { params: Row; names: Names }) =>
  params["actor_kind"] === "job" ? (
    <Itself job={String(params["actor_id"])} />
  ) : (
    <Id id={String(params["actor_id"])} name={names[String(params["actor_id"])]} />
  );

export const AuditEntries = ({ entries, names, empty }: { entries: readonly RecordSight[]; names: Names; empty: string }) =>
  entries.length === 0 ? (
    <p className="empty small">{empty}</p>
  ) : (
    <SmallTable label="Entries of the audit log" className="entries">
      {entries.map(({ id, params }) => (
        <tr key={id}>
          <td className="when">
            <Time at={String(params["at"])} />
          </td>
          <td>
            <Link className="row-link" to={recordPath("audit_logs", id)} title={String(params["action"])}>
              {actionWords(String(params["action"]))}
            </Link>
          </td>
          <td>
            <Actor params={params} names={names} />
          </td>
          <td>
            <Id id={String(params["target"])} name={names[String(params["target"])]} />
          </td>
          <td className="quiet wide">{params["reason"] ? String(params["reason"]) : ""}</td>
        </tr>
      ))}
    </SmallTable>
  );
