import { Link } from "react-router-dom";
import type { RecordSight } from "../../sight.ts";
import { listPath, recordPath } from "../here.ts";
import { Section } from "../section.tsx";
import { SmallTable } from "../small-table.tsx";
import { Badge, Time } from "../values.tsx";

interface KeysProps {
  readonly project: RecordSight;
  readonly keys: readonly RecordSight[];
  /** Those that serve come first, where not all are shown. */
  readonly atMost?: number;
}

export function Keys({ project, keys, atMost }: KeysProps) {
  const isWhole = atMost === undefined;
  const shown = isWhole ? keys : [...keys.filter(isLive), ...keys.filter((each) => !isLive(each))].slice(0, atMost);
  return (
    <Section title="Keys" more={`${listPath("api_keys")}?filters.project_id=${project.id}`}>
      {keys.length === 0 ? (
        <p className="empty small">The owner has made no key yet.</p>
      ) : (
        <SmallTable label="Keys">
          {shown.map(({ id, title, params, acts }) => (
            <tr key={id}>
              <td className="wide">
                <Link className="row-link" to={recordPath("api_keys", id)}>
                  {title}
                </Link>
              </td>
              <td>
                <Badge word={String(params["kind"])} />
              </td>
              {isWhole ? (
                <td className="minor">
                  <code>{String(params["prefix"])}…</code>
                </td>
              ) : null}
              {isWhole || params["state"] !== "live" ? (
                <td>
                  <Badge word={String(params["state"])} />
                </td>
              ) : null}
              {isWhole ? (
                <td className="quiet minor">
                  made <Time at={String(params["created_at"])} />
                </td>
              ) : null}
              <td className="when">
                {params["last_used_at"] ? (
                  <>
                    used <Time at={String(params["last_used_at"])} />
                  </>
                ) : (
                  "unused"
                )}
              </td>
              {isWhole ? (
                <td className="figure">
                  {acts.includes("revoke") ? (
                    <Link className="button small danger" to={recordPath("api_keys", id, "revoke")}>
                      Revoke
                    </Link>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </SmallTable>
      )}
    </Section>
  );
}

const isLive = ({ params }: RecordSight) => params["state"] === "live";
