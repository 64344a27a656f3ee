import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import type { Found } from "./detector.ts";
import type { Rule } from "./rules/rule.ts";

/** Tells whoever it is about: a project's owner, or of a network staff. How close it was to a rule's bounds is told to staff only. */
export async function tellOfDetection(context: Context, rule: Rule, { projectId, endpoint, subject }: Found, detectionId: string) {
  if (projectId === null) {
    const body = `${rule.title} (network ${subject.id}, detection ${detectionId}).\n\n${rule.description}\n`;
    return notify(context, { to: { staff: true }, template: "network_detection", subject: rule.title, body });
  }
  const { name, developerId } = await getProject(context, { projectId });
  return notify(context, {
    to: { developerId },
    projectId,
    template: "project_detection",
    subject: `${oneLine(name)}: ${rule.title}`,
    body: bodyFor({ name, projectId, endpoint, rule, at: context.now, publicUrl: context.publicUrl }),
    data: { detectionId, rule: rule.key, title: rule.title, endpoint, startedAt: context.now },
  });
}

interface Told {
  readonly name: string;
  readonly projectId: string;
  readonly endpoint: string | null;
  readonly rule: Rule;
  readonly at: string;
  readonly publicUrl: string;
}

const bodyFor = ({
  name,
  projectId,
  endpoint,
  rule,
  at,
  publicUrl,
}: Told) => `Something was found in the requests of your project ${name} (${projectId}): ${rule.title}.

${rule.description}

Since:  ${at}${endpoint === null ? "" : `\nWhere:  ${endpoint}`}

${nextStep(rule)} What was found is listed at ${publicUrl}/api/projects/${projectId}/detections
`;

const nextStep = ({ mode }: Rule) =>
  mode === "act"
    ? "What follows from it is told in a message of its own, and ends by itself within a minute of this having stopped."
    : "Nothing is refused for it. If it is not you, look at who has the project's keys, and make new ones where one may have got into other hands.";

/** Control characters of a name would break a subject line. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");
