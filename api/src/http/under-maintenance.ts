import type { ServerResponse } from "node:http";
import { newId } from "../platform/ids.ts";
import type { Closed } from "../platform/maintenance.ts";

const shut = ["/api/", "/rest/v1/"];
/** What staff, and whoever watches, need all the same. */
const open = ["/api/health", "/api/admin", "/api/openapi.json", "/api/audit/checkpoints"];

/** The API and the data plane are shut; pages are not. Paths are the same in capitals. */
export function isShutBy(url: string): boolean {
  const path = url.toLowerCase();
  return shut.some((each) => path.startsWith(each)) && !open.some((each) => path.startsWith(each));
}

const code = "maintenance";
const retryAfterSeconds = 60;

/** In the form of both doors: the control plane's problem, and what the data plane's clients look for. */
export function sayMaintenance(response: ServerResponse, { message, since }: Closed): void {
  const body = {
    type: "about:blank",
    title: "Unavailable",
    status: 503,
    detail: message,
    code,
    since,
    message,
    details: null,
    hint: "See /status.",
  };
  response
    .writeHead(503, {
      "content-type": "application/problem+json",
      "retry-after": String(retryAfterSeconds),
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    })
    .end(JSON.stringify({ ...body, requestId: newId("request") }));
}
