import { courseOfPattern, features } from "@nextmavens/api/detections";
import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { CourseSight, Mark, Row } from "../sight.ts";
import { hourMs, iso } from "./span.ts";

/** What was recorded around a detection, beside what it is measured by. */
export const coursesOf: Course = (db, params, inputs, now) =>
  coursesBy[String(params["kind"])]?.(db, params, inputs, now) ?? Promise.resolve([]);

type Course = (db: Db, params: Row, inputs: Row, now: number) => Promise<readonly CourseSight[]>;

const stepMs = 300_000;
const stepsMost = 144;
const minuteMs = 60_000;

/** Steps of five minutes from so long before it began until an hour after it was last seen. */
function stepsAround({ started_at, last_seen_at }: Row, beforeMs: number, now: number) {
  const started = Date.parse(String(started_at));
  const from = started - (started % stepMs) - beforeMs;
  const last = Math.min(Date.parse(String(last_seen_at)) + hourMs, now);
  const steps = Math.min(stepsMost, Math.ceil((last - from) / stepMs));
  return { from: iso(from), to: iso(from + steps * stepMs), steps };
}

const stepOf = (since: string): Sql => sql`floor(extract(epoch from minute - ${since}::timestamptz) * 1000 / ${stepMs}::bigint)::int`;

const SpikeInputs = z.object({
  metric: z.string(),
  threshold: z.number(),
  floor: z.number(),
  baseline: z.object({ median: z.number(), deviation: z.number() }),
});
const usageOf: Readonly<Record<string, string>> = { requests: "requests", rowsWritten: "rows_written", durationMs: "query_ms" };
const titles: Readonly<Record<string, string>> = { rows_written: "Rows written", query_ms: "Time of requests" };
const units: Readonly<Record<string, string>> = { query_ms: "milliseconds per five minutes" };
const Point = z.object({ step: z.number(), value: z.number() });

/** The metric that is far above what is usual, and from where on it is too far. */
const ofSpike: Course = async (db, params, given, now) => {
  const { data: inputs } = SpikeInputs.safeParse(given);
  if (!inputs) return [];
  const { from, to, steps } = stepsAround(params, 3 * hourMs, now);
  const metric = usageOf[inputs.metric] ?? "requests";
  const found = await db.many(
    Point,
    sql`
    select ${stepOf(from)} as step, sum(total)::bigint as value
    from usage_metrics
    where project_id = ${String(params["project_id"])} and metric = ${metric} and minute >= ${from} and minute < ${to}
    group by 1`,
  );
  const values = new Map(found.map(({ step, value }) => [step, value]));
  const title = titles[metric] ?? "Requests";
  return [
    {
      title,
      unit: units[metric] ?? "per five minutes",
      from,
      stepMs,
      series: [{ name: "served", label: title }],
      points: Array.from({ length: steps }, (_, i) => ({ served: values.get(i) ?? 0 })),
      hasTotals: true,
      marks: marksOf(inputs),
    },
  ];
};

/** What is usual in five minutes, and from where on it is a spike. */
const marksOf = ({ baseline: { median, deviation }, threshold, floor }: z.output<typeof SpikeInputs>): readonly Mark[] => [
  { name: "baseline", label: "Usual", value: median },
  { name: "threshold", label: "Threshold", value: Math.max(median + threshold * deviation, floor) },
];

const ErrorInputs = z.object({ objective: z.number(), rate: z.number(), long: z.object({ minutes: z.number() }) });
const Errors = z.object({ step: z.number(), requests: z.number(), errors: z.number() });

/** Which part of an endpoint's requests was mistaken, and from where on what may be is used up too fast; and how many they were. */
const ofErrors: Course = async (db, params, given, now) => {
  const { data: inputs } = ErrorInputs.safeParse(given);
  if (!inputs) return [];
  const { objective, rate, long } = inputs;
  const { from, to, steps } = stepsAround(params, Math.max(hourMs, long.minutes * minuteMs), now);
  const found = await db.many(
    Errors,
    sql`
    select ${stepOf(from)} as step, sum(requests)::bigint as requests, sum(client_errors)::bigint as errors
    from error_metrics
    where project_id = ${String(params["project_id"])} and endpoint = ${String(params["endpoint"])} and minute >= ${from} and minute < ${to}
    group by 1`,
  );
  const byStep = new Map(found.map((each) => [each.step, each]));
  const points = Array.from({ length: steps }, (_, i) => byStep.get(i) ?? { requests: 0, errors: 0 });
  const allowed = (1 - objective) * 100;
  return [
    {
      title: "Mistaken requests",
      unit: `% of ${String(params["endpoint"])}, per five minutes`,
      from,
      stepMs,
      series: [{ name: "errors", label: "Mistaken" }],
      points: points.map(({ requests, errors }) => ({ errors: requests === 0 ? 0 : (100 * errors) / requests })),
      hasTotals: false,
      marks: [
        { name: "baseline", label: "Allowed in the long run", value: allowed },
        { name: "threshold", label: "Threshold", value: allowed * rate },
      ],
    },
    {
      title: "Its requests",
      unit: "per five minutes",
      from,
      stepMs,
      series: [
        { name: "served", label: "Right" },
        { name: "errors", label: "Mistaken" },
      ],
      points: points.map(({ requests, errors }) => ({ served: requests - errors, errors })),
      hasTotals: true,
      marks: [],
    },
  ];
};

const PatternInputs = z.object({ expression: z.string(), windowSeconds: z.number() });
const stepsOfPattern = 72;
const unitOf = new Map(features.map(({ name, unit }) => [name, unit as string]));

/** What each comparison of the rule's expression came to in its window, minute by minute or in longer steps where it went on for long. */
const ofPattern: Course = async (db, { subject_kind, subject_id, started_at, last_seen_at }, given, now) => {
  const { data: inputs } = PatternInputs.safeParse(given);
  if (!inputs) return [];
  const { expression, windowSeconds } = inputs;
  const around = Math.max(10 * minuteMs, windowSeconds * 1_000);
  const begin = Date.parse(String(started_at)) - around;
  const end = Math.min(Date.parse(String(last_seen_at)) + around, now);
  const step = Math.max(1, Math.ceil((end - begin) / stepsOfPattern / minuteMs)) * minuteMs;
  const from = begin - (begin % step);
  const subject = { kind: subject_kind === "network" ? ("network" as const) : ("project" as const), id: String(subject_id) };
  const asked = { subject, expression, windowSeconds, from, stepMs: step, steps: Math.ceil((end - from) / step) };
  return (await courseOfPattern(db, asked)).map(({ text, features: named, points }) => ({
    title: text,
    unit: `${unitIn(named)} in the last ${windowWords(windowSeconds)}`,
    from: iso(from),
    stepMs: step,
    series: [{ name: "served", label: named.join(" and ") }],
    points: points.map(({ value }) => ({ served: value })),
    hasTotals: false,
    marks: [{ name: "threshold", label: "Threshold", value: boundIn(points.map(({ bound }) => bound)) }],
  }));
};

const unitIn = (named: readonly string[]) => [...new Set(named.flatMap((name) => unitOf.get(name) ?? []))].join(" and ");
const windowWords = (seconds: number) => (seconds === 60 ? "minute" : seconds === 3_600 ? "hour" : `${seconds / 60} minutes`);
const boundIn = (bounds: readonly number[]) => (bounds.every((bound) => bound === bounds[0]) ? (bounds[0] ?? 0) : bounds);

const coursesBy: Readonly<Record<string, Course>> = { pattern: ofPattern, spike: ofSpike, error_rate: ofErrors };
