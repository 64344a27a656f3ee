import type { Desk, Seat } from "./desk.ts";
import type { Login } from "./login.ts";

/** Who is asked often is asked again soon, and misses its only session more than one of several. */
const worthOf = ({ heat, size }: Desk) => heat.value / size ** 2;

/** A login that did without one of its sessions for so long does without it. */
const spareMs = 1_000;

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

  /**
   * The one that will be missed least of such a login's: one beside others that was not needed of late, or else by its worth; of
   * several the least recently used. A login's only one where that may be.
   */
  leastMissed(isSuch: (login: Login) => boolean, mayBeOnly: boolean): Seat | undefined {
    const spareSince = performance.now() - spareMs;
    let found: { readonly seat: Seat; readonly worth: number } | undefined;
    for (const seat of this.#seats) {
      if (!isSuch(seat.desk.login)) continue;
      const isOnly = seat.desk.size === 1;
      if (!isOnly && seat.session.idleSince < spareSince) return seat;
      if (isOnly && !mayBeOnly) continue;
      const worth = worthOf(seat.desk);
      if (!found || worth < found.worth) found = { seat, worth };
    }
    return found?.seat;
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
