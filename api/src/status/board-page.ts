import type { Closed } from "../platform/maintenance.ts";
import type { Post } from "../platform/status-board.ts";
import { escapeHtml, layout, moment } from "./layout.ts";
import { badge } from "./sanction.ts";

interface Standing {
  readonly serves: boolean;
  readonly closed: Closed | undefined;
  readonly posts: readonly Post[];
}

/** How the platform itself stands: what it knows of itself, and what those who run it say. */
export const boardPage = ({ serves, closed, posts }: Standing): string =>
  layout(
    "Status",
    `${titleOf(serves, closed)}
${serves ? "" : "<p>Something that it needs does not answer. Most requests fail until that is back.</p>"}
${closed ? `<p>Since ${moment(closed.since)}. Requests are refused meanwhile.</p>\n<blockquote>${escapeHtml(closed.message)}</blockquote>` : ""}
<h2>What those who run it say</h2>
${posts.length === 0 ? '<p class="soft">Nothing just now.</p>' : posts.map(postOf).join("\n")}`,
  );

function titleOf(serves: boolean, closed: Closed | undefined): string {
  if (closed) return `${badge("mild", "Maintenance")}\n<h1>The platform is being worked on</h1>`;
  return serves
    ? `${badge("good", "Serving")}\n<h1>The platform serves</h1>`
    : `${badge("bad", "Down")}\n<h1>The platform does not serve just now</h1>`;
}

const postOf = ({ at, text }: Post) =>
  `<article class="post"><p class="soft">${moment(at)}</p><blockquote>${escapeHtml(text)}</blockquote></article>`;
