import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Login, Logins } from "../platform/db/logins.ts";
import type { NamedStatement } from "../platform/db/prepared.ts";
import type { TripContext } from "../platform/db/trip.ts";
import { hearsWithinMs } from "../platform/lag.ts";
import { type Contents, contentsOf } from "./catalog/build.ts";
import type { Returns } from "./catalog/model.ts";
import { CatalogText, catalogStatement, markStatement } from "./catalog/statement.ts";
import type { Answer } from "./plan/model.ts";
import type { Names } from "./statement/names.ts";

/** What a tenant's exposed schema holds. */
export interface Catalog extends Contents {
  /** The same for the same contents, so that statements stay prepared when nothing changed. */
  readonly fingerprint: string;
  /** How often the system catalogs had been changed. */
  readonly mark: string;
  /** When it was found to be so. */
  readonly loadedAt: number;
  /** When it was read as a whole. */
  readonly readAt: number;
  /** How long it took to read and to understand. */
  readonly readMs: number;
  /** The length of the text that it was made of. */
  readonly size: number;
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
  readonly names: Names;
  /** What the function that it calls returns. */
  readonly returns: Returns | undefined;
  /** What else is asked, where all rows are not counted but estimated. */
  readonly estimate: Estimate | undefined;
  readonly pace: Pace;
}

export interface Estimate extends NamedStatement {
  readonly slots: readonly number[];
  /** It is asked for where there are so many rows, or it is not known how many. */
  readonly from: number;
}

/** How long a statement takes: what was slow a moment ago counts as slow for a while, unless it was so only once and a little. */
export class Pace {
  #ms = Number.POSITIVE_INFINITY;

  note(ms: number): void {
    if (this.#ms === Number.POSITIVE_INFINITY) this.#ms = ms;
    else this.#ms += (ms - this.#ms) * (ms > this.#ms ? 0.5 : 0.1);
  }

  get isQuick(): boolean {
    return this.#ms < quickMs + hearsWithinMs();
  }
}

/** What the catalogs of all tenants are remembered by: a project and a schema; by the project is announced that something changed. */
export interface Catalogs {
  /** Synchronous when it is remembered and not old. */
  get(projectId: string, schema: string, login: Login): Catalog | Promise<Catalog>;
  /** Read again, unless that was done just now. */
  refresh(projectId: string, schema: string, login: Login): Promise<Catalog>;
  /** Somebody in the tenant's database says that it changed. */
  doubt(tenantId: string): void;
  /** Of one project, or of all. */
  forget(projectId: string | undefined): void;
}

const quickMs = 5;
/** All catalogs together, in characters of their texts. */
const allSizeMax = 32_000_000;
const statementsMax = 500;
const statementLettersMax = 2_000_000;
/** A schema is read as one text, in which everybody else's requests wait for its parsing. */
const textBytesMax = 20_000_000;
/** A name that is not there is looked for again at most this often, and whoever says that a schema changed is believed so often. */
const freshMs = 1_000;
const freshPerReadMs = 10;
const doubtedMax = 10_000;

/**
 * What was changed by a tenant's own function is announced by nobody: so long a catalog is believed, and so long again while a
 * new one is read.
 */
const believedMs = 15_000;

export function openCatalogs(logins: Logins, { believesMs = believedMs, sizeMax = allSizeMax } = {}): Catalogs {
  const remembered = new LRUCache<string, BySchema<Catalog>>({ maxSize: sizeMax });
  const loading = new Map<string, BySchema<Promise<Catalog>>>();
  /** When tenants said so last. */
  const doubtedAt = new LRUCache<string, number>({ max: doubtedMax });

  /** What is forgotten while it is read is not remembered. */
  const load = (projectId: string, schema: string, login: Login, known?: Catalog): Promise<Catalog> => {
    const isCurrent = () => loading.get(projectId)?.get(schema) === reading;
    const reading = read(logins, schema, login, known).then(
      (catalog) => {
        if (!isCurrent()) return catalog;
        end(projectId, schema);
        const others = remembered.get(projectId);
        const current = renewed(others?.get(schema), catalog);
        const all = new Map(others).set(schema, current);
        remembered.set(projectId, all, { size: [...all.values()].reduce((sum, { size }) => sum + size, 0) });
        return current;
      },
      (error: unknown) => {
        if (isCurrent()) end(projectId, schema);
        throw error;
      },
    );
    loading.set(projectId, new Map(loading.get(projectId)).set(schema, reading));
    return reading;
  };
  const end = (projectId: string, schema: string) => {
    const others = new Map(loading.get(projectId));
    others.delete(schema);
    if (others.size > 0) loading.set(projectId, others);
    else loading.delete(projectId);
  };
  return {
    get(projectId, schema, login) {
      const known = remembered.get(projectId)?.get(schema);
      const age = known ? performance.now() - known.loadedAt : Number.POSITIVE_INFINITY;
      const isDoubted = known !== undefined && (doubtedAt.get(login.tenantId) ?? 0) > known.readAt && !isFresh(known, known.readAt);
      if (known && age < believesMs && !isDoubted) return known;
      // What PostgreSQL counts may be counted later than it was said.
      const reading = loading.get(projectId)?.get(schema) ?? load(projectId, schema, login, isDoubted ? undefined : known);
      if (!known || age >= 2 * believesMs || isDoubted) return reading;
      // Whoever needs it asks again, and is told what is wrong.
      reading.catch(() => undefined);
      return known;
    },
    async refresh(projectId, schema, login) {
      const known = remembered.get(projectId)?.get(schema);
      if (known && isFresh(known, known.loadedAt)) return known;
      return loading.get(projectId)?.get(schema) ?? load(projectId, schema, login);
    },
    doubt(tenantId) {
      doubtedAt.set(tenantId, performance.now());
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

/** Large schemas are left alone for longer, or whoever asks for what is not there, or says that they changed, would keep everybody busy. */
const isFresh = ({ readMs }: Catalog, since: number) => performance.now() - since < Math.max(freshMs, readMs * freshPerReadMs);

type BySchema<T> = ReadonlyMap<string, T>;

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

/** Read anew, unless what is known is still so. */
async function read(logins: Logins, schema: string, login: Login, known: Catalog | undefined): Promise<Catalog> {
  const loadedAt = performance.now();
  // Before the catalog: what changes in between is found next time. Beside requests: it is as quick, and must not cost a second session.
  const mark = await logins.share(login, async (session) => (await session.trip(context, markStatement, [])).rows[0]?.[0] ?? "");
  if (known && mark === known.mark) return { ...known, loadedAt };
  const text = await logins.use(login, async (session) => {
    session.allow(textBytesMax);
    return (await session.trip(context, catalogStatement, [schema])).rows[0]?.[0] ?? "{}";
  });
  return made(schema, text, mark, loadedAt);
}

const made = (schema: string, text: string, mark: string, loadedAt: number): Catalog => ({
  ...contentsOf(schema, CatalogText.parse(JSON.parse(text))),
  readAt: loadedAt,
  readMs: performance.now() - loadedAt,
  fingerprint: createHash("sha256").update(text).digest("base64url").slice(0, 12),
  mark,
  loadedAt,
  size: text.length + 1,
  statements: new LRUCache({
    max: statementsMax,
    maxSize: statementLettersMax,
    sizeCalculation: ({ text: statement }, shape) => statement.length + shape.length,
  }),
});
