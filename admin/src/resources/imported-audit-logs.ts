import { exportAuditLogs } from "@nextmavens/api/audit";
import { maskedText, masking } from "@nextmavens/api/platform/masking";
import { actionWords } from "../action-words.ts";
import type { Row } from "../sight.ts";
import { roleOf } from "./offer.ts";
import type { Plan } from "./plan.ts";

const text = (value: unknown) => (typeof value === "string" ? maskedText(value) : value);

/** What was taken over before the import masked as much as our own entries do stands there as it came: nobody is shown it. */
const masked = (row: Row): Row => ({
  ...row,
  ...{ actor: text(row["actor"]), action: text(row["action"]), target: text(row["target"]) },
  ...(typeof row["entry"] === "string" ? { entry: JSON.stringify(JSON.parse(row["entry"]), masking, 4) } : {}),
});

export const importedAuditLogs: Plan = {
  table: "imported_audit_logs",
  title: "Old audit log",
  one: "entry",
  group: "System",
  about: "What another platform wrote down before its projects came here. This one did not see it happen, and keeps it as it was told.",
  empty: "The audit log of a platform that is taken over by npm run import appears here.",
  readableBy: "viewer",
  exportableBy: roleOf(exportAuditLogs),
  titledBy: "action",
  titleOf: ({ action }) => actionWords(String(action)),
  columns: [
    { name: "at", look: "time" },
    { name: "action", look: "action" },
    { name: "actor", look: "mono", label: "By" },
    { name: "target", look: "mono" },
    { name: "project_id", look: "id" },
    { name: "source", look: "text", label: "From" },
  ],
  details: [
    { name: "entry", look: "code", label: "As it was" },
    { name: "imported_at", look: "time" },
    { name: "developer_id", look: "id", label: "Developer" },
    { name: "old_id", look: "mono", label: "Its id there" },
  ],
  sort: { by: "at", direction: "desc" },
  enrich: (rows) => rows.map(masked),
};
