import type { Load } from "./load.ts";

export interface Measured extends Load {
  /** Computing per request, of the server and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
  /** Of the server, after it. */
  readonly memoryMb: number;
}

/** What one side did: medians over the rounds, but of memory the most. */
interface Side {
  readonly name: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverUs: number;
  readonly databaseUs: number;
  readonly memoryMb: number;
}

/** What a comparison gave. Each ratio is the second's to the first's, taken within a round; what stands here is the median of the rounds. */
export interface Comparison {
  readonly what: string;
  readonly connections: number;
  readonly sides: readonly [Side, Side];
  readonly ratio: {
    readonly requests: number;
    /** Half of the rounds lie between these. */
    readonly requestsOfHalf: readonly [low: number, high: number];
    readonly p99: number;
    readonly cpu: number;
  };
}

type Round = readonly [Measured, Measured];

export function compared(
  { what, connections, names }: { what: string; connections: number; names: readonly [string, string] },
  rounds: readonly Round[],
): Comparison {
  const ratios = (of: (measured: Measured) => number) => rounds.map(([one, other]) => of(other) / of(one));
  const requests = ratios(perSecond).sort((a, b) => a - b);
  const quarter = Math.floor(requests.length / 4);
  const side = (which: 0 | 1) =>
    sideOf(
      names[which],
      rounds.map((round) => round[which]),
    );
  return {
    what,
    connections,
    sides: [side(0), side(1)],
    ratio: {
      requests: median(requests),
      requestsOfHalf: [requests.at(quarter) ?? Number.NaN, requests.at(-1 - quarter) ?? Number.NaN],
      p99: median(ratios(({ p99Ms }) => p99Ms)),
      cpu: median(ratios(({ serverUs, databaseUs }) => serverUs + databaseUs)),
    },
  };
}

/** As it is printed. */
export function tableOf({ what, connections, sides, ratio }: Comparison): string {
  const width = Math.max("ratio".length, ...sides.map(({ name }) => name.length));
  const line = (side: Side) => {
    const columns = [side.requestsPerSecond.toFixed(0).padStart(10), ms(side.p50Ms), ms(side.p99Ms)];
    const cpu = `${side.serverUs.toFixed(0)} + ${side.databaseUs.toFixed(0)}`;
    return `  ${side.name.padEnd(width)} ${columns.join(" ")}   ${cpu.padEnd(42)} ${side.memoryMb.toFixed(0)}`;
  };
  const [low, high] = ratio.requestsOfHalf.map((each) => each.toFixed(2));
  return [
    `\n${what}, ${connections} ${connections === 1 ? "connection" : "connections"}`,
    `  ${" ".repeat(width)} requests/s   p50 ms   p99 ms   CPU µs per request (server + PostgreSQL)   memory MB`,
    ...sides.map(line),
    `  ${"ratio".padEnd(width)} ${ratio.requests.toFixed(2)} times the requests (half of the rounds: ${low} to ${high}), ${ratio.p99.toFixed(2)} of the p99, ${ratio.cpu.toFixed(2)} of the CPU`,
  ].join("\n");
}

/** All comparisons at a glance: times the requests, by what was asked and by how many connections. */
export function summaryOf(comparisons: readonly Comparison[]): string {
  const whats = [...new Set(comparisons.map(({ what }) => what))];
  const counts = [...new Set(comparisons.map(({ connections }) => connections))];
  const width = Math.max(...whats.map((what) => what.length));
  const cell = (what: string, count: number) =>
    comparisons.find((each) => each.what === what && each.connections === count)?.ratio.requests.toFixed(2) ?? "";
  return [
    "\ntimes the requests, by connections",
    `  ${" ".repeat(width)} ${counts.map((count) => String(count).padStart(7)).join("")}`,
    ...whats.map((what) => `  ${what.padEnd(width)} ${counts.map((count) => cell(what, count).padStart(7)).join("")}`),
  ].join("\n");
}

const ms = (value: number) => value.toFixed(2).padStart(8);

const perSecond = ({ requests, seconds }: Measured) => requests / seconds;

const sideOf = (name: string, all: readonly Measured[]): Side => {
  const of = (value: (measured: Measured) => number) => median(all.map(value));
  return {
    name,
    requestsPerSecond: of(perSecond),
    p50Ms: of((each) => each.p50Ms),
    p99Ms: of((each) => each.p99Ms),
    serverUs: of((each) => each.serverUs),
    databaseUs: of((each) => each.databaseUs),
    memoryMb: Math.max(...all.map((each) => each.memoryMb)),
  };
};

/** The one in the middle. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
