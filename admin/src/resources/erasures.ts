import { eraseDeveloper, eraseStaff, ofDeveloper, ofStaff } from "@nextmavens/api/erasures";
import { forgottenEmail } from "@nextmavens/api/staff";
import { offer } from "./offer.ts";

const reason = { hint: "For the audit log, which keeps it: name the request, not the person.", placeholder: "Request 2026-118" };

const done = ({ id, entries }: { readonly id: string; readonly entries: number }) =>
  `${id} is erased; what told of a person goes from ${entries} ${entries === 1 ? "entry" : "entries"} of the audit log.`;

const fromLog =
  "address, browser, e-mail and name go from every entry of the audit log that is about them. What was done stays there under their id, and its seals hold. Nobody can bring any of it back.";

const shared = {
  name: "erase",
  label: "Erase",
  heading: "Erase {} for good",
  on: "record",
  isGrave: true,
  words: { reason },
  done,
} as const;

/** For a customer who asks to be forgotten. */
export const eraseCustomer = offer(eraseDeveloper, ofDeveloper, {
  ...shared,
  consequence: `Their account ends at once, and ${fromLog} Their projects must be gone before.`,
  given: ({ id }) => ({ developerId: String(id) }),
  isOffered: ({ deleted_at }) => deleted_at === null,
});

/** For who is on staff no more. */
export const eraseMember = offer(eraseStaff, ofStaff, {
  ...shared,
  consequence: `Their e-mail and name go from the list of staff, and ${fromLog}`,
  given: ({ id }) => ({ staffId: String(id) }),
  isOffered: ({ state, id, email }) => state === "off" && email !== forgottenEmail(String(id)),
});
