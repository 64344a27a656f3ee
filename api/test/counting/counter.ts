import type { Granted, LeaseRequest, Settlement } from "../../src/quotas/queries.ts";

/** The counter of one day, as `lease_quota` keeps it. */
export class Counter {
  leased = 0;
  spent = 0;
  asked = 0;

  lend = async ({ back, spent, limit, portion }: LeaseRequest): Promise<Granted> => {
    this.asked += 1;
    this.leased -= back;
    this.spent += spent;
    const left = limit - this.leased;
    const granted = Math.max(0, Math.min(portion, Math.max(1, Math.floor(left / 32)), left));
    this.leased += granted;
    return { granted, leased: this.leased, spent: this.spent };
  };

  settle(settlements: readonly Settlement[]): void {
    for (const { back, spent } of settlements) {
      this.leased -= back;
      this.spent += spent;
    }
  }
}
