import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";

export const refuse = refusals({
  only_behind_broken_glass: [403, "Rows of a project are looked at behind broken glass only: nobody's usual session shows them."],
  project_not_found: [404, "There is no such project."],
  rows_not_open: [404, "This session has no such table open: open it first, and say why."],
  database_not_there: [409, "This project has no database just now: it is being made, or gone."],
  table_not_found: [404, "The project has no such table."],
  column_not_found: [422, "The table has no column of a name in `filters`."],
  rows_not_readable: [
    409,
    "The database did not let these rows be read, or took too long: the owner may not read them, or the filters find too much.",
  ],
});

/** So many rows are shown at a look, of so many characters in a cell. */
export const rowsMax = 100;
export const cellMax = 1_000;

const Identifier = z.string().min(1).max(63);

export const RowAccess = z
  .object({
    id: idOf("rowAccess"),
    projectId: idOf("project"),
    schema: z.string(),
    table: z.string(),
    reason: z.string(),
    openedAt: z.string(),
  })
  .meta({ id: "RowAccess", description: "One table that a session behind broken glass may look into, until that ends." });
export type RowAccess = z.output<typeof RowAccess>;

export const openRows = operation({
  id: "openRows",
  at: "POST /api/admin/projects/{projectId}/row-accesses",
  tag: "Break-glass",
  summary: "Escalate to look at the rows of one table, behind broken glass alone; the reason is the one in Break-Glass-Reason",
  permission: { staff: "admin" },
  path: { projectId: idOf("project") },
  body: { schema: Identifier.default("public"), table: Identifier },
  returns: [201, RowAccess],
  refuses: refuse.declare("only_behind_broken_glass", "project_not_found", "database_not_there", "table_not_found", "rows_not_readable"),
});

export const lookAtRows = operation({
  id: "lookAtRows",
  at: "POST /api/admin/row-accesses/{accessId}/looks",
  tag: "Break-glass",
  summary: "Look at rows of a table that was opened; the owner finds each look in the project's audit log, without the rows",
  permission: { staff: "admin" },
  path: { accessId: idOf("rowAccess") },
  body: {
    filters: z
      .array(z.strictObject({ column: Identifier, how: z.enum(["is", "contains"]), value: z.string().max(1_000) }))
      .max(5)
      .default([])
      .meta({ description: "compared with the column as text; a row fits all of them" }),
    limit: z.int().min(1).max(rowsMax).default(20),
    offset: z.int().min(0).max(10_000).default(0),
  },
  returns: [
    200,
    z
      .object({
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
        rows: z.array(z.array(z.string().nullable())).meta({ description: `cells as text, cut after ${cellMax} characters` }),
        hasMore: z.boolean(),
        hasRls: z.boolean().meta({ description: "whether row-level security is forced upon the owner too, and may keep rows back" }),
      })
      .meta({ id: "RowLook" }),
  ],
  refuses: refuse.declare(
    ...([
      "only_behind_broken_glass",
      "rows_not_open",
      "database_not_there",
      "table_not_found",
      "column_not_found",
      "rows_not_readable",
    ] as const),
  ),
});
