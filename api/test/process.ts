import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homeOf } from "../src/platform/embedded/place.ts";

const start = join(import.meta.dirname, "../src/entry/start.mjs");
const readyMs = 60_000;

/** The platform as a process of its own, started the way people start it. */
export interface Process {
  readonly child: ChildProcess;
  /** What it has printed so far, line by line; errors among it. */
  readonly lines: readonly string[];
  /** The address in its `ready` line, once that is out; fails when the process ends before. */
  ready(): Promise<string>;
  /** What it printed as the database's address. */
  databaseUrl(): string;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
  signal(signal: NodeJS.Signals): Promise<number | string>;
}

export function startProcess(environment: Readonly<Record<string, string>>): Process {
  const child = spawn(process.execPath, [start], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const end = once(child, "close").then(([code, signal]: (number | string | null)[]) => code ?? signal ?? "lost");
  collect(child.stdout, lines);
  collect(child.stderr, lines);
  const self: Process = {
    child,
    lines,
    ready: () => readyLine(child, lines, end),
    databaseUrl: () => lines.find((line) => line.startsWith("DATABASE_URL="))?.slice("DATABASE_URL=".length) ?? "",
    ended: () => end,
    signal(signal) {
      child.kill(signal);
      return end;
    },
  };
  return self;
}

function collect(stream: NodeJS.ReadableStream | null, lines: string[]): void {
  let rest = "";
  stream?.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
}

function readyLine(child: ChildProcess, lines: readonly string[], end: Promise<number | string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${lines.join("\n")}`));
    const late = setTimeout(() => fail("not ready in time"), readyMs);
    const look = () => {
      const line = lines.find((each) => each.startsWith("ready "));
      if (!line) return;
      clearTimeout(late);
      child.stdout?.off("data", look);
      resolve(line.slice("ready ".length));
    };
    child.stdout?.on("data", look);
    void end.then((how) => {
      clearTimeout(late);
      look();
      fail(`ended (${how}) before it was ready`);
    });
    look();
  });
}

/** A data directory for one test; the account PostgreSQL runs under as root can enter it, unless it shall not. */
export function newDataDir(isReachable = true): { readonly path: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), "nextmavens-process-"));
  if (isReachable) chmodSync(parent, 0o711);
  const path = join(parent, "data");
  const remove = () => {
    if (existsSync(path)) rmSync(homeOf(path), { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  };
  return { path, remove };
}
