import { includesRole, staffRoles } from "@nextmavens/api/platform/permission";
import type { RightsSight } from "../sight.ts";
import { member } from "./here.ts";
import { Problem } from "./problem.tsx";
import { Section } from "./section.tsx";
import { SmallTable } from "./small-table.tsx";
import { useFetched } from "./talk.ts";

type Role = RightsSight["lists"][number]["role"];

/** Who on staff may do what: the table that API and console decide by. */
export function RightsPage() {
  const { answer, problem } = useFetched<RightsSight>("/rights", "rights");
  document.title = "Rights · NextMavens console";
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Rights</h1>
          <p className="quiet">What each role may do, as API and console decide by it. Your role is {member.role}.</p>
        </div>
      </header>
      {problem ? <Problem said={problem} /> : null}
      {answer ? <Tables {...answer} /> : problem ? null : <p className="waiting">Loading…</p>}
    </>
  );
}

const Tables = ({ operations, lists }: RightsSight) => (
  <>
    {[...new Set(operations.map(({ tag }) => tag))].map((tag) => (
      <Section key={tag} title={tag.replace(/^Staff: (.)/, (_, first) => first.toUpperCase())}>
        <Table first="What">
          {operations
            .filter((each) => each.tag === tag)
            .map(({ id, at, summary, role, isSensitive, forTwo, acts }) => (
              <tr key={id}>
                <td className="wide" title={at}>
                  <div className="rights-what">
                    {summary}
                    <div className="quiet small">
                      {[
                        id,
                        ...acts,
                        ...(isSensitive ? ["asks again who you are"] : []),
                        ...(forTwo === null ? [] : [forTwo === "always" ? "needs a second person" : `needs a second person ${forTwo}`]),
                      ].join(" · ")}
                    </div>
                  </div>
                </td>
                <Marks role={role} />
              </tr>
            ))}
        </Table>
      </Section>
    ))}
    <Section title="Lists of the console">
      <Table first="List">
        {lists.map(({ title, role }) => (
          <tr key={title}>
            <td className="wide">{title}</td>
            <Marks role={role} />
          </tr>
        ))}
      </Table>
    </Section>
  </>
);

const Table = ({ first, children }: { first: string; children: React.ReactNode }) => (
  <SmallTable label={`${first}: which role may`} head={[first, ...staffRoles]}>
    {children}
  </SmallTable>
);

const Marks = ({ role }: { role: Role }) =>
  staffRoles.map((each) => (
    <td key={each}>{includesRole(each, role) ? <span className="may">yes</span> : <span className="quiet">no</span>}</td>
  ));
