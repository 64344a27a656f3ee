import type { ApprovalPageSight, RecordAnswer, ResourceSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Effects } from "./effects.tsx";
import { Section } from "./section.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: ApprovalPageSight;
}

/** An act that waits for a second person: what it will change, before who asked and what was decided. */
export const ApprovalPage = ({ resource, answer: { record, names }, page: { effects, isWaiting } }: Props) => (
  <div className="stacked">
    <Section title={isWaiting ? "What will change" : "What was asked for"} unit={isWaiting ? "exactly this" : "as it was then"}>
      <Effects effects={effects} names={names} />
    </Section>
    <Details resource={resource} record={record} names={names} />
  </div>
);
