import type { Suspension } from "./contract.ts";
import { effects, type Level, reasonNames, remedies } from "./rules.ts";

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

/** How a project is, in a sentence. */
const words = {
  warned: "is warned",
  throttled: "is slowed down",
  restricted: "can only be read",
  suspended: "is suspended",
} as const satisfies Record<Level, string>;

/** What the owner is told; the console shows it before it is sent. */
export const mailOfSanction = (
  { name, id }: { name: string; id: string },
  sanction: Pick<Suspension, "level" | "reason" | "statement" | "startsAt" | "endsAt" | "statusUrl">,
) => ({
  subject: `Your project ${oneLine(name)} ${words[sanction.level]}`,
  body: `Your project ${name} (${id}) ${words[sanction.level]} for ${reasonNames[sanction.reason]}.

${sanction.statement}

Since:  ${sanction.startsAt}
Until:  ${sanction.endsAt ?? "it is lifted"}

${effects[sanction.level]}

What you can do: ${remedies[sanction.reason]}

This page shows how it stands, and needs no sign-in: ${sanction.statusUrl}
`,
});

/** What is true again once a sanction is over. */
const afterwards = {
  warned: "has no warning any more",
  throttled: "is served at full speed again",
  restricted: "can be written to again",
  suspended: "is served again",
} as const satisfies Record<Level, string>;

export const mailOfLift = ({ name, id }: { name: string; id: string }, level: Level) => ({
  subject: `Your project ${oneLine(name)} ${afterwards[level]}`,
  body: `${level === "suspended" ? "The suspension" : "The sanction"} of your project ${name} (${id}) was lifted: it ${afterwards[level]}.
`,
});
