import { type Level, statusUrlOf } from "../suspensions/index.ts";
import type { StaffAppeal } from "./contract.ts";
import type { Decision } from "./rules.ts";

interface About {
  readonly project: { readonly name: string; readonly id: string };
  readonly appeal: StaffAppeal;
  readonly publicUrl: string;
}

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

const apiOf = ({ publicUrl, appeal }: Pick<About, "publicUrl" | "appeal">) =>
  `${publicUrl}/api/projects/${appeal.projectId}/appeals/${appeal.id}`;

const closing = (
  about: About,
) => `This page shows how it stands, and needs no sign-in: ${statusUrlOf(about.publicUrl, about.appeal.suspensionId)}
The whole conversation: GET ${apiOf(about)}
`;

/** The owner hears that staff wrote. */
export const mailOfAnswer = (about: About, text: string) => ({
  subject: `Staff wrote about your appeal for ${oneLine(about.project.name)}`,
  body: `About your appeal against the sanction on ${about.project.name} (${about.project.id}):

${text}

Nothing is decided yet; it will be by ${about.appeal.dueAt}.
To answer: POST ${apiOf(about)}/messages

${closing(about)}`,
});

const outcomes = {
  uphold: "was turned down",
  lift: "was granted",
  replace: "was granted in part",
} as const satisfies Record<Decision, string>;

const consequences = {
  uphold: () => "The sanction stays as it is. This decision is final for this sanction.",
  lift: () => "The sanction is lifted; if it had ended before, it counts as imposed in error.",
  replace: (level: Level | undefined) =>
    `The project is ${level} instead, which is milder. This decision is final for this sanction and the one in its place.`,
} as const satisfies Record<Decision, (level: Level | undefined) => string>;

/** The owner hears how it was decided, in the words of whoever decided. */
export const mailOfDecision = (about: About, decided: { decision: Decision; answer: string; level?: Level | undefined }) => ({
  subject: `Your appeal for ${oneLine(about.project.name)} ${outcomes[decided.decision]}`,
  body: `Your appeal against the sanction on ${about.project.name} (${about.project.id}) ${outcomes[decided.decision]}.

${decided.answer}

${consequences[decided.decision](decided.level)}

${closing(about)}`,
});

const consoleOf = ({ publicUrl, appeal }: About) => `${publicUrl}/admin/resources/appeals/records/${appeal.id}/show`;

/** Staff hear of an appeal: that it was opened, that half of the time is gone, or that it is overdue. */
export const mailToStaff = (about: About, what: "opened" | "half of its time is gone" | "overdue") => ({
  subject: `Appeal of ${oneLine(about.project.name)}: ${what}`,
  body: `The owner of ${about.project.name} (${about.project.id}) appeals against a sanction (${about.appeal.level}, ${about.appeal.reason}).

Opened:  ${about.appeal.openedAt}
Due:     ${about.appeal.dueAt}

Whoever imposed the sanction does not decide. To read and decide: ${consoleOf(about)}
`,
});
