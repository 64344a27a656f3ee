import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from "node:http";
import type { z } from "zod";
import {
  type Caller,
  type DoorParts,
  dataScopes,
  isCompressed,
  isUtf8Text,
  keyOf,
  openCallers,
  openDoor,
  preflight,
  type Reply,
  readMediaType,
  refuseBrowser,
  refuseData,
  stream,
  toLogin,
  type Visit,
} from "../data/index.ts";
import type { Cell } from "../platform/db/cell.ts";
import type { Logins } from "../platform/db/logins.ts";
import { name } from "../platform/db/sql.ts";
import { flawsOf, wordsOf } from "../platform/flaws.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import { accounted, judge } from "../sql/index.ts";
import { exportTable, importTable, refuse } from "./contract.ts";
import { csvSource } from "./csv-import.ts";
import { type Format, sendTable } from "./export.ts";
import { importInto, type Source } from "./import.ts";
import { ndjsonSource } from "./ndjson-import.ts";
import { advanceSequences, type Numbered } from "./sequences.ts";
import { SizeWatch } from "./size-watch.ts";
import { inTransaction } from "./transaction.ts";
import { makeTurnstile } from "./turnstile.ts";
import { Upload } from "./upload.ts";

export interface BulkDoor extends DoorParts {
  readonly logins: Logins;
  readonly cell: Pick<Cell, "endSessions" | "asProvisioner">;
  readonly abilities: { readonly serviceRoleBypassesRls: boolean };
  /** Tells every process that what it remembers of the project's tables is stale. */
  readonly announce: (projectId: string) => Promise<void>;
}

export const bulkPath = "/api/tables";
const place = /^\/api\/tables\/([^/]+)\/(export|import)\/?$/;
const methods = { export: "GET", import: "POST" } as const;

/** Serves what is under `/api/tables`. */
export function bulkDoor(door: BulkDoor): RequestListener {
  const callerOf = openCallers(door.abilities);
  const inTurn = makeTurnstile();
  return openDoor(door, "bulk", async (visit) => {
    const { request } = visit;
    const here = { ...door, gate: visit.gate };
    const url = new URL(request.url ?? "/", "http://tables");
    const [, encoded = "", act] = place.exec(url.pathname) ?? [];
    if (act !== "export" && act !== "import") throw refuse("nothing_at_address");
    if (request.method === "OPTIONS") return preflight(request.headers, [methods[act]]);
    if (request.method !== methods[act]) throw refuse("bulk_method", { headers: { allow: `${methods[act]}, OPTIONS` } });
    const holder = await identify(here.gate, request, act);
    const asked = {
      door: here,
      visit,
      caller: callerOf(holder),
      input: { ...Object.fromEntries(url.searchParams), table: decoded(encoded) },
    };
    return inTurn(holder.projectId, async () => (act === "export" ? takeOut(asked) : takeIn(asked)));
  });
}

interface Asked {
  readonly door: BulkDoor;
  readonly visit: Visit;
  readonly caller: Caller;
  readonly input: Readonly<Record<string, string>>;
}

async function identify(gate: Gate, { headers }: IncomingMessage, act: "export" | "import"): Promise<Holder> {
  const holder = await gate.identify(keyOf(headers));
  refuseBrowser(holder, headers);
  if (holder.kind !== "secret") throw refuse("bulk_needs_secret_key");
  const scope = act === "export" ? dataScopes.read : dataScopes.write;
  if (!holder.scopes.includes(scope)) throw refuseData("missing_scope", { details: { scope } });
  return holder;
}

/** Headers: a browser saves it as a file. */
async function takeOut({ door, visit, caller, input }: Asked): Promise<undefined> {
  const { holder } = caller;
  const { table, format = formatFor(visit.request.headers.accept), ...rest } = read(exportTable, input);
  const { columns, schema } = common(holder, rest);
  const fileName = encodeURIComponent(`${table}.${format}`).replaceAll("'", "%27");
  const headers = ["content-type", contentTypes[format], "content-disposition", `attachment; filename*=UTF-8''${fileName}`];
  const failure = format === "ndjson" ? (problem: string) => `{"error":${problem}}\n` : undefined;
  return stream(visit, door, { headers, bytesMax: Number.POSITIVE_INFINITY, failure }, (outlet) =>
    accounted(door.gate, visit, holder, { writes: false }, () =>
      inTransaction(door, caller, { gone: visit.gone, isReadOnly: true }, (session) =>
        sendTable(session, { schema, table, format, columns }, outlet),
      ),
    ),
  );
}

async function takeIn({ door, visit, caller, input }: Asked): Promise<Reply> {
  const { gate } = door;
  const { holder } = caller;
  const { table, ...rest } = read(importTable, input);
  const { columns, schema } = common(holder, rest);
  const source = sourceFor(visit.request.headers);
  const upload = new Upload(visit.request, { bytesMax: holder.bounds.importBytesMax });
  const act = { writes: true };
  const size = new SizeWatch(door, holder);
  try {
    const rows = await accounted(gate, visit, holder, act, async (tally) => {
      // One was set aside when leave was given.
      const room = (await gate.room(holder)) + 1;
      const refuseMore = (rowsSoFar: number) => {
        if (rowsSoFar > room) throw gate.noRoom(holder);
      };
      const judgeRows = judge(gate, holder, act);
      const judgeAll = async (rowsGrown: number) => {
        await judgeRows(rowsGrown);
        await size.measure();
      };
      const settings = { gone: visit.gone, isReadOnly: false, judge: judgeAll };
      const taken = (bytes: number) => size.taken(bytes);
      const done = await inTransaction(door, caller, settings, (session) =>
        importInto(session, { schema, table, columns, source, refuseMore, taken }, upload),
      );
      tally.rowsWritten = done.rowsWritten;
      if (done.hasNewSchema) await door.announce(holder.projectId);
      const { count, numbered } = done.result;
      if (numbered.length > 0) await numberOn(door, holder, numbered);
      return count;
    });
    const body = JSON.stringify({ rows, bytes: upload.bytes });
    return { status: 200, headers: ["content-type", "application/json; charset=utf-8"], body };
  } catch (error) {
    if (size.isFull) await shrink(door, holder, { schema, table });
    throw error;
  } finally {
    upload.close();
  }
}

/** What was undone would take up room until PostgreSQL comes round to it, and hold what is next against the project. */
const shrink = ({ logins, log }: BulkDoor, holder: Holder, at: { readonly schema: string; readonly table: string }) =>
  logins
    .use(toLogin(holder, "owner"), (owner) => owner.command(`vacuum ${name(at.schema).text}.${name(at.table).text}`))
    .catch((error: unknown) => log.warn("a table could not be shrunk after an import", { error, projectId: holder.projectId }));

/** The rows are kept already: what fails here takes nothing back. */
const numberOn = ({ logins, log }: BulkDoor, holder: Holder, numbered: readonly Numbered[]) =>
  logins
    .use(toLogin(holder, "owner"), (owner) => advanceSequences(owner, numbered))
    .catch((error: unknown) => log.warn("sequences could not be set behind an import", { error, projectId: holder.projectId }));

const contentTypes = { csv: "text/csv; charset=utf-8; header=present", ndjson: "application/x-ndjson; charset=utf-8" };
const ndjsonTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

const formatFor = (accept = ""): Format => (ndjsonTypes.some((type) => accept.includes(type)) ? "ndjson" : "csv");

function sourceFor(headers: IncomingHttpHeaders): Source {
  const { type, parameters } = readMediaType(headers["content-type"] ?? "");
  const isReadable = !isCompressed(headers) && isUtf8Text(parameters);
  if (isReadable && type === "text/csv") return csvSource;
  if (isReadable && ndjsonTypes.includes(type)) return ndjsonSource;
  throw refuse("bulk_media_type", { headers: { "accept-post": "text/csv, application/x-ndjson" } });
}

/** The schema is one of those that are shown; columns are given by commas between. */
function common(
  { exposedSchemas }: Holder,
  { schema = exposedSchemas[0] ?? "public", columns }: { schema?: string | undefined; columns?: string | undefined },
) {
  if (!exposedSchemas.includes(schema)) throw refuse("table_not_found", { details: { schema } });
  return { schema, columns: columns?.split(",").map((each) => each.trim()) };
}

function read<D extends { readonly input: z.ZodType }>(operation: D, given: Readonly<Record<string, string>>): z.output<D["input"]> {
  const { data, error } = operation.input.safeParse(given, { error: wordsOf });
  if (error) throw refuse("invalid_bulk_input", { details: { errors: flawsOf(error) } });
  return data as z.output<D["input"]>;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse("invalid_bulk_input", {
      details: { errors: [{ path: "table", message: "This is not valid percent-encoding of UTF-8." }] },
    });
  }
}
