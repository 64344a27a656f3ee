import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import pg from "pg";
import { newDataDir } from "../../test/process.ts";
import { readConfig } from "../platform/config.ts";
import { makeVault } from "../platform/vault.ts";
import { onceThere } from "./without-database.ts";

const givenIn = (dataDir: string, told: string[]) => {
  const read = readConfig({ DATA_DIR: dataDir });
  if ("problems" in read) throw new Error(read.problems.join("; "));
  const vault = makeVault(new Map([[1, randomBytes(32)]]));
  const say = (line: string) => void told.push(line);
  return { config: read.config, vault, publicUrl: "http://localhost:0", held: undefined, say, isStopping: () => false };
};
const refused = Object.assign(new pg.DatabaseError("no such password", 0, "error"), { code: "28P01", severity: "FATAL" });
const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

/** Fails in this way at one attempt after the other, and then gives what was wanted. */
const after = (errors: Error[]) => async () => {
  const error = errors.shift();
  if (error) throw error;
  return "there";
};

test("whoever waits for the database goes on waiting when it refuses the login, and tells each change of reason once", async () => {
  const data = newDataDir();
  const told: string[] = [];
  const { result } = await onceThere(givenIn(data.path, told), after([away, refused, refused]));
  expect(result).toBe("there");
  expect(told).toEqual(["waiting for the database: connect ECONNREFUSED", "waiting for the database: no such password"]);
  data.remove();
}, 60_000);

test("a host that was never set up does not wait where the login is refused", async () => {
  const data = newDataDir();
  await expect(onceThere(givenIn(data.path, []), after([refused]))).rejects.toBe(refused);
  data.remove();
});
