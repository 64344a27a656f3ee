import type { ConsoleSight, ResourceSight } from "../sight.ts";

declare global {
  interface Window {
    readonly CONSOLE: ConsoleSight;
  }
}

/** What this page was given: who reads it, and what there is to see. */
export const { member, resources, provesBy, mayBacktest, testable, isBehindGlass } = window.CONSOLE;

export const resourceOf = (id: string | undefined): ResourceSight | undefined => resources.find((each) => each.id === id);

export const listPath = (resource: string) => `/admin/resources/${resource}`;
export const recordPath = (resource: string, id: string, act = "show") =>
  `/admin/resources/${resource}/records/${encodeURIComponent(id)}/${act}`;

/** Ids say by their beginning what they are of. */
const resourceByPrefix: Readonly<Record<string, string>> = {
  prj: "projects",
  dev: "developers",
  key: "api_keys",
  sus: "suspensions",
  apl: "appeals",
  det: "detections",
  rul: "detection_rules",
  ovr: "manual_overrides",
  quo: "project_quotas",
  qpr: "quota_proposals",
  stf: "staff",
  aud: "audit_logs",
  hld: "audit_holds",
  msg: "outbox",
  bgs: "break_glass_sessions",
  apv: "approvals",
};

/** The page of what this id names, where the reader may see it. */
export function pathOfId(id: string): string | undefined {
  const resource = /^[a-z]{3}_[0-9a-z]{26}$/.test(id) ? resourceByPrefix[id.slice(0, 3)] : undefined;
  return resource && resourceOf(resource) ? recordPath(resource, id) : undefined;
}
