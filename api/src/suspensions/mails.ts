import type { Suspension } from "./contract.ts";
import { reasonNames, remedies } from "./rules.ts";

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

/** What the owner is told; the console shows it before it is sent. */
export const mailOfSuspension = (
  { name, id }: { name: string; id: string },
  suspension: Pick<Suspension, "reason" | "statement" | "startsAt" | "endsAt" | "statusUrl">,
) => ({
  subject: `Your project ${oneLine(name)} is suspended`,
  body: `Your project ${name} (${id}) is suspended for ${reasonNames[suspension.reason]}.

${suspension.statement}

Since:  ${suspension.startsAt}
Until:  ${suspension.endsAt ?? "it is lifted"}

Its API keys are refused while this lasts. Nothing is deleted.

What you can do: ${remedies[suspension.reason]}

This page shows how it stands, and needs no sign-in: ${suspension.statusUrl}
`,
});

export const mailOfLift = ({ name, id }: { name: string; id: string }) => ({
  subject: `Your project ${oneLine(name)} is served again`,
  body: `The suspension of your project ${name} (${id}) was lifted. Its API keys work again.
`,
});
