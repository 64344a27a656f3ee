import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import pg from "pg";
import { newDataDir } from "../../../test/process.ts";
import { readAddress } from "../db/address.ts";
import { adminLogin } from "../db/server.ts";
import { pidFile } from "./orphan.ts";
import { homeOf, identity, type Place, prepare } from "./place.ts";
import { type Embedded, findRunning, startPostgres } from "./postgres.ts";

const quiet = () => undefined;
let data: ReturnType<typeof newDataDir>;
let running: Embedded | undefined;
let stray: ChildProcess | undefined;
const start = async () => {
  running = await startPostgres({ dataDir: data.path, say: quiet, isThrowAway: true });
  return running;
};
const stop = async () => {
  await running?.stop();
  running = undefined;
};
beforeEach(() => {
  data = newDataDir();
});
afterEach(async () => {
  await stop();
  stray?.kill("SIGKILL");
  data.remove();
});

async function ask(url: string, user: string, text: string): Promise<unknown> {
  const client = new pg.Client({ ...adminLogin({ ...readAddress(url), database: "postgres" }), user });
  try {
    await client.connect();
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

const place = (): Place => prepare(data.path);
const launch = async (program: string, args: string[], account: Place["account"]) => {
  stray = spawn(program, args, { ...identity(account), stdio: "ignore", cwd: "/" });
  await once(stray, "spawn");
  return stray;
};

test("we enter as superuser without a password, anybody else needs one", async () => {
  const { url } = await start();
  expect(await ask(url, "postgres", "select current_user as me")).toEqual({ me: "postgres" });
  expect(await ask(url, "postgres", "create role somebody login")).toBeUndefined();
  await expect(ask(url, "somebody", "select 1")).rejects.toThrow(/password|SCRAM/);
});

test("what it holds is there again after a stop, and it is found only while it runs", async () => {
  expect(await findRunning(data.path)).toBeUndefined();
  const { url } = await start();
  expect(await findRunning(data.path)).toBe(url);
  await ask(url, "postgres", "create table kept as select 1 as one");
  await stop();
  expect(await findRunning(data.path)).toBeUndefined();
  expect(await ask((await start()).url, "postgres", "select one from kept")).toEqual({ one: 1 });
});

test("a second one on the same data is refused, and does not disturb the first", async () => {
  const { url } = await start();
  await expect(startPostgres({ dataDir: data.path, say: quiet })).rejects.toThrow(`another process runs the database in ${data.path}`);
  expect(await ask(url, "postgres", "select 1 as one")).toEqual({ one: 1 });
});

test("a server that was left behind is stopped before a new one starts", async () => {
  await start();
  await stop();
  const { bin, data: cluster, socketDir, account } = place();
  const left = await launch(
    join(bin, "postgres"),
    ["-D", cluster, "-c", "listen_addresses=", "-c", `unix_socket_directories=${socketDir}`],
    account,
  );
  while (pidFile(cluster)?.status !== "ready") await new Promise((resolve) => setTimeout(resolve, 20));
  const { pid } = await start();
  expect(pid()).not.toBe(left.pid);
  expect(left.exitCode).toBe(0);
});

test("a process that has by now the number of an earlier server is left alone", async () => {
  await start();
  await stop();
  const { data: cluster, account } = place();
  const other = await launch("sleep", ["60"], account);
  writeFileSync(join(cluster, "postmaster.pid"), `${other.pid}\n${cluster}\n`);
  const { url } = await start();
  expect(await ask(url, "postgres", "select 1 as one")).toEqual({ one: 1 });
  expect(other.exitCode).toBeNull();
  expect(other.signalCode).toBeNull();
});

test("where the path is too long for a socket, the socket is elsewhere", async () => {
  const long = join(data.path, "x".repeat(100));
  running = await startPostgres({ dataDir: long, say: quiet, isThrowAway: true });
  expect(readAddress(running.url).host.startsWith(homeOf(long))).toBe(false);
  expect(await ask(running.url, "postgres", "select 1 as one")).toEqual({ one: 1 });
});

test("its end without our doing is told, and it is started again with what it held; ours is final", async () => {
  const told: string[] = [];
  running = await startPostgres({ dataDir: data.path, say: (line) => void told.push(line) });
  const { url, pid } = running;
  await ask(url, "postgres", "create table kept as select 1 as one");
  const first = pid();
  process.kill(first, "SIGKILL");
  while (!told.includes("PostgreSQL runs again")) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toContain("PostgreSQL ended by itself (signal SIGKILL), starting it again");
  expect(pid()).not.toBe(first);
  expect(await ask(url, "postgres", "select one from kept")).toEqual({ one: 1 });
  const before = told.length;
  await stop();
  expect(told).toHaveLength(before);
});

test("it can be stopped while it is away", async () => {
  const told: string[] = [];
  running = await startPostgres({ dataDir: data.path, say: (line) => void told.push(line), isThrowAway: true });
  process.kill(running.pid(), "SIGKILL");
  while (!told.some((line) => line.startsWith("PostgreSQL ended by itself"))) await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
  expect(await findRunning(data.path)).toBeUndefined();
});

test("a database that is damaged is named and left as it is", async () => {
  await start();
  await stop();
  const cluster = place().data;
  const version = join(cluster, "PG_VERSION");
  const held = readdirSync(cluster).length;
  rmSync(version);
  await expect(start()).rejects.toThrow(`the database in ${cluster} is damaged: its file PG_VERSION is missing`);
  expect(readdirSync(cluster)).toHaveLength(held - 1);
  writeFileSync(version, "nonsense\n");
  await expect(start()).rejects.toThrow(new RegExp(`did not start on ${cluster} .*is not a valid data directory.*postgres\\.log`));
});
