import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Term } from "./terms.ts";

/** A row that matched: its key in the resource it is of. */
const Found = z.object({ id: z.string() });

/** How many of a kind are looked at, and how many of them are shown. */
const lookedAt = 200;
export const shownOfAKind = 6;
const asked = shownOfAKind + 1;

/** What finds rows of a resource by a term: each statement is bounded and begins at an index. */
export interface Finder {
  readonly resource: string;
  readonly query: (term: Term) => Sql | undefined;
}

export const find = (db: Db, query: Sql) => db.many(Found, query);

const beginsWith = (text: string) => `${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Rows whose prefix begins with the text, or is itself the beginning of it. */
const prefixOf = (text: string): Sql => {
  const beginnings = Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)).filter((each) => each.length >= fewestOfAKey);
  return sql`(prefix like ${beginsWith(text)} or prefix = any(${beginnings}))`;
};
const fewestOfAKey = 4;

/** The records of a table by whole ids and by their beginning. */
const byId =
  (table: Sql, prefix: string): Finder["query"] =>
  (term) => {
    if (term.kind === "id" && term.prefix === prefix) return sql`select id from ${table} where id = ${term.id}`;
    if (term.kind === "part of an id" && term.prefix === prefix)
      return sql`select id from ${table} where id like ${beginsWith(term.beginning)} order by id limit ${asked}`;
    return undefined;
  };

/** Those that begin with the text before those that have it elsewhere, the newest first. */
const byWords =
  (table: Sql, indexed: Sql, title: Sql): Finder["query"] =>
  (term) =>
    term.kind === "words"
      ? sql`
        select id from (select id, ${title} as title from ${table} where words_of(${indexed}) @@ words_like(${term.text}) limit ${lookedAt}) found
        order by lower(title) like lower(${beginsWith(term.text)}) desc, id desc limit ${asked}`
      : undefined;

/** What a row of this whole id is shown with: itself, or what this column of it names. */
const ofId =
  (table: Sql, prefix: string, shown: Sql): Finder["query"] =>
  (term) =>
    term.kind === "id" && term.prefix === prefix ? sql`select ${shown} as id from ${table} where id = ${term.id}` : undefined;

const wholeId = (table: Sql, prefix: string) => ofId(table, prefix, sql`id`);

/** Records that people gave a name of its own. */
const byName =
  (table: Sql, column: Sql, shown: Sql): Finder["query"] =>
  (term) =>
    term.kind === "name" ? sql`select ${shown} as id from ${table} where ${column} = ${term.text} limit ${asked}` : undefined;

export const finders: readonly Finder[] = [
  { resource: "projects", query: byId(sql`projects`, "prj") },
  { resource: "projects", query: byWords(sql`projects`, sql`name`, sql`name`) },
  {
    resource: "projects",
    query: (term) => (term.kind === "tenant" ? sql`select project_id as id from tenants where id = ${term.id}` : undefined),
  },
  { resource: "developers", query: byId(sql`developers`, "dev") },
  { resource: "developers", query: byWords(sql`developers`, sql`email || ' ' || name`, sql`email`) },
  {
    resource: "developers",
    query: (term) =>
      term.kind === "key"
        ? sql`select distinct developer_id as id from developer_tokens where ${prefixOf(term.text)} limit ${asked}`
        : undefined,
  },
  { resource: "developers", query: ofId(sql`developer_tokens`, "pat", sql`developer_id`) },
  { resource: "developers", query: ofId(sql`developer_sessions`, "ses", sql`developer_id`) },
  { resource: "api_keys", query: byId(sql`api_keys`, "key") },
  {
    resource: "api_keys",
    query: (term) =>
      term.kind === "key" ? sql`select id from api_keys where ${prefixOf(term.text)} order by prefix limit ${asked}` : undefined,
  },
  { resource: "suspensions", query: byId(sql`suspensions`, "sus") },
  { resource: "manual_overrides", query: byId(sql`manual_overrides`, "ovr") },
  { resource: "project_quotas", query: wholeId(sql`project_quotas`, "quo") },
  { resource: "quota_proposals", query: wholeId(sql`quota_proposals`, "qpr") },
  { resource: "override_requests", query: wholeId(sql`override_requests`, "ovr") },
  { resource: "appeals", query: wholeId(sql`appeals`, "apl") },
  { resource: "appeals", query: ofId(sql`appeal_messages`, "amg", sql`appeal_id`) },
  { resource: "detections", query: wholeId(sql`detections`, "det") },
  { resource: "detection_rules", query: wholeId(sql`detection_rules`, "rul") },
  { resource: "detection_rules", query: byName(sql`detection_rules`, sql`key`, sql`id`) },
  { resource: "feature_flags", query: byName(sql`feature_flags`, sql`key`, sql`key`) },
  { resource: "plans", query: byName(sql`plans`, sql`id`, sql`id`) },
  { resource: "staff", query: wholeId(sql`staff`, "stf") },
  { resource: "staff", query: byWords(sql`staff`, sql`email || ' ' || name`, sql`email`) },
  { resource: "staff_sessions", query: wholeId(sql`staff_sessions`, "ses") },
  { resource: "break_glass_sessions", query: wholeId(sql`break_glass_sessions`, "bgs") },
  { resource: "break_glass_sessions", query: ofId(sql`break_glass_acts`, "bga", sql`session_id`) },
  { resource: "break_glass_codes", query: wholeId(sql`break_glass_codes`, "bgc") },
  { resource: "approvals", query: wholeId(sql`approvals`, "apv") },
  { resource: "audit_holds", query: wholeId(sql`audit_holds`, "hld") },
  { resource: "outbox", query: wholeId(sql`outbox`, "msg") },
  // What has no page of its own stands on its project's.
  { resource: "projects", query: ofId(sql`webhook_endpoints`, "whk", sql`project_id`) },
  { resource: "projects", query: ofId(sql`notices`, "ntc", sql`project_id`) },
  { resource: "projects", query: ofId(sql`quota_warnings`, "qwn", sql`project_id`) },
  { resource: "projects", query: ofId(sql`reclaims`, "rcl", sql`project_id`) },
  { resource: "audit_logs", query: wholeId(sql`audit_logs`, "aud") },
  {
    resource: "audit_logs",
    query: (term) =>
      term.kind === "request" ? sql`select id from audit_logs where request_id = ${term.id} order by id desc limit ${asked}` : undefined,
  },
];
