import type { Desk, Seat } from "./desk.ts";
import { Line } from "./line.ts";
import { type Login, type LoginLimits, refuseMore, refuseSession, retrySoon } from "./login.ts";
import { openSession, remedyOf } from "./opening.ts";
import type { Server } from "./server.ts";
import { refuseConnection, type Session } from "./session.ts";
import { Shares } from "./shares.ts";
import { Stock } from "./stock.ts";

export interface PoolSettings {
  readonly server: Pick<Server, "host" | "port" | "ssl">;
  readonly limits: LoginLimits;
  /** Gives a tenant's logins the passwords we know again: the tenant had changed one. */
  readonly repair: (tenantId: string) => Promise<unknown>;
  /** Ends the backend of a session that was cut off, which may still be at work. */
  readonly end: (tenantId: string, pid: number) => Promise<unknown>;
  /** Hears that somebody in a tenant's database said that its schema changed, as long as a session is open there. */
  readonly onSchemaNotice?: (tenantId: string) => void;
  /** Hears why a login failed: those who waited for it are told only that it did. */
  readonly onError: (error: unknown) => void;
}

const sweepMs = 5_000;
const modestyMs = 250;
/** PostgreSQL counts a closing session for a moment longer. */
const tooManyRetryMs = 100;

/** All sessions of all tenants' logins, each lent to one at a time. */
export class Pool {
  readonly #settings: PoolSettings;
  readonly #limits: LoginLimits;
  readonly #shares: Shares;
  readonly #stock: Stock;
  readonly #line: Line;
  readonly #sweep: NodeJS.Timeout;
  #opening = 0;
  #later: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#limits = settings.limits;
    this.#shares = new Shares(settings.limits);
    this.#stock = new Stock(this.#shares);
    this.#line = new Line(this.#shares);
    this.#sweep = setInterval(() => {
      this.#stock.cool();
      this.#stock.evictUnused(performance.now() - this.#limits.idleMs);
    }, sweepMs).unref();
  }

  deskFor(login: Login): Desk {
    return this.#stock.deskFor(login);
  }

  async acquire(desk: Desk): Promise<Seat> {
    const atHand = desk.waiting === 0 ? this.#stock.take(desk) : undefined;
    return atHand ?? (await this.#wait(desk));
  }

  /** To the next who waits, to those who wait for later, or to nobody. */
  giveBack(seat: Seat): void {
    const { desk, session } = seat;
    desk.busy -= 1;
    if (!session.isClean || !this.isCurrent(seat) || this.#line.isOwedToAnother(desk)) {
      this.#stock.discard(seat);
      this.#want(desk);
      this.#stock.dropIfUnused(desk);
      return;
    }
    if (desk.serve(seat)) return;
    this.#stock.keep(seat);
    if (!this.#line.isEmpty) this.#pump();
  }

  /** Whether the seat should be used on: neither forgotten nor too old. */
  isCurrent({ desk, session, generation }: Seat): boolean {
    return generation === desk.generation && !this.#isClosing && performance.now() - session.openedAt < this.#limits.lifeMs;
  }

  /** Whether somebody waits who should have one of this desk's sessions. */
  isWanted(desk: Desk): boolean {
    return desk.waiting > 0 || this.#line.isOwedToAnother(desk);
  }

  /** Whether the desk has no idle session and may have no more of them. */
  isExhausted(desk: Desk): boolean {
    return desk.idle.length === 0 && desk.size >= this.#limits.sessionsPerLoginMax;
  }

  forget(tenantId: string): void {
    this.#stock.forget(tenantId);
  }

  count(): { readonly open: number; readonly waiting: number } {
    return { open: this.#shares.open, waiting: [...this.#stock.desks()].reduce((sum, desk) => sum + desk.waiting, 0) };
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#sweep);
    clearTimeout(this.#later);
    for (const desk of this.#stock.desks()) desk.refuse(() => refuseSession("database_closing", retrySoon));
    this.#stock.evictUnused(Number.POSITIVE_INFINITY);
    while (this.#shares.open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  #wait(desk: Desk): Promise<Seat> {
    if (this.#isClosing) throw refuseSession("database_closing", retrySoon);
    if (desk.waiting >= this.#limits.waitingPerLoginMax) throw this.#busy(desk);
    const waited = desk.wait(this.#limits.waitMs, () => {
      this.#stock.dropIfUnused(desk);
      return this.#busy(desk);
    });
    this.#want(desk);
    return waited;
  }

  /** Why nothing became free: the tenant's own limit, or too many others. */
  #busy({ login }: Desk): Error {
    const limit = this.#shares.ownLimitReached(login);
    return limit === undefined ? refuseSession("database_busy", retrySoon) : refuseMore(limit);
  }

  #want(desk: Desk): void {
    if (this.#wantsMore(desk)) this.#line.join(desk);
    this.#pump();
  }

  #wantsMore(desk: Desk): boolean {
    return desk.wantsMore(this.#limits.sessionsPerLoginMax);
  }

  /** Opens what is wanted, as far as the cap and the bound on logins under way allow. */
  #pump(): void {
    for (const desk of this.#line.desks()) {
      if (this.#opening >= this.#limits.openingMax) return;
      const wantsMore = this.#wantsMore(desk);
      // Who can't have one keeps its place in the line; others, of other tenants, may.
      if (wantsMore && !this.#makeRoom(desk)) continue;
      this.#line.leave(desk);
      if (!wantsMore) continue;
      void this.#open(desk);
      if (desk.opening < desk.waiting) this.#line.join(desk);
    }
  }

  /**
   * Closes idle sessions of those who have too many, until there is room for one more; one for one, where the room that is kept for
   * those who have none is the reason. Who has a session does without another's only one for a while: most often its own is free
   * sooner than a new one would be open.
   */
  #makeRoom(desk: Desk): boolean {
    const mayTakeOnly = desk.size === 0 || desk.hasWaited(modestyMs);
    for (let isInWay = this.#line.inWayOf(desk); isInWay; isInWay = this.#shares.inWayOf(desk.login, false)) {
      if (this.#stock.evictOne(isInWay, mayTakeOnly)) continue;
      if (!mayTakeOnly) this.#pumpLater();
      return false;
    }
    return true;
  }

  #pumpLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      this.#pump();
    }, modestyMs + 1);
  }

  async #open(desk: Desk): Promise<void> {
    this.#shares.add(desk.login, 1);
    this.#opening += 1;
    desk.opening += 1;
    const outcome = await this.#connect(desk).then(
      (seat) => ({ seat }),
      (error: unknown) => ({ error }),
    );
    this.#opening -= 1;
    desk.opening -= 1;
    if ("seat" in outcome) {
      desk.wasRepaired = false;
      this.#begin(outcome.seat);
    } else {
      this.#shares.add(desk.login, -1);
      await this.#recover(desk, outcome.error);
    }
    this.#pump();
    this.#stock.dropIfUnused(desk);
  }

  async #connect(desk: Desk): Promise<Seat> {
    const { generation } = desk;
    let seat: Seat | undefined;
    const { server, onSchemaNotice } = this.#settings;
    const { login } = desk;
    const onLost = (lost: Session) => {
      if (lost.isAbandoned) this.#settings.end(login.tenantId, lost.pid).catch(this.#settings.onError);
      if (seat) this.#stock.evict(seat);
    };
    // The owner's may be at work for long, and hold back what all databases share.
    const listens = onSchemaNotice !== undefined && login.role !== undefined;
    const session = await openSession(server, login, onLost, listens ? () => onSchemaNotice(login.tenantId) : undefined);
    seat = { session, desk, generation };
    return seat;
  }

  /** Who waited for it has it first: where opening takes long, others' patience would end it before it served anybody. */
  #begin(seat: Seat): void {
    if (seat.session.isClean && this.isCurrent(seat) && seat.desk.serve(seat)) return;
    seat.desk.busy += 1;
    this.giveBack(seat);
  }

  async #recover(desk: Desk, error: unknown): Promise<void> {
    const remedy = remedyOf(error);
    if (remedy === "wait") {
      setTimeout(() => this.#want(desk), tooManyRetryMs);
    } else if (remedy === "repair" && !desk.wasRepaired && (await this.#repair(desk))) {
      this.#want(desk);
    } else {
      desk.wasRepaired = false;
      this.#settings.onError(error);
      desk.refuse(() => refuseConnection("database_unavailable", retrySoon));
    }
  }

  /** Whether the login's password is the one that we know again. */
  #repair(desk: Desk): Promise<boolean> {
    desk.wasRepaired = true;
    return this.#settings.repair(desk.login.tenantId).then(
      () => true,
      (failure: unknown) => {
        this.#settings.onError(failure);
        return false;
      },
    );
  }
}
