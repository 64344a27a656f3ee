import { expect, test } from "@jest/globals";
import { makeProgress } from "./progress.ts";

test("a terminal sees one line grow", () => {
  const said: string[] = [];
  const tell = makeProgress("tenants", 4, (text) => said.push(text), true);
  for (const done of [1, 2, 3, 4]) tell(done);
  expect(said).toHaveLength(4);
  expect(said.every((text) => text.startsWith("\rtenants ["))).toBe(true);
  expect(said[1]).toMatch(/\[#{15} {15}\] 2 of 4, \d+ s to go/);
  expect(said[3]).toMatch(/\[#{30}\] 4 of 4, \d+\.\d s {2}\n$/);
});

test("elsewhere each tenth is told on a line of its own", () => {
  const said: string[] = [];
  const tell = makeProgress("tenants", 100, (text) => said.push(text), false);
  for (let done = 1; done <= 100; done += 1) tell(done);
  expect(said.map((text) => / (\d+) of 100/.exec(text)?.[1])).toEqual(["10", "20", "30", "40", "50", "60", "70", "80", "90", "100"]);
  expect(said.every((text) => text.endsWith("\n"))).toBe(true);
});
