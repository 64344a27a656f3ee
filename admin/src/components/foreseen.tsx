import { Link } from "react-router-dom";
import type { DetectedSight, Foreseen as Sight } from "../sight.ts";
import { localTime } from "./format.ts";
import { recordPath } from "./here.ts";
import { Time } from "./values.tsx";

interface ForeseenProps {
  readonly foreseen: Sight;
  /** What is chosen in the field that it depends on. */
  readonly chosen: string;
  /** When it ends by itself, if that is typed. */
  readonly endsAt: string;
}

/** What an act will do as things stand: in figures, what is sealed as evidence, and until when its owner may appeal. */
export function Foreseen({ foreseen: { figures, detections, appealWindowDays }, chosen, endsAt }: ForeseenProps) {
  const sentences = figures[chosen] ?? [];
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((each) => (
        <li key={each}>{each}</li>
      ))}
      {detections ? <Evidence detections={detections} /> : null}
      {appealWindowDays === undefined ? null : <li>{appealable(appealWindowDays, endsAt)}</li>}
    </ul>
  );
}

/** What is typed is not left for it. */
const Evidence = ({ detections }: { detections: readonly DetectedSight[] }) => (
  <li>
    Sealed as evidence: each limit with its use as it is now
    {detections.length === 0 ? "; nothing was detected in the last seven days." : ", and what was detected in the last seven days:"}
    {detections.map(({ id, title, startedAt }, i) => (
      <span key={id}>
        {i === 0 ? " " : ", "}
        <Link to={recordPath("detections", id)} target="_blank">
          {title}
        </Link>{" "}
        <Time at={startedAt} />
      </span>
    ))}
    {detections.length === 0 ? null : "."}
  </li>
);

const dayMs = 86_400_000;

const appealable = (days: number, endsAt: string) =>
  endsAt === ""
    ? `The owner can appeal while it lasts, and for ${days} days after its end.`
    : `The owner can appeal until ${localTime(new Date(Date.parse(endsAt) + days * dayMs).toISOString())}: ${days} days after its end.`;
