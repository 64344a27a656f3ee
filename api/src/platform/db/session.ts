import pg from "pg";
import { Refusal, refusals } from "../refusal.ts";
import { type Exchange, isDatabaseError, isFatal, type Value, type Wire } from "./exchange.ts";
import { type NamedStatement, Prepared } from "./prepared.ts";
import { type SessionMemory, Trip, type TripAnswer, type TripContext } from "./trip.ts";

/** What of pg's client is not in its types. */
interface Inner {
  readonly connection: Wire;
  readonly readyForQuery: boolean;
  readonly _txStatus: string | null;
  readonly processID: number | null;
}

/** What can be wrong with a connection, whatever was said over it. */
export const refuseConnection = refusals({
  answer_too_large: [413, "The answer is too large. Ask for fewer rows or columns."],
  database_unavailable: [503, "The project's database does not answer just now. Try again in a moment."],
});

const retrySoon = { headers: { "retry-after": "1" } };

/** Longer than a statement may run, unless more is borne. */
const silentMs = 15_000;

/** What PostgreSQL says of its own accord. */
interface Told {
  readonly severity?: string | undefined;
  readonly message?: string | undefined;
}

export interface SessionSettings extends pg.ClientConfig {
  /** One of the cluster's shared roles that the login is in. */
  readonly role?: string | undefined;
  readonly options: string;
  /** Called when somebody in the database says that its schema changed; where it is absent, nobody listens. */
  readonly onSchemaNotice?: (() => void) | undefined;
}

/** One connection of a tenant's login. What is sent while something is under way waits behind it, in order. */
export class Session {
  readonly openedAt = performance.now();
  /** When it was last given back. */
  idleSince = 0;
  readonly #client: pg.Client;
  readonly #inner: Inner;
  readonly #memory: SessionMemory;
  #allowedUntil = Number.POSITIVE_INFINITY;
  #isLost = false;
  #isAbandoned = false;
  #patience: NodeJS.Timeout;
  #bearsMs = silentMs;
  readonly #onLost: (session: Session) => void;

  /** Connects, and takes the role; rejects with what PostgreSQL or the network said. */
  static async open(
    { role = "none", onSchemaNotice, ...settings }: SessionSettings,
    onLost: (session: Session) => void,
    bearsMs = silentMs,
  ): Promise<Session> {
    const client = new pg.Client({ ...settings, pipeline: true, options: `${settings.options} -c role=${role}` });
    const session = new Session(client, role, onLost);
    try {
      await client.connect();
      session.#watchSize();
      session.#bearsMs = bearsMs;
      session.bear(bearsMs);
      await session.#begin();
      if (onSchemaNotice) await session.#listen(onSchemaNotice);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    return session;
  }

  private constructor(client: pg.Client, role: string, onLost: (session: Session) => void) {
    this.#client = client;
    this.#memory = { prepared: new Prepared(), role, sent: 0, leftBy: 0, clearedBy: 0, hasUntold: true, answeredAt: 0 };
    this.#inner = client as unknown as Inner;
    this.#onLost = onLost;
    this.#patience = this.#loseSilent(silentMs);
    client.on("error", () => this.#lose());
    client.on("end", () => this.#lose());
  }

  #lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    clearTimeout(this.#patience);
    this.#onLost(this);
  }

  /** The backend's process id, by which the watchdog ends it. */
  get pid(): number {
    return this.#inner.processID ?? 0;
  }

  /** Idle, outside any transaction, and still connected. */
  get isClean(): boolean {
    return !this.#isLost && this.#inner.readyForQuery && this.#inner._txStatus === "I";
  }

  /** We cut it off while its backend may still be at work, which does not notice before it has something to say. */
  get isAbandoned(): boolean {
    return this.#isAbandoned;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Cuts the session off once it has sent this many more bytes. */
  allow(bytes: number): void {
    this.#allowedUntil = this.#inner.connection.stream.bytesRead + bytes;
  }

  /** Bears a silence of so long, where statements may run longer than usual. */
  bear(ms: number): void {
    clearTimeout(this.#patience);
    if (!this.#isLost) this.#patience = this.#loseSilent(Math.max(ms, this.#bearsMs));
  }

  /** Hears what PostgreSQL tells beside its answers, until what this gives is called. */
  hear(listener: (told: Told) => void): () => void {
    this.#client.on("notice", listener);
    return () => void this.#client.off("notice", listener);
  }

  /** Cuts the session off with what is under way on it, and has its backend ended. */
  abandon(why: Error): void {
    this.#isAbandoned = true;
    this.#inner.connection.stream.destroy(why);
  }

  /** PostgreSQL ends a statement in time; where it does not even do that, nothing will come. */
  #loseSilent(ms: number): NodeJS.Timeout {
    const giveUp = () => {
      if (!this.#inner.readyForQuery) this.abandon(refuseConnection("database_unavailable", retrySoon));
    };
    return setTimeout(giveUp, ms).unref();
  }

  async #begin(): Promise<void> {
    const { rows } = await this.#client.query<{ hidden: boolean }>(asksForHiddenNames);
    this.#memory.prepared.areNamesHidden = rows[0]?.hidden === true;
  }

  /** Hears what the dialect's users say when they changed their schema. It comes between trips. */
  async #listen(onSchemaNotice: () => void): Promise<void> {
    const heard = new Budget(noticesPerSecondMax);
    this.#client.on("notification", ({ channel, payload = "" }) => {
      if (!heard.take()) this.abandon(new Error("the tenant sends notifications without end"));
      else if (channel === "pgrst" && (payload === "" || payload === "reload schema")) onSchemaNotice();
    });
    await this.command("listen pgrst");
  }

  /** One statement in one round trip; see Trip. Repeated once when somebody deallocated our statements, for then nothing ran. */
  trip(context: TripContext | undefined, statement: NamedStatement, values: readonly Value[]): Promise<TripAnswer> {
    return this.#travel(context, statement, values);
  }

  /** A trip that must not insert or update more rows than this, and counts what it wrote. Nobody shares the session meanwhile. */
  countedTrip(context: TripContext, statement: NamedStatement, values: readonly Value[], rowsMax: number): Promise<TripAnswer> {
    return this.#travel(context, statement, values, rowsMax);
  }

  async #travel(
    context: TripContext | undefined,
    statement: NamedStatement,
    values: readonly Value[],
    rowsMax?: number,
  ): Promise<TripAnswer> {
    const { prepared } = this.#memory;
    try {
      return await this.#attempt(context, statement, values, rowsMax);
    } catch (error) {
      prepared.doubt();
      if (!isWithoutStatement(error) || this.isLost) throw error;
      prepared.forgetAll();
      return await this.#attempt(context, statement, values, rowsMax).catch((again: unknown) => this.#despair(again));
    }
  }

  #attempt(
    context: TripContext | undefined,
    statement: NamedStatement,
    values: readonly Value[],
    rowsMax: number | undefined,
  ): Promise<TripAnswer> {
    const travel = () => this.exchange(new Trip(this.#memory, context, statement, values, rowsMax));
    return rowsMax !== undefined && this.#memory.hasUntold ? this.command(tellCounts).then(travel) : travel();
  }

  exchange<Answer>(exchange: Exchange<Answer>): Promise<Answer> {
    this.#patience.refresh();
    this.#client.query(exchange as unknown as pg.Submittable);
    return exchange.answered.catch((error: unknown) => this.#explain(error));
  }

  /** Statements without values in the simple protocol: only ever with texts of our own. */
  async command(text: string): Promise<void> {
    this.#patience.refresh();
    await this.#client.query(text).catch((error: unknown) => this.#explain(error));
  }

  /** What names a statement of ours is told to nobody, and the session is not used again. */
  #despair(error: unknown): never {
    this.#memory.prepared.doubt();
    if (!isWithoutStatement(error)) throw error;
    const refusal = refuseConnection("database_unavailable", retrySoon);
    this.abandon(refusal);
    throw refusal;
  }

  /** Where the connection is gone, that is what is told, unless PostgreSQL or we said why. */
  #explain(error: unknown): never {
    if (isFatal(error)) this.#lose();
    if (isDatabaseError(error) || error instanceof Refusal || !this.#isLost) throw error;
    throw refuseConnection("database_unavailable", retrySoon);
  }

  /** Leaves nothing of what was done on it: settings, temporary tables, locks, cursors, statements, counts not yet told. */
  async discard(): Promise<void> {
    this.#memory.prepared.forgetAll();
    this.#memory.leftBy = ++this.#memory.sent;
    await this.command("discard all");
    await this.trip(undefined, { name: "nm_tell", text: tellCounts, writes: false }, []);
  }

  /** Takes back what code of the tenant's may have left of settings, the role, temporary tables and locks: for those who do not make a trip. */
  async clear(): Promise<void> {
    const { leftBy, clearedBy } = this.#memory;
    if (leftBy > clearedBy) await this.trip(undefined, { name: "nm_clear", text: "select", writes: false }, []);
  }

  /** Says goodbye, or cuts the line when the session is not idle. */
  async close(): Promise<void> {
    if (this.#isLost) return;
    if (!this.isClean) this.abandon(new Error("the session was given up"));
    await this.#client.end().catch(() => undefined);
  }

  #watchSize(): void {
    const { stream } = this.#inner.connection;
    stream.on("data", () => {
      this.#patience.refresh();
      if (stream.bytesRead > this.#allowedUntil) stream.destroy(refuseConnection("answer_too_large"));
    });
  }
}

/** Who sends more is not served by sessions that listen. */
const noticesPerSecondMax = 500;

/** So many a second. */
class Budget {
  readonly #max: number;
  #left = 0;
  #since = Number.NEGATIVE_INFINITY;

  constructor(max: number) {
    this.#max = max;
  }

  /** Whether there was one left. */
  take(): boolean {
    const now = performance.now();
    if (now - this.#since > 1_000) {
      this.#since = now;
      this.#left = this.#max;
    }
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/** A statement of ours is not there: where code of the tenant's looked for one of its own, PostgreSQL says where. */
const isWithoutStatement = (error: unknown): boolean => isDatabaseError(error) && error.code === "26000" && error.where === undefined;

const asksForHiddenNames = "select not pg_catalog.has_function_privilege('pg_catalog.pg_prepared_statement()', 'execute') as hidden";

/** Done as soon as the session is idle. */
const tellCounts = "select pg_catalog.pg_stat_force_next_flush()";
