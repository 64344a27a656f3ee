import { type Said, template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";
import type { Suspension } from "./contract.ts";
import { afterwards, effects, type Level, reasonNames, remedies, standings } from "./rules.ts";

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

/** What the owner is told, with its end in words; the console shows it before it is sent. */
export const mailOfSanction = (
  { name, id }: { name: string; id: string },
  sanction: Pick<Suspension, "level" | "reason" | "statement" | "startsAt" | "statusUrl"> & { until: string | undefined },
) => ({
  subject: `Your project ${oneLine(name)} ${standings[sanction.level]}`,
  body: `Your project ${name} (${id}) ${standings[sanction.level]} for ${reasonNames[sanction.reason]}.

${sanction.statement}

Since:  ${spoken(sanction.startsAt)}
Until:  ${sanction.until ?? "it is lifted"}

${effects[sanction.level]}

What you can do: ${remedies[sanction.reason]}

This page shows how it stands and how to appeal, and needs no sign-in: ${sanction.statusUrl}
`,
});

/** What the owner is told when its end is changed, with both ends in words; the console shows it before it is sent. */
export const mailOfNewEnd = (
  { name, id }: { name: string; id: string },
  {
    level,
    statement,
    statusUrl,
    until = "once it is lifted",
    before = "once it is lifted",
  }: Pick<Suspension, "level" | "statement" | "statusUrl"> & { until: string | undefined; before: string | undefined },
) => ({
  subject: `Your project ${oneLine(name)} ${standings[level]} until another time`,
  body: `Your project ${name} (${id}) ${standings[level]}. When that ends was changed.

${statement}

Was to end:  ${before}
Ends now:    ${until}

This page shows how it stands and how to appeal, and needs no sign-in: ${statusUrl}
`,
});

const mailOfLift = ({ projectName: name, projectId: id, level }: Lifted) => ({
  subject: `Your project ${oneLine(name)} ${afterwards[level]}`,
  body: `${level === "suspended" ? "The suspension" : "The sanction"} of your project ${name} (${id}) was lifted: it ${afterwards[level]}.
`,
});

interface Lifted {
  readonly projectId: string;
  readonly projectName: string;
  readonly suspensionId: string;
  readonly level: Level;
}

interface Sanctioned extends Lifted, Pick<Suspension, "reason" | "statement" | "startsAt" | "endsAt" | "statusUrl"> {}

const example = {
  projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
  projectName: "Field notes",
  suspensionId: "sus_01jh8x4q3efyxb0v1s2t3w4y5z",
  reason: "abuse",
  statement: "Since this morning the project has asked for pages of other sites 40 times a second and stored what came back.",
  startsAt: "2026-11-22T08:00:00.000Z",
  endsAt: "2026-11-25T08:00:00.000Z",
  statusUrl: "https://api.example.com/status/suspensions/sus_01jh8x4q3efyxb0v1s2t3w4y5z",
} as const;

const sanctionOf = (level: Level) =>
  template<Sanctioned>({
    name: `project_${level}`,
    about: `A sanction begins: the project ${standings[level]}.`,
    goesTo: "owner",
    example: { ...example, level },
    write: (data) => mailOfSanction({ id: data.projectId, name: data.projectName }, { ...data, until: told(data.endsAt) }),
  });

/** What the owner is told at the beginning of a sanction, by its level. */
export const sanctioned: Readonly<Record<Level, (data: Sanctioned) => Said<Sanctioned>>> = {
  warned: sanctionOf("warned"),
  throttled: sanctionOf("throttled"),
  restricted: sanctionOf("restricted"),
  suspended: sanctionOf("suspended"),
};

interface EndChanged extends Sanctioned {
  /** When it was to end before. */
  readonly endedAt: string | null;
}

/** An end as it is told; nothing where there is none. */
const told = (end: string | null) => (end === null ? undefined : spoken(end));

/** What the owner is told when staff let a sanction end later, earlier, or not by itself. */
export const endChanged = template<EndChanged>({
  name: "sanction_end_changed",
  about: "Staff changed when a sanction ends.",
  goesTo: "owner",
  example: {
    ...example,
    level: "suspended",
    statement: "We need three days more to look at what you sent.",
    endedAt: "2026-11-22T20:00:00.000Z",
  },
  write: (data) =>
    mailOfNewEnd({ id: data.projectId, name: data.projectName }, { ...data, until: told(data.endsAt), before: told(data.endedAt) }),
});

interface Scheduled extends Sanctioned {
  readonly purgeAt: string;
  readonly restoreUrl: string;
}

/** What the owner is told when staff have the project deleted after the days of grace. */
export const deletionScheduled = template<Scheduled>({
  name: "project_deletion_scheduled",
  about: "Staff suspended a project and scheduled its deletion.",
  goesTo: "owner",
  example: {
    ...{ ...example, level: "suspended", endsAt: null },
    ...{ purgeAt: "2026-11-29T08:00:00.000Z", restoreUrl: "https://api.example.com/api/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/restore" },
  },
  write: ({ projectName: name, projectId: id, reason, statement, startsAt, purgeAt, restoreUrl, statusUrl }) => ({
    subject: `Your project ${oneLine(name)} will be deleted`,
    body: `Your project ${name} (${id}) is suspended and scheduled for deletion for ${reasonNames[reason]}.

${statement}

Since:             ${spoken(startsAt)}
Deleted for good:  ${spoken(purgeAt)}

Its API keys are refused from now on. Until it is deleted for good, all of its data stays as it is.

What you can do: keep it by POST ${restoreUrl} before that time. It stays suspended then, so appeal against the suspension as well.

This page shows how it stands and how to appeal, and needs no sign-in: ${statusUrl}
`,
  }),
});

type Deleted = Pick<Scheduled, "projectId" | "projectName" | "reason" | "statement">;

/** What the owner is told when staff delete a project at once. */
export const deletedAtOnce = template<Deleted>({
  name: "project_deleted_at_once",
  about: "Staff deleted a project for good, without days of grace or before they were over.",
  goesTo: "owner",
  example,
  write: ({ projectName: name, projectId: id, reason, statement }) => ({
    subject: `Your project ${oneLine(name)} is deleted`,
    body: `Your project ${name} (${id}) is deleted for ${reasonNames[reason]}.

${statement}

Its API keys are refused, and its database goes now: nothing of it can be restored.
`,
  }),
});

interface Restored {
  readonly projectId: string;
  readonly projectName: string;
}

/** What the owner is told when staff take a deletion back. */
export const restored = template<Restored>({
  name: "project_restored",
  about: "Staff took the deletion of a project back.",
  goesTo: "owner",
  example: { projectId: example.projectId, projectName: example.projectName },
  write: ({ projectName: name, projectId: id }) => ({
    subject: `Your project ${oneLine(name)} is not deleted after all`,
    body: `The deletion of your project ${name} (${id}) was taken back, and all of its data is there. If it is under a sanction, that goes on until it is lifted.
`,
  }),
});

/** What the owner is told when a sanction is lifted. */
export const lifted = template<Lifted>({
  name: "suspension_lifted",
  about: "A suspension or another sanction was lifted before its time, or its cause is gone.",
  goesTo: "owner",
  example: { projectId: example.projectId, projectName: example.projectName, suspensionId: example.suspensionId, level: "suspended" },
  write: mailOfLift,
});
