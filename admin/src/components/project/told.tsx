import type { ToldSight } from "../../sight.ts";
import { words } from "../format.ts";
import { Problem } from "../problem.tsx";
import { Section } from "../section.tsx";
import { SmallTable } from "../small-table.tsx";
import { useFetched } from "../talk.ts";
import { Badge, Id, Time } from "../values.tsx";

/** What the owner was told about the project, and where it is told by machine. */
export function Told({ projectId }: { projectId: string }) {
  const { answer, problem } = useFetched<ToldSight>(`/projects/${encodeURIComponent(projectId)}/told`, projectId);
  if (problem) return <Problem said={problem} />;
  if (!answer) return <p className="waiting">Loading…</p>;
  return (
    <>
      <Webhooks webhooks={answer.webhooks} />
      <Section title="Notices" unit="what the owner was told, the newest first">
        {answer.notices.length === 0 ? (
          <p className="empty small">Nothing yet: warnings of limits, sanctions and answers to appeals appear here.</p>
        ) : (
          <ul className="told">
            {answer.notices.map((each) => (
              <Notice key={each.id} notice={each} />
            ))}
          </ul>
        )}
        {answer.hasMore ? (
          <p className="section-foot quiet">These are the newest {answer.notices.length}; the API tells all of them.</p>
        ) : null}
      </Section>
    </>
  );
}

const Notice = ({ notice: { subject, template, body, createdAt, ways } }: { notice: ToldSight["notices"][number] }) => (
  <li className="told-notice">
    <details>
      <summary>
        <span className="told-subject">{subject}</span>
        <span className="quiet">{words(template)}</span>
        <span className="when">
          <Time at={createdAt} />
        </span>
      </summary>
      <div className="mail">{body}</div>
    </details>
    {ways.length === 0 ? (
      <p className="quiet">It stands in the project’s notices alone.</p>
    ) : (
      ways.map(({ channel, to, state, sentAt }) => (
        <p key={`${channel} ${to}`} className="told-way">
          <Badge word={state} of="outbox" /> {channel === "mail" ? `mail to ${to}` : channel}{" "}
          {channel === "webhook" ? <Id id={to} /> : null}
          {sentAt ? (
            <span className="when">
              <Time at={sentAt} />
            </span>
          ) : null}
        </p>
      ))
    )}
  </li>
);

const reasons = { owner: "by its owner", gone: "it answered 410: gone", failing: "it took nothing for days" } as const;

const Webhooks = ({ webhooks }: Pick<ToldSight, "webhooks">) => (
  <Section title="Webhooks" unit="where the project is told by machine; its owner changes them">
    {webhooks.length === 0 ? (
      <p className="empty small">None: its owner is told by mail alone.</p>
    ) : (
      <SmallTable label="Webhooks" head={["Leads to", "State", "Notices", "Last error"]}>
        {webhooks.map(({ id, url, description, state, events, failingSince, disabledAt, disabledBecause, lastFailure }) => (
          <tr key={id}>
            <td className="wide" title={description}>
              <code>{url}</code> <span className="quiet">{description}</span>
            </td>
            <td>
              <Badge word={state} of="webhooks" /> {disabledBecause ? <span className="quiet">{reasons[disabledBecause]} </span> : null}
              {(disabledAt ?? failingSince) ? (
                <span className="when">
                  since <Time at={disabledAt ?? failingSince ?? ""} />
                </span>
              ) : null}
            </td>
            <td className="quiet">{events?.join(", ") ?? "all"}</td>
            <td className="wraps">
              {lastFailure ? (
                <>
                  <span className="last-error">{lastFailure.error}</span>{" "}
                  <span className="when">
                    <Time at={lastFailure.at} />
                  </span>
                </>
              ) : (
                <span className="none">–</span>
              )}
            </td>
          </tr>
        ))}
      </SmallTable>
    )}
  </Section>
);
