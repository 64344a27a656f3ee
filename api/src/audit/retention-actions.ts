import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import type { AuditRetention, setAuditRetention } from "./retention-contract.ts";
import * as queries from "./retention-queries.ts";

/** What staff set goes before the configuration. */
export async function getRetention({ db, settings }: Pick<Context, "db" | "settings">): Promise<AuditRetention> {
  const set = await queries.find(db);
  if (set) return { ...set, source: "staff" };
  return { months: settings.auditRetentionMonths ?? null, source: "configuration", reason: null, setBy: null, setAt: null, revision: 0 };
}

export async function setRetention(context: Context, { months, reason }: InputOf<typeof setAuditRetention>): Promise<AuditRetention> {
  const { db, actor, now } = context;
  await queries.lock(db);
  const { revision, months: kept } = await getRetention(context);
  const after = await queries.set(db, { months: months ?? null, reason, by: actor.id, now });
  context.audit({
    ...{ target: "audit_logs", reason },
    before: { months: kept, revision },
    after: { months: after.months, revision: after.revision },
  });
  return { ...after, source: "staff" };
}
