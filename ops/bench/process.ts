import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A server in a process of its own, known by the line `ready <url>` that it prints. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export async function startServer(
  script: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeOptions, script, ...given], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...profiling(), ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await readyUrl(child, ended);
  return {
    pid: child.pid ?? 0,
    url,
    port: Number(new URL(url).port),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function readyUrl(child: ChildProcess, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const url = /^ready (\S+)$/m.exec(printed)?.[1];
      if (url) resolve(url);
    });
    void ended.then(() => reject(new Error(`a server ended before it was ready:\n${printed}`)));
  });
}

/** Clock ticks of Linux, in microseconds. */
const tickUs = 10_000;

/** Computing that a process has used so far, in microseconds. */
export function cpuOf(pid: number): number {
  const [, , , , , , , , , , , user = "0", system = "0"] = statOf(pid);
  return (Number(user) + Number(system)) * tickUs;
}

/** The same of a process, its children, and those that ended. */
export function cpuOfFamily(pid: number): number {
  const [, , , , , , , , , , , , , endedUser = "0", endedSystem = "0"] = statOf(pid);
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && statOf(Number(name))[1] === String(pid));
  const ended = (Number(endedUser) + Number(endedSystem)) * tickUs;
  return cpuOf(pid) + ended + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0);
}

/** What a process has in memory now. */
export const residentMb = (pid: number) => statusMb(pid, "VmRSS");

/** The most that it ever had, as the kernel knows it: what comes and goes between two looks is seen as well. */
export const peakMb = (pid: number) => statusMb(pid, "VmHWM");

function statusMb(pid: number, what: "VmRSS" | "VmHWM"): number {
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The fields behind the name in /proc/<pid>/stat, beginning with the state; none for a process that is gone. */
function statOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** `PROFILE_DIR=… npm run bench` has each server write a CPU profile there when it stops. */
const profiling = () => {
  const folder = process.env["PROFILE_DIR"];
  return folder === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` };
};
