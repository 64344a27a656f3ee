import { createHash } from "node:crypto";
import { stroke } from "../platform/brand.ts";
import { spoken } from "../platform/spoken.ts";

const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #fff; --ground: #f3f5f8; --line: #dfe4ea; --bad: #b3261e; --mild: #8a5300; --good: #18794e; --mark: #5454cf }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --paper: #171c24; --ground: #0e1218; --line: #2a323d; --bad: #ff8a80; --mild: #f0b45c; --good: #6fd3a4; --mark: #8f8ff5 } }
* { box-sizing: border-box }
body { margin: 0; padding: 4rem 1rem; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
header { display: flex; align-items: center; gap: .6rem; max-width: 42rem; margin: 0 auto 1rem; font-weight: 600 }
header svg { width: 26px; height: 26px } header rect { fill: var(--mark) } header path { fill: none; stroke: var(--paper); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round }
main { max-width: 42rem; margin: 0 auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: .6rem 0 1.2rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }
.badge { display: inline-block; padding: .1rem .7rem; border: 1px solid currentColor; border-radius: 99px; font-size: .85rem; font-weight: 600; white-space: nowrap }
.bad { color: var(--bad) } .mild { color: var(--mild) } .good { color: var(--good) } .soft { color: var(--soft) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1.5rem; margin: 0 }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
blockquote { margin: 1.2rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere }
article { margin: 1.5rem 0; padding: 1.2rem 1.4rem 1.4rem; border: 1px solid var(--line); border-radius: 10px }
.post { margin: .8rem 0 0; padding: .8rem 0 0; border: 0; border-radius: 0 } .post + .post { border-top: 1px solid var(--line) } .post blockquote { margin: .2rem 0 0; padding: 0; border: 0 }
main > :last-child { margin-bottom: 0 }
article > .badge { margin-bottom: .9rem } article > :last-child { margin-bottom: 0 }
h2 { margin: 2rem 0 .6rem; font-size: 1.1rem } article h2 { margin: 1.3rem 0 .3rem; font-size: 1rem } p { margin: 0 } p + p, pre + p, dl + p { margin-top: .6rem }
a { color: inherit } code, pre { font: .875em/1.5 ui-monospace, monospace }
pre { margin: .6rem 0 0; padding: .8rem 1rem; background: var(--ground); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere }
.past { margin: 0; padding: 0; list-style: none } .past li { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; padding: .7rem 0; border-top: 1px solid var(--line) }
.past .soft { flex-basis: 100% }
@media (max-width: 30rem) { body { padding: 1rem .5rem } main { padding: 1.2rem 1rem } article { padding: 1rem } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .6rem } }
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
export const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? "");

export const layout = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header><svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="${stroke}"/></svg>NextMavens</header>
<main>
${content}
</main>
</body>
</html>
`;

export const moment = (at: string) => `<time datetime="${at}">${spoken(at)}</time>`;

/** Of something that has no page here. */
export const missingPage = (title: string, advice: string) => layout(title, `<h1>${escapeHtml(title)}</h1>\n<p>${advice}</p>`);
