import type { Plan } from "./plan.ts";

export const auditLogs: Plan = {
  table: "audit_logs",
  title: "Audit log",
  one: "entry",
  group: "Platform",
  about: "Who changed what, when, and why: written in the transaction of the change, and never altered.",
  empty: "Every change writes an entry here.",
  readableBy: "viewer",
  titledBy: "action",
  columns: [
    { name: "at", look: "time" },
    { name: "action", look: "title" },
    { name: "actor_id", look: "actor", label: "By" },
    { name: "target", look: "id" },
    { name: "project_id", look: "id" },
    { name: "reason", look: "note" },
  ],
  details: [
    { name: "request_id", look: "id", label: "Request" },
    { name: "actor_kind", look: "text" },
    { name: "before", look: "code" },
    { name: "after", look: "code" },
    { name: "developer_id", look: "id", label: "Developer" },
  ],
  sort: { by: "id", direction: "desc" },
};
