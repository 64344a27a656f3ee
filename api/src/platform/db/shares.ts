/** Whose sessions are counted together. */
export interface Holding {
  readonly tenantId: string;
  readonly ownerId?: string | undefined;
  /** Of the tenant's own, where it may have fewer than each may. */
  readonly sessionsMax?: number | undefined;
}

export interface ShareLimits {
  /** Sessions over all logins. */
  readonly sessionsMax: number;
  /** Of one tenant's logins together. */
  readonly sessionsPerTenantMax: number;
  /** Of all tenants of one owner together. */
  readonly sessionsPerOwnerMax: number;
}

/** So many parts of all sessions are for logins that have none. */
const reservePart = 1 / 10;

/** Counts sessions altogether, by tenant and by owner, and says who stands in the way of one more. */
export class Shares {
  readonly #limits: ShareLimits;
  readonly #reserve: number;
  readonly #counts = new Map<string, number>();
  #open = 0;

  constructor(limits: ShareLimits) {
    this.#limits = limits;
    this.#reserve = Math.floor(limits.sessionsMax * reservePart);
  }

  get open(): number {
    return this.#open;
  }

  add({ tenantId, ownerId }: Holding, by: 1 | -1): void {
    this.#open += by;
    this.#count(`tenant ${tenantId}`, by);
    if (ownerId !== undefined) this.#count(`owner ${ownerId}`, by);
  }

  /** Whose sessions are too many for one more of this login; nothing when there is room. */
  inWayOf(
    { tenantId, ownerId, sessionsMax = Number.POSITIVE_INFINITY }: Holding,
    hasSome: boolean,
  ): ((other: Holding) => boolean) | undefined {
    if (this.#isAt(`tenant ${tenantId}`, Math.min(sessionsMax, this.#limits.sessionsPerTenantMax)))
      return (other) => other.tenantId === tenantId;
    if (ownerId !== undefined && this.#isAt(`owner ${ownerId}`, this.#limits.sessionsPerOwnerMax))
      return (other) => other.ownerId === ownerId;
    return this.#open >= this.#limits.sessionsMax - (hasSome ? this.#reserve : 0) ? () => true : undefined;
  }

  /** The tenant's own limit, where that is what keeps it from one more. */
  ownLimitReached({ tenantId, sessionsMax }: Holding): number | undefined {
    if (sessionsMax === undefined || sessionsMax > this.#limits.sessionsPerTenantMax) return undefined;
    return this.#isAt(`tenant ${tenantId}`, sessionsMax) ? sessionsMax : undefined;
  }

  #isAt(key: string, max: number): boolean {
    return (this.#counts.get(key) ?? 0) >= max;
  }

  #count(key: string, by: number): void {
    const now = (this.#counts.get(key) ?? 0) + by;
    if (now === 0) this.#counts.delete(key);
    else this.#counts.set(key, now);
  }
}
