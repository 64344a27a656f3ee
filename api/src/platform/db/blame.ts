import { type DatabaseError, isDatabaseError } from "./exchange.ts";

/**
 * Whether an error's code was chosen by somebody's code, so that nothing may be concluded from it: PostgreSQL tells the place
 * in its own source where an error began, which no statement can forge, and those that pass codes on are these.
 */
export const isRaised = ({ file }: DatabaseError): boolean => file !== undefined && passOnCodes.has(file.slice(file.lastIndexOf("/") + 1));

const passOnCodes = new Set([
  "pl_exec.c",
  "plperl.c",
  "pltcl.c",
  "plpy_elog.c",
  "plpy_plpymodule.c",
  "plpy_spi.c",
  "dblink.c",
  "connection.c",
]);

/** Whether PostgreSQL could not be reached, went away, or has no room: our trouble, and over in a moment. */
export function isAway(error: unknown): boolean {
  if (isDatabaseError(error)) return !isRaised(error) && awayStates.test(error.code ?? "");
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? awayCodes.has(code) : awayWords.test(error.message);
}

/**
 * Whether PostgreSQL gave a statement up that may well succeed when it is repeated: it took too long or waited too long for a
 * lock, was in another's way, or memory was short. Of a tenant's database that is the tenant's to hear, of ours it is our trouble.
 */
export const isOverloaded = (error: unknown): boolean =>
  isDatabaseError(error) && !isRaised(error) && overloadedStates.has(error.code ?? "");

/** Canceled, lock not available, deadlock, not serializable, out of memory. */
const overloadedStates = new Set(["57014", "55P03", "40P01", "40001", "53200"]);

/** Disk full, too many connections, shutting down, crashed, starting, files that can't be read or written. */
const awayStates = /^(08(?!P01)\w{3}|53[013]00|57P0[1-5]|58030)$/;
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOENT",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
]);
/** What pg and its pool say without a code. */
const awayWords =
  /^(timeout exceeded when trying to connect|timeout expired|query read timeout|connection terminated|client has encountered a connection error|cannot use a pool after|client was closed)/i;
