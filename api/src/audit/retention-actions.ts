import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import type { AuditRetention, setAuditRetention } from "./retention-contract.ts";
import * as queries from "./retention-queries.ts";
import { isShorter } from "./rules.ts";

/** What staff set goes before the configuration, and what was in force before less of it. */
export async function getRetention({ db, settings }: Pick<Context, "db" | "settings">): Promise<AuditRetention> {
  const configuredMonths = settings.auditRetentionMonths ?? null;
  const set = await queries.find(db);
  if (set) return { ...set, configuredMonths, source: set.setBy === null ? "configuration" : "staff" };
  const unsaid = { reason: null, setBy: null, setAt: null, revision: 0 };
  return { months: configuredMonths, configuredMonths, source: "configuration", ...unsaid };
}

const variable = "AUDIT_RETENTION_MONTHS";

/**
 * Remembers what the configuration says, where staff have not said otherwise. More of it counts at once; less is for two persons to set,
 * and whoever changed the variable alone is told so.
 */
export async function keepConfigured(context: Context): Promise<void> {
  const { db, now, log } = context;
  await queries.lock(db);
  const { months, configuredMonths, source, revision } = await getRetention(context);
  if (source === "staff" || (revision > 0 && months === configuredMonths)) return;
  if (isShorter(configuredMonths, months)) {
    const how =
      "set it in the console (Legal holds: Set how long it is kept) or by PUT /api/admin/audit/retention, and have another admin approve it";
    log.warn(`${variable} asks for less than the audit log is kept for, and does not count: ${how}`, { months, configuredMonths });
    return;
  }
  const after = await queries.set(db, { months: configuredMonths, reason: variable, by: null, now });
  context.audit({
    ...{ action: "keepConfiguredRetention", target: "audit_logs", reason: variable },
    ...(revision > 0 ? { before: { months, revision } } : {}),
    after: { months: after.months, revision: after.revision },
  });
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
  return { ...after, configuredMonths: context.settings.auditRetentionMonths ?? null, source: "staff" };
}
