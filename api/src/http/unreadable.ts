import { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { newId } from "../platform/ids.ts";
import type { Refusal } from "../platform/refusal.ts";
import { titleOf } from "./problem.ts";
import { fault } from "./refuse.ts";

/** The longest address and headers together, in bytes: lists of ids in an address are long, and proxies before us pass some 60 kB on. */
export const maxHeaderSize = 65_536;

/** Says on the bare connection what Node could not read as a request, in the form of both doors, and closes it. */
export function sayUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable || isAnswering(socket)) return void socket.destroy();
  socket.end(rawOf(refusalOf(error)), () => socket.destroy());
}

/** A whole HTTP answer, for where there is no response to write to. */
export function rawOf({ code, status, message }: Refusal): string {
  const title = titleOf(status);
  const problem = { type: "about:blank", title, status, detail: message, code, requestId: newId("request") };
  const body = JSON.stringify({ ...problem, message, details: null, hint: null });
  return [
    `HTTP/1.1 ${status} ${title}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "access-control-allow-origin: *",
    "connection: close",
    "",
    body,
  ].join("\r\n");
}

function refusalOf({ code }: NodeJS.ErrnoException): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return fault("headers_too_large");
  return fault(code === "ERR_HTTP_REQUEST_TIMEOUT" ? "request_timeout" : "unreadable_request");
}

/** Whether an answer is under way, into which nothing may be written. Node keeps it on the connection, for this very question. */
const isAnswering = (socket: Duplex) =>
  "_httpMessage" in socket && socket._httpMessage instanceof ServerResponse && socket._httpMessage.headersSent;
