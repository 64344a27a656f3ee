import type { NoticeSight } from "../sight.ts";
import { Problem } from "./problem.tsx";
import { Section } from "./section.tsx";
import { useFetched } from "./talk.ts";

const audiences = {
  owner: "to a project's owner: by mail, and to the project's webhooks",
  person: "to one person, by mail",
  staff: "to staff, by Telegram",
} as const satisfies Record<NoticeSight["goesTo"], string>;

/** What the platform tells people, each notice with made-up things in it. */
export function NoticesPage() {
  const { answer, problem } = useFetched<readonly NoticeSight[]>("/notices", "notices");
  document.title = "Notices · NextMavens console";
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Notices</h1>
          <p className="quiet">
            What the platform tells people, as it reads; names, numbers and addresses are made up. What was sent is in the outbox.
          </p>
        </div>
      </header>
      {problem ? <Problem said={problem} /> : null}
      {answer ? answer.map((each) => <Preview key={each.name} notice={each} />) : problem ? null : <p className="waiting">Loading…</p>}
    </>
  );
}

const Preview = ({ notice: { name, about, goesTo, subject, text, html, data } }: { notice: NoticeSight }) => (
  <Section title={name} unit={audiences[goesTo]} className="notice-preview">
    <p className="quiet">{about}</p>
    <p className="preview-subject">{subject}</p>
    <div className="mail">{text}</div>
    {html === undefined ? null : <Part title="The HTML part" of={name} text={html} />}
    {data === undefined ? null : <Part title="What webhooks carry as data" of={name} text={data} />}
  </Section>
);

const Part = ({ title, of, text }: { title: string; of: string; text: string }) => (
  <details>
    <summary aria-label={`${title} of ${of}`}>{title}</summary>
    <pre className="code-block">{text}</pre>
  </details>
);
