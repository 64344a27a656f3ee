import { expect, test } from "@jest/globals";
import { memoryBytes, sessionsIn } from "./memory.ts";

test.each([
  ["1 GB", 1_000_000_000, 60],
  ["4 GB", 4_000_000_000, 200],
  ["16 GB", 16_000_000_000, 800],
  ["256 GB", 256_000_000_000, 1_000],
])("a machine with %s bears so many sessions", (_memory, bytes, sessions) => expect(sessionsIn(bytes)).toBe(sessions));

test("this machine's memory is known", () => expect(memoryBytes()).toBeGreaterThan(100_000_000));
