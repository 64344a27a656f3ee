import { z } from "zod";
import { fault } from "./fault.ts";

/** Headers by which an answer could reach beyond itself: into connections, cookies, proxies on the way and the rules of the whole origin. */
const reserved = new RegExp(
  `^(?:${[
    "set-cookie2?|set-login|clear-site-data|www-authenticate|authentication-info",
    "content-length|content-encoding|transfer-encoding|connection|keep-alive|upgrade|trailer|te|date|via|alt-svc|http2-settings",
    "strict-transport-security|service-worker-allowed|report-to|reporting-endpoints|nel|public-key-pins|expect-ct|origin-agent-cluster",
    "accept-ch|critical-ch|speculation-rules|content-security-policy(?:-report-only)?|x-content-type-options|x-request-id",
    "access-control-.*|cross-origin-.*|proxy-.*|sec-.*|x-accel-.*|x-sendfile.*|x-lighttpd-.*|surrogate-.*|(?:.*-)?cdn-cache-control",
  ].join("|")})$`,
);

export const isReserved = (header: string) => reserved.test(header.toLowerCase());

/** Proxies refuse answers with more than that of headers, as if we had failed. */
export const headerLettersMax = 8_000;

/** Node writes a header's letters as bytes, one each: what is beyond ASCII travels as UTF-8, as the dialect has it. */
const Value = z
  .string()
  .regex(/^[\t\x20-\x7e\u0080-\uffff]*$/)
  .transform((text) => Buffer.from(text).toString("latin1"));

/** Headers as the tenant's code gives them. */
export const WishedHeaders = z.record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/), Value);
const Wishes = z.array(WishedHeaders);

/** What the tenant's code set as `response.headers`: a JSON list of objects with one member each. Those that are reserved are left out. */
export function wishedHeaders(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const read = Wishes.safeParse(parsed(text));
  if (!read.success || read.data.some((each) => Object.keys(each).length !== 1)) {
    throw fault("PGRST111", "response.headers guc must be a JSON array composed of objects with a single key and a string value");
  }
  if (text.length > headerLettersMax) throw fault("PGRST111", `response.headers guc must not be longer than ${headerLettersMax} letters`);
  return read.data.flatMap(Object.entries).flatMap(([name, value]) => (isReserved(name) ? [] : [name.toLowerCase(), value]));
}

/** What it set as `response.status`. */
export function wishedStatus(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  if (status < 200 || status > 599) throw fault("PGRST112", "response.status guc must be a valid status code");
  return status;
}

/** What a JSON text says; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
