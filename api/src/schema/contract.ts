import { z } from "zod";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { refuseSql } from "../sql/index.ts";
import { OneTable, Schema } from "./shapes.ts";

export const refuse = refusals({
  nothing_at_address: [404, "There is nothing at this address under /api/schema."],
  method_not_allowed: [405, "This address does not take that method."],
  invalid_input: [422, "Something that was sent is not as it must be: `errors` names each with its path."],
  schema_not_found: [404, "There is no such schema among the project's own."],
  table_not_found: [404, "There is no such table in this schema."],
});

/** A name as PostgreSQL keeps it: 63 bytes, whatever they are. */
export const Name = z
  .string()
  .min(1)
  .refine((name) => Buffer.byteLength(name) <= 63 && !name.includes("\0"), "must be at most 63 bytes long, and hold no NUL")
  .meta({ maxLength: 63 });
const inSchema = Name.default("public").meta({ description: "The schema it is in.", example: "public" });

export const common = { tag: "Schema", permission: "public", security: "apiKey" } as const;
export const atTheDoor = refuseSql.declare("needs_secret_key");

export const readSchema = operation({
  ...common,
  id: "readSchema",
  at: "GET /api/schema",
  summary: "Read what the project's database holds: tables, columns, relations, functions, policies, …",
  query: { schema: Name.optional().meta({ description: "Only this schema; all of the project's if left out." }) },
  returns: [200, Schema],
  refuses: atTheDoor,
});

export const readTable = operation({
  ...common,
  id: "readTable",
  at: "GET /api/schema/tables/{table}",
  summary: "Read one table, with what it refers to and what refers to it",
  path: { table: Name.meta({ example: "todos" }) },
  query: { schema: inSchema },
  returns: [200, OneTable],
  refuses: [...atTheDoor, ...refuse.declare("table_not_found")],
});
