import { z } from "zod";
import type { DatabaseError } from "../platform/db/exchange.ts";
import { Fault, fault } from "./fault.ts";
import { headerLettersMax, isReserved, parsed, WishedHeaders } from "./wishes.ts";

const Message = z.object({
  code: z.string(),
  message: z.string(),
  details: z.string().nullish(),
  hint: z.string().nullish(),
});
const Detail = z.object({
  status: z.int().min(200).max(599),
  headers: WishedHeaders.refine((headers) => isShort(headers)),
  status_text: z.string().optional(),
});

const messageHint = "MESSAGE must be a JSON object with obligatory keys: 'code', 'message' and optional keys: 'details', 'hint'.";
const isShort = (headers: Readonly<Record<string, string>>) => Object.entries(headers).flat().join("").length <= headerLettersMax;

const detailHint = "DETAIL must be a JSON object with obligatory keys: 'status', 'headers' and optional key: 'status_text'.";

/** An error that the tenant's code raised with the SQLSTATE PGRST: it says itself what the answer shall be. */
export function raisedFault({ message, detail }: DatabaseError): Fault {
  const said = Message.safeParse(parsed(message));
  if (!said.success) return misraised(`Invalid JSON value for MESSAGE: '${message}'`, messageHint);
  if (detail === undefined) return misraised("DETAIL is missing in the RAISE statement", detailHint);
  const how = Detail.safeParse(parsed(detail));
  if (!how.success) return misraised(`Invalid JSON value for DETAIL: '${detail}'`, detailHint);
  const { code, message: text, details = null, hint = null } = said.data;
  const headers = Object.entries(how.data.headers).flatMap(([name, value]) => (isReserved(name) ? [] : [[name.toLowerCase(), value]]));
  return new Fault(how.data.status, { code, message: text, details, hint }, Object.fromEntries(headers));
}

const misraised = (details: string, hint: string) =>
  fault("PGRST121", `Could not parse JSON in the "RAISE SQLSTATE 'PGRST'" error`, { details, hint });
