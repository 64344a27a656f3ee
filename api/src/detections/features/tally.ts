import { z } from "zod";
import type { Observation } from "../observation.ts";

/** What is summed of requests. A request that failed on our side is in none of them. */
export const counters = [
  "requests",
  "reads",
  "writes",
  "deletions",
  "rowsWritten",
  "clientErrors",
  "limitRefusals",
  "failedKeys",
  "failedTokens",
  "denied",
  "notFound",
  "refusedStatements",
  "probes",
  "schemaChanges",
  "exports",
  "calls",
  "signUps",
  "failedSignIns",
  "bytesOut",
  "durationMs",
] as const;
export type Counter = (typeof counters)[number];

/** What different ones are counted of; those of two parts are told apart by the first. */
export const collections = [
  "addresses",
  "networks",
  "keys",
  "projects",
  "targets",
  "missingTargets",
  "exportedTargets",
  "keyAndAddress",
  "secretKeyAndNetwork",
] as const;
export type Collection = (typeof collections)[number];

/** What a tally holds beside counts. */
export type Part = Collection | "bodies" | "endpoints";

/** So many different ones are told apart in a bucket and in a window; of more it is only known that they are more. */
export const distinctMax = 256;
/** Endpoints of a project whose errors are counted each for itself; the rest is one. */
const endpointsMax = 20;
/** A minute that is summed from several spans tells as many apart as they do. */
export const endpointsOfMinuteMax = 6 * endpointsMax;
export const otherEndpoints = "other";

/** A tally as it is written down. */
export const TallyRecord = z.object({
  counts: z.partialRecord(z.enum(counters), z.number()),
  distinct: z.partialRecord(z.enum(collections), z.array(z.string())),
  bodies: z.record(z.string(), z.number()),
  /** How many requests each endpoint had, and how many of them were refused as mistaken. */
  endpoints: z.record(z.string(), z.tuple([z.number(), z.number()])),
});
export type TallyRecord = z.output<typeof TallyRecord>;

/** How many entries all tallies of a process may hold together: whatever is sent, memory stays bounded. */
export class Room {
  left: number;
  constructor(entries: number) {
    this.left = entries;
  }

  take(): boolean {
    if (this.left <= 0) return false;
    this.left -= 1;
    return true;
  }
}

const zeros = Object.fromEntries(counters.map((each) => [each, 0])) as Readonly<Record<Counter, number>>;

/** What is known of the requests of one subject in a span of time. */
export class Tally {
  readonly counts: Record<Counter, number> = { ...zeros };
  readonly #distinct = new Map<Collection, Set<string>>();
  readonly #bodies = new Map<string, number>();
  readonly #endpoints = new Map<string, [number, number]>();
  readonly #room: Room;
  #lastKeyId: string | null | undefined;
  #lastAddress: string | null | undefined;
  #lastProjectId: string | null | undefined;
  readonly #endpointsMax: number;

  constructor(room: Room, endpoints = endpointsMax) {
    this.#room = room;
    this.#endpointsMax = endpoints;
  }

  add(seen: Observation): void {
    if (seen.status >= 500) return;
    this.#count(seen);
    this.#collect(seen);
    if (seen.bodyDigest !== null) this.#addBody(seen.bodyDigest, 1);
    if (seen.projectId !== null && !isOurRefusal(seen)) this.#addEndpoint(endpointOf(seen), 1, seen.status >= 400 ? 1 : 0);
  }

  #count(seen: Observation): void {
    const { counts } = this;
    const { method, status, code, door } = seen;
    counts.requests += 1;
    counts.bytesOut += seen.bytesOut;
    counts.durationMs += seen.durationMs;
    counts.rowsWritten += seen.rowsWritten;
    if (method === "DELETE") counts.deletions += 1;
    if (method === "GET" || method === "HEAD") counts.reads += 1;
    else if (isWrite(seen)) counts.writes += 1;
    if (door === "rpc") counts.calls += 1;
    if (seen.isProbe) counts.probes += 1;
    if (seen.isDdl) counts.schemaChanges += 1;
    if (seen.isExport) counts.exports += 1;
    if (seen.isSignUp) counts.signUps += 1;
    if (status < 400) return;
    if (isOurRefusal(seen)) {
      counts.limitRefusals += 1;
      return;
    }
    counts.clientErrors += 1;
    if (status === 404) counts.notFound += 1;
    if (status === 403 || code === "42501") counts.denied += 1;
    if (code === "invalid_api_key") counts.failedKeys += 1;
    if (tokenCodes.has(code ?? "")) counts.failedTokens += 1;
    if (door === "auth" && status === 401) counts.failedSignIns += 1;
    if (isSqlState(code)) counts.refusedStatements += 1;
  }

  #collect(seen: Observation): void {
    this.#collectOrigin(seen);
    const { target, status } = seen;
    if (target === "") return;
    this.#addDistinct(status === 404 ? "missingTargets" : "targets", target);
    if (seen.isExport && status < 400) this.#addDistinct("exportedTargets", target);
  }

  /** Most requests come from where the last one came from, by the same key: that is known already. */
  #collectOrigin({ address, network, keyId, keyKind, projectId }: Observation): void {
    if (keyId === this.#lastKeyId && address === this.#lastAddress && projectId === this.#lastProjectId) return;
    this.#lastKeyId = keyId;
    this.#lastProjectId = projectId;
    this.#lastAddress = address;
    if (address !== null) this.#addDistinct("addresses", address);
    if (network !== null) this.#addDistinct("networks", network);
    if (projectId !== null) this.#addDistinct("projects", projectId);
    if (keyId !== null) {
      this.#addDistinct("keys", keyId);
      if (address !== null) this.#addDistinct("keyAndAddress", `${keyId} ${address}`);
      if (network !== null && keyKind === "secret") this.#addDistinct("secretKeyAndNetwork", `${keyId} ${network}`);
    }
  }

  /** How many different ones there were; of more than are told apart, as many as those. */
  distinct(collection: Collection): number {
    return this.#distinct.get(collection)?.size ?? 0;
  }

  /** Of the first parts, how many second ones the one with most has. */
  mostOf(collection: Collection): number {
    const byFirst = new Map<string, number>();
    let most = 0;
    for (const each of this.#distinct.get(collection) ?? []) {
      const first = each.slice(0, each.indexOf(" "));
      const count = (byFirst.get(first) ?? 0) + 1;
      byFirst.set(first, count);
      if (count > most) most = count;
    }
    return most;
  }

  /** How often the body came that came most often. */
  get mostOfOneBody(): number {
    let most = 0;
    for (const count of this.#bodies.values()) if (count > most) most = count;
    return most;
  }

  get endpoints(): ReadonlyMap<string, readonly [number, number]> {
    return this.#endpoints;
  }

  /** Takes in what another one knows. */
  merge(other: Tally): void {
    for (const counter of counters) this.counts[counter] += other.counts[counter];
    for (const [collection, members] of other.#distinct) for (const each of members) this.#addDistinct(collection, each);
    for (const [body, count] of other.#bodies) this.#addBody(body, count);
    for (const [endpoint, [requests, errors]] of other.#endpoints) this.#addEndpoint(endpoint, requests, errors);
  }

  #addDistinct(collection: Collection, member: string): void {
    let members = this.#distinct.get(collection);
    if (members === undefined) {
      members = new Set();
      this.#distinct.set(collection, members);
    }
    if (members.has(member) || members.size >= distinctMax || !this.#room.take()) return;
    members.add(member);
  }

  /** Where there are too many, those that came once make room: what comes again and again is kept. */
  #addBody(body: string, times: number): void {
    const known = this.#bodies.get(body);
    if (known !== undefined) this.#bodies.set(body, known + times);
    else if (this.#hasRoomForBody() && this.#room.take()) this.#bodies.set(body, times);
  }

  #hasRoomForBody(): boolean {
    if (this.#bodies.size < distinctMax) return true;
    for (const [body, count] of this.#bodies) {
      if (count > 1) continue;
      this.#bodies.delete(body);
      this.#room.left += 1;
    }
    return this.#bodies.size < distinctMax;
  }

  #addEndpoint(endpoint: string, requests: number, errors: number): void {
    const counted = this.#endpoints.get(endpoint) ?? this.#newEndpoint(endpoint);
    counted[0] += requests;
    counted[1] += errors;
  }

  #newEndpoint(endpoint: string): [number, number] {
    const hasRoom = endpoint !== otherEndpoints && this.#endpoints.size < this.#endpointsMax && this.#room.take();
    const name = hasRoom ? endpoint : otherEndpoints;
    const counted = this.#endpoints.get(name) ?? [0, 0];
    this.#endpoints.set(name, counted);
    return counted;
  }

  /** Gives back the room that it takes. Call when it is not used any more. */
  release(): void {
    for (const members of this.#distinct.values()) this.#room.left += members.size;
    this.#room.left += this.#bodies.size + this.#endpoints.size - (this.#endpoints.has(otherEndpoints) ? 1 : 0);
    this.#distinct.clear();
    this.#bodies.clear();
    this.#endpoints.clear();
  }

  toRecord(): TallyRecord {
    return {
      counts: Object.fromEntries(counters.filter((each) => this.counts[each] > 0).map((each) => [each, this.counts[each]])),
      distinct: Object.fromEntries([...this.#distinct].map(([collection, members]) => [collection, [...members]])),
      bodies: Object.fromEntries(this.#bodies),
      endpoints: Object.fromEntries(this.#endpoints),
    };
  }

  static of(record: TallyRecord, room: Room, endpoints = endpointsMax): Tally {
    const tally = new Tally(room, endpoints);
    for (const counter of counters) tally.counts[counter] = record.counts[counter] ?? 0;
    for (const collection of collections) for (const each of record.distinct[collection] ?? []) tally.#addDistinct(collection, each);
    for (const [body, count] of Object.entries(record.bodies)) tally.#addBody(body, count);
    for (const [endpoint, [requests, errors]] of Object.entries(record.endpoints)) tally.#addEndpoint(endpoint, requests, errors);
    return tally;
  }
}

/** What limits and sanctions refuse is no mistake of the caller's, and is told of elsewhere. */
const isOurRefusal = ({ status, code }: Observation) => status === 429 || ourRefusals.has(code ?? "");
const ourRefusals = new Set(["project_suspended", "project_restricted", "project_scheduled_for_deletion"]);

const tokenCodes = new Set(["PGRST300", "PGRST301", "PGRST303", "invalid_token"]);

/** PostgreSQL's own codes, where a refusal has them. */
const isSqlState = (code: string | null) => code !== null && code.length === 5 && /^[0-9A-Z]{5}$/.test(code);

/** What may make the database grow; of SQL it is known only by what it wrote. */
const isWrite = ({ door, method, rowsWritten }: Observation) =>
  door === "rest" ? method === "POST" || method === "PATCH" || method === "PUT" : rowsWritten > 0;

const endpointOf = ({ door, target }: Observation) => (target === "" ? door : `${door} ${target}`);
