import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Login, Logins } from "../platform/db/logins.ts";
import type { NamedStatement, TripContext } from "../platform/db/trip.ts";
import { type Contents, contentsOf } from "./catalog/build.ts";
import type { Returns } from "./catalog/model.ts";
import { CatalogText, catalogStatement } from "./catalog/statement.ts";
import type { Answer } from "./plan/model.ts";

/** What a tenant's exposed schema holds. */
export interface Catalog extends Contents {
  /** The same for the same contents, so that statements stay prepared when nothing changed. */
  readonly fingerprint: string;
  readonly loadedAt: number;
  /** Statements made for this catalog, by the shape of the request. */
  readonly statements: LRUCache<string, KnownStatement>;
}

/** A statement, and how it is sent. */
export interface KnownStatement extends NamedStatement {
  /** Which of a request's values stand where. */
  readonly slots: readonly number[];
  /** Running it runs no code of the tenant's. */
  readonly isPlain: boolean;
  /** It takes the body's values one by one, not the body's text. */
  readonly takesRow: boolean;
  readonly answer: Answer;
  /** What the function that it calls returns. */
  readonly returns: Returns | undefined;
  readonly pace: Pace;
}

/** How long a statement takes: what was slow a moment ago counts as slow for a while. */
export class Pace {
  #ms = Number.POSITIVE_INFINITY;

  note(ms: number): void {
    this.#ms = ms > this.#ms || this.#ms === Number.POSITIVE_INFINITY ? ms : this.#ms + (ms - this.#ms) * 0.1;
  }

  get isQuick(): boolean {
    return this.#ms < quickMs;
  }
}

/** What the catalogs of all tenants are remembered by: a project, for that is what is announced when something changed. */
export interface Catalogs {
  /** Synchronous when it is remembered and not old. */
  get(projectId: string, login: Login): Catalog | Promise<Catalog>;
  /** Read again, unless that was done just now. */
  refresh(projectId: string, login: Login): Promise<Catalog>;
  /** Of one project, or of all. */
  forget(projectId: string | undefined): void;
}

const quickMs = 5;
const exposedSchema = "public";
/** All catalogs together, in characters of their texts. */
const sizeMax = 32_000_000;
const statementsMax = 500;
/** A name that is not there is looked for again at most this often. */
const freshMs = 1_000;

/**
 * What was changed by a tenant's own function is announced by nobody: so long a catalog is believed, and so long again while a
 * new one is read.
 */
const believedMs = 15_000;

export function openCatalogs(logins: Logins, believesMs = believedMs): Catalogs {
  const remembered = new LRUCache<string, Catalog>({ maxSize: sizeMax });
  const loading = new Map<string, Promise<Catalog>>();

  /** What is forgotten while it is read is not remembered. */
  const load = (projectId: string, login: Login): Promise<Catalog> => {
    const reading = read(logins, login).then(
      ({ catalog, size }) => {
        if (loading.get(projectId) !== reading) return catalog;
        loading.delete(projectId);
        const current = renewed(remembered.get(projectId), catalog);
        remembered.set(projectId, current, { size });
        return current;
      },
      (error: unknown) => {
        if (loading.get(projectId) === reading) loading.delete(projectId);
        throw error;
      },
    );
    loading.set(projectId, reading);
    return reading;
  };
  return {
    get(projectId, login) {
      const known = remembered.get(projectId);
      const age = known ? performance.now() - known.loadedAt : Number.POSITIVE_INFINITY;
      if (known && age < believesMs) return known;
      const reading = loading.get(projectId) ?? load(projectId, login);
      if (!known || age >= 2 * believesMs) return reading;
      // Whoever needs it asks again, and is told what is wrong.
      reading.catch(() => undefined);
      return known;
    },
    async refresh(projectId, login) {
      const known = remembered.get(projectId);
      if (known && performance.now() - known.loadedAt < freshMs) return known;
      return loading.get(projectId) ?? load(projectId, login);
    },
    forget(projectId) {
      if (projectId === undefined) {
        remembered.clear();
        loading.clear();
      } else {
        remembered.delete(projectId);
        loading.delete(projectId);
      }
    },
  };
}

/** Where nothing changed, the statements made before are kept. */
const renewed = (known: Catalog | undefined, read: Catalog): Catalog =>
  known?.fingerprint === read.fingerprint ? { ...read, statements: known.statements } : read;

const context: TripContext = {
  claims: "",
  method: "",
  path: "",
  headers: "",
  readOnly: true,
  timeoutMs: 10_000,
  searchPath: "pg_catalog",
};

async function read(logins: Logins, login: Login): Promise<{ catalog: Catalog; size: number }> {
  const loadedAt = performance.now();
  const { rows } = await logins.use(login, (session) => session.trip(context, catalogStatement, [exposedSchema]));
  const text = rows[0]?.[0] ?? "{}";
  return {
    size: text.length + 1,
    catalog: {
      ...contentsOf(exposedSchema, CatalogText.parse(JSON.parse(text))),
      fingerprint: createHash("sha256").update(text).digest("base64url").slice(0, 12),
      loadedAt,
      statements: new LRUCache({ max: statementsMax }),
    },
  };
}
