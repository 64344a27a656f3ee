import { setTimeout as sleep } from "node:timers/promises";
import type { Granted, LeaseRequest, Settlement, Spent } from "./queries.ts";
import { type LeasedMetric, windowAt, windowOf } from "./rules.ts";

/** What was lent; the counter's state only where PostgreSQL lent it, and so was told what had been spent and came back. */
export type Lent = Granted | { readonly granted: number; readonly leased?: undefined; readonly spent?: undefined };

/** Where leases come from. */
export type Lend = (request: LeaseRequest) => Promise<Lent>;

const firstPortion = 8;
/** No portion is larger, whatever the demand. */
export const largestPortion = 65_536;
/** A portion that lasted less than this was too small; one that lasted longer than ten times this, too large. */
const portionLastsMs = 1_000;
/** What is not needed for this long goes back, so that other processes can have it. The rest of a first portion may lie longer: who asks seldom would be lent one for each request. */
const idleMs = 5_000;
const idleFirstMs = 60_000;
/** How long "nothing left" is believed before it is asked again: another process may have handed something back. */
const emptyForMs = 1_000;
/** After a limit changed, other processes hand back what they hold within moments; so long it is waited for. */
const handBackMs = 2_000;
const handBackPollMs = 40;

/**
 * A process's part of a project's limit on a day or a month: lent by the database in portions, spent here without asking.
 * The sum of what all processes were lent never exceeds the limit, so neither does what they spend; only a statement
 * that writes more rows than were set aside for it can, by those rows.
 */
export class Lease {
  readonly #projectId: string;
  readonly #metric: LeasedMetric;
  readonly #lend: Lend;
  #limit = -1;
  #limitChangedAt = 0;
  #window = { startsAt: 0, endsAt: 0 };
  #left = 0;
  #back = 0;
  #spent = 0;
  #totalSpent = 0;
  /** Spent here since the last question, whose answer could not know of it. */
  #spentSince = 0;
  /** Lent to other processes, and not spent as far as is known. */
  #held = 0;
  #portion = firstPortion;
  #granted = 0;
  #lentAt = 0;
  #takenAt = 0;
  #emptyUntil = 0;
  #asking: Promise<void> | undefined;
  #questions = 0;
  /** Something was to be told with a question and was not: nobody may come who has it told. */
  #isOverdue = false;
  /** How many questions there had been when it was last settled. */
  #settledAfter = 0;
  #waiting = 0;
  readonly #ended: Settlement[] = [];

  constructor(projectId: string, metric: LeasedMetric, lend: Lend) {
    this.#projectId = projectId;
    this.#metric = metric;
    this.#lend = lend;
  }

  /** How much of the limit all processes had spent when this one last asked. */
  get used(): number {
    return Math.max(this.#totalSpent, this.#limit);
  }

  /** How much of the limit nobody has spent, as far as this process knows. */
  get remaining(): number {
    return Math.max(0, this.#limit - this.#totalSpent - this.#spentSince);
  }

  /** How much of the limit is spent as far as this process knows; nothing once its window is over. */
  spentAt(now: number): number {
    return now < this.#window.endsAt ? this.#totalSpent + this.#spentSince : 0;
  }

  /** A changed limit takes what was lent under the old one back. */
  limitTo(limit: number, now: number): void {
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.#limitChangedAt = now;
    this.handBack();
  }

  /** What is left goes back with the next settlement; what is known of the counter is asked anew. */
  handBack(): void {
    this.#back += this.#left;
    this.#left = 0;
    this.#emptyUntil = 0;
  }

  /** Spends one, if one is at hand. */
  takeAtHand(now: number): boolean {
    if (this.#left <= 0 || now >= this.#window.endsAt) return false;
    this.#left -= 1;
    this.#spend(1);
    this.#takenAt = now;
    if (this.#granted >= firstPortion && this.#left < this.#granted / 4) this.#askAhead(now);
    return true;
  }

  /** Spends one, asking for more where none is at hand; false when the limit is reached. */
  async take(clock: () => number): Promise<boolean> {
    for (;;) {
      const now = clock();
      this.#enter(now);
      if (this.takeAtHand(now)) return true;
      if (now < this.#emptyUntil) return false;
      this.#waiting += 1;
      await this.#ask(now).finally(() => {
        this.#waiting -= 1;
      });
      if (this.#left <= 0 && this.#othersMayHandBack(clock())) await sleep(handBackPollMs);
    }
  }

  /** Gives back one that was taken at a time, unless its window is over. */
  giveBack(takenAt: number): void {
    if (takenAt < this.#window.startsAt) return;
    this.#left += 1;
    this.#spend(-1);
  }

  /** Spends what a statement used beyond what was set aside for it: it is done, so it counts even beyond the limit. */
  spendMore(amount: number, now: number): void {
    this.#enter(now);
    this.#spend(amount);
    this.#left -= amount;
    if (this.#left < 0) {
      this.#back += this.#left;
      this.#left = 0;
    }
  }

  #spend(amount: number): void {
    this.#spent += amount;
    this.#spentSince += amount;
  }

  /** Whether the database waits to be told something that no request of now will cause to be told. */
  isIdle(now: number): boolean {
    const isToBeTold = (this.#spent !== 0 || this.#back !== 0) && (this.#isOverdue || now - this.#takenAt > idleMs);
    const hasSomething = this.#left > 0 || this.#spent !== 0 || this.#back !== 0;
    return this.#ended.length > 0 || isToBeTold || this.#liesIdle(now) || (hasSomething && now >= this.#window.endsAt);
  }

  #liesIdle(now: number): boolean {
    return this.#left > 0 && now - this.#takenAt > (this.#left < firstPortion ? idleFirstMs : idleMs);
  }

  /** A question still under way, if there is one. */
  get pending(): Promise<void> | undefined {
    return this.#asking;
  }

  /** What the database has to be told; `everything` also hands back what could still be spent. */
  settle(now: number, everything: boolean): Settlement[] {
    if (everything || this.#liesIdle(now)) this.#back += this.#takeLeft();
    if (now >= this.#window.endsAt) this.#end();
    this.#settledAfter = this.#questions;
    const settlement = this.#settlement();
    const told = [...this.#ended, ...(settlement ? [settlement] : [])];
    this.#ended.length = 0;
    if (settlement) this.#told();
    return told;
  }

  /** A settlement could not be written: it is told again. */
  unsettle(settlement: Settlement): void {
    this.#ended.push(settlement);
  }

  /** How much all processes had spent when a settlement was written; less is known of it where more was asked since. */
  learn({ windowStart, spent }: Spent): void {
    if (windowStart !== this.#windowStart || this.#questions !== this.#settledAfter) return;
    this.#totalSpent = spent;
    this.#spentSince = this.#spent;
  }

  #othersMayHandBack(now: number): boolean {
    // Where all is spent, as at the end of an override, nothing that comes back can be lent again.
    const isWorthIt = this.#held > 0 && this.#totalSpent < this.#limit && now - this.#limitChangedAt < handBackMs;
    if (!isWorthIt) return false;
    this.#emptyUntil = 0;
    return true;
  }
  #enter(now: number): void {
    if (now < this.#window.endsAt) return;
    this.#end();
    this.#window = windowAt(windowOf[this.#metric], now);
    this.#emptyUntil = 0;
    this.#totalSpent = 0;
    this.#spentSince = 0;
  }

  #end(): void {
    this.#back += this.#takeLeft();
    const settlement = this.#settlement();
    if (settlement) this.#ended.push(settlement);
    this.#told();
  }

  #takeLeft(): number {
    const left = this.#left;
    this.#left = 0;
    return left;
  }

  #settlement(): Settlement | undefined {
    if (this.#back === 0 && this.#spent === 0) return undefined;
    return { projectId: this.#projectId, metric: this.#metric, windowStart: this.#windowStart, back: this.#back, spent: this.#spent };
  }

  #told(): void {
    this.#back = 0;
    this.#spent = 0;
    this.#isOverdue = false;
  }

  get #windowStart(): string {
    return new Date(this.#window.startsAt).toISOString();
  }

  #askAhead(now: number): void {
    // Whoever needs it asks again, and is told what is wrong.
    if (!this.#asking && now >= this.#emptyUntil) this.#ask(now).catch(() => undefined);
  }

  /** One question at a time, for all who wait. */
  #ask(now: number): Promise<void> {
    this.#asking ??= this.#askOnce(now).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askOnce(now: number): Promise<void> {
    this.#fitPortion(now);
    this.#questions += 1;
    const { startsAt } = this.#window;
    const [back, spent, limit] = [this.#back, this.#spent, this.#limit];
    const since = this.#spentSince;
    this.#told();
    this.#spentSince = 0;
    const request = {
      projectId: this.#projectId,
      metric: this.#metric,
      windowStart: this.#windowStart,
      portion: Math.max(this.#portion, this.#waiting),
      limit,
      back,
      spent,
    };
    const isStillToTell = () => {
      this.#tellLater({ back, spent }, startsAt);
      this.#spentSince += since;
    };
    const lent = await this.#lend(request).catch((error: unknown) => {
      isStillToTell();
      throw error;
    });
    if (lent.leased === undefined) isStillToTell();
    this.#receive(lent, startsAt, limit, now);
  }

  #tellLater({ back, spent }: { back: number; spent: number }, windowStartsAt: number): void {
    if (windowStartsAt !== this.#window.startsAt) {
      this.#ended.push({ ...this.#returned(back, windowStartsAt), spent });
      return;
    }
    this.#back += back;
    this.#spent += spent;
    this.#isOverdue = true;
  }

  #receive({ granted, leased, spent }: Lent, windowStartsAt: number, limit: number, now: number): void {
    this.#lentAt = now;
    this.#granted = granted;
    if (leased !== undefined) {
      this.#held = leased - spent - granted - this.#left - this.#spent - this.#back;
      this.#totalSpent = spent;
    }
    // The day or the limit changed while it was asked: what was lent for the old one goes back.
    if (windowStartsAt !== this.#window.startsAt) this.#ended.push(this.#returned(granted, windowStartsAt));
    else if (limit !== this.#limit) this.#back += granted;
    else {
      this.#left += granted;
      if (granted === 0) this.#emptyUntil = now + emptyForMs;
    }
  }

  #returned(back: number, windowStartsAt: number): Settlement {
    return { projectId: this.#projectId, metric: this.#metric, windowStart: new Date(windowStartsAt).toISOString(), back, spent: 0 };
  }

  #fitPortion(now: number): void {
    const lasted = now - this.#lentAt;
    if (lasted < portionLastsMs) this.#portion = Math.min(largestPortion, this.#portion * 4);
    else if (lasted > 10 * portionLastsMs) this.#portion = Math.max(firstPortion, this.#portion / 4);
  }
}
