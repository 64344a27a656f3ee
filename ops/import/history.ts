import { takeAuditLogs } from "./actions.ts";
import type { Application } from "./apply.ts";
import type { Checks } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import type { Options } from "./options.ts";
import { auditItemOf, type Known } from "./plan/index.ts";
import { type Present, reading } from "./present.ts";
import type { Progress } from "./progress.ts";
import { readBatches } from "./read.ts";

interface Given {
  readonly application: Application;
  readonly present: Present;
  readonly checks: Checks;
  readonly options: Options;
  readonly known: Known;
  readonly ledger: Ledger;
  readonly progress: Progress;
}

/** Keeps the old audit log beside ours, in portions that each are one transaction with an entry of their digest. */
export async function takeHistory({ application, present, checks, options, known, ledger, progress }: Given): Promise<void> {
  const { counts } = ledger;
  if (!options.only.includes("audit_logs") || counts.audit_logs.taken === 0) return;
  progress.begin("old audit log", counts.audit_logs.found);
  try {
    await reading(present, async (client) => {
      for await (const rows of readBatches(client, options.schema, checks.audit_logs, "audit_logs")) {
        const items = rows.map((row) => auditItemOf(row, known)).filter((item) => typeof item !== "string");
        const unique = [...new Map(items.map((item) => [item.oldId, item])).values()];
        await application.act("importAuditLogs", takeAuditLogs, { source: options.source, items: unique }, false);
        progress.step("", rows.length);
      }
    });
  } catch (error) {
    ledger.failed("audit_logs", "(the rest)", (error as Error).message);
  }
  progress.end();
}
