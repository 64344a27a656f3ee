import { hash } from "node:crypto";
import { isWellFormedKey } from "../api-keys/index.ts";
import type { Bus } from "../platform/bus.ts";
import type { Store } from "../platform/db/store.ts";
import type { Act, Gate, Holder, Outcome } from "../platform/gate.ts";
import type { Log } from "../platform/log.ts";
import type { Settling } from "../platform/settling.ts";
import type { Vault } from "../platform/vault.ts";
import { lease } from "../quotas/index.ts";
import { openSecrets } from "../tenants/index.ts";
import { Meter } from "../usage/index.ts";
import { KeyBook, type KnownKey } from "./gate/key-book.ts";
import { type GateTools, ProjectGate } from "./gate/project-gate.ts";
import { type KeyRow, loadKeys } from "./gate/records.ts";
import { invalidKey, notReady } from "./gate/refuse.ts";
import { Settler } from "./gate/settler.ts";

/** What a gate is built from. */
export interface GateParts {
  readonly store: Store;
  readonly bus: Pick<Bus, "onStale" | "isTrusted">;
  readonly vault: Vault;
  readonly log: Log;
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly settling: Settling;
}

/** The gate of one process. */
export interface RunningGate extends Gate {
  /** Writes down everything counted so far. */
  flush(): Promise<void>;
  /** Call when no request comes any more: nothing that was counted is lost, and what was lent goes back. */
  stop(): Promise<void>;
}

const sweepMs = 1_000;
const forgottenAfterMs = 600_000;
/** So often a key is read again when something about it is announced while it is read. */
const readings = 5;

/** Makes the gate that every request of the data plane passes: who it is, whether it may, and what it cost. */
export function makeGate({ store, bus, vault, log, publicUrl, settling, clock: wallClock }: GateParts): RunningGate {
  const clock = () => wallClock().getTime();
  const meter = new Meter();
  const settler = new Settler({ store, meter, log, clock });
  const tools: GateTools = { clock, publicUrl, lend: (request) => store.transact("platform", (db) => lease(db, request)) };
  const projects = new Map<string, ProjectGate>();
  const announcements = new Announcements(projects);
  const book = new KeyBook(async (digests) => {
    const now = wallClock().toISOString();
    const rows = await store.transact("platform", (db) => loadKeys(db, digests, now));
    return new Map(rows.map((row) => [row.digest, row]));
  });

  bus.onStale((projectId) => {
    book.askAnew();
    for (const project of announcements.hear(projectId)) {
      project.handBack();
      settler.hurry(project);
    }
  });

  const isFresh = ({ holder, readAt, freshUntil }: KnownKey): boolean => {
    const project = projects.get(holder.projectId);
    if (!project) return false;
    project.usedAt = clock();
    return project.usedAt < freshUntil && bus.isTrusted() && announcements.isCurrent(project.projectId, readAt);
  };

  const read = async (digest: string): Promise<Holder> => {
    for (let reading = 1; ; reading += 1) {
      const readAt = announcements.count;
      const row = await book.read(digest);
      if (reading < readings && !announcements.isCurrent(row.projectId, readAt)) continue;
      return takeUp(digest, row, readAt);
    }
  };

  const takeUp = (digest: string, row: KeyRow, readAt: number): Holder => {
    const now = clock();
    const expiresAt = row.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.expiresAt);
    if (row.revokedAt !== null || row.status === "purged") throw book.reject(digest, "revoked");
    if (expiresAt <= now) throw book.reject(digest, "expired");
    const { keyId, kind, scopes, projectId, tenantId, secretsSealed } = row;
    if (tenantId === null || secretsSealed === null) throw notReady();
    const holder = { keyId, kind, scopes, projectId, tenantId, secrets: openSecrets(vault, tenantId, secretsSealed) };
    const freshUntil = Math.min(expiresAt, projectOf(row).update(row, now));
    book.remember(digest, { holder, readAt, freshUntil });
    return holder;
  };

  const projectOf = (row: KeyRow): ProjectGate => {
    const known = projects.get(row.projectId);
    if (known) return known;
    const made = new ProjectGate(row, meter.of(row.projectId), tools);
    projects.set(row.projectId, made);
    return made;
  };

  /** Hands back what lies idle, and forgets projects that nobody asked for in a long time. */
  const sweep = setInterval(() => {
    const now = clock();
    for (const project of projects.values()) {
      if (project.hasIdleLease(now)) settler.hurry(project);
      else if (now - project.usedAt > forgottenAfterMs) projects.delete(project.projectId);
    }
  }, sweepMs);
  sweep.unref();

  const flush = () => settler.flush();
  settling.add(flush);

  return {
    identify(key) {
      const digest = hash("sha256", key, "base64");
      const known = book.find(digest);
      if (known && isFresh(known)) return known.holder;
      if (!isWellFormedKey(key)) throw invalidKey("malformed");
      return announcements.whileReading(() => read(digest));
    },
    admit(holder: Holder, act: Act) {
      const project = projects.get(holder.projectId);
      if (!project) throw new Error("admit was called for a holder that this gate did not identify");
      meter.keyUsed(holder.keyId, clock());
      settler.note(project);
      return project.admit(act);
    },
    settle(holder: Holder, outcome: Outcome) {
      const project = projects.get(holder.projectId);
      if (!project) return;
      project.settle(outcome);
      settler.note(project);
    },
    flush,
    async stop() {
      settling.delete(flush);
      clearInterval(sweep);
      await settler.stop(projects.values());
    },
  };
}

/** Counts what the bus announces, so that what was read before an announcement is not used after it. */
class Announcements {
  count = 0;
  #allStaleBefore = 0;
  /** Announced of projects not known yet, while some are being read: one of those may be it. */
  readonly #ofUnknown = new Map<string, number>();
  readonly #projects: ReadonlyMap<string, ProjectGate>;
  #readings = 0;

  constructor(projects: ReadonlyMap<string, ProjectGate>) {
    this.#projects = projects;
  }

  /** Notes an announcement; tells whose memory it makes stale. */
  hear(projectId: string | undefined): Iterable<ProjectGate> {
    this.count += 1;
    if (projectId === undefined) {
      this.#allStaleBefore = this.count;
      return this.#projects.values();
    }
    const project = this.#projects.get(projectId);
    if (project) project.staleBefore = this.count;
    else if (this.#readings > 0) this.#ofUnknown.set(projectId, this.count);
    return project ? [project] : [];
  }

  isCurrent(projectId: string, readAt: number): boolean {
    const staleBefore = this.#projects.get(projectId)?.staleBefore ?? this.#ofUnknown.get(projectId) ?? 0;
    return readAt >= this.#allStaleBefore && readAt >= staleBefore;
  }

  async whileReading<T>(work: () => Promise<T>): Promise<T> {
    this.#readings += 1;
    try {
      return await work();
    } finally {
      this.#readings -= 1;
      if (this.#readings === 0) this.#ofUnknown.clear();
    }
  }
}
