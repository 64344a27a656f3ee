import type { Act, Outcome } from "../../platform/gate.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  effectiveLimits,
  type FeltLimit,
  isReached,
  isWorthTelling,
  Lease,
  type Limits,
  limitsUrlOf,
  type Metric,
  Pace,
  Tab,
  type TalliedMetric,
  throttledBy,
  warningItem,
} from "../../quotas/index.ts";
import { strictest } from "../../suspensions/index.ts";
import type { ProjectMeter } from "../../usage/index.ts";
import type { KeyRow } from "./records.ts";
import { deleted, type Exceeded, exceeded, type Felt, restricted, suspended } from "./refuse.ts";

/** What a project's gate works with. */
export interface GateTools {
  readonly clock: () => number;
  readonly publicUrl: string;
  readonly lend: ConstructorParameters<typeof Lease>[2];
}

/** Lets a project's requests in or not, and counts them: all that this process knows of one project. */
export class ProjectGate {
  readonly projectId: string;
  readonly meter: ProjectMeter;
  readonly leases: { readonly requests: Lease; readonly requestsOfMonth: Lease; readonly rows: Lease };
  readonly tabs: { readonly queryMs: Tab; readonly egress: Tab };
  readonly pace = new Pace();
  /** What was read of it before this count of announcements is stale. */
  staleBefore = 0;
  usedAt = 0;
  readonly #tools: GateTools;
  #row: KeyRow;
  #limits: FeltLimits;
  /** The strictest in force; it is read anew when one begins or ends. */
  #sanction: Sanction | undefined;

  constructor(row: KeyRow, meter: ProjectMeter, tools: GateTools) {
    this.projectId = row.projectId;
    this.meter = meter;
    this.leases = {
      requests: new Lease(row.projectId, "requests_per_day", tools.lend),
      requestsOfMonth: new Lease(row.projectId, "requests_per_month", tools.lend),
      rows: new Lease(row.projectId, "rows_written_per_day", tools.lend),
    };
    this.tabs = { queryMs: new Tab(row.projectId, "query_ms_per_day"), egress: new Tab(row.projectId, "egress_bytes_per_month") };
    this.#tools = tools;
    this.#row = row;
    this.#limits = effectiveLimits({ planId: "", plan: [], quotas: [], overrides: [] }, 0).limits;
  }

  /** Takes up what was read anew; tells until when that holds, if nothing is announced. */
  update(row: KeyRow, now: number): number {
    const { limits, nextChangeAt } = effectiveLimits(row, now);
    this.#row = row;
    this.#sanction = strictest(row.sanctions.filter((each) => isInForce(each, now)));
    this.#limits = this.#sanction?.level === "throttled" ? throttled(limits, this.#sanction) : limits;
    this.usedAt = now;
    this.leases.requests.limitTo(limits.requests_per_day.limit, now);
    this.leases.requestsOfMonth.limitTo(limits.requests_per_month.limit, now);
    this.leases.rows.limitTo(limits.rows_written_per_day.limit, now);
    return Math.min(nextChangeAt ?? Number.POSITIVE_INFINITY, ...sanctionTimes(row).filter((at) => at > now));
  }

  /** Sessions of its database that this process may have open for it. */
  get sessionsMax(): number {
    return this.#limits.connections.limit;
  }

  /** What was lent goes back: a limit may have changed. */
  handBack(): void {
    const { requests, requestsOfMonth, rows } = this.leases;
    requests.handBack();
    requestsOfMonth.handBack();
    rows.handBack();
  }

  hasIdleLease(now: number): boolean {
    const { requests, requestsOfMonth, rows } = this.leases;
    const { queryMs, egress } = this.tabs;
    return requests.isIdle(now) || requestsOfMonth.isIdle(now) || rows.isIdle(now) || queryMs.isIdle(now) || egress.isIdle(now);
  }

  /** Throws the refusal, or counts one request; waits only where a lease has run out. */
  admit(act: Act): void | Promise<void> {
    const now = this.#tools.clock();
    this.usedAt = now;
    this.meter.want(now);
    this.#refuseSanctioned(now);
    const grows = act.writes && act.shrinks !== true;
    if (grows) this.#refuseRestricted(now);
    if (grows && this.#isFull) throw this.#counted("requests_refused_quota", this.#full(now), now);
    if (this.sessionsMax === 0) throw this.#refusedByQuota({ metric: "connections", by: this.#limits.connections, used: 0, now });
    this.#refuseUsedUp("query_ms_per_day", this.tabs.queryMs, now);
    this.#refuseUsedUp("egress_bytes_per_month", this.tabs.egress, now);
    this.#refuseFast(now);
    if (!this.leases.requests.takeAtHand(now)) return this.#admitAsking(grows, now);
    if (!this.leases.requestsOfMonth.takeAtHand(now)) return this.#admitOfMonth(grows, now);
    if (grows && !this.leases.rows.takeAtHand(now)) return this.#setRowAside(now);
  }

  /** Leave to write for a request that was let in already. */
  grow(): void | Promise<void> {
    const now = this.#tools.clock();
    this.#refuseRestricted(now);
    if (this.#isFull) throw this.#full(now);
    if (this.leases.rows.takeAtHand(now)) return;
    return this.#takeRow(now);
  }

  /** How many rows may still be inserted or updated. */
  room(): number | Promise<number> {
    const { rows } = this.leases;
    const now = this.#tools.clock();
    if (this.#isFull || this.#isRestricted) return 0;
    const given = () => {
      rows.giveBack(now);
      return rows.remaining;
    };
    return rows.takeAtHand(now) ? given() : rows.take(this.#tools.clock).then((isTaken) => (isTaken ? given() : 0));
  }

  noRoom(): Refusal {
    const now = this.#tools.clock();
    if (this.#sanction && this.#isRestricted) return restricted(this.#felt(this.#sanction));
    if (this.#isFull) return this.#full(now);
    const by = this.#limits.rows_written_per_day;
    const used = Math.max(0, by.limit - this.leases.rows.remaining);
    return this.#exceeded({ metric: "rows_written_per_day", by, used, now, isTooMuch: used < by.limit });
  }

  /** What is half used or more, in `x-quota-warning`; nothing where none is, and that is all it costs then. */
  warning(): string | undefined {
    const now = this.#tools.clock();
    const { requests, requestsOfMonth, rows } = this.leases;
    const { queryMs, egress } = this.tabs;
    let said = this.#warningOf("requests_per_day", requests.spentAt(now), now);
    said = listed(said, this.#warningOf("requests_per_month", requestsOfMonth.spentAt(now), now));
    said = listed(said, this.#warningOf("rows_written_per_day", rows.spentAt(now), now));
    said = listed(said, this.#warningOf("query_ms_per_day", queryMs.spentAt(now), now));
    said = listed(said, this.#warningOf("egress_bytes_per_month", egress.spentAt(now), now));
    return listed(said, this.#warningOf("database_bytes", this.#row.databaseBytes ?? 0, now));
  }

  #warningOf(metric: Metric, used: number, now: number): string | undefined {
    const { limit } = this.#limits[metric];
    return isWorthTelling(used, limit) ? warningItem(metric, used, limit, now) : undefined;
  }

  /** Of a size measured just now, for one request alone: what it undoes is not held against the next. */
  checkSize(databaseBytes: number): void {
    if (isReached(this.#limits.database_bytes.limit, databaseBytes)) throw this.#full(this.#tools.clock(), databaseBytes);
  }

  /** Counts what came of an admitted request; gives back what was set aside and not needed. */
  settle({ act, status, rowsWritten, durationMs, isRefused = false }: Outcome): void {
    const now = this.#tools.clock();
    const admittedAt = now - durationMs;
    if (isRefused) {
      this.#giveRequestBack(admittedAt);
      this.meter.add("requests_refused_quota", 1, now);
    } else if (status >= 500) {
      this.#giveRequestBack(admittedAt);
      this.meter.add("errors_5xx", 1, now);
    } else {
      this.meter.serve(now);
      this.tabs.queryMs.add(durationMs, now);
    }
    this.meter.add("query_ms", durationMs, now);
    if (act.writes) this.meter.add("writes", 1, now);
    if (rowsWritten > 0) this.meter.add("rows_written", rowsWritten, now);
    const setAside = act.writes && act.shrinks !== true ? 1 : 0;
    if (rowsWritten > setAside) this.leases.rows.spendMore(rowsWritten - setAside, now);
    else if (rowsWritten < setAside) this.leases.rows.giveBack(admittedAt);
  }

  /** Counts what an answer came to on its connection. */
  sent(bytes: number): void {
    const now = this.#tools.clock();
    this.tabs.egress.add(bytes, now);
    this.meter.add("egress_bytes", bytes, now);
  }

  #giveRequestBack(takenAt: number): void {
    this.leases.requests.giveBack(takenAt);
    this.leases.requestsOfMonth.giveBack(takenAt);
  }

  #refuseSanctioned(now: number): void {
    const { status, purgeAt } = this.#row;
    if (status === "deleting" || status === "purged") throw this.#counted("requests_refused_suspension", deleted(purgeAt), now);
    if (this.#sanction?.level === "suspended") {
      throw this.#counted("requests_refused_suspension", suspended(this.#felt(this.#sanction)), now);
    }
  }

  #felt(sanction: Felt["sanction"]): Felt {
    return { sanction, projectId: this.projectId, publicUrl: this.#tools.publicUrl };
  }

  #exceeded(what: Omit<Exceeded, "limitsUrl">): Refusal {
    return exceeded({ ...what, limitsUrl: limitsUrlOf(this.#tools.publicUrl, this.projectId) });
  }

  get #isRestricted(): boolean {
    return this.#sanction?.level === "restricted";
  }

  #refuseRestricted(now: number): void {
    if (!this.#sanction || !this.#isRestricted) return;
    throw this.#counted("requests_refused_suspension", restricted(this.#felt(this.#sanction)), now);
  }

  get #isFull(): boolean {
    return isReached(this.#limits.database_bytes.limit, this.#row.databaseBytes ?? 0);
  }

  #full(now: number, used = this.#row.databaseBytes ?? 0): Refusal {
    return this.#exceeded({ metric: "database_bytes", by: this.#limits.database_bytes, used, now });
  }

  #refuseFast(now: number): void {
    const by = this.#limits.requests_per_second;
    const waitMs = this.pace.take(by.limit, performance.now());
    if (waitMs > 0) throw this.#refusedByQuota({ metric: "requests_per_second", by, used: by.limit, now, waitMs });
  }

  #refuseUsedUp(metric: TalliedMetric, tab: Tab, now: number): void {
    const by = this.#limits[metric];
    const used = tab.spentAt(now);
    if (used >= by.limit) throw this.#refusedByQuota({ metric, by, used, now });
  }

  async #admitAsking(grows: boolean, now: number): Promise<void> {
    const { requests } = this.leases;
    if (!(await requests.take(this.#tools.clock))) {
      throw this.#refusedByQuota({ metric: "requests_per_day", by: this.#limits.requests_per_day, used: requests.used, now });
    }
    await this.#admitOfMonth(grows, now);
  }

  /** One of the day was taken already. */
  async #admitOfMonth(grows: boolean, now: number): Promise<void> {
    const { requests, requestsOfMonth } = this.leases;
    try {
      if (!(await requestsOfMonth.take(this.#tools.clock))) {
        throw this.#refusedByQuota({ metric: "requests_per_month", by: this.#limits.requests_per_month, used: requestsOfMonth.used, now });
      }
    } catch (error) {
      requests.giveBack(now);
      throw error;
    }
    if (grows) await this.#setRowAside(now);
  }

  /** One row for a statement that may write; how many it wrote is known only afterwards. */
  async #setRowAside(now: number): Promise<void> {
    try {
      await this.#takeRow(now);
    } catch (error) {
      this.#giveRequestBack(now);
      throw error instanceof Refusal ? this.#counted("requests_refused_quota", error, now) : error;
    }
  }

  async #takeRow(now: number): Promise<void> {
    const { rows } = this.leases;
    if (await rows.take(this.#tools.clock)) return;
    throw this.#exceeded({ metric: "rows_written_per_day", by: this.#limits.rows_written_per_day, used: rows.used, now });
  }

  #refusedByQuota(what: Omit<Exceeded, "limitsUrl">) {
    return this.#counted("requests_refused_quota", this.#exceeded(what), what.now);
  }

  #counted<Refused>(metric: "requests_refused_quota" | "requests_refused_suspension", refusal: Refused, now: number): Refused {
    this.meter.add(metric, 1, now);
    return refusal;
  }
}

const listed = (said: string | undefined, more: string | undefined) => (said && more ? `${said}, ${more}` : (said ?? more));

type Sanction = KeyRow["sanctions"][number];

const isInForce = ({ startsAt, endsAt }: Sanction, now: number) =>
  Date.parse(startsAt) <= now && (endsAt === null || now < Date.parse(endsAt));

const sanctionTimes = ({ sanctions }: KeyRow) =>
  sanctions.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt === null ? [] : [endsAt])]).map((at) => Date.parse(at));

type FeltLimits = Readonly<Record<Metric, FeltLimit>>;

const throttled = (limits: Limits, { id, endsAt }: Sanction): FeltLimits => ({
  ...limits,
  requests_per_second: throttledBy(limits.requests_per_second, { id, until: endsAt }),
});
