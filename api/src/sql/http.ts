import type { IncomingMessage, RequestListener } from "node:http";
import { type DoorParts, keyOf, openDoor, preflight, type Reply, readBody, refuseBrowser, stream, type Visit } from "../data/index.ts";
import { flawsOf, wordsOf } from "../platform/flaws.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import { Refusal } from "../platform/refusal.ts";
import { type Admitting, admitted } from "./admitted.ts";
import { readJson } from "./body.ts";
import { refuse, SqlBody, sqlScope } from "./contract.ts";
import { explaining } from "./explain.ts";
import { mediaFor, type RowMedia } from "./media.ts";
import { warnOfNamesakes, withNotices } from "./notices.ts";
import { pointed } from "./pointed.ts";
import type { Ran, RowStream } from "./run.ts";
import type { Splitter } from "./splitter.ts";
import { understand } from "./understand.ts";

export interface SqlDoor extends Admitting, DoorParts {
  readonly splitter: Splitter;
}

export const sqlPath = "/api/sql";
const bodyBytesMax = 1_000_000;

/** Serves `POST /api/sql`. */
export const sqlDoor = (door: SqlDoor): RequestListener => openDoor(door, "sql", (visit) => serve({ ...door, gate: visit.gate }, visit));

async function serve(door: SqlDoor, visit: Visit): Promise<Reply | undefined> {
  const { request, hold } = visit;
  if (request.method === "OPTIONS") return preflight(request.headers, ["POST"]);
  if (request.method !== "POST") throw refuse("method_not_allowed", { headers: { allow: "POST, OPTIONS" } });
  const holder = await identifyOwner(door.gate, request);
  const bytes = await readBody(request, bodyBytesMax, hold(holder.projectId));
  visit.sent(bytes);
  const media = mediaFor(request.headers.accept);
  if (media) return streamed(door, visit, holder, bytes, media);
  const { answers, body, notices } = await runBody(door, visit, holder, bytes);
  const told = withNotices(body, [...warnOfNamesakes(answers), ...notices]);
  return { status: 200, headers: ["content-type", "application/json; charset=utf-8"], body: told };
}

/** What the last statement gives, as it comes. */
function streamed(
  door: SqlDoor,
  visit: Visit,
  holder: Holder,
  bytes: Buffer,
  { contentType, failure, writer }: RowMedia,
): Promise<undefined> {
  const settings = { headers: ["content-type", contentType], bytesMax: holder.bounds.queryBytesMax, failure };
  return stream(visit, door, settings, (outlet) =>
    runBody(door, visit, holder, bytes, {
      begin(columns, types) {
        const { head, row: write } = writer(columns, types);
        // It is the first of all, and there is room for it.
        void outlet.write(head);
        return (row) => outlet.write(write(row));
      },
    }),
  );
}

/** What the body asks for, within the project's limits; what is wrong with its text is shown where it stands. */
function runBody(door: SqlDoor, visit: Visit, holder: Holder, bytes: Buffer, rows?: RowStream): Promise<Ran> {
  const { request, gone } = visit;
  return admitted(door, visit, holder, async (run) => {
    const { query, params = [], readOnly = false, explain = false } = readSqlBody(request, bytes);
    const prefix = explaining(explain);
    try {
      const statements = await understand(door.splitter, holder, prefix + query, params);
      if (prefix !== "" && statements.length > 1) throw refuse("explain_needs_one_statement");
      if (readOnly && statements.some(({ isAlone }) => isAlone)) throw refuse("not_read_only");
      return await run({ statements, params, isReadOnly: readOnly, isRolledBack: prefix !== "", stream: rows, gone });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw pointed(readOnly && error.code === "25006" ? askedForIt(error) : error, query, [...prefix].length);
    }
  });
}

/** PostgreSQL does not know who wanted nothing to be written. */
const askedForIt = ({ code, status, message, details }: Refusal) =>
  new Refusal({ code, status, message }, { details: { ...details, hint: "The request asked for readOnly." } });

/** Who holds a key that may act as the owner of its project's database. */
export async function identifyOwner(gate: Gate, { headers }: IncomingMessage): Promise<Holder> {
  const holder = await gate.identify(keyOf(headers));
  refuseBrowser(holder, headers);
  if (holder.kind !== "secret" || !holder.scopes.includes(sqlScope)) throw refuse("needs_secret_key");
  return holder;
}

function readSqlBody(request: IncomingMessage, bytes: Buffer): SqlBody {
  const { data, error } = SqlBody.safeParse(readJson(request, bytes), { error: wordsOf });
  if (!error) return data;
  throw refuse("invalid_input", { details: { errors: flawsOf(error) } });
}
