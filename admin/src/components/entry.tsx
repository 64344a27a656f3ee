import { useState } from "react";
import type { EntryPageSight, RecordAnswer, ResourceSight } from "../sight.ts";
import { Details } from "./details.tsx";
import { Differences } from "./differences.tsx";
import { Section } from "./section.tsx";
import { Switch } from "./switch.tsx";

interface Props {
  readonly resource: ResourceSight;
  readonly answer: RecordAnswer;
  readonly page: EntryPageSight;
}

const parts = { changed: "What changed", whole: "Everything" } as const;

/** An entry of the audit log: what became of its target, and then all that is kept of it. */
export function EntryPage({ resource, answer: { record, names }, page: { before, after } }: Props) {
  const [part, setPart] = useState<keyof typeof parts>("changed");
  const isEdit = before !== null && after !== null;
  const rest = { ...resource, details: resource.details.filter(({ name }) => name !== "before" && name !== "after") };
  return (
    <div className="stacked">
      <Section
        title={isEdit ? "Before and after" : before === null ? "What was made" : "What is gone"}
        controls={isEdit ? <Switch title="How much" choices={parts} chosen={part} choose={setPart} /> : undefined}
      >
        {before === null && after === null ? (
          <p className="empty small">It says nothing of how things were: nothing of a record was changed, or none is kept of it.</p>
        ) : (
          <Differences before={before} after={after} names={names} isWhole={part === "whole"} />
        )}
      </Section>
      <Details resource={rest} record={record} names={names} />
    </div>
  );
}
