import { setTimeout as sleep } from "node:timers/promises";

/** Waits for something that comes of itself, however long that takes on this machine. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5);
}
