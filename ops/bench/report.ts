import type { Load } from "./load.ts";

export interface Measured extends Load {
  /** Computing per request, of the server and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
}

/** What one server did: medians over the rounds. */
interface Side {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverUs: number;
  readonly databaseUs: number;
}

/** What a comparison gave. Each ratio is ours to the floor's, taken within a round; what stands here is the median of the rounds. */
export interface Comparison {
  readonly what: string;
  readonly floor: Side;
  readonly ours: Side;
  readonly ratio: {
    readonly requests: number;
    /** Half of the rounds lie between these. */
    readonly requestsOfHalf: readonly [low: number, high: number];
    readonly p99: number;
    readonly cpu: number;
  };
}

export function compared(what: string, rounds: readonly (readonly [floor: Measured, ours: Measured])[]): Comparison {
  const ratios = (of: (measured: Measured) => number) => rounds.map(([floor, ours]) => of(ours) / of(floor));
  const requests = ratios(perSecond).sort((a, b) => a - b);
  const quarter = Math.floor(requests.length / 4);
  return {
    what,
    floor: sideOf(rounds.map(([floor]) => floor)),
    ours: sideOf(rounds.map(([, ours]) => ours)),
    ratio: {
      requests: median(requests),
      requestsOfHalf: [requests.at(quarter) ?? Number.NaN, requests.at(-1 - quarter) ?? Number.NaN],
      p99: median(ratios(({ p99Ms }) => p99Ms)),
      cpu: median(ratios(({ serverUs, databaseUs }) => serverUs + databaseUs)),
    },
  };
}

/** As it is printed. */
export function tableOf({ what, floor, ours, ratio }: Comparison): string {
  const line = (name: string, side: Side) => {
    const columns = [side.requestsPerSecond.toFixed(0).padStart(10), ms(side.p50Ms), ms(side.p99Ms)];
    return `  ${name.padEnd(6)} ${columns.join(" ")}   ${side.serverUs.toFixed(0)} + ${side.databaseUs.toFixed(0)}`;
  };
  const [low, high] = ratio.requestsOfHalf.map((each) => each.toFixed(2));
  return [
    `\n${what}`,
    "          requests/s   p50 ms   p99 ms   CPU µs per request (server + PostgreSQL)",
    line("floor", floor),
    line("ours", ours),
    `  ratio  ${ratio.requests.toFixed(2)} times the requests (half of the rounds: ${low} to ${high}), ${ratio.p99.toFixed(2)} of the p99, ${ratio.cpu.toFixed(2)} of the CPU`,
  ].join("\n");
}

const ms = (value: number) => value.toFixed(2).padStart(8);

const perSecond = ({ requests, seconds }: Measured) => requests / seconds;

const sideOf = (all: readonly Measured[]): Side => {
  const of = (value: (measured: Measured) => number) => median(all.map(value));
  return {
    requestsPerSecond: of(perSecond),
    p50Ms: of((each) => each.p50Ms),
    p99Ms: of((each) => each.p99Ms),
    serverUs: of((each) => each.serverUs),
    databaseUs: of((each) => each.databaseUs),
  };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
