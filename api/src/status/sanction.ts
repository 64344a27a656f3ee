import type { Appeal } from "../appeals/index.ts";
import { type Cause, type Level, reasonNames } from "../suspensions/index.ts";
import { escapeHtml, moment } from "./layout.ts";
import type { ShownSanction } from "./standing.ts";

const badges = {
  warned: ["mild", "Warned"],
  throttled: ["mild", "Slowed down"],
  restricted: ["bad", "Reading only"],
  suspended: ["bad", "Suspended"],
} as const satisfies Record<Level, readonly [look: string, word: string]>;

export const badgeOf = (level: Level) => {
  const [look, word] = badges[level];
  return badge(look, word);
};
export const badge = (look: string, word: string) => `<span class="badge ${look}">${word}</span>`;

/** Why, since when, until when, and what staff say of it. */
export const facts = (sanction: ShownSanction) => `<dl>
<dt>Project</dt><dd><code>${escapeHtml(sanction.projectId)}</code></dd>
${reasonAndTimes(sanction)}
</dl>`;

export const reasonAndTimes = ({ reason, cause, startsAt, endsAt }: ShownSanction) =>
  `<dt>Why</dt><dd>For ${escapeHtml(reasonNames[reason])}</dd>
<dt>Since</dt><dd>${moment(startsAt)}</dd>
<dt>Until</dt><dd>${endsAt === null ? openEnds[cause] : moment(endsAt)}</dd>`;

const openEnds = {
  staff: "Open: staff lift it when the cause is gone",
  quota: "Open: it ends by itself when the cause is gone",
  detection: "Open: it ends by itself when the cause is gone",
} as const satisfies Record<Cause, string>;

/** What staff say, what it means and what to do. */
export const advice = ({ statement, effect, remedy }: ShownSanction, ifOnlyUser = "") =>
  `<blockquote>${escapeHtml(statement)}</blockquote>
<h2>What it means</h2>
<p>${escapeHtml(effect)}</p>
<h2>What to do</h2>
<p>${escapeHtml(remedy)}${ifOnlyUser}</p>`;

const told = {
  open: ({ openedAt, dueAt }) => `Opened ${moment(openedAt)}. Somebody other than who imposed this decides by ${moment(dueAt)}.`,
  overdue: ({ openedAt, dueAt }) =>
    `Opened ${moment(openedAt)}. It was due ${moment(dueAt)} and is late: all who are in charge have been told, and it will be decided.`,
  upheld: ({ decidedAt }) => `Turned down ${at(decidedAt)}.`,
  lifted: ({ decidedAt }) => `Granted ${at(decidedAt)}: the sanction was lifted.`,
  replaced: ({ decidedAt }) => `Granted in part ${at(decidedAt)}: a milder sanction took its place.`,
  closed: ({ decidedAt }) => `Closed ${at(decidedAt)} without a decision.`,
} as const satisfies Record<Appeal["state"], (appeal: Appeal) => string>;

const at = (decidedAt: string | null) => (decidedAt === null ? "" : moment(decidedAt));

/** The appeal there is, or how to open one. */
export function appealPart({ appeal, mayAppeal, appealUntil, appealUrl }: ShownSanction): string {
  const title = `<h2>Appeal</h2>`;
  if (appeal) {
    const alone = appeal.isDecidedAlone ? " It was decided by who imposed the sanction, since nobody else could." : "";
    const answer = appeal.answer === null ? "" : `\n<blockquote>${escapeHtml(appeal.answer)}</blockquote>`;
    return `${title}
<p>${told[appeal.state](appeal)}${alone}</p>${answer}`;
  }
  if (!mayAppeal) return appealUntil === null ? `${title}\n<p>This is what an appeal led to; that decision is final.</p>` : "";
  const until = appealUntil === null ? "" : ` until ${moment(appealUntil)}`;
  return `${title}
<p>If the project is yours and you think this is wrong or settled, appeal${until}: sign in (<a href="/docs#loginDeveloper">how</a>) and send your words once. You are answered by somebody other than who imposed this.</p>
<pre>POST ${escapeHtml(appealUrl)}
Authorization: Bearer &lt;access token&gt;
Content-Type: application/json

{"text": "…"}</pre>
<p class="soft"><a href="/docs#openAppeal">Its reference</a></p>`;
}
