import { expect, test } from "@jest/globals";
import { readOptions } from "./options.ts";

test("nothing said is a whole world, of the seed that is there", () => {
  expect(readOptions([])).toEqual({
    options: { seed: undefined, scale: undefined, url: undefined, isYes: false, isRemoval: false, isHelp: false },
  });
});

test("everything can be said", () => {
  expect(readOptions(["--seed", "7", "--scale=0.5", "--url", "http://127.0.0.1:3001/", "-y", "--remove"])).toEqual({
    options: { seed: 7, scale: 0.5, url: "http://127.0.0.1:3001", isYes: true, isRemoval: true, isHelp: false },
  });
});

test.each([
  [["--seed", "x"], "--seed"],
  [["--seed", "-1"], "--seed"],
  [["--scale", "0"], "--scale"],
  [["--scale", "2"], "--scale"],
  [["--scale", "many"], "--scale"],
  [["--url", "localhost:3000"], "--url"],
  [["--url", "file:///etc"], "--url"],
  [["--sed", "7"], "--sed"],
  [["7"], "7"],
])("%j is refused, and what is wrong is named", (args, named) => {
  expect(readOptions(args)).toEqual({ problem: expect.stringContaining(named) });
});
