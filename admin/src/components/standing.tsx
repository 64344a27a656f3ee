import type { StandingSight } from "../sight.ts";

/** How things stand that a list and its acts are about. */
export const Standing = ({ standing: { text, isWarning } }: { standing: StandingSight }) => (
  <p className={`notice standing${isWarning ? " warn" : ""}`}>{text}</p>
);
