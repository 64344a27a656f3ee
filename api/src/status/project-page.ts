import { reasonNames, standings } from "../suspensions/index.ts";
import { escapeHtml, layout, missingPage, moment } from "./layout.ts";
import { advice, appealPart, badge, badgeOf, reasonAndTimes } from "./sanction.ts";
import type { ShownSanction, Standing } from "./standing.ts";

/** How a project stands: what is in force and why, what to do about it, and what ended lately. */
export const projectPage = (standing: Standing) => {
  const [look, sentence] = headOf(standing);
  const { project, sanctions, history } = standing;
  return layout(
    `${project.name} ${sentence}`,
    `${look}
<h1>${escapeHtml(project.name)} ${sentence}</h1>
<dl>
<dt>Project</dt><dd><code>${escapeHtml(project.id)}</code></dd>
${project.purgeAt === null ? "" : `<dt>Restorable until</dt><dd>${moment(project.purgeAt)}, by its owner: <code>POST /api/projects/${escapeHtml(project.id)}/restore</code></dd>`}
</dl>
${several(sanctions)}${sanctions.map(inForce).join("\n")}
<h2>The last ninety days</h2>
${history.length === 0 ? `<p class="soft">${sanctions.length === 0 ? "Nothing happened." : "Nothing else happened."}</p>` : `<ul class="past">\n${history.map(past).join("\n")}\n</ul>`}`,
  );
};

function headOf({ standing }: Standing): readonly [badge: string, sentence: string] {
  switch (standing) {
    case "active":
      return [badge("good", "Active"), "is served as it should be"];
    case "provisioning":
      return [badge("mild", "Being made"), "is being made ready"];
    case "deleting":
    case "purged":
      return [badge("bad", "Deleted"), "is scheduled for deletion"];
    default:
      return [badgeOf(standing), standings[standing]];
  }
}

const several = ({ length }: readonly ShownSanction[]) =>
  length > 1 ? `<p class="soft">There are ${length} sanctions, each for a cause of its own; the strictest is felt.</p>\n` : "";

const inForce = (sanction: ShownSanction) => `<article>
${badgeOf(sanction.level)}
<dl>
${reasonAndTimes(sanction)}
</dl>
${advice(sanction)}
${appealPart(sanction)}
</article>`;

const outcomes: Readonly<Record<string, string>> = {
  open: "An appeal waits for a decision.",
  overdue: "An appeal waits for a decision and is late.",
  upheld: "An appeal was turned down.",
  lifted: "An appeal was granted.",
  replaced: "An appeal was granted in part.",
};

const past = (sanction: ShownSanction) => {
  const { level, reason, startsAt, liftedAt, endsAt, state, statusUrl, appeal, mayAppeal, appealUntil } = sanction;
  const how = state === "ended" ? "ended by its time" : "lifted";
  const appealed = appeal
    ? outcomes[appeal.state]
    : mayAppeal && appealUntil
      ? `It can be appealed against until ${moment(appealUntil)}.`
      : undefined;
  return `<li>${badgeOf(level)} <a href="${escapeHtml(new URL(statusUrl).pathname)}">For ${escapeHtml(reasonNames[reason])}</a>
<span class="soft">${moment(startsAt)} to ${moment(liftedAt ?? endsAt ?? startsAt)}, ${how}.${appealed ? ` ${appealed}` : ""}</span></li>`;
};

export const missingProject = () =>
  missingPage("There is no such project", "Check the address: owners find it as the <code>statusUrl</code> of their project.");
