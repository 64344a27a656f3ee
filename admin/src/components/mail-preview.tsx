import { maskedText } from "@nextmavens/api/platform/masking";
import { spoken } from "@nextmavens/api/platform/spoken";
import type { FieldSight, MailPreview as Preview, Row } from "../sight.ts";
import { wireOf } from "./field.tsx";
import { keyed } from "./keyed.ts";

interface Props {
  readonly preview: Preview;
  readonly fields: readonly FieldSight[];
  readonly typed: Row;
}

/** The mail as it will be sent, with what is typed so far. */
export function MailPreview({ preview, fields, typed }: Props) {
  const given = (name: string) => {
    const field = fields.find((each) => each.name === name);
    return maskedText(String((field && wireOf(field, typed[name])) ?? "").trim());
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
            {keyed(parts, String).map(({ key, thing }, i) => (
              <Part key={key} text={i % 2 === 0 ? thing : said(thing)} />
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
