import { expect, test } from "@jest/globals";
import { makeProgress } from "./progress.ts";

function screen(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = makeProgress({ isTTY, columns: 60, write: (text) => written.push(text) }, () => now);
  const wait = (ms: number) => {
    now += ms;
  };
  return { progress, written, wait };
}

test("without a terminal there is a line now and then, and one at the end", () => {
  const { progress, written, wait } = screen(false);
  progress.begin("projects", 3);
  for (const name of ["a", "b", "c"]) {
    progress.step(name);
    wait(1_500);
  }
  progress.end();
  expect(written).toEqual(["projects: 1 of 3  a\n", "projects: 3 of 3  c\n", "projects: 3 in 4.5 s\n"]);
});

test("on a terminal a bar fills within one line, and leaves one", () => {
  const { progress, written, wait } = screen(true);
  progress.begin("projects", 2);
  wait(100);
  progress.step("a project of a name far too long for what is left of the line");
  progress.step("b", 1);
  progress.end();
  expect(written.at(-1)).toBe("projects: 2 in 0.1 s\n");
  for (const each of written.slice(0, -2)) expect(each.replace("\r\u001b[K", "").length).toBeLessThan(60);
});

test("a part with nothing to do says nothing", () => {
  const { progress, written } = screen(false);
  progress.begin("flags", 0);
  progress.end();
  expect(written).toEqual([]);
});
