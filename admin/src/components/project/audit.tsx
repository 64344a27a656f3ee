import type { ListAnswer } from "../../sight.ts";
import { AuditEntries } from "../audit-entries.tsx";
import { listPath } from "../here.ts";
import { Problem } from "../problem.tsx";
import { Section } from "../section.tsx";
import { useFetched } from "../talk.ts";

const shown = 50;

/** What was changed of the project, by whom and why, the newest first; all of it is a list of its own. */
export function Audit({ projectId }: { projectId: string }) {
  const filter = `filters.project_id=${projectId}`;
  const { answer, problem } = useFetched<ListAnswer>(`/resources/audit_logs/actions/list?${filter}&perPage=${shown}`, projectId);
  if (problem) return <Problem said={problem} />;
  if (!answer) return <p className="waiting">Loading…</p>;
  const { meta, records, names } = answer;
  return (
    <Section
      title="Audit"
      unit={meta.total > records.length ? `the newest ${records.length}` : "the newest first"}
      more={`${listPath("audit_logs")}?${filter}`}
    >
      <AuditEntries entries={records} names={names} empty="Every change to the project writes an entry here." />
    </Section>
  );
}
