import { useState } from "react";
import { Link } from "react-router-dom";
import { actionWords } from "../../action-words.ts";
import type { Happening, Names, RecordSight } from "../../sight.ts";
import { amount, words } from "../format.ts";
import { listPath, pathOfId, recordPath } from "../here.ts";
import { Section } from "../section.tsx";
import { Named, Time } from "../values.tsx";

interface TimelineProps {
  readonly project: RecordSight;
  readonly happenings: readonly Happening[];
  readonly names: Names;
  /** Without it, everything there is, to be narrowed by what it is about. */
  readonly atMost?: number;
}

const kindWords: Readonly<Record<Happening["kind"], string>> = {
  suspension: "Sanctions",
  appeal: "Appeals",
  detection: "Detections",
  override: "Overrides",
  quota: "Quotas",
  reclaim: "Reclaiming",
  key: "Keys",
  project: "The project",
};
const kinds = Object.keys(kindWords) as Happening["kind"][];

/** Everything that happened to a project or is bound to happen, in one list. */
export function Timeline({ project, happenings, names, atMost }: TimelineProps) {
  const [kind, setKind] = useState<Happening["kind"]>();
  const shown = happenings.filter((each) => kind === undefined || each.kind === kind).slice(0, atMost);
  return (
    <Section title="Timeline" more={`${listPath("audit_logs")}?filters.project_id=${project.id}`}>
      {atMost === undefined ? (
        <fieldset className="narrowing">
          <legend className="unseen">Show</legend>
          <button type="button" className="pill" aria-pressed={kind === undefined} onClick={() => setKind(undefined)}>
            Everything
          </button>
          {kinds
            .filter((each) => happenings.some((happening) => happening.kind === each))
            .map((each) => (
              <button key={each} type="button" className="pill" aria-pressed={kind === each} onClick={() => setKind(each)}>
                {kindWords[each]}
              </button>
            ))}
        </fieldset>
      ) : null}
      {shown.length === 0 ? (
        <p className="empty small">Nothing happened yet.</p>
      ) : (
        <ol className="timeline">
          {shown.map((each) => (
            <Entry key={each.key} happening={each} names={names} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Entry({ happening, names }: { happening: Happening; names: Names }) {
  const { at, action, kind, actor, auditId, target, reason } = happening;
  const isAhead = Date.parse(at) > Date.now();
  const path = auditId ? recordPath("audit_logs", auditId) : pathOfId(target);
  const sentence = sentenceOf(happening, isAhead);
  return (
    <li className={`${kind}${isAhead ? " ahead" : ""}`}>
      <span className="when">
        <Time at={at} />
      </span>
      <div>
        {path ? (
          <Link className="row-link" to={path} title={action}>
            {sentence}
          </Link>
        ) : (
          <span className="row-link">{sentence}</span>
        )}
        {actor && isSomebody(actor) && !isAhead ? (
          <span className="quiet">
            {" by "}
            <Named id={actor} names={names} />
          </span>
        ) : null}
        {reason ? <p className="quiet reason">{reason}</p> : null}
      </div>
    </li>
  );
}

/** Jobs act under their own names: what they do happens by itself. */
const isSomebody = (actor: string) => /^(stf|dev)_/.test(actor);

const quoted = (name: string | undefined) => (name ? ` “${name}”` : "");
const limitOf = ({ metric, limit }: Happening["said"]) => (metric && limit !== undefined ? `: ${amount(limit, metric)}` : "");
const metricOf = ({ metric }: Happening["said"]) => (metric ? words(metric) : "A limit");

/** What is said of each act; of those that are not here, their name says enough. */
const sentences: Readonly<Record<string, (said: Happening["said"], isAhead: boolean) => string>> = {
  createProject: () => "Project made",
  renameProject: ({ name }) => `Renamed${name ? ` to “${name}”` : ""}`,
  deleteProject: () => "Deleted; can be restored for some days",
  deleteAnyProject: () => "Deleted; can be restored for some days",
  restoreProject: () => "Restored",
  restoreAnyProject: () => "Restored by staff",
  purgeProject: (_said, isAhead) => (isAhead ? "Will be purged for good" : "Purged for good"),
  setDataSettings: () => "Schemas to expose chosen",
  createKey: ({ name }) => `Key${quoted(name)} made`,
  adoptKey: ({ name }) => `Key${quoted(name)} taken over`,
  rotateKey: ({ name }) => `Key${quoted(name)} rotated`,
  revokeKey: ({ name }) => `Key${quoted(name)} revoked`,
  revokeAnyKey: ({ name }) => `Key${quoted(name)} revoked by staff`,
  expireKey: ({ name }, isAhead) => `Key${quoted(name)} ${isAhead ? "expires" : "expired"}`,
  regenerateKeys: () => "All keys regenerated",
  suspendProject: (_said, isAhead) => (isAhead ? "Will be suspended" : "Suspended"),
  sanctionProject: (_said, isAhead) => (isAhead ? "Will be under a sanction" : "Put under a sanction"),
  liftSuspension: (_said, isAhead) => (isAhead ? "Sanction lifts by itself" : "Sanction lifted"),
  changeSanctionEnd: () => "End of the sanction changed",
  openAppeal: () => "Owner appealed",
  writeToAppeal: () => "Owner wrote about the appeal",
  answerAppeal: () => "Staff wrote about the appeal",
  decideAppeal: () => "Appeal decided",
  appealDue: (_said, isAhead) => (isAhead ? "Appeal is due" : "Appeal was due"),
  remindOfAppeal: () => "Staff reminded of the appeal",
  escalateAppeal: () => "Appeal overdue: every admin told",
  closeAppeal: () => "Appeal closed with the project",
  noteDetection: () => "Something was detected",
  judgeDetection: () => "Detection judged",
  warnOfLimit: (said) => `Owner warned · ${metricOf(said)}`,
  startReclaim: () => "Reclaiming asked for",
  startAnyReclaim: () => "Reclaiming asked for",
  runReclaim: () => "Reclaiming began",
  finishReclaim: () => "Reclaiming finished",
  setProjectQuota: (said) => `Quota set · ${metricOf(said)}${limitOf(said)}`,
  removeProjectQuota: (said) => `Quota taken away · ${metricOf(said)}`,
  proposeProjectQuota: (said) => `Quota asked for · ${metricOf(said)}${limitOf(said)}`,
  approveQuotaProposal: (said) => `Quota approved · ${metricOf(said)}${limitOf(said)}`,
  rejectQuotaProposal: (said) => `Quota rejected · ${metricOf(said)}${limitOf(said)}`,
  requestOverride: (said) => `Override asked for · ${metricOf(said)}${limitOf(said)}`,
  approveOverride: (said) => `Override approved · ${metricOf(said)}${limitOf(said)}`,
  rejectOverride: (said) => `Override rejected · ${metricOf(said)}${limitOf(said)}`,
  addOverride: (said) => `Override added · ${metricOf(said)}${limitOf(said)}`,
  beginOverride: (said, isAhead) => `Override ${isAhead ? "begins" : "began"} · ${metricOf(said)}${limitOf(said)}`,
  endOverride: (said, isAhead) => `Override ${isAhead ? "ends" : "ended"} · ${metricOf(said)}`,
  provisionTenant: () => "Database made",
};

const sentenceOf = ({ action, said }: Happening, isAhead: boolean) => sentences[action]?.(said, isAhead) ?? actionWords(action);
