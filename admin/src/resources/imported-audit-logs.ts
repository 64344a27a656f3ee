import { exportAuditLogs } from "@nextmavens/api/audit";
import { roleOf } from "./offer.ts";
import type { Plan } from "./plan.ts";

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
  columns: [
    { name: "at", look: "time" },
    { name: "action", look: "title" },
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
};
