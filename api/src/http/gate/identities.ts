import { hash } from "node:crypto";
import { isWellFormedKey, legacyKeys, listLegacyPrefixes } from "../../api-keys/index.ts";
import { openTrust } from "../../end-users/index.ts";
import type { Bus } from "../../platform/bus.ts";
import type { Store } from "../../platform/db/store.ts";
import type { Holder } from "../../platform/gate.ts";
import type { Vault } from "../../platform/vault.ts";
import { openSecrets } from "../../tenants/index.ts";
import { Announcements } from "./announcements.ts";
import { KeyBook, type KnownKey } from "./key-book.ts";
import { LegacyForms } from "./legacy-forms.ts";
import type { ProjectGate } from "./project-gate.ts";
import { type KeyRow, loadKeys } from "./records.ts";
import { invalidKey, notReady } from "./refuse.ts";

interface Given {
  readonly store: Store;
  readonly vault: Vault;
  readonly bus: Pick<Bus, "isTrusted">;
  readonly clock: () => number;
  readonly projects: ReadonlyMap<string, ProjectGate>;
  /** The gate of a project that was read; made where there is none yet. */
  readonly gateOf: (row: KeyRow) => ProjectGate;
}

/** So often a key is read again when something about it is announced while it is read. */
const readings = 5;
/** While the bus is not trusted, what was read for a request still serves that request. */
const oneRequestMs = 1_000;

/** Tells who holds a key, from memory where nothing was announced about it since it was read. */
export class Identities {
  readonly #given: Given;
  readonly #announcements: Announcements;
  readonly #book: KeyBook;
  readonly #legacyForms: LegacyForms;
  readonly #known = new WeakMap<Holder, KnownKey>();

  constructor(given: Given) {
    this.#given = given;
    this.#announcements = new Announcements(given.projects);
    this.#book = new KeyBook((digests) => this.#load(digests));
    this.#legacyForms = new LegacyForms(() => given.store.transact("platform", listLegacyPrefixes));
  }

  /** Synchronous when the key is remembered: by its hash, so its form is looked at only where it is not. */
  identify(key: string): Holder | Promise<Holder> {
    const digest = hash("sha256", key, "base64");
    const known = this.#book.find(digest);
    if (known && this.#given.bus.isTrusted() && this.#isCurrent(known)) return known.holder;
    if (isWellFormedKey(key)) return this.#holderOfDigest(digest);
    const isWorthALook = this.#legacyForms.include(key);
    if (isWorthALook === false) throw invalidKey("malformed");
    if (isWorthALook === true) return this.#holderOfDigest(digest);
    return isWorthALook.then((isIt) => (isIt ? this.#holderOfDigest(digest) : Promise.reject(invalidKey("malformed"))));
  }

  /** The gate of a holder's project, read anew where something changed since the holder was identified: a body may take its time. */
  gateFor(holder: Holder): ProjectGate | Promise<ProjectGate> {
    const known = this.#known.get(holder);
    if (!known) throw new Error("this holder was not identified by this gate");
    const isHeard = this.#given.bus.isTrusted() || this.#given.clock() - known.readAtMs < oneRequestMs;
    if (isHeard && this.#isCurrent(known)) return known.project;
    return this.#read(known.digest).then(({ project }) => project);
  }

  /** Notes an announcement; tells whose memory it makes stale. */
  hear(projectId: string | undefined): Iterable<ProjectGate> {
    this.#book.askAnew();
    this.#legacyForms.hear(projectId);
    if (projectId === legacyKeys) this.#book.doubtInvalid();
    return this.#announcements.hear(projectId);
  }

  #isCurrent({ project, readAt, freshUntil }: KnownKey): boolean {
    const now = this.#given.clock();
    project.usedAt = now;
    return (
      now < freshUntil &&
      this.#announcements.isCurrent(project.projectId, readAt) &&
      this.#given.projects.get(project.projectId) === project
    );
  }

  #holderOfDigest(digest: string): Promise<Holder> {
    return this.#read(digest).then(({ holder }) => holder);
  }

  #read(digest: string): Promise<KnownKey> {
    return this.#announcements.whileReading(async () => {
      for (let reading = 1; ; reading += 1) {
        const readAt = this.#announcements.count;
        const row = await this.#book.read(digest);
        const isStale = !this.#announcements.isCurrent(row.projectId, readAt);
        if (!isStale || reading === readings) return this.#takeUp(digest, row, readAt);
      }
    });
  }

  async #load(digests: readonly string[]): Promise<ReadonlyMap<string, KeyRow>> {
    const { store, clock } = this.#given;
    const rows = await store.transact("platform", (db) => loadKeys(db, digests, new Date(clock()).toISOString()));
    return new Map(rows.map((row) => [row.digest, row]));
  }

  #takeUp(digest: string, row: KeyRow, readAt: number): KnownKey {
    const now = this.#given.clock();
    const expiresAt = row.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.expiresAt);
    if (row.revokedAt !== null || row.status === "purged") throw this.#book.reject(digest, "revoked");
    if (expiresAt <= now) throw this.#book.reject(digest, "expired");
    const project = this.#given.gateOf(row);
    const freshUntil = Math.min(expiresAt, project.update(row, now));
    const holder = this.#holderOf(row, project.sessionsMax);
    const known = { digest, holder, project, readAt, readAtMs: now, freshUntil };
    this.#book.remember(known);
    this.#known.set(holder, known);
    return known;
  }

  #holderOf({ secretsSealed, tenantId, endUserAuth, ...row }: KeyRow, sessionsMax: number): Holder {
    if (tenantId === null || secretsSealed === null) throw notReady();
    const { vault } = this.#given;
    const { keyId, kind, scopes, projectId, developerId, exposedSchemas, bounds } = row;
    const secrets = openSecrets(vault, tenantId, secretsSealed);
    const trust = endUserAuth === null ? undefined : openTrust(vault, projectId, endUserAuth);
    return { keyId, kind, scopes, projectId, developerId, exposedSchemas, bounds, sessionsMax, tenantId, secrets, trust };
  }
}
