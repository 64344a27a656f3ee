import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Store } from "../platform/db/store.ts";
import type { Health } from "./contract.ts";

const slowMs = 500;
const patienceMs = 3_000;

/** This process answers, and hears what other processes announce. */
export const checkProcess = (isBusTrusted: boolean): Health =>
  isBusTrusted
    ? { status: "pass", checks: { process: { status: "pass" }, bus: { status: "pass" } } }
    : {
        status: "warn",
        checks: { process: { status: "pass" }, bus: { status: "warn", message: "changes are read through, not announced" } },
      };

/** One statement in the control database; its failure is told without its reason, which is the log's. */
export async function checkDatabase(store: Store): Promise<Health> {
  const startedAt = performance.now();
  try {
    await within(
      patienceMs,
      store.transact("platform", (db) => db.one(z.object({}), sql`select 1`)),
    );
  } catch {
    return { status: "fail", checks: { database: { status: "fail", message: "the database does not answer" } } };
  }
  const observedMs = Math.round((performance.now() - startedAt) * 10) / 10;
  const status = observedMs > slowMs ? "warn" : "pass";
  return { status, checks: { database: { status, observedMs } } };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
