import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { masterKeys } from "./master-key.ts";

const newKey = () => randomBytes(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nextmavens-key-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a key is made once, for us alone, and found again", () => {
  const first = masterKeys(undefined, join(folder, "data"));
  expect(statSync(join(folder, "data/master.key")).mode & 0o777).toBe(0o600);
  expect(masterKeys(undefined, join(folder, "data"))).toEqual(first);
});

test("a process that joins makes none", () => {
  expect(() => masterKeys(undefined, folder, true)).toThrow("there is no master key");
  expect(existsSync(join(folder, "master.key"))).toBe(false);
});

test("what is configured goes before what is kept", () => {
  const key = newKey();
  masterKeys(undefined, folder);
  expect(masterKeys(key.toString("base64"), folder)).toEqual(new Map([[1, key]]));
});

test("versions are told apart, and the first must be among them", () => {
  const [one, two] = [newKey(), newKey()];
  expect(masterKeys(`1:${one.toString("base64")},2:${two.toString("base64url")}`, folder)).toEqual(
    new Map([
      [1, one],
      [2, two],
    ]),
  );
  expect(() => masterKeys(`2:${two.toString("base64")}`, folder)).toThrow("lacks version 1");
});

test("a kept key that was damaged is refused, not replaced", () => {
  writeFileSync(join(folder, "master.key"), "short\n");
  expect(() => masterKeys(undefined, folder)).toThrow("32 bytes");
});

test("a folder that takes no file is named, with what to do", () => {
  expect(() => masterKeys(undefined, "/sys/no-such/data")).toThrow(/a master key cannot be kept in \/sys\/no-such\/data: .*Set MASTER_KEY/);
});
