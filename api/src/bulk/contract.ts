import { z } from "zod";
import { refuseData } from "../data/index.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";

/** What is wrong with a table's way in or out, beside what PostgreSQL says. */
export const refuse = refusals({
  nothing_at_address: [404, "There is nothing at this address."],
  table_not_found: [404, "There is no such table, or its schema is not shown here."],
  bulk_needs_secret_key: [403, "Whole tables go in and out with a secret key only."],
  unknown_column: [400, "The table has no column of this name."],
  column_not_named: [
    400,
    "The table has this column, but neither `columns` nor the first line names it. Name all columns in `columns`, or give each in the first line, as null where it has no value.",
  ],
  column_named_twice: [400, "A column is named twice."],
  invalid_bulk_input: [422, "Something in the address is not as it should be."],
  bulk_media_type: [415, "Send the rows as text/csv or application/x-ndjson, in UTF-8 and not compressed."],
  bulk_method: [405, "A table is imported by POST and exported by GET."],
  no_columns: [400, "Nothing says which columns there are: the first line names them."],
  invalid_line: [400, "A line can't be read."],
  line_too_long: [413, "A line is longer than it may be."],
  import_too_large: [413, "The body is larger than the project's plan lets an import be. Send it in several parts."],
  upload_stalled: [408, "Nothing more of the body came for a while. Nothing was kept."],
  bulk_busy: [429, "As many imports and exports of this project as may be are under way already. Wait for one to end."],
});

const schema = z.string().min(1).optional().meta({ description: "A schema that is exposed; the first of them if left out." });
const columns = z
  .string()
  .min(1)
  .optional()
  .meta({ description: "Columns with commas between, as in `id,title`; for an import of NDJSON those that lines may have." });
const common = { tag: "Data", permission: "public", security: "apiKey" } as const;
const path = { table: z.string().min(1).meta({ description: "A table, or to export from a view as well.", example: "todos" }) };
const always = [
  ...refuse.declare("table_not_found", "bulk_needs_secret_key", "unknown_column", "column_named_twice", "invalid_bulk_input", "bulk_busy"),
  ...refuseData.declare("missing_api_key", "two_api_keys", "secret_key_in_browser", "missing_scope"),
];

export const exportTable = operation({
  ...common,
  id: "exportTable",
  at: "GET /api/tables/{table}/export",
  summary: "Export all rows of a table, streamed",
  path,
  query: {
    format: z.enum(["csv", "ndjson"]).optional().meta({
      description:
        '`csv`: a line of names, then rows; nothing between commas is null, `""` an empty text. `ndjson`: an object a line. If left out, as `Accept` says, or `csv`. An error in the middle breaks CSV off, and is the last line of NDJSON: `{"error": …}`.',
    }),
    columns,
    schema,
  },
  media: "text/csv",
  returns: [200, z.string()],
  refuses: always,
});

const Imported = z
  .object({ rows: z.int().min(0).meta({ description: "Rows that were inserted." }), bytes: z.int().min(0) })
  .meta({ id: "Imported", description: "What an import came to." });

export const importTable = operation({
  ...common,
  id: "importTable",
  at: "POST /api/tables/{table}/import",
  summary: "Import rows into a table, streamed, all or nothing",
  path,
  query: { columns, schema },
  bodyMedia: ["text/csv", "application/x-ndjson"],
  rawBody: z.string().meta({
    description:
      "As an export gives them. CSV: the first line names the columns. NDJSON: an object a line, with the members that the first line has, or `columns` names; what a line leaves out is null. An error tells the line and, where there is one, the column.",
    example: "id,title\n1,Open the shop\n",
  }),
  returns: [200, Imported],
  refuses: [
    ...always,
    ...refuse.declare(
      "bulk_media_type",
      "no_columns",
      "column_not_named",
      "invalid_line",
      "line_too_long",
      "import_too_large",
      "upload_stalled",
    ),
    ...refuseData.declare("unreadable_body"),
  ],
});

export const describedOperations = [exportTable, importTable];
