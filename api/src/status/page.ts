import { createHash } from "node:crypto";
import { reasonNames, remedies, type Suspension } from "../suspensions/index.ts";

const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #fff; --ground: #f3f5f8; --line: #dfe4ea; --bad: #b3261e; --good: #18794e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --paper: #171c24; --ground: #0e1218; --line: #2a323d; --bad: #ff8a80; --good: #6fd3a4 } }
* { box-sizing: border-box }
body { margin: 0; padding: 4rem 1rem; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: .6rem 0 1.2rem; font-size: 1.5rem; line-height: 1.25 }
.badge { display: inline-block; padding: .1rem .7rem; border: 1px solid currentColor; border-radius: 99px; font-size: .85rem; font-weight: 600 }
.bad { color: var(--bad) } .good { color: var(--good) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1.5rem; margin: 0 }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
blockquote { margin: 1.5rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere }
h2 { margin: 1.5rem 0 .3rem; font-size: 1rem } p { margin: 0 }
code { font: .9em ui-monospace, monospace }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .6rem } }
`;

/** Nothing is loaded and nothing runs: only the one style sheet of ours, known by its hash. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? "");

const layout = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

const moment = (at: string) => `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;

/** What happened, why, since when, until when, and what to do. */
export const suspensionPage = (suspension: Suspension) =>
  suspension.state === "in_force" ? pageInForce(suspension) : pageOver(suspension);

const pageInForce = ({ projectId, reason, statement, startsAt, endsAt }: Suspension) =>
  layout(
    "This project is suspended",
    `<span class="badge bad">Suspended</span>
<h1>This project is suspended</h1>
<dl>
<dt>Project</dt><dd><code>${escapeHtml(projectId)}</code></dd>
<dt>Why</dt><dd>For ${escapeHtml(reasonNames[reason])}</dd>
<dt>Since</dt><dd>${moment(startsAt)}</dd>
<dt>Until</dt><dd>${endsAt === null ? "Open: staff lift it when the cause is gone" : moment(endsAt)}</dd>
</dl>
<blockquote>${escapeHtml(statement)}</blockquote>
<h2>What it means</h2>
<p>Requests with this project&#39;s API keys are refused while this lasts. Nothing is deleted.</p>
<h2>What to do</h2>
<p>If the project is yours: ${escapeHtml(remedies[reason])} If you only use it: ask whoever runs it.</p>`,
  );

const pageOver = ({ projectId, startsAt, endsAt, liftedAt }: Suspension) =>
  layout(
    "This suspension is over",
    `<span class="badge good">Over</span>
<h1>This suspension is over</h1>
<dl>
<dt>Project</dt><dd><code>${escapeHtml(projectId)}</code></dd>
<dt>Since</dt><dd>${moment(startsAt)}</dd>
<dt>Until</dt><dd>${moment(liftedAt ?? endsAt ?? startsAt)}</dd>
</dl>
<h2>What to do</h2>
<p>Nothing: requests are served again.</p>`,
  );

export const missingPage = () =>
  layout(
    "There is no such suspension",
    `<h1>There is no such suspension</h1>
<p>Check the address: it is the <code>statusUrl</code> of the refusal, or stands in the mail that the owner got.</p>`,
  );
