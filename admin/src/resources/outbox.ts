import type { Plan } from "./plan.ts";

export const outbox: Plan = {
  table: "outbox",
  title: "Outbox",
  one: "mail",
  group: "Platform",
  about: "Mail of the platform. Where no mail service is configured it waits here, to be read by admins.",
  empty: "Mail that the platform writes appears here: verification links, notices of suspensions, and the like.",
  // Mails carry links that sign people in.
  readableBy: "admin",
  titledBy: "subject",
  columns: [
    { name: "subject", look: "title", isWide: true },
    { name: "state", look: "badge" },
    { name: "recipient", label: "To" },
    { name: "attempts" },
    { name: "created_at", look: "time" },
    { name: "sent_at", look: "time" },
  ],
  details: [
    { name: "template", label: "Kind" },
    { name: "body", look: "mail" },
    { name: "last_error", look: "long" },
  ],
  sort: { by: "id", direction: "desc" },
};
