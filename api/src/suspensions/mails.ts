import type { Suspension } from "./contract.ts";
import { afterwards, effects, type Level, reasonNames, remedies, standings } from "./rules.ts";

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

/** What the owner is told; the console shows it before it is sent. */
export const mailOfSanction = (
  { name, id }: { name: string; id: string },
  sanction: Pick<Suspension, "level" | "reason" | "statement" | "startsAt" | "endsAt" | "statusUrl">,
) => ({
  subject: `Your project ${oneLine(name)} ${standings[sanction.level]}`,
  body: `Your project ${name} (${id}) ${standings[sanction.level]} for ${reasonNames[sanction.reason]}.

${sanction.statement}

Since:  ${sanction.startsAt}
Until:  ${sanction.endsAt ?? "it is lifted"}

${effects[sanction.level]}

What you can do: ${remedies[sanction.reason]}

This page shows how it stands and how to appeal, and needs no sign-in: ${sanction.statusUrl}
`,
});

export const mailOfLift = ({ name, id }: { name: string; id: string }, level: Level) => ({
  subject: `Your project ${oneLine(name)} ${afterwards[level]}`,
  body: `${level === "suspended" ? "The suspension" : "The sanction"} of your project ${name} (${id}) was lifted: it ${afterwards[level]}.
`,
});
