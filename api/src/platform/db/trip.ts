import { Exchange, type Row, type Value, type Wire } from "./exchange.ts";

/** What the statement runs as, and what the tenant's policies and functions may read of the request. */
export interface TripContext {
  /** One of the cluster's shared roles, or undefined to run as the login itself. */
  readonly role: string | undefined;
  /** JSON texts and plain ones, under the settings that PostgREST offers. */
  readonly claims: string;
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly readOnly: boolean;
  readonly timeoutMs: number;
  readonly searchPath: string;
}

/** A statement kept prepared on each session under a name that means this text and no other. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** What earlier trips left on the session goes first: settings, then advisory locks. */
const forget: NamedStatement = { name: "nm_forget", text: "reset all" };

const settings = [
  "role",
  "request.jwt.claims",
  "request.method",
  "request.path",
  "request.headers",
  "transaction_read_only",
  "statement_timeout",
  "search_path",
];
const set = settings.map((setting, i) => `pg_catalog.set_config('${setting}', $${i + 1}, true)`);
/** Sets everything and answers no row. */
const enter: NamedStatement = {
  name: "nm_enter",
  text: `select where pg_catalog.concat(pg_catalog.pg_advisory_unlock_all(), ${set.join(", ")}) is null`,
};

/**
 * One statement under a role in a single round trip and a single implicit transaction: the settings are gone after it,
 * and an error anywhere keeps nothing. The extended protocol refuses a text that holds more than one statement.
 */
export class Trip extends Exchange<readonly Row[]> {
  readonly #prepared: Prepared;
  readonly #context: readonly Value[];
  readonly #statement: NamedStatement;
  readonly #values: readonly Value[];
  readonly #rows: Row[] = [];

  constructor(prepared: Prepared, context: TripContext, statement: NamedStatement, values: readonly Value[]) {
    super();
    this.#prepared = prepared;
    this.#context = [
      context.role ?? "none",
      context.claims,
      context.method,
      context.path,
      context.headers,
      context.readOnly ? "on" : "off",
      String(context.timeoutMs),
      context.searchPath,
    ];
    this.#statement = statement;
    this.#values = values;
  }

  protected override say(wire: Wire): void {
    this.#execute(wire, forget, []);
    this.#execute(wire, enter, this.#context);
    this.#execute(wire, this.#statement, this.#values);
    wire.sync();
  }

  #execute(wire: Wire, statement: NamedStatement, values: readonly Value[]): void {
    this.#prepared.ensure(wire, statement);
    wire.bind({ statement: statement.name, values });
    wire.execute({ portal: "", rows: 0 });
  }

  override handleDataRow({ fields }: { readonly fields: Row }): void {
    this.#rows.push(fields);
  }

  protected override conclude(): readonly Row[] {
    this.#prepared.confirm();
    return this.#rows;
  }
}

/** Which statements a session has prepared. Bounded, for each costs the backend memory; the one longest unused goes first. */
export class Prepared {
  readonly #max: number;
  readonly #known = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(max = 100) {
    this.#max = max;
  }

  /** Prepares it unless that is known to be done. What a failed trip left half done is closed first. */
  ensure(wire: Wire, { name, text }: NamedStatement): void {
    if (this.#known.delete(name)) {
      this.#known.add(name);
      return;
    }
    this.#makeRoom(wire);
    wire.close({ type: "S", name });
    wire.parse({ text, name });
    this.#asked.add(name);
  }

  /** The trip succeeded, so what it prepared is there. */
  confirm(): void {
    for (const name of this.#asked) this.#known.add(name);
    this.#asked.clear();
  }

  /** The trip failed: what it wanted to prepare may or may not be there. */
  doubt(): void {
    this.#asked.clear();
  }

  /** Somebody deallocated what was there. */
  forgetAll(): void {
    this.#known.clear();
    this.#asked.clear();
  }

  #makeRoom(wire: Wire): void {
    if (this.#known.size < this.#max) return;
    const [oldest] = this.#known;
    if (oldest === undefined) return;
    this.#known.delete(oldest);
    wire.close({ type: "S", name: oldest });
  }
}
