import type { MessagePageSight, RecordAnswer, ResourceSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { keyed } from "./keyed.ts";
import { Section } from "./section.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: MessagePageSight;
}

/** A message of the outbox: what it says, and how it went. */
export const MessagePage = ({ resource, answer: { record, names }, page: { body, isMasked } }: Props) => (
  <div className="stacked">
    <Section title="What it says" unit={record.params["channel"] === "mail" ? whose(isMasked) : ""}>
      {body === "" ? (
        <p className="empty small">Nothing any more: whom it was for is forgotten.</p>
      ) : (
        <div className="mail">{linked(body)}</div>
      )}
    </Section>
    <Details resource={resource} record={record} names={names} />
  </div>
);

const whose = (isMasked: boolean) =>
  isMasked
    ? "a service brings it to its reader: what lets them in is theirs alone, and masked here"
    : "no mail service is configured: it is read here, and its links serve whoever opens them";

/** Addresses in a mail can be followed. */
const linked = (text: string) =>
  keyed(text.split(/(https?:\/\/[^\s<>"]+)/g), String).map(({ key, thing }, i) =>
    i % 2 === 1 ? (
      <a key={key} href={thing} rel="noreferrer noopener" target="_blank">
        {thing}
      </a>
    ) : (
      thing
    ),
  );
