import { expect, test } from "@jest/globals";
import { compared, type Measured, tableOf } from "./report.ts";

const measured = (requests: number, cpuUs: number): Measured => ({
  requests,
  seconds: 2,
  p50Ms: 1_000 / requests,
  p99Ms: 4_000 / requests,
  serverUs: cpuUs,
  databaseUs: 50,
});

test("a ratio is taken within its round, so that a slow moment of the machine meets both", () => {
  const rounds = [
    [measured(1_000, 150), measured(2_000, 50)],
    [measured(100, 150), measured(200, 50)],
    [measured(400, 150), measured(400, 50)],
  ] as const;
  const { floor, ours, ratio } = compared("read by key", rounds);
  expect(ratio).toEqual({ requests: 2, requestsOfHalf: [1, 2], p99: 0.5, cpu: 0.5 });
  expect([floor.requestsPerSecond, ours.requestsPerSecond]).toEqual([200, 200]);
});

test("the table says both servers and what they compare to", () => {
  const text = tableOf(compared("insert of 1", [[measured(1_000, 150), measured(1_200, 100)]]));
  expect(text).toContain("insert of 1");
  expect(text).toMatch(/floor +500 +1\.00 +4\.00 +150 \+ 50/);
  expect(text).toContain("1.20 times the requests (half of the rounds: 1.20 to 1.20), 0.83 of the p99, 0.75 of the CPU");
});
