import { notify, template } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { spoken } from "../platform/spoken.ts";
import { get as getProject } from "../projects/index.ts";
import type { Found } from "./detector.ts";
import type { Rule } from "./rules/rule.ts";

/** Tells whoever it is about: a project's owner, or of a network staff. How close it was to a rule's bounds is told to staff only. */
export async function tellOfDetection(context: Context, rule: Rule, { projectId, endpoint, subject }: Found, detectionId: string) {
  const { now: startedAt, publicUrl } = context;
  const { key, title, description } = rule;
  const found = { detectionId, rule: key, title, description, startedAt };
  if (projectId === null) return notify(context, { to: { staff: true }, ...networkDetection({ ...found, network: subject.id }) });
  const { name, developerId } = await getProject(context, { projectId });
  const told = { ...found, projectId, projectName: name, endpoint, isActedOn: rule.mode === "act", publicUrl };
  return notify(context, { to: { developerId }, projectId, ...projectDetection(told) });
}

interface Detected {
  readonly detectionId: string;
  readonly rule: string;
  readonly title: string;
  readonly description: string;
  readonly startedAt: string;
}

const example: Detected = {
  detectionId: "det_01jh8x4q3efyxb0v1s2t3w4y5z",
  rule: "key_guessing",
  title: "Keys are guessed",
  description: "Many requests of one network bear keys that do not exist.",
  startedAt: "2026-11-22T08:00:00.000Z",
};

const networkDetection = template<Detected & { readonly network: string }>({
  name: "network_detection",
  about: "A rule found something in the requests of a network.",
  goesTo: "staff",
  example: { ...example, network: "203.0.113.0/24" },
  write: ({ title, description, network, detectionId }) => ({
    subject: title,
    body: `${title} (network ${network}, detection ${detectionId}).\n\n${description}\n`,
  }),
});

interface DetectedInProject extends Detected {
  readonly projectId: string;
  readonly projectName: string;
  readonly endpoint: string | null;
  /** Whether a sanction may follow. */
  readonly isActedOn: boolean;
  readonly publicUrl: string;
}

const projectDetection = template<DetectedInProject>({
  name: "project_detection",
  about: "A rule found something in the requests of a project.",
  goesTo: "owner",
  example: {
    ...example,
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Field notes",
    endpoint: "/api/rest/notes",
    isActedOn: false,
    publicUrl: "https://api.example.com",
  },
  write: (told) => ({ subject: `${told.projectName}: ${told.title}`, body: bodyFor(told) }),
});

const bodyFor = ({
  projectName,
  projectId,
  title,
  description,
  startedAt,
  endpoint,
  isActedOn,
  publicUrl,
}: DetectedInProject) => `Something was found in the requests of your project ${projectName} (${projectId}): ${title}.

${description}

Since:  ${spoken(startedAt)}${endpoint === null ? "" : `\nWhere:  ${endpoint}`}

${isActedOn ? followed : unfollowed} What was found is listed at ${publicUrl}/api/projects/${projectId}/detections
`;

const followed = "What follows from it is told in a message of its own, and ends by itself within a minute of this having stopped.";
const unfollowed =
  "Nothing is refused for it. If it is not you, look at who has the project's keys, and make new ones where one may have got into other hands.";
