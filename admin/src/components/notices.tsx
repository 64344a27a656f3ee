import type { NoticeSight } from "../sight.ts";
import { Fold } from "./fold.tsx";
import { Loading } from "./loading.tsx";
import { Problem } from "./problem.tsx";
import { Section } from "./section.tsx";
import { useFetched } from "./talk.ts";

const titles = { owner: "To owners", person: "To one person", staff: "To staff" } as const satisfies Record<NoticeSight["goesTo"], string>;
const audiences = {
  owner: "of a project: by mail, and to the project's webhooks",
  person: "by mail",
  staff: "by Telegram",
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
      {answer ? <All notices={answer} /> : problem ? null : <Loading />}
    </>
  );
}

const All = ({ notices }: { notices: readonly NoticeSight[] }) =>
  (Object.keys(audiences) as NoticeSight["goesTo"][]).map((audience) => (
    <Section key={audience} title={titles[audience]} unit={audiences[audience]}>
      {notices
        .filter(({ goesTo }) => goesTo === audience)
        .map((each) => (
          <Preview key={each.name} notice={each} />
        ))}
    </Section>
  ));

const Preview = ({ notice: { name, about, subject, text, html, data } }: { notice: NoticeSight }) => (
  <Fold title={<strong>{name}</strong>} about={about}>
    <div className="notice-preview">
      <p className="preview-subject">{subject}</p>
      <div className="mail">{text}</div>
      {html === undefined ? null : <Part title="The HTML part" of={name} text={html} />}
      {data === undefined ? null : <Part title="What webhooks carry as data" of={name} text={data} />}
    </div>
  </Fold>
);

const Part = ({ title, of, text }: { title: string; of: string; text: string }) => (
  <details>
    <summary aria-label={`${title} of ${of}`}>{title}</summary>
    <pre className="code-block">{text}</pre>
  </details>
);
