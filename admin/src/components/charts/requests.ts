import type { Requests, RequestsOverTime } from "../../sight.ts";
import { count } from "../format.ts";
import { rangeWords } from "../range.tsx";
import type { Series } from "./series.ts";

/** What became of requests; stacked from what is well to what is not. */
export const requestSeries: readonly Series[] = [
  { name: "served", label: "Served" },
  { name: "quota", label: "Refused: quota" },
  { name: "suspension", label: "Refused: suspension" },
];

export const errorSeries: readonly Series[] = [{ name: "errors", label: "Errors" }];

const stepWords: Readonly<Record<number, string>> = { 3600000: "hour", 10800000: "3 hours", 86400000: "day (UTC)" };

/** "requests per hour". */
export const perStep = (what: string, { stepMs }: RequestsOverTime) => `${what} per ${stepWords[stepMs] ?? "step"}`;

/** And where no switch beside it says so, of which time: "requests per hour, last 24 hours". */
export const perStepOf = (what: string, requests: RequestsOverTime) => `${perStep(what, requests)}, last ${rangeWords[requests.range]}`;

export const sumOf = (points: readonly Requests[]): Requests =>
  points.reduce(
    (sum, each) => ({
      served: sum.served + each.served,
      quota: sum.quota + each.quota,
      suspension: sum.suspension + each.suspension,
      errors: sum.errors + each.errors,
    }),
    { served: 0, quota: 0, suspension: 0, errors: 0 },
  );

export const toldOf = (points: readonly Requests[]) => {
  const { served, quota, suspension } = sumOf(points);
  return `${count(served)} requests served, ${count(quota)} refused by quota, ${count(suspension)} refused by suspension`;
};
