import type { Engine } from "@nextmavens/api/platform/action";
import { spoken } from "@nextmavens/api/platform/spoken";
import { type Level, levels, mailOfNewEnd, mailOfSanction, type Reason, reasons, statusUrlOf } from "@nextmavens/api/suspensions";
import type { MailPreview, Row } from "../sight.ts";

/** Of no script: no name of a project holds it. */
const blank = "\uE000";
const typedIn = (field: string) => `${blank}${field}${blank}`;

/** The mails that may follow a suspension, one for each reason, written by what will write them. */
export function suspensionMails(project: Row, engine: Engine): MailPreview {
  const mails = reasons.map((reason) => [reason, mailsOf(project, engine, "suspended", reason)] as const);
  return { blank, choices: ["reason"], optional: "endsAt", mails: Object.fromEntries(mails) };
}

/** And those of a sanction of any level. */
export function sanctionMails(project: Row, engine: Engine): MailPreview {
  const mails = levels.flatMap((level) =>
    reasons.map((reason) => [`${level} ${reason}`, mailsOf(project, engine, level, reason)] as const),
  );
  return { blank, choices: ["level", "reason"], optional: "endsAt", mails: Object.fromEntries(mails) };
}

function mailsOf({ id, name }: Row, { publicUrl, clock }: Engine, level: Level, reason: Reason) {
  const project = { id: String(id), name: String(name) };
  const known = { level, reason, statement: typedIn("statement"), startsAt: clock().toISOString(), statusUrl: statusUrlOf(publicUrl, "…") };
  const { subject, body: filled } = mailOfSanction(project, { ...known, until: typedIn("endsAt") });
  const { body: empty } = mailOfSanction(project, { ...known, until: undefined });
  return { subject, filled, empty };
}

/** The mail that tells of another end of a sanction. */
export function newEndMail({ id, project_id, level, ends_at }: Row, { publicUrl }: Engine): MailPreview {
  const project = { id: String(project_id), name: "…" };
  const known = { level: level as Level, statement: typedIn("statement"), statusUrl: statusUrlOf(publicUrl, String(id)) };
  const before = typeof ends_at === "string" ? spoken(ends_at) : undefined;
  const { subject, body: filled } = mailOfNewEnd(project, { ...known, before, until: typedIn("endsAt") });
  const { body: empty } = mailOfNewEnd(project, { ...known, before, until: undefined });
  return { blank, choices: [], optional: "endsAt", mails: { "": { subject, filled, empty } } };
}
