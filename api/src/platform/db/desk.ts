import { Heat } from "./heat.ts";
import type { Login } from "./login.ts";
import type { Session } from "./session.ts";

/** A session, and the desk that it is for. */
export interface Seat {
  readonly session: Session;
  readonly desk: Desk;
  /** What the desk's was when the session was begun. */
  readonly generation: number;
}

/** A seat that several use at once. */
export interface SharedSeat {
  readonly seat: Seat;
  underWay: number;
  /** Since when the first of those under way is. */
  since: number;
}

/** A seat to be shared by those who wait for it already. */
export interface ComingSeat {
  readonly seat: Promise<SharedSeat>;
  awaitedBy: number;
}

interface Waiter {
  readonly since: number;
  readonly give: (seat: Seat) => void;
  readonly refuse: (error: unknown) => void;
}

/** One login's sessions and those who wait for one. */
export class Desk {
  login: Login;
  /** Grows when the tenant is forgotten: sessions of an older generation are not kept. */
  generation = 0;
  busy = 0;
  opening = 0;
  wasRepaired = false;
  readonly idle: Seat[] = [];
  /** Those that reads are sent over, and those that writes are. */
  readonly shared: SharedSeat[] = [];
  readonly followed: SharedSeat[] = [];
  coming: ComingSeat | undefined;
  /** How much it is asked. */
  readonly heat: Heat;
  readonly #waiting = new Set<Waiter>();

  constructor(login: Login, heat = new Heat()) {
    this.login = login;
    this.heat = heat;
  }

  /** All its sessions, those to come too. */
  get size(): number {
    return this.idle.length + this.busy + this.opening;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get isUnused(): boolean {
    return this.size === 0 && this.waiting === 0;
  }

  /** Whether one more session would serve somebody, and it may have so many. */
  wantsMore(sessionsMax: number): boolean {
    return this.opening < this.waiting && this.size < sessionsMax;
  }

  /** Whether the first of those who wait does so for longer than that. */
  hasWaited(ms: number): boolean {
    const [first] = this.#waiting;
    return first !== undefined && performance.now() - first.since > ms;
  }

  /** A seat, once somebody gives one; `onTimeout` answers what is told when nobody does for so long. */
  wait(ms: number, onTimeout: () => unknown): Promise<Seat> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
      };
      const waiter: Waiter = {
        since: performance.now(),
        give: (seat) => {
          leave();
          resolve(seat);
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        leave();
        reject(onTimeout());
      }, ms);
      this.#waiting.add(waiter);
    });
  }

  /** Gives the seat to the first who waits, if anybody does. */
  serve(seat: Seat): boolean {
    const [next] = this.#waiting;
    if (!next) return false;
    this.busy += 1;
    next.give(seat);
    return true;
  }

  /** Tells all who wait that they get none. */
  refuse(error: () => unknown): void {
    for (const waiter of [...this.#waiting]) waiter.refuse(error());
  }
}
