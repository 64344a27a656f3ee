import type { Desk } from "./desk.ts";
import type { Login } from "./login.ts";
import type { Shares } from "./shares.ts";

/** When the cap is reached, a login that has nothing waits this long before another must give a session up, and this long for its last. */
const patienceMs = 50;
const patienceForLastMs = 250;

/** Desks that want one more session than they have, longest waiting first, and who stands in their way. */
export class Line {
  readonly #shares: Shares;
  readonly #wanting = new Set<Desk>();

  constructor(shares: Shares) {
    this.#shares = shares;
  }

  get isEmpty(): boolean {
    return this.#wanting.size === 0;
  }

  /** Who leaves and joins again meanwhile comes again, at the end. */
  desks(): Iterable<Desk> {
    return this.#wanting;
  }

  join(desk: Desk): void {
    this.#wanting.add(desk);
  }

  leave(desk: Desk): void {
    this.#wanting.delete(desk);
  }

  /** Whose sessions are too many for one more of this desk; nothing when there is room. */
  inWayOf(desk: Desk): ((login: Login) => boolean) | undefined {
    return this.#shares.inWayOf(desk.login, desk.size > 0);
  }

  /** At the cap, or its tenant's or owner's part of it, a login without any session comes before one that has several; after a while, before one that has any. */
  isOwedToAnother(desk: Desk): boolean {
    const patience = desk.size > 0 ? patienceMs : patienceForLastMs;
    for (const other of this.#wanting) {
      const isNext = other !== desk && other.size === 0 && other.hasWaited(patience);
      if (isNext && this.inWayOf(other)?.(desk.login)) return true;
    }
    return false;
  }
}
