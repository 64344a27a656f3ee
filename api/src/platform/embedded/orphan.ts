import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const patienceMs = 20_000;

export interface PidFile {
  readonly pid: number;
  readonly status: string;
}

/** What PostgreSQL itself says of its process in this data directory. */
export function pidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
}

/** Stops a server that an earlier process of ours left behind: a new one cannot share its memory, logs and settings. */
export async function stopOrphan(data: string): Promise<void> {
  const pid = pidFile(data)?.pid;
  if (pid === undefined) return;
  // After a crash of the machine the number may be some other process's: PostgreSQL would take that for a server and not start.
  if (!serves(pid, data)) return rmSync(join(data, "postmaster.pid"), { force: true });
  process.kill(pid, "SIGINT");
  for (const end = Date.now() + patienceMs; serves(pid, data); await sleep(10)) {
    if (Date.now() > end) throw new Error(`a PostgreSQL left behind (process ${pid}) does not stop`);
  }
}

/** A pid alone could by now be anybody's: its command line must name this data directory. */
function serves(pid: number, data: string): boolean {
  try {
    const argv = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return argv[argv.indexOf("-D") + 1] === data;
  } catch {
    return false;
  }
}
