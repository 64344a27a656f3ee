import { isRaised } from "./blame.ts";
import { Exchange, isDatabaseError, type Row, type Value } from "./exchange.ts";
import type { Messages } from "./messages.ts";
import type { NamedStatement, Prepared } from "./prepared.ts";

/** What the statement runs as, and what the tenant's policies and functions may read of the request. */
export interface TripContext {
  /** A JSON text. */
  readonly claims: string;
  readonly readOnly: boolean;
  readonly timeoutMs: number;
  readonly searchPath: string;
  readonly method: string;
  readonly path: string;
  /** A JSON text. */
  readonly headers: string;
  /** Everything is undone once it was done. */
  readonly rollsBack?: boolean;
  readonly timeZone?: string | undefined;
}

export interface TripAnswer {
  readonly rows: readonly Row[];
  /** PostgreSQL's own words for what the statement did, such as `INSERT 0 3`. */
  readonly tag: string;
  /** Where it was to be told: the rows that were inserted, updated and deleted, by the statement and by code that ran for it. */
  readonly written: number | undefined;
  /** From when PostgreSQL had nothing else of this session's to do, in milliseconds. */
  readonly tookMs: number;
}

/** Settings that an earlier trip left go back to what the session began with. */
const reset: NamedStatement = { name: "nm_reset", text: "reset all" };

/** Temporary tables go: a function with rights of its maker's may have made some, and what stands in them is its caller's. */
const discardTables: NamedStatement = { name: "nm_discard", text: "discard temp" };

/** So does the role, and session locks are let go. It answers no row. */
const restore: NamedStatement = {
  name: "nm_restore",
  text: "select where pg_catalog.concat(pg_catalog.pg_advisory_unlock_all(), pg_catalog.set_config('role', $1, false)) is null",
};

const settings = [
  "request.jwt.claims",
  "transaction_read_only",
  "statement_timeout",
  "search_path",
  "request.method",
  "request.path",
  "request.headers",
];
const set = settings.map((setting, i) => `pg_catalog.set_config('${setting}', $${i + 2}, true)`);
/** Sets what is true for this transaction only, and the role for the session, should it have been left another. */
const enter: NamedStatement = {
  name: "nm_enter",
  text: `select where pg_catalog.concat(pg_catalog.pg_advisory_unlock_all(), pg_catalog.set_config('role', $1, false), ${set.join(", ")}) is null`,
};

const setTimeZone: NamedStatement = {
  name: "nm_zone",
  text: "select where pg_catalog.set_config('timezone', $1, true) is null",
};
const begin: NamedStatement = { name: "nm_begin", text: "begin" };
const rollback: NamedStatement = { name: "nm_rollback", text: "rollback" };

/** What was put off is done now, so that it counts too; and operators and temporary tables of the tenant's must not count for us. */
const settleConstraints: NamedStatement = { name: "nm_settle", text: "set constraints all immediate" };
const calm: NamedStatement = {
  name: "nm_calm",
  text: "select where pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true) is null",
};
/** A number of rows that there is no room for is made an error, which undoes them. */
const noRoom = "nextmavens: no room for more rows";
/** By what PostgreSQL has counted and not yet told: what this trip wrote, as what earlier ones wrote is told before it. */
const tally: NamedStatement = {
  name: "nm_tally",
  text: `
    select sum(grown + deleted), case when sum(grown) > $1::int8 then ('${noRoom}' || count(*))::int4 end, pg_stat_force_next_flush()
    from (
      select
        pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid) as grown,
        pg_stat_get_xact_tuples_deleted(c.oid) as deleted
      from pg_catalog.pg_class c
      where c.relkind in ('r', 'm') and c.relpersistence <> 't'
        and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    ) counted`,
};
const countedAfter = 3;

/** Whether a trip was undone because it inserted or updated more rows than it was allowed. */
export const isWithoutRoom = (error: unknown): boolean =>
  isDatabaseError(error) && error.code === "22P02" && error.message.includes(noRoom) && !isRaised(error);

/**
 * One statement under the session's role in a single round trip and a single implicit transaction: what is set for it is gone
 * after it, and an error anywhere keeps nothing. The extended protocol refuses a text that holds more than one statement.
 * Without a context the statement must be one that runs no code of the tenant's: it can't see any context, leaves nothing
 * behind, and travels alone.
 */
export class Trip extends Exchange<TripAnswer> {
  readonly #memory: SessionMemory;
  readonly #context: TripContext | undefined;
  readonly #statement: NamedStatement;
  readonly #values: readonly Value[];
  readonly #rows: Row[] = [];
  readonly #rowsMax: number | undefined;
  readonly #tags: string[] = [];
  #sentAt = 0;
  #number = 0;

  /** `rowsMax`: more rows than that must not be inserted or updated; only with a context. */
  constructor(
    memory: SessionMemory,
    context: TripContext | undefined,
    statement: NamedStatement,
    values: readonly Value[],
    rowsMax?: number,
  ) {
    super();
    this.#rowsMax = context && rowsMax;
    this.#memory = memory;
    this.#context = context;
    this.#statement = statement;
    this.#values = values;
  }

  protected override say(messages: Messages): void {
    const { role } = this.#memory;
    this.#number = ++this.#memory.sent;
    if (this.#context) {
      const { claims, readOnly, timeoutMs, searchPath, method, path, headers, rollsBack, timeZone } = this.#context;
      this.#memory.leftBy = this.#number;
      if (rollsBack) this.#run(messages, begin, []);
      this.#run(messages, reset, []);
      this.#run(messages, discardTables, []);
      this.#run(messages, enter, [role, claims, readOnly ? "on" : "off", String(timeoutMs), searchPath, method, path, headers]);
      if (timeZone !== undefined) this.#run(messages, setTimeZone, [timeZone]);
    } else if (this.#memory.leftBy > this.#memory.clearedBy) {
      this.#run(messages, reset, []);
      this.#run(messages, discardTables, []);
      this.#run(messages, restore, [role]);
    }
    this.#run(messages, this.#statement, this.#values);
    if (this.#rowsMax !== undefined) {
      this.#run(messages, settleConstraints, []);
      this.#run(messages, calm, []);
      this.#run(messages, tally, [String(this.#rowsMax)]);
    }
    if (this.#context?.rollsBack) {
      if (this.#rowsMax === undefined) this.#run(messages, settleConstraints, []);
      this.#run(messages, rollback, []);
    }
    if (this.#context ? !this.#context.readOnly : this.#statement.writes !== false) this.#memory.hasUntold = true;
    messages.sync();
    this.#sentAt = performance.now();
  }

  #run(messages: Messages, statement: NamedStatement, values: readonly Value[]): void {
    messages.run(this.#memory.prepared.ensure(messages, statement), values);
  }

  override handleDataRow({ fields }: { readonly fields: Row }): void {
    this.#rows.push(fields);
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tags.push(text);
  }

  /** A trip that failed has kept nothing, not even that the session was reset. */
  protected override conclude(): TripAnswer {
    this.#memory.prepared.confirm();
    if (!this.#context) this.#memory.clearedBy = this.#number;
    const tookMs = this.#pass();
    const isCounted = this.#rowsMax !== undefined;
    const after = (isCounted ? countedAfter : 0) + (this.#context?.rollsBack ? (isCounted ? 1 : 2) : 0);
    const tag = this.#tags.at(-1 - after) ?? "";
    if (!isCounted) return { rows: this.#rows, tag, written: undefined, tookMs };
    this.#memory.hasUntold = false;
    const [written] = this.#rows.pop() ?? [];
    return { rows: this.#rows, tag, written: this.#context?.rollsBack ? 0 : Number(written ?? 0), tookMs };
  }

  #pass(): number {
    const now = performance.now();
    const beganAt = Math.max(this.#sentAt, this.#memory.answeredAt);
    this.#memory.answeredAt = now;
    return now - beganAt;
  }
}

/** What is known of a session between its trips. */
export interface SessionMemory {
  readonly prepared: Prepared;
  /** What the session began as, and each trip finds it as; `none` for the login itself. */
  readonly role: string;
  /** Trips are counted as they are sent: others may be under way. */
  sent: number;
  /** The last trip that ran code of the tenant's, which may leave settings or locks. */
  leftBy: number;
  /** The last one after which nothing of that was left. */
  clearedBy: number;
  /** It has counted rows that it did not yet tell the rest of PostgreSQL. */
  hasUntold: boolean;
  /** When the last trip's answer was heard. */
  answeredAt: number;
}
