import type { Db } from "../platform/db/store.ts";
import { partsOf, valuesOf } from "./features/features.ts";
import type { Subject } from "./features/subject.ts";
import { Windows } from "./features/windows.ts";
import { listRecorded } from "./queries/minutes.ts";
import { comparisonsIn } from "./rules/comparisons.ts";
import { readExpression } from "./rules/language.ts";

/** What is asked of recorded windows: of whom, by which rule, and at which steps of time. */
export interface CourseAsked {
  readonly subject: Subject;
  readonly expression: string;
  readonly windowSeconds: number;
  /** Milliseconds, as all of it. */
  readonly from: number;
  readonly stepMs: number;
  readonly steps: number;
}

/** One comparison of a rule's expression, with what its sides came to at the end of each step. */
export interface ComparisonCourse {
  readonly text: string;
  readonly features: readonly string[];
  readonly points: readonly { readonly value: number; readonly bound: number }[];
}

/** What each comparison of a pattern came to over a time, from what is recorded of it still. */
export async function courseOfPattern(db: Db, asked: CourseAsked): Promise<readonly ComparisonCourse[]> {
  const { subject, expression, windowSeconds, from, stepMs, steps } = asked;
  const read = readExpression(expression, subject.kind);
  if ("fault" in read) return [];
  const windowMs = windowSeconds * 1_000;
  const windows = new Windows();
  const parts = partsOf(read.expression.features);
  const recorded = await listRecorded(db, [{ subject, from: from - windowMs }], from + steps * stepMs, parts);
  for (const bucket of recorded) windows.add(bucket);
  const values = Array.from({ length: steps }, (_, i) =>
    valuesOf(subject.kind, windows.look(subject, from + (i + 1) * stepMs - 1, windowMs)),
  );
  return comparisonsIn(expression)
    .map(({ text, features, sides }) => ({ text, features, points: values.map(sides) }))
    .filter(({ points }) => points.every(({ value, bound }) => Number.isFinite(value) && Number.isFinite(bound)));
}
