import type { Observation } from "@nextmavens/api/detections";
import type { Chance } from "../chance.ts";
import type { Place } from "./places.ts";

/** What is known of a request beside when, who and where from. */
export type Ask = Partial<Omit<Observation, "at">>;

const plain: Omit<Observation, "at"> = {
  projectId: null,
  keyId: null,
  keyKind: null,
  address: null,
  network: null,
  door: "rest",
  method: "GET",
  target: "",
  status: 200,
  code: null,
  rowsWritten: 0,
  isDdl: false,
  isExport: false,
  isProbe: false,
  isSignUp: false,
  bodyDigest: null,
  durationMs: 3,
  bytesOut: 120,
};

export interface Caller {
  readonly projectId: string;
  readonly keyId: string;
  readonly keyKind: "publishable" | "secret";
}

export const callerOf = (projectId: string, keyKind: Caller["keyKind"]): Caller => ({
  projectId,
  keyId: `${projectId}/${keyKind}`,
  keyKind,
});

/** A request of somebody (or of nobody who is known) from somewhere. */
export const request = (at: number, caller: Caller | undefined, place: Place, ask: Ask): Observation => ({
  ...plain,
  at,
  address: place.address,
  network: place.network,
  ...caller,
  ...ask,
});

const anyDigest = (chance: Chance): string => `body-${chance.int(0, 2 ** 31)}-${chance.int(0, 2 ** 31)}`;

export const read = (chance: Chance, target: string): Ask => ({
  target,
  durationMs: chance.magnitude(2, 40),
  bytesOut: chance.magnitude(150, 25_000),
});

/** The whole of a small table, such as the countries for a form. */
export const lookUp = (chance: Chance, target: string): Ask => ({
  target,
  isExport: true,
  durationMs: chance.magnitude(2, 10),
  bytesOut: chance.magnitude(300, 9000),
});

export const insert = (chance: Chance, target: string, bodyDigest = anyDigest(chance), rowsWritten = 1): Ask => ({
  method: "POST",
  target,
  status: 201,
  rowsWritten,
  bodyDigest,
  durationMs: chance.magnitude(3, 60),
});

export const update = (chance: Chance, target: string, bodyDigest = anyDigest(chance)): Ask => ({
  method: "PATCH",
  target,
  status: 204,
  rowsWritten: 1,
  bodyDigest,
  durationMs: chance.magnitude(3, 60),
  bytesOut: 0,
});

export const remove = (chance: Chance, target: string, rowsWritten = 1): Ask => ({
  method: "DELETE",
  target,
  status: 204,
  rowsWritten,
  durationMs: chance.magnitude(3, 60),
  bytesOut: 0,
});

export const call = (chance: Chance, target: string, longMs = 60): Ask => ({
  door: "rpc",
  method: "POST",
  target,
  bodyDigest: anyDigest(chance),
  durationMs: chance.magnitude(3, longMs),
  bytesOut: chance.magnitude(100, 8000),
});

/** A statement over the door for SQL. */
export const statement = (chance: Chance, durationMs: number, ask: Ask = {}): Ask => ({
  door: "sql",
  method: "POST",
  target: "runSql",
  bodyDigest: anyDigest(chance),
  durationMs,
  bytesOut: chance.magnitude(200, 20_000),
  ...ask,
});

export const alter = (chance: Chance, door: "schema" | "sql" = "sql"): Ask => ({
  door,
  method: "POST",
  target: door === "sql" ? "runSql" : "changeSchema",
  isDdl: true,
  bodyDigest: anyDigest(chance),
  durationMs: chance.magnitude(5, 400),
});

/** A table taken away by the door for exports. */
export const exported = (chance: Chance, target: string, bytesOut = chance.magnitude(200_000, 20_000_000)): Ask => ({
  door: "bulk",
  target,
  isExport: true,
  durationMs: bytesOut / 20_000,
  bytesOut,
});

export const imported = (chance: Chance, target: string, rowsWritten: number): Ask => ({
  door: "bulk",
  method: "POST",
  target,
  rowsWritten,
  bodyDigest: anyDigest(chance),
  durationMs: rowsWritten / 20 + 20,
});

/** Refused, in a millisecond or two. */
export const refused = (chance: Chance, status: number, code: string, ask: Ask = {}): Ask => ({
  status,
  code,
  durationMs: chance.magnitude(0.5, 6),
  bytesOut: chance.int(140, 420),
  ...ask,
});

export const noSuchTable = (chance: Chance, target: string): Ask => refused(chance, 404, "PGRST205", { target });
export const noSuchFunction = (chance: Chance, target: string): Ask =>
  refused(chance, 404, "PGRST202", { door: "rpc", method: "POST", target });
/** One row was asked for, and there is none. */
export const noSuchRow = (chance: Chance, target: string): Ask => refused(chance, 406, "PGRST116", { target });
export const forbidden = (chance: Chance, target: string): Ask => refused(chance, 403, "42501", { target });
export const malformed = (chance: Chance, target: string): Ask => refused(chance, 400, "22P02", { target });
export const expired = (chance: Chance, target: string): Ask => refused(chance, 401, "PGRST303", { target });
export const badKey = (chance: Chance, target: string): Ask => refused(chance, 401, "invalid_api_key", { target });

export const signUp = (chance: Chance): Ask => ({
  door: "auth",
  method: "POST",
  target: "registerDeveloper",
  status: 201,
  isSignUp: true,
  bodyDigest: anyDigest(chance),
  durationMs: chance.between(60, 140),
});

export const signIn = (chance: Chance): Ask => ({
  door: "auth",
  method: "POST",
  target: "loginDeveloper",
  durationMs: chance.between(60, 140),
  bodyDigest: anyDigest(chance),
});

export const wrongPassword = (chance: Chance): Ask => ({ ...signIn(chance), status: 401, code: "wrong_credentials" });

export const manage = (chance: Chance, target: string, ask: Ask = {}): Ask => ({
  door: "control",
  target,
  durationMs: chance.magnitude(4, 60),
  ...ask,
});
