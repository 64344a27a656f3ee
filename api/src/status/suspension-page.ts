import { afterwards, isOver, type Level, standings } from "../suspensions/index.ts";
import { escapeHtml, layout, missingPage, moment } from "./layout.ts";
import { advice, appealPart, badge, badgeOf, facts } from "./sanction.ts";
import type { ShownSanction } from "./standing.ts";

/** What happened, why, since when, until when, and what to do. */
export const suspensionPage = (sanction: ShownSanction) => (isOver(sanction.state) ? pageOver(sanction) : pageInForce(sanction));

const pageInForce = (sanction: ShownSanction) => {
  const title = `This project ${standings[sanction.level]}`;
  return layout(
    title,
    `${badgeOf(sanction.level)}
<h1>${title}</h1>
${facts(sanction)}
${advice(sanction, " If you only use the project: ask whoever runs it.")}
${appealPart(sanction)}`,
  );
};

const noun = (level: Level) => (level === "suspended" ? "suspension" : "sanction");

const pageOver = (sanction: ShownSanction) => {
  const { projectId, level, startsAt, endsAt, liftedAt } = sanction;
  const title = `This ${noun(level)} is over`;
  return layout(
    title,
    `${badge("good", "Over")}
<h1>${title}</h1>
<dl>
<dt>Project</dt><dd><code>${escapeHtml(projectId)}</code></dd>
<dt>Since</dt><dd>${moment(startsAt)}</dd>
<dt>Until</dt><dd>${moment(liftedAt ?? endsAt ?? startsAt)}</dd>
</dl>
<h2>What to do</h2>
<p>Nothing: as far as this ${noun(level)} goes, the project ${afterwards[level]}.</p>
${appealPart(sanction)}`,
  );
};

export const missingSuspension = () =>
  missingPage(
    "There is no such suspension",
    "Check the address: it is the <code>statusUrl</code> of the refusal, or stands in the mail that the owner got.",
  );
