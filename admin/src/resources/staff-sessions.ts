import { sql } from "@nextmavens/api/platform/db/sql";
import { endOf, endStaffSession } from "@nextmavens/api/staff";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { isPast, withState } from "./states.ts";

/** What nothing is asked in for long is over too, which this does not tell: it is shown as what it was. */
const sessionState = ({ ended_at, expires_at }: Row, now: string) => (ended_at ? "ended" : isPast(expires_at, now) ? "expired" : "live");

export const staffSessions: Plan = {
  table: "staff_sessions",
  title: "Staff sessions",
  one: "session",
  group: "Staff",
  about: "Where staff is signed in, and was in the last 90 days.",
  empty: "A session appears here when somebody on staff signs in.",
  readableBy: "admin",
  titledBy: "id",
  columns: [
    { name: "id", look: "id", label: "Session" },
    { name: "state", look: "badge", isDerived: true },
    { name: "staff_id", look: "id", label: "Member" },
    { name: "door", look: "badge" },
    { name: "created_at", look: "time", label: "Signed in" },
    { name: "last_seen_at", look: "time", label: "Last used" },
    { name: "address", look: "mono" },
  ],
  states: {
    live: (now) => sql`ended_at is null and expires_at > ${now}`,
    expired: (now) => sql`ended_at is null and expires_at <= ${now}`,
    ended: () => sql`ended_at is not null`,
  },
  needs: ["expires_at", "ended_at"],
  enrich: withState(sessionState),
  sort: { by: "created_at", direction: "desc" },
  madeAt: { column: "created_at", noun: "session" },
  offers: [
    offer(endStaffSession, endOf, {
      name: "end",
      label: "End",
      heading: "End a session",
      on: "record",
      consequence: "The next request in this session is refused. Its member can sign in again.",
      given: ({ id, staff_id }) => ({ sessionId: String(id), staffId: String(staff_id) }),
      isOffered: ({ state }) => state === "live",
      words: { reason: { hint: "For the audit log." } },
      done: () => "The session is ended.",
    }),
  ],
};
