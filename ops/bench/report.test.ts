import { expect, test } from "@jest/globals";
import { compared, type Measured, summaryOf, tableOf } from "./report.ts";

const measured = (requests: number, cpuUs: number, memoryMb = 80): Measured => ({
  requests,
  seconds: 2,
  p50Ms: 1_000 / requests,
  p99Ms: 4_000 / requests,
  serverUs: cpuUs,
  databaseUs: 50,
  memoryMb,
});
const head = (what: string, connections = 16) => ({ what, connections, names: ["floor", "ours"] as const });

test("a ratio is taken within its round, so that a slow moment of the machine meets both", () => {
  const rounds = [
    [measured(1_000, 150), measured(2_000, 50)],
    [measured(100, 150), measured(200, 50)],
    [measured(400, 150), measured(400, 50)],
  ] as const;
  const { sides, ratio } = compared(head("read by key"), rounds);
  expect(ratio).toEqual({ requests: 2, requestsOfHalf: [1, 2], p99: 0.5, cpu: 0.5 });
  expect(sides.map((side) => [side.name, side.requestsPerSecond])).toEqual([
    ["floor", 200],
    ["ours", 200],
  ]);
});

test("of memory the most is told", () => {
  const { sides } = compared(head("read by key"), [
    [measured(1, 1, 70), measured(1, 1, 120)],
    [measured(1, 1, 90), measured(1, 1, 100)],
  ]);
  expect(sides.map(({ memoryMb }) => memoryMb)).toEqual([90, 120]);
});

test("the table says both servers and what they compare to", () => {
  const text = tableOf(compared(head("insert of 1"), [[measured(1_000, 150), measured(1_200, 100, 95.4)]]));
  expect(text).toContain("insert of 1, 16 connections");
  expect(text).toMatch(/floor +500 +1\.00 +4\.00 +150 \+ 50 +80/);
  expect(text).toMatch(/ours +600 +0\.83 +3\.33 +100 \+ 50 +95/);
  expect(text).toContain("1.20 times the requests (half of the rounds: 1.20 to 1.20), 0.83 of the p99, 0.75 of the CPU");
  expect(tableOf(compared(head("alone", 1), [[measured(1, 1), measured(1, 1)]]))).toContain("alone, 1 connection\n");
});

test("the summary has a line for each case and a column for each number of connections", () => {
  const of = (what: string, connections: number, times: number) =>
    compared(head(what, connections), [[measured(100, 1), measured(100 * times, 1)]]);
  const lines = summaryOf([of("read", 1, 1.5), of("read", 64, 2), of("insert of 1", 1, 1.25)]).split("\n");
  expect(lines.slice(2).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["1", "64"],
    ["read", "1.50", "2.00"],
    ["insert of 1", "1.25"],
  ]);
});
