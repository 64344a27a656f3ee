import { spoken } from "@nextmavens/api/platform/spoken";
import type { FieldSight, MailPreview as Preview, Row } from "../sight.ts";
import { wireOf } from "./field.tsx";

interface Props {
  readonly preview: Preview;
  readonly fields: readonly FieldSight[];
  readonly typed: Row;
}

/** The mail as it will be sent, with what is typed so far. */
export function MailPreview({ preview, fields, typed }: Props) {
  const given = (name: string) => {
    const field = fields.find((each) => each.name === name);
    return String((field && wireOf(field, typed[name])) ?? "").trim();
  };
  const said = (name: string) => (name === preview.optional ? spoken(given(name)) : given(name));
  const mail = preview.mails[preview.choices.map(given).join(" ")];
  const parts = (given(preview.optional) === "" ? mail?.empty : mail?.filled)?.split(preview.blank) ?? [];
  return (
    <section className="preview" aria-label="The mail to the owner">
      <h2>The mail to the owner</h2>
      {mail ? (
        <>
          <p className="preview-subject">{mail.subject}</p>
          <div className="mail">
            {parts.map((part, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
              <Part key={i} text={i % 2 === 0 ? part : said(part)} />
            ))}
          </div>
        </>
      ) : (
        <p className="quiet">It is shown here as soon as a {preview.choices.join(" and a ")} is chosen.</p>
      )}
    </section>
  );
}

const Part = ({ text }: { text: string }) => (text === "" ? <span className="none">…</span> : text);
