import { describe, expect, test } from "@jest/globals";
import { memoryBytes, sessionsIn } from "@nextmavens/api/platform/memory";
import { type Options, readOptions } from "./options.ts";

const read = (line: string, environment: Readonly<Record<string, string>> = {}): Options => {
  const options = readOptions(line === "" ? [] : line.split(" "), environment);
  if (typeof options === "string") throw new Error(options);
  return options;
};
const casesOf = ({ cases }: Options) => cases.map(({ name }) => name);

test("where nothing is said, all cases are measured at 1, 16 and 64 connections", () => {
  const options = read("");
  expect(casesOf(options)).toEqual(["read", "list", "insert", "bulk", "to-one", "to-many"]);
  expect(options).toMatchObject({ connections: [1, 16, 64], rounds: 8, seconds: 0.5, warmUpSeconds: 1.5, report: ".data/bench.json" });
  expect(options.tenants).toBeUndefined();
});

test("cases are chosen by their short names or their long ones, and keep their order", () => {
  expect(casesOf(read("--cases to-many,read"))).toEqual(["read", "to-many"]);
  const long = readOptions(["read by key", "insert of 1000"], {});
  expect(typeof long === "string" ? long : casesOf(long)).toEqual(["read", "bulk"]);
});

test("connections are a list of numbers", () => {
  expect(read("--connections 4").connections).toEqual([4]);
  expect(read("--connections 1,16,64 --rounds 2 --seconds 0.2 --warm-up 0")).toMatchObject({
    connections: [1, 16, 64],
    rounds: 2,
    seconds: 0.2,
    warmUpSeconds: 0,
  });
});

test("the environment may say the same, and the command line is heard first", () => {
  const environment = { ROUNDS: "4", SECONDS_EACH: "0.3", WARM_UP: "1", CONNECTIONS: "2,3", REPORT: "/tmp/report.json" };
  expect(read("", environment)).toMatchObject({
    connections: [2, 3],
    rounds: 4,
    seconds: 0.3,
    warmUpSeconds: 1,
    report: "/tmp/report.json",
  });
  expect(read("--rounds 5 --report there.json", environment)).toMatchObject({ rounds: 5, report: "there.json" });
});

test("many tenants are measured for longer turns, with as many sessions as the platform usually has", () => {
  expect(read("--tenants 1000")).toMatchObject({
    tenants: 1_000,
    sessions: sessionsIn(memoryBytes()),
    seconds: 3,
    warmUpSeconds: 10,
    connections: [16, 64],
  });
  expect(read("--tenants 20 --sessions 200")).toMatchObject({ tenants: 20, sessions: 200 });
});

test("the console's pages are opened five times, or as often as the environment says", () => {
  expect(read("--console")).toMatchObject({ isConsole: true, rounds: 5 });
  expect(read("--console", { ROUNDS: "2" }).rounds).toBe(2);
  expect(read("").isConsole).toBe(false);
});

test("a gigabyte in and out is asked for alone", () => {
  expect([read("--bodies").isBodies, read("--bulk").isBodies]).toEqual([true, false]);
  expect([read("--bulk").isBulk, read("").isBulk, read("--cases bulk").isBulk]).toEqual([true, false, false]);
});

describe("what can't be measured is refused with a sentence", () => {
  test.each([
    ["--cases write", "there is no case write: there are read, list, insert, bulk, to-one, to-many"],
    ["--connections 1,0", "--connections must be a whole number from 1 to 1000, not 0"],
    ["--connections 1,,2", "--connections must be a whole number from 1 to 1000, not "],
    ["--rounds 1.5", "--rounds must be a whole number from 1 to 1000, not 1.5"],
    ["--seconds soon", "--seconds must be a number from 0.1 to 600, not soon"],
    ["--tenants 1", "--tenants must be a whole number from 2 to 10000, not 1"],
    ["--bare --tenants 501", "--tenants must be a whole number from 2 to 500, not 501"],
    ["--bare --tenants 10 --sessions 1000", "--sessions must be a whole number from 4 to 600, not 1000"],
    ["--tenants 10 --sessions 2000", "--sessions must be a whole number from 4 to 1000, not 2000"],
    ["--tenants 10 --cases read", "--tenants measures one case of its own: leave --cases out"],
    ["--bulk --rounds 3", "--bulk takes no other options"],
    ["--bodies --bulk", "--bulk takes no other options"],
    ["--console --rounds 3", "--console takes no other options"],
    ["--sessions 100", "--sessions is for --tenants"],
  ])("%s", (line, sentence) => expect(readOptions(line.split(" "), {})).toBe(sentence));

  test("an option that there is not", () => expect(readOptions(["--speed"], {})).toContain("--speed"));
});

test("a bare server stands beside the floor or many tenants where that is asked for", () => {
  expect([read("").isBare, read("--bare --cases insert").isBare, read("--bare --tenants 500").isBare]).toEqual([false, true, true]);
});
