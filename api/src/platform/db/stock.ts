import { LRUCache } from "lru-cache";
import { Desk, type Seat } from "./desk.ts";
import type { Heat } from "./heat.ts";
import { Idle } from "./idle.ts";
import type { Login } from "./login.ts";
import type { Shares } from "./shares.ts";

const rememberedMax = 10_000;

/** The desks there are, and the sessions they have: counted while open, and kept while nobody uses them. */
export class Stock {
  readonly #desks = new Map<string, Desk>();
  readonly #idle = new Idle();
  /** Of logins that have no desk any more: who comes back was asked before. */
  readonly #heats = new LRUCache<string, Heat>({ max: rememberedMax });
  readonly #shares: Shares;

  constructor(shares: Shares) {
    this.#shares = shares;
  }

  deskFor(login: Login): Desk {
    const known = this.#desks.get(login.user);
    if (known) {
      if (known.login.password !== login.password || known.login.sessionsMax !== login.sessionsMax) known.login = login;
      return known;
    }
    const desk = new Desk(login, this.#heats.get(login.user));
    this.#heats.delete(login.user);
    this.#desks.set(login.user, desk);
    return desk;
  }

  desks(): Iterable<Desk> {
    return this.#desks.values();
  }

  dropIfUnused(desk: Desk): void {
    if (!desk.isUnused || this.#desks.get(desk.login.user) !== desk) return;
    this.#desks.delete(desk.login.user);
    this.#heats.set(desk.login.user, desk.heat);
  }

  /** Keeps a session for whoever comes next. */
  keep(seat: Seat): void {
    this.#idle.add(seat);
  }

  /** A kept session of this desk, which is busy now. */
  take(desk: Desk): Seat | undefined {
    for (let seat = this.#idle.take(desk); seat; seat = this.#idle.take(desk)) {
      if (seat.session.isClean) {
        desk.busy += 1;
        return seat;
      }
      this.discard(seat);
    }
    return undefined;
  }

  /** Closes the session of such a login that will be missed least, the only one of a login where that may be; false when there is none. */
  evictOne(isSuch: (login: Login) => boolean, mayBeOnly: boolean): boolean {
    const victim = this.#idle.leastMissed(isSuch, mayBeOnly);
    if (victim) this.evict(victim);
    return victim !== undefined;
  }

  /** What was asked earlier counts less from now on. */
  cool(): void {
    for (const { heat } of this.#desks.values()) heat.cool();
    for (const heat of this.#heats.values()) heat.cool();
  }

  /** Closes those that nobody used since then. */
  evictUnused(since: number): void {
    for (const seat of this.#idle.unusedSince(since)) this.evict(seat);
  }

  /** Closes a tenant's, those in use when they are given back. */
  forget(tenantId: string): void {
    for (const desk of this.#desks.values()) {
      if (desk.login.tenantId !== tenantId) continue;
      desk.generation += 1;
      for (const seat of [...desk.idle]) this.evict(seat);
    }
  }

  /** Closes a session if nobody uses it. */
  evict(seat: Seat): void {
    if (!this.#idle.remove(seat)) return;
    this.discard(seat);
    this.dropIfUnused(seat.desk);
  }

  /** Counts a session out and closes it. Its desk has already let go of it. */
  discard({ desk, session }: Seat): void {
    this.#shares.add(desk.login, -1);
    void session.close();
  }
}
