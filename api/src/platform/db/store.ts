import pg from "pg";
import type { ZodType, z } from "zod";
import { Ending, type LastStatement } from "./ending.ts";
import { Prepared } from "./prepared.ts";
import type { Sql } from "./sql.ts";

/** Times leave PostgreSQL as ISO 8601 in UTC, the same text the wire carries; counts fit a double. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/** The statements of one transaction. Rows are checked and typed by the schema given. */
export interface Db {
  many<Row extends ZodType>(row: Row, query: Sql): Promise<z.output<Row>[]>;
  maybe<Row extends ZodType>(row: Row, query: Sql): Promise<z.output<Row> | undefined>;
  /** Throws when no row comes back: use it where that would be our bug. */
  one<Row extends ZodType>(row: Row, query: Sql): Promise<z.output<Row>>;
  /** The number of rows changed. */
  run(query: Sql): Promise<number>;
  /** Keeps a statement, whose values are texts, for the end: it goes with the commit, in one trip. By a name, which means its text, it stays prepared. */
  last(query: Sql, name?: string): void;
  /** A part of the transaction: keeps none of it when it throws, and all that came before. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
}

/** What row-level security lets a transaction see: one developer's own, or everything. */
export type VisibleScope = "platform" | { readonly developerId: string };

type Queryable = Pick<pg.PoolClient, "query">;

export const over = (client: Queryable, last: Db["last"] = refuseLast): Db => {
  const send = (query: Sql) => client.query({ text: query.text, values: [...query.values], types: parsers });
  const db: Db = {
    many: async (row, query) => row.array().parse((await send(query)).rows),
    maybe: async (row, query) => (await db.many(row, query))[0],
    one: async (row, query) => row.parse((await send(query)).rows[0]),
    run: async (query) => (await send(query)).rowCount ?? 0,
    last,
    async attempt(work) {
      await client.query("savepoint attempt");
      try {
        const result = await work();
        await client.query("release savepoint attempt");
        return result;
      } catch (error) {
        await client.query("rollback to savepoint attempt; release savepoint attempt");
        throw error;
      }
    },
  };
  return db;
};

const refuseLast: Db["last"] = () => {
  throw new Error("whoever opened this transaction commits it without last statements");
};

/** A set by itself is planned by nobody, as a select of `set_config` would be. */
const opening = (scope: VisibleScope) => {
  const [name, developerId] = scope === "platform" ? ["platform", ""] : ["developer", scope.developerId];
  return `begin; set local nm.scope = ${pg.escapeLiteral(name)}; set local nm.developer_id = ${pg.escapeLiteral(developerId)}`;
};

export interface Store {
  /** Commits what `work` did when it returns; keeps none of it when it throws. */
  transact<T>(scope: VisibleScope, work: (db: Db) => Promise<T>): Promise<T>;
  /** The pool itself, for libraries that bring their own statements. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export function connect(settings: pg.PoolConfig, onError: (error: Error) => void): Store {
  const pool = new pg.Pool(settings);
  // A client that is out of the pool has nobody else to hear of its connection's end, and an error unheard ends the process.
  pool.on("error", onError).on("connect", (client) => void client.on("error", onError));
  return {
    pool,
    close: () => pool.end(),
    async transact(scope, work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(opening(scope));
        const last: LastStatement[] = [];
        const keep: Db["last"] = ({ text, values }, name) =>
          void last.push({ statement: { name: name ?? "", text, isSeldom: name === undefined }, values: values.map(textOf) });
        const result = await work(over(client, keep));
        await (last.length === 0 ? client.query("commit") : end(client, last));
        return result;
      } catch (error) {
        broken = isSilence(error) ? error : await client.query("rollback").then(() => undefined, failureOf);
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}

/** A backend that does not answer would not answer a rollback either; it rolls back as its connection ends. */
const isSilence = (error: unknown): error is Error => error instanceof Error && error.message === "Query read timeout";
const failureOf = (failure: Error): Error => failure;

const textOf = (value: unknown) => (value === null ? null : String(value));

/** What each session has prepared. Nobody else's code runs on these. */
const prepared = new WeakMap<pg.PoolClient, Prepared>();

function end(client: pg.PoolClient, last: readonly LastStatement[]): Promise<void> {
  const known = prepared.get(client) ?? new Prepared();
  known.areNamesHidden = true;
  prepared.set(client, known);
  const ending = new Ending(known, last);
  client.query(ending as unknown as pg.Submittable);
  return ending.answered;
}

/** For a statement that may lose a race: nothing comes back where it would break this constraint. The transaction is over then: refuse. */
export const unlessBreaking =
  (constraint: string) =>
  (error: unknown): undefined => {
    if (typeof error === "object" && error !== null && "constraint" in error && error.constraint === constraint) return undefined;
    throw error;
  };
