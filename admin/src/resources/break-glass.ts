import { end, endBreakGlass, review, reviewBreakGlass, verdictsOf } from "@nextmavens/api/break-glass";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Row } from "../sight.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";
import { type States, withState } from "./states.ts";

const stateOf = ({ reviewed_at, ended_at, expires_at }: Row, now: string) =>
  reviewed_at ? "reviewed" : ended_at || String(expires_at) <= now ? "to review" : "open";

const states: States = {
  open: (now) => sql`reviewed_at is null and ended_at is null and expires_at > ${now}`,
  "to review": (now) => sql`reviewed_at is null and coalesce(ended_at, expires_at) <= ${now}`,
  reviewed: () => sql`reviewed_at is not null`,
};

const given = ({ id }: Row) => ({ sessionId: String(id) });
const back = (_session: unknown, { id }: Row) => `/admin/resources/break_glass_sessions/records/${id}/show`;

const stop = offer(endBreakGlass, end, {
  name: "end",
  label: "End",
  heading: "End this session",
  on: "record",
  isGrave: true,
  consequence: "Whoever is in by it is out with their next request, on every page and process. All staff are told.",
  given,
  // One's own ends by the bar above every page, which then tells so.
  isOffered: ({ id, state }, { actor }) => state === "open" && id !== actor.brokenGlass?.sessionId,
  done: () => "The session is over.",
  leadsTo: back,
});

const judge = offer(reviewBreakGlass, review, {
  name: "review",
  label: "Review",
  heading: "Review what was done in {}",
  on: "record",
  consequence: "The session leaves the work queue. Your name and verdict stay with its transcript.",
  given,
  isOffered: ({ state, staff_id }, { actor }) => state === "to review" && staff_id !== actor.id,
  choices: (_engine, _visit, { is_drill }) => ({ verdict: verdictsOf(is_drill === true) }),
  words: {
    verdict: { hint: "What it was opened as, or misuse." },
    review: { label: "What you found", kind: "area", placeholder: "What was read and changed, and whether it had to be" },
  },
  done: ({ verdict }) => `Reviewed: ${verdict}.`,
  leadsTo: back,
});

export const breakGlassSessions: Plan = {
  table: "break_glass_sessions",
  title: "Break-glass",
  one: "session behind broken glass",
  group: "Staff",
  about: "Who came in by a sealed code, why, and what another person made of it.",
  empty: "A session appears here when somebody opens /break-glass with a sealed code, for a drill or in earnest.",
  readableBy: "support",
  titledBy: "incident",
  columns: [
    { name: "incident", look: "title" },
    { name: "state", look: "badge", isDerived: true },
    { name: "is_drill", look: "yes-no", label: "Drill" },
    { name: "staff_id", look: "id", label: "Holder" },
    { name: "reason", look: "note" },
    { name: "opened_at", look: "time" },
    { name: "expires_at", look: "time", label: "Ends at the latest" },
    { name: "verdict", look: "badge" },
  ],
  details: [
    { name: "review", look: "long" },
    { name: "code_id", look: "mono", label: "Code" },
    { name: "ended_by", look: "id" },
    { name: "reviewed_by", look: "id" },
    { name: "is_offline", look: "yes-no", label: "Opened without the database" },
    { name: "is_second_use", look: "yes-no", label: "Code had served before" },
  ],
  sort: { by: "opened_at", direction: "desc" },
  needs: ["reviewed_at", "ended_at"],
  enrich: withState(stateOf),
  states,
  offers: [stop, judge],
  page: "glass",
};

const codeState = ({ used_at, revoked_at }: Row) => (used_at ? "used" : revoked_at ? "revoked" : "sealed");

export const breakGlassCodes: Plan = {
  table: "break_glass_codes",
  title: "Sealed codes",
  one: "sealed code",
  group: "Staff",
  about:
    "Codes on paper by which their holders come in at /break-glass. They are made and revoked by npm run break-glass, and kept only as hashes.",
  empty: "There are none: npm run break-glass -- seal --holder <e-mail>",
  readableBy: "admin",
  titledBy: "name",
  columns: [
    { name: "name", look: "title", label: "Begins with" },
    { name: "state", look: "badge", isDerived: true },
    { name: "staff_id", look: "id", label: "Holder" },
    { name: "sealed_at", look: "time" },
    { name: "used_at", look: "time" },
  ],
  sort: { by: "sealed_at", direction: "desc" },
  needs: ["revoked_at"],
  enrich: withState(codeState),
  states: {
    sealed: () => sql`used_at is null and revoked_at is null`,
    used: () => sql`used_at is not null`,
    revoked: () => sql`used_at is null and revoked_at is not null`,
  },
};
