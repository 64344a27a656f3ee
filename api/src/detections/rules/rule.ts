import type { Level } from "../../suspensions/index.ts";
import type { SubjectKind } from "../features/subject.ts";

/** Observe: note what it finds. Warn: tell whoever it is about as well. Act: put the project under a sanction, too. */
export const modes = ["observe", "warn", "act"] as const;
export type Mode = (typeof modes)[number];

export const kinds = ["pattern", "spike", "error_rate"] as const;
export type Kind = (typeof kinds)[number];

/** How far back a pattern may look, in seconds. */
export const windowSeconds = [60, 300, 900, 3600] as const;

export const spikeMetrics = ["requests", "rowsWritten", "durationMs"] as const;
export type SpikeMetric = (typeof spikeMetrics)[number];

/** What any rule says of itself and of what follows from it. */
interface Common {
  readonly id: string;
  /** Each change of a rule is another revision of it; what it found names the one that found it. */
  readonly revision: number;
  readonly key: string;
  readonly title: string;
  /** What it finds and why that is worth finding; owners are told it. */
  readonly description: string;
  readonly isEnabled: boolean;
  readonly mode: Mode;
  /** The strictest sanction that it may impose, and for how long at most. */
  readonly level: Level;
  readonly durationSeconds: number;
  /** So long after it fell quiet the same is no new detection. */
  readonly cooldownSeconds: number;
}

/** Features of a window, compared with what a decent use of the platform has. */
export interface PatternRule extends Common {
  readonly kind: "pattern";
  readonly subject: SubjectKind;
  /** CEL over the features of the subject. */
  readonly expression: string;
  readonly windowSeconds: (typeof windowSeconds)[number];
}

/** A metric of a project, compared with what is usual for it at this hour of the week. */
export interface SpikeRule extends Common {
  readonly kind: "spike";
  readonly metric: SpikeMetric;
  /** From this many deviations on it is a spike. */
  readonly threshold: number;
  /** Less than this in five minutes is none, however unusual. */
  readonly floor: number;
}

/** Which part of an endpoint's requests may be mistaken, and how fast that may be used up. */
export interface ErrorRateRule extends Common {
  readonly kind: "error_rate";
  /** The part that should succeed, from 0 to 1. */
  readonly objective: number;
  /** Fewer requests in the long window are too few to say. */
  readonly requestsMin: number;
}

export type Rule = PatternRule | SpikeRule | ErrorRateRule;
