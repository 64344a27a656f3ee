import { exportAuditLogs } from "@nextmavens/api/audit";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import { actionWords } from "../action-words.ts";
import { roleOf } from "./offer.ts";
import type { Plan } from "./plan.ts";

const Sealed = z.object({ id: z.string(), batch: z.number().nullable() });

export const auditLogs: Plan = {
  table: "audit_logs",
  title: "Audit log",
  one: "entry",
  group: "System",
  about: "Who changed what, when, and why: written in the transaction of the change, never altered, and sealed a moment later.",
  empty: "Every change writes an entry here.",
  readableBy: "viewer",
  exportableBy: roleOf(exportAuditLogs),
  titledBy: "action",
  titleOf: ({ action }) => actionWords(String(action)),
  columns: [
    { name: "at", look: "time" },
    { name: "action", look: "action" },
    { name: "actor_id", look: "actor", label: "By" },
    { name: "target", look: "id" },
    { name: "project_id", look: "id" },
    { name: "reason", look: "note" },
    { name: "sealed_in", look: "text", label: "Sealed", isDerived: true },
  ],
  details: [
    { name: "request_id", look: "id", label: "Request" },
    { name: "actor_kind", look: "text" },
    { name: "on_behalf_of", look: "text", label: "On behalf of" },
    { name: "break_glass", look: "id", label: "Behind broken glass" },
    { name: "before", look: "code" },
    { name: "after", look: "code" },
    { name: "developer_id", look: "id", label: "Developer" },
    { name: "session_id", look: "mono", label: "Session" },
    { name: "user_agent", look: "text", label: "Program" },
  ],
  sort: { by: "id", direction: "desc" },
  madeAt: { column: "at", noun: "audit" },
  async enrich(rows, { reads }) {
    const sealed = await reads.transact("platform", (db) =>
      db.many(Sealed, sql`select id, batch from audit_batches_of(${rows.map(({ id }) => String(id))})`),
    );
    const batches = new Map(sealed.map(({ id, batch }) => [id, batch]));
    return rows.map((row) => {
      const batch = batches.get(String(row["id"])) ?? null;
      return { ...row, sealed_in: batch === null ? "not yet" : `in batch ${batch}` };
    });
  },
  page: "entry",
};
