import type { Load } from "./load.ts";

export interface Measured extends Load {
  /** Computing per request, of the server and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
}

/** Prints what a comparison gave: medians over the rounds, each ratio taken within its round. */
export function report(what: string, rounds: readonly (readonly [floor: Measured, ours: Measured])[]): void {
  const perSecond = ({ requests, seconds }: Measured) => requests / seconds;
  const cpu = ({ serverUs, databaseUs }: Measured) => serverUs + databaseUs;
  const ratio = (of: (measured: Measured) => number) => median(rounds.map(([floor, ours]) => of(ours) / of(floor)));
  console.log(`\n${what}`);
  console.log("          requests/s   p50 ms   p99 ms   CPU µs per request (server + PostgreSQL)");
  for (const [name, side] of [
    ["floor", 0],
    ["ours", 1],
  ] as const) {
    const of = (value: (measured: Measured) => number) => median(rounds.map((round) => value(round[side])));
    const columns = [
      of(perSecond).toFixed(0).padStart(10),
      of((m) => m.p50Ms)
        .toFixed(2)
        .padStart(8),
      of((m) => m.p99Ms)
        .toFixed(2)
        .padStart(8),
    ];
    console.log(`  ${name.padEnd(6)} ${columns.join(" ")}   ${of((m) => m.serverUs).toFixed(0)} + ${of((m) => m.databaseUs).toFixed(0)}`);
  }
  const ratios = rounds.map(([floor, ours]) => perSecond(ours) / perSecond(floor)).sort((a, b) => a - b);
  const quarter = Math.floor(ratios.length / 4);
  const spread = [ratios.at(quarter), ratios.at(-1 - quarter)].map((each) => each?.toFixed(2)).join(" to ");
  console.log(
    `  ratio  ${ratio(perSecond).toFixed(2)} times the requests (half of the rounds: ${spread}), ${ratio((m) => m.p99Ms).toFixed(2)} of the p99, ${ratio(cpu).toFixed(2)} of the CPU`,
  );
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
