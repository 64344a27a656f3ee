import { z } from "zod";
import { fault } from "./fault.ts";

/** Headers by which an answer could reach beyond itself: into connections, cookies and the rules of the whole origin. */
const reserved =
  /^(?:set-cookie2?|content-length|content-encoding|transfer-encoding|connection|keep-alive|upgrade|trailer|te|date|strict-transport-security|clear-site-data|service-worker-allowed|alt-svc|report-to|nel|public-key-pins|x-request-id|access-control-.*|proxy-.*|content-security-policy|x-content-type-options)$/;

export const isReserved = (header: string) => reserved.test(header.toLowerCase());

const Wishes = z.array(z.record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/), z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/)));

/** What the tenant's code set as `response.headers`: a JSON list of objects with one member each. Those that are reserved are left out. */
export function wishedHeaders(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const read = Wishes.safeParse(parse(text));
  if (!read.success || read.data.some((each) => Object.keys(each).length !== 1)) {
    throw fault("PGRST111", "response.headers guc must be a JSON array composed of objects with a single key and a string value");
  }
  return read.data.flatMap(Object.entries).flatMap(([name, value]) => (isReserved(name) ? [] : [name.toLowerCase(), value]));
}

/** What it set as `response.status`. */
export function wishedStatus(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  if (status < 200 || status > 599) throw fault("PGRST112", "response.status guc must be a valid status code");
  return status;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
