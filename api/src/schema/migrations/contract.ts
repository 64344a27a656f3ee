import { z } from "zod";
import { operation } from "../../platform/operation.ts";
import { refusals } from "../../platform/refusal.ts";
import { refuseSql } from "../../sql/index.ts";
import { atTheDoor, common, refuse as refuseAny } from "../contract.ts";

export const refuse = refusals({
  migration_changed: [409, "A migration of this name was applied with another text. Write the next one instead of changing it."],
  migration_out_of_order: [409, "A migration with a later name was applied already. Give this one a name that sorts after `lastName`."],
  not_alone: [
    400,
    "A migration is one transaction, and this statement can't run in one. Leave it out here, and send it to POST /api/sql in a request of its own.",
  ],
});

export const Migration = z
  .object({
    name: z.string(),
    position: z.int().meta({ description: "1 for the first that was applied." }),
    checksum: z.string().meta({ description: "SHA-256 of the text in hexadecimal; lines may end in LF or CRLF." }),
    appliedAt: z.iso.datetime(),
  })
  .meta({ id: "Migration" });
export type Migration = z.output<typeof Migration>;

export const listMigrations = operation({
  ...common,
  id: "listMigrations",
  at: "GET /api/schema/migrations",
  summary: "List the migrations that were applied, in their order",
  returns: [200, z.object({ items: z.array(Migration) })],
  refuses: atTheDoor,
});

export const applyMigration = operation({
  ...common,
  id: "applyMigration",
  at: "POST /api/schema/migrations",
  summary: "Apply a named migration, once",
  body: {
    name: z
      .string()
      .regex(/^[A-Za-z0-9][\w.-]{0,199}$/, "must be letters, digits, _ . and -, at most 200")
      .meta({ description: "Migrations are applied in the order of their names, compared byte by byte.", example: "0001_todos" }),
    sql: z.string().min(1).max(1_000_000).meta({ description: "Statements; they and the record of them are one transaction." }),
    dryRun: z.boolean().default(false).meta({ description: "Only tells whether it would be applied, and reads its SQL." }),
  },
  returns: [
    200,
    z
      .object({
        name: z.string(),
        checksum: z.string(),
        isNew: z.boolean().meta({ description: "False where it had been applied before, with the same text: then nothing was done." }),
        isDone: z.boolean().meta({ description: "It is applied, now or before; false in a dry run of a new one." }),
        statementsCount: z.int(),
      })
      .meta({ id: "AppliedMigration" }),
  ],
  refuses: [
    ...atTheDoor,
    ...refuse.declare("migration_changed", "migration_out_of_order", "not_alone"),
    ...refuseAny.declare("invalid_input"),
    ...refuseSql.declare(
      "database_error",
      "syntax_error",
      "empty_query",
      "too_many_statements",
      "transaction_control",
      "extension_not_offered",
      "copy_not_offered",
      "listen_not_offered",
      "took_too_long",
      "unsupported_media_type",
      "invalid_json",
    ),
  ],
});
