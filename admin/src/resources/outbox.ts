import { retry, retryMany, retryMessage, retryMessages } from "@nextmavens/api/notices";
import { offer, offerForMany } from "./offer.ts";
import type { Plan } from "./plan.ts";

const again = offer(retryMessage, retry, {
  name: "retry",
  label: "Send again",
  heading: "Send “{}” again",
  on: "record",
  consequence:
    "It goes out once more, as it is. If it was given up because nobody could tell whether it was delivered, it may be delivered twice.",
  given: ({ id }) => ({ messageId: String(id) }),
  isOffered: ({ state, channel }) => state === "failed" && channel !== "webhook",
  words: { reason: { hint: "For the audit log." } },
  done: () => "It waits to be sent.",
});

export const outbox: Plan = {
  table: "outbox",
  title: "Outbox",
  one: "message",
  group: "System",
  about:
    "What the platform tells people: by mail, staff by Telegram, projects by webhook. Where a service is not configured it waits here, and admins read it whole; where one is, what lets its reader in is theirs alone.",
  empty: "What the platform writes appears here: verification links, notices of suspensions, and the like.",
  // Where no service brings them, mails carry links that sign people in.
  readableBy: "admin",
  titledBy: "subject",
  columns: [
    { name: "subject", look: "title", isWide: true },
    { name: "state", look: "badge" },
    { name: "channel", look: "badge" },
    { name: "recipient", label: "To" },
    { name: "attempts" },
    { name: "created_at", look: "time" },
    { name: "sent_at", look: "time" },
  ],
  details: [
    { name: "template", label: "Kind" },
    { name: "project_id", look: "id", label: "Project" },
    { name: "last_error", look: "long" },
    { name: "due_at", look: "time", label: "Not before" },
  ],
  sort: { by: "id", direction: "desc" },
  madeAt: { column: "created_at", noun: "message" },
  page: "message",
  offers: [again, offerForMany(again, retryMessages, retryMany)],
};
