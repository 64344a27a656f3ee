import { template } from "../notices/index.ts";
import { powers } from "../platform/broken-glass.ts";
import { spoken } from "../platform/spoken.ts";

interface Opened {
  readonly sessionId: string;
  readonly holder: string;
  readonly incident: string;
  readonly reason: string;
  readonly isDrill: boolean;
  readonly openedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly publicUrl: string;
}

const example: Opened = {
  sessionId: "bgs_01jh8x4q3efyxb0v1s2t3w4y5z",
  holder: "ada@example.com",
  incident: "INC-42",
  reason: "nobody can sign in since the mail domain moved",
  isDrill: false,
  openedAt: "2026-11-25T08:00:00.000Z",
  expiresAt: "2026-11-25T08:30:00.000Z",
  address: "192.0.2.7",
  publicUrl: "https://api.example.com",
};

const marked = (isDrill: boolean, subject: string) => (isDrill ? `DRILL: ${subject}` : subject);
const pageOf = (publicUrl: string, sessionId: string) => `${publicUrl}/admin/resources/break_glass_sessions/records/${sessionId}/show`;

const can = `The session reads everything. It can also ${Object.values(powers).join("; ")}; each of these says why.

If you don't know of this, end it:`;
const canOffline = `The database is away: the session sees how that host stands, can begin and end maintenance there and post to the public status page; each of these says why.

It ends by itself, or once the database is back:`;

export const breakGlassOpened = template<Opened & { readonly isOffline?: boolean }>({
  name: "break_glass_opened",
  about: "Somebody came in by a sealed code: everybody on staff, at once.",
  goesTo: "staff",
  example,
  write: ({ sessionId, holder, incident, reason, isDrill, openedAt, expiresAt, address, publicUrl, isOffline }) => ({
    subject: marked(isDrill, `${holder} broke the glass (${incident})`),
    body: `${holder} came in by a sealed code at ${spoken(openedAt)}${address === null ? "" : ` from ${address}`}, until ${spoken(expiresAt)} at the latest.

Why: ${reason}
${isDrill ? "It is a drill: all of it is done as if it were needed, and marked.\n" : ""}
${isOffline ? canOffline : can} ${pageOf(publicUrl, sessionId)}
Somebody else than ${holder} reviews it there afterwards.
`,
  }),
});

export const breakGlassEnded = template<Pick<Opened, "sessionId" | "holder" | "incident" | "isDrill" | "publicUrl"> & { endedBy: string }>({
  name: "break_glass_ended",
  about: "A session behind broken glass was ended before its time.",
  goesTo: "staff",
  example: { ...example, endedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z" },
  write: ({ sessionId, holder, incident, isDrill, publicUrl, endedBy }) => ({
    subject: marked(isDrill, `The session of ${holder} behind broken glass is over (${incident})`),
    body: `${endedBy} ended it. Somebody else than ${holder} reviews what was read and changed: ${pageOf(publicUrl, sessionId)}
`,
  }),
});

export const sealedCodeWithoutDigits = template<Pick<Opened, "holder" | "openedAt" | "address"> & { code: string }>({
  name: "sealed_code_without_digits",
  about: "Somebody has a right sealed code, and not the six digits that belong to it.",
  goesTo: "staff",
  example: { ...example, code: "K7RM" },
  write: ({ holder, openedAt, address, code }) => ({
    subject: `A sealed code of ${holder} was tried with wrong digits`,
    body: `At ${spoken(openedAt)}${address === null ? "" : `, from ${address}`}, somebody had the whole code that begins with ${code}, and wrong digits.

If it was not ${holder}, the paper is in other hands: npm run break-glass -- revoke --code ${code}
`,
  }),
});

export const sealedCodeUsedTwice = template<Pick<Opened, "sessionId" | "holder" | "openedAt" | "publicUrl">>({
  name: "sealed_code_used_twice",
  about: "While the database was away a sealed code opened a session that had served, or was revoked, before.",
  goesTo: "staff",
  example,
  write: ({ sessionId, holder, openedAt, publicUrl }) => ({
    subject: `A sealed code of ${holder} was used twice`,
    body: `While the database was away, a code of ${holder} that had served or was revoked before opened a session at ${spoken(openedAt)}, on a host that could not know it.

If it was not ${holder} both times, the paper is in other hands. What was done: ${pageOf(publicUrl, sessionId)}
`,
  }),
});

export const journalAltered = template<{ host: string; brokenAt: number; whole: number }>({
  name: "break_glass_journal_altered",
  about: "What a host wrote down while the database was away is not as it was written.",
  goesTo: "staff",
  example: { host: "app-1", brokenAt: 4, whole: 3 },
  write: ({ host, brokenAt, whole }) => ({
    subject: `The break-glass journal of ${host} was altered`,
    body: `Its line ${brokenAt}, or what stood before it, is not as it was written. ${whole === 0 ? "Nothing" : `What ${whole} lines before it tell`} was taken into the audit log.

The file is kept in DATA_DIR/break-glass on that host: look who could write there.
`,
  }),
});

export const breakGlassDrillDue = template<{ lastAt: string; publicUrl: string }>({
  name: "break_glass_drill_due",
  about: "Nobody tried the sealed codes for 90 days: admins, and once a week until somebody does.",
  goesTo: "staff",
  example: { lastAt: "2026-08-20T08:00:00.000Z", publicUrl: "https://api.example.com" },
  write: ({ lastAt, publicUrl }) => ({
    subject: "A break-glass drill is due",
    body: `Nobody has tried a sealed code since ${spoken(lastAt)}. A way in that is never tried may not be there when it is needed.

Open ${publicUrl}/break-glass with a code of yours, choose the drill, and have somebody else review it.
`,
  }),
});
