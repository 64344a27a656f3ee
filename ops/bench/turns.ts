import { load, type Work } from "./load.ts";
import { cpuOf, cpuOfFamily, residentMb } from "./process.ts";
import type { Measured } from "./report.ts";

/** Who is asked, what, and whose computing counts. */
export interface Asking {
  readonly server: { readonly pid: number; readonly port: number };
  readonly databasePid: number;
  readonly work: Work;
}

export interface Turns {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
}

async function turn({ server, databasePid, work }: Asking, how: { connections: number; seconds: number }): Promise<Measured> {
  const before = [cpuOf(server.pid), cpuOfFamily(databasePid)] as const;
  const done = await load(server.port, work, how);
  const serverUs = (cpuOf(server.pid) - before[0]) / done.requests;
  const databaseUs = (cpuOfFamily(databasePid) - before[1]) / done.requests;
  return { ...done, serverUs, databaseUs, memoryMb: residentMb(server.pid) };
}

/** Asks the one and the other by turns that are short, so that whatever else the machine does meets both. */
export async function takeTurns(one: Asking, other: Asking, { rounds, ...how }: Turns): Promise<[Measured, Measured][]> {
  const measured: [Measured, Measured][] = [];
  for (let round = 0; round < rounds; round += 1) measured.push([await turn(one, how), await turn(other, how)]);
  return measured;
}

/** Asks without counting. */
export async function warmUp(asking: Asking, how: { connections: number; seconds: number }): Promise<number> {
  return how.seconds > 0 ? (await turn(asking, how)).requests : 0;
}
