import { includesRole, staffRoles } from "@nextmavens/api/platform/permission";
import type { RightsSight } from "../sight.ts";
import { Fold } from "./fold.tsx";
import { member } from "./here.ts";
import { Loading } from "./loading.tsx";
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
      {answer ? <Tables {...answer} /> : problem ? null : <Loading />}
    </>
  );
}

const Tables = ({ operations, lists }: RightsSight) => (
  <>
    <Section title="What API and console do" className="owner-part">
      {[...new Set(operations.map(({ tag }) => tag))]
        .map((tag) => ({ tag, its: operations.filter((each) => each.tag === tag) }))
        .map(({ tag, its }) => (
          <Fold
            key={tag}
            title={<strong>{tag.replace(/^Staff: (.)/, (_, first) => first.toUpperCase())}</strong>}
            about={its.length === 1 ? "1 operation" : `${its.length} operations`}
          >
            <Table first="What">
              {its.map(({ id, at, summary, role, isSensitive, forTwo, acts }) => (
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
          </Fold>
        ))}
    </Section>
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
