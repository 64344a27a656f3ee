import { totalmem } from "node:os";

const sessionBytes = 5_000_000;
const sessionsLeast = 60;
const sessionsMost = 1_000;

/**
 * So many sessions with tenants' databases a machine bears that PostgreSQL shares with us, were all in use: a quarter of the memory,
 * at the five megabytes that the backend of one keeps.
 */
export const sessionsIn = (bytes: number): number => Math.max(sessionsLeast, Math.min(sessionsMost, Math.floor(bytes / 4 / sessionBytes)));

/** What this process and its children may have: a container's limit, where there is one. */
export function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
