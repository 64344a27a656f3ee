import type { Closed } from "../platform/maintenance.ts";
import type { Post } from "../platform/status-board.ts";
import { escapeHtml, layout, moment } from "./layout.ts";
import { badge } from "./sanction.ts";

/** How the platform itself stands, as those who run it say. */
export const boardPage = (closed: Closed | undefined, posts: readonly Post[]): string =>
  layout(
    "Status",
    `${closed ? badge("mild", "Maintenance") : badge("good", "Serving")}
<h1>${closed ? "The platform is being worked on" : "The platform serves"}</h1>
${closed ? `<p>Since ${moment(closed.since)}. Requests are refused meanwhile.</p>\n<blockquote>${escapeHtml(closed.message)}</blockquote>` : ""}
<h2>What those who run it say</h2>
${posts.length === 0 ? '<p class="soft">Nothing just now.</p>' : posts.map(postOf).join("\n")}`,
  );

const postOf = ({ at, text }: Post) => `<article><p class="soft">${moment(at)}</p><blockquote>${escapeHtml(text)}</blockquote></article>`;
