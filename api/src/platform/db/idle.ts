import type { Desk, Seat } from "./desk.ts";
import type { Login } from "./login.ts";

/** Sessions that nobody uses just now, by their desks and by how long ago somebody did. */
export class Idle {
  /** Least recently used first. */
  readonly #seats = new Set<Seat>();

  add(seat: Seat): void {
    seat.session.idleSince = performance.now();
    seat.desk.idle.push(seat);
    this.#seats.add(seat);
  }

  /** The desk's most recently used one, which is idle no more. */
  take(desk: Desk): Seat | undefined {
    const seat = desk.idle.pop();
    if (seat) this.#seats.delete(seat);
    return seat;
  }

  /** Whether it was there. */
  remove(seat: Seat): boolean {
    if (!this.#seats.delete(seat)) return false;
    seat.desk.idle.splice(seat.desk.idle.indexOf(seat), 1);
    return true;
  }

  /** The least recently used one of such a login. */
  leastRecentlyUsed(isSuch: (login: Login) => boolean): Seat | undefined {
    for (const seat of this.#seats) if (isSuch(seat.desk.login)) return seat;
    return undefined;
  }

  /** Those that nobody used since then. */
  unusedSince(time: number): Seat[] {
    const found: Seat[] = [];
    for (const seat of this.#seats) {
      if (seat.session.idleSince > time) break;
      found.push(seat);
    }
    return found;
  }
}
