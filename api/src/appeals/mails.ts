import { template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";
import { type Level, statusUrlOf } from "../suspensions/index.ts";
import type { StaffAppeal } from "./contract.ts";
import type { Decision } from "./rules.ts";

interface About {
  readonly project: { readonly name: string; readonly id: string };
  readonly appeal: Pick<StaffAppeal, "id" | "projectId" | "suspensionId" | "dueAt">;
  readonly publicUrl: string;
}

/** What every notice of an appeal tells machines. */
interface Told {
  readonly appealId: string;
  readonly suspensionId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly dueAt: string;
  readonly publicUrl: string;
}

const example: Told = {
  appealId: "apl_01jh8x4q3efyxb0v1s2t3w4y5z",
  suspensionId: "sus_01jh8x4q3efyxb0v1s2t3w4y5z",
  projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
  projectName: "Field notes",
  dueAt: "2026-11-25T08:00:00.000Z",
  publicUrl: "https://api.example.com",
};

const aboutOf = ({ appealId: id, suspensionId, projectId, projectName: name, dueAt, publicUrl }: Told): About => ({
  project: { name, id: projectId },
  appeal: { id, projectId, suspensionId, dueAt },
  publicUrl,
});

/** What a notice of this appeal begins with. */
export const toldOf = (project: { name: string; id: string }, appeal: StaffAppeal, publicUrl: string): Told => ({
  appealId: appeal.id,
  suspensionId: appeal.suspensionId,
  projectId: project.id,
  projectName: project.name,
  dueAt: appeal.dueAt,
  publicUrl,
});

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
const mailOfAnswer = (about: About, text: string) => ({
  subject: `Staff wrote about your appeal for ${oneLine(about.project.name)}`,
  body: `About your appeal against the sanction on ${about.project.name} (${about.project.id}):

${text}

Nothing is decided yet; it will be by ${spoken(about.appeal.dueAt)}.
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
const mailOfDecision = (about: About, decided: { decision: Decision; answer: string; level?: Level | undefined }) => ({
  subject: `Your appeal for ${oneLine(about.project.name)} ${outcomes[decided.decision]}`,
  body: `Your appeal against the sanction on ${about.project.name} (${about.project.id}) ${outcomes[decided.decision]}.

${decided.answer}

${consequences[decided.decision](decided.level)}

${closing(about)}`,
});

const consoleOf = ({ publicUrl, appeal }: About) => `${publicUrl}/admin/resources/appeals/records/${appeal.id}/show`;

/** Staff hear of an appeal: that it was opened, that half of the time is gone, or that it is overdue. */
const mailToStaff = (about: About, { openedAt, level, reason }: ToldStaff, what: string) => ({
  subject: `Appeal of ${oneLine(about.project.name)}: ${what}`,
  body: `The owner of ${about.project.name} (${about.project.id}) appeals against a sanction (${level}, ${reason}).

Opened:  ${spoken(openedAt)}
Due:     ${spoken(about.appeal.dueAt)}

Whoever imposed the sanction does not decide. To read and decide: ${consoleOf(about)}
`,
});

interface Answered extends Told {
  readonly text: string;
}

export const appealAnswered = template<Answered>({
  name: "appeal_answered",
  about: "Staff wrote about an appeal.",
  goesTo: "owner",
  example: { ...example, text: "Thank you. Which job was it that asked so often, and is it stopped?" },
  write: ({ text, ...told }) => mailOfAnswer(aboutOf(told), text),
});

interface Decided extends Told {
  readonly decision: Decision;
  readonly state: string;
  readonly answer: string;
  /** The milder level, where that was decided. */
  readonly level: Level | null;
  readonly replacedById: string | null;
}

export const appealDecided = template<Decided>({
  name: "appeal_decided",
  about: "An appeal was decided.",
  goesTo: "owner",
  example: {
    ...example,
    ...{ decision: "lift", state: "granted", level: null, replacedById: null },
    answer: "The job ran away after a release and was stopped within the hour. That is no abuse.",
  },
  write: ({ decision, answer, level, ...told }) => mailOfDecision(aboutOf(told), { decision, answer, level: level ?? undefined }),
});

interface ToldStaff extends Told {
  readonly openedAt: string;
  readonly level: string;
  readonly reason: string;
}

const staffTemplate = (name: string, about: string, what: string) =>
  template<ToldStaff>({
    name,
    about,
    goesTo: "staff",
    example: { ...example, openedAt: "2026-11-22T08:00:00.000Z", level: "suspended", reason: "abuse" },
    write: (told) => mailToStaff(aboutOf(told), told, what),
  });

export const appealOpened = staffTemplate("appeal_opened", "An owner appeals; those who may decide are told.", "opened");
export const appealReminder = staffTemplate("appeal_reminder", "Half of the time for an appeal is gone.", "half of its time is gone");
export const appealOverdue = staffTemplate("appeal_overdue", "An appeal is overdue; every admin is told.", "overdue");
