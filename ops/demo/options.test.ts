import { expect, test } from "@jest/globals";
import { readOptions } from "./options.ts";

test("nothing said is a whole world, of the seed that is there", () => {
  expect(readOptions([])).toEqual({
    options: {
      seed: undefined,
      scale: undefined,
      url: undefined,
      isYes: false,
      isRemoval: false,
      isAbuse: false,
      isKept: false,
      isHelp: false,
    },
  });
});

test("everything can be said", () => {
  expect(readOptions(["--seed", "7", "--scale=0.5", "--url", "http://127.0.0.1:3001/", "-y", "--remove"])).toEqual({
    options: {
      seed: 7,
      scale: 0.5,
      url: "http://127.0.0.1:3001",
      isYes: true,
      isRemoval: true,
      isAbuse: false,
      isKept: false,
      isHelp: false,
    },
  });
});

test("attackers can be asked for, and those that are kept aside", () => {
  expect(readOptions(["--abuse", "--kept", "--seed", "2"])).toEqual({
    options: expect.objectContaining({ seed: 2, isAbuse: true, isKept: true, isRemoval: false }),
  });
});

test.each([
  [["--kept"], "--kept"],
  [["--abuse", "--remove"], "--abuse"],
  [["--abuse", "--scale", "0.5"], "--abuse"],
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
