import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { holdPort } from "../src/entry/port.ts";
import { missingProgram, testsThatNeed } from "./needs.ts";

const noRedis = missingProgram("redis-server", "redis-server");
export const hasRedis = noRedis === undefined;
export const withRedis = testsThatNeed(noRedis);

/** A Redis of a test's own, which it may freeze, kill and start again on the same port and files. */
export interface OwnRedis {
  readonly url: string;
  signal(name: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void;
  start(): Promise<void>;
  /** The answer to a command, as Redis writes it. */
  ask(command: string): Promise<string>;
  close(): void;
}

export async function ownRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), "nextmavens-redis-"));
  const held = await holdPort(0, "127.0.0.1");
  const { port } = held;
  await held.release();
  const ask = (command: string) => askOnce(port, command);
  const run = () =>
    spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--requirepass", "open"], {
      stdio: "ignore",
    });
  let server = run();
  const isReady = async () => {
    while (!(await ask("PING").catch(() => "")).includes("+PONG")) await sleep(20);
  };
  await isReady();
  return {
    url: `redis://:open@127.0.0.1:${port}`,
    signal: (name) => void server.kill(name),
    async start() {
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
      server = run();
      await isReady();
    },
    ask,
    close() {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askOnce(port: number, command: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(`AUTH open\r\n${command}\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString();
}
