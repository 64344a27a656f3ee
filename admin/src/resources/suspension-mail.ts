import type { Engine } from "@nextmavens/api/platform/action";
import { mailOfSanction, reasons, statusUrlOf } from "@nextmavens/api/suspensions";
import type { MailPreview, Row } from "../sight.ts";

/** Of no script: no name of a project holds it. */
const blank = "\uE000";
const typedIn = (field: string) => `${blank}${field}${blank}`;

/** The mails that may follow, one for each reason, written by what will write them. */
export function suspensionMails({ id, name }: Row, { publicUrl, clock }: Engine): MailPreview {
  const project = { id: String(id), name: String(name) };
  const known = {
    level: "suspended" as const,
    statement: typedIn("statement"),
    startsAt: clock().toISOString(),
    statusUrl: statusUrlOf(publicUrl, "…"),
  };
  const mails = reasons.map((reason) => {
    const { subject, body: filled } = mailOfSanction(project, { ...known, reason, endsAt: typedIn("endsAt") });
    const { body: empty } = mailOfSanction(project, { ...known, reason, endsAt: null });
    return [reason, { subject, filled, empty }] as const;
  });
  return { blank, choice: "reason", optional: "endsAt", mails: Object.fromEntries(mails) };
}
