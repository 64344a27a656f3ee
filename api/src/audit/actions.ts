import type { z } from "zod";
import type { Context } from "../platform/action.ts";
import { csvRecord } from "../platform/csv.ts";
import type { Db } from "../platform/db/store.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { AuditLog, type exportAuditLogs, type listAuditLogs, type listOwnAuditLogs, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { asOwnersSee } from "./rules.ts";

export async function list({ db }: Context, { cursor, limit, ...filter }: InputOf<typeof listAuditLogs>) {
  return toPage(await queries.list(db, await known(db, filter), cursor, limit), limit);
}

/** The log knows people by their ids alone. */
const known = async (db: Db, { actor, ...filter }: queries.AuditFilter): Promise<queries.AuditFilter> => ({
  ...filter,
  actor: typeof actor === "string" && actor.includes("@") ? await queries.findPeople(db, actor) : actor,
});

/** A part of the log as a file. */
export async function exportLog({ db, audit }: Context, { format, reason, cursor, limit, ...filter }: InputOf<typeof exportAuditLogs>) {
  const sought = await known(db, filter);
  const { items, nextCursor } = toPage(await queries.list(db, sought, cursor, limit), limit);
  audit({ target: "audit_logs", projectId: filter.projectId, reason, after: { format, ...sought, cursor, entries: items.length } });
  return { format, entries: items.length, text: writers[format](items), nextCursor };
}

const columns = Object.keys(AuditLog.shape) as (keyof Entry)[];
type Entry = z.output<typeof AuditLog>;

const writers = {
  csv: (items: readonly Entry[]) => [columns, ...items.map((each) => columns.map((name) => each[name]))].map(csvRecord).join(""),
  ndjson: (items: readonly Entry[]) => items.map((each) => `${JSON.stringify(each)}\n`).join(""),
} as const;

export async function listOwn({ db }: Context, { projectId, cursor, limit }: InputOf<typeof listOwnAuditLogs>) {
  if (!(await queries.ownsProject(db, projectId))) throw refuse("project_not_found");
  const page = toPage(await queries.list(db, { projectId }, cursor, limit), limit);
  return { ...page, items: page.items.map(asOwnersSee) };
}
