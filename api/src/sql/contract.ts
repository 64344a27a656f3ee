import { z } from "zod";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";

/** Characters of the text; the whole body may be a little larger. */
const textMax = 1_000_000;
const paramsMax = 1_000;

/** The scope of keys that may send SQL. */
export const sqlScope = "sql";

export const refuse = refusals({
  needs_secret_key: [403, "This is for secret keys that may send SQL: it acts as the owner of the project's database."],
  invalid_json: [400, "The body is not valid JSON in UTF-8."],
  nested_too_deep: [422, "The parameters are nested deeper than 100 levels."],
  invalid_input: [422, "The body must be an object with query, a text, and maybe params, a list, readOnly and explain."],
  unsupported_media_type: [415, "Send the body as application/json, not compressed."],
  method_not_allowed: [405, "This address takes POST."],
  syntax_error: [400, "The SQL can't be read."],
  empty_query: [400, "There is no statement in the query."],
  too_many_statements: [400, "A request takes at most 1000 statements. Send the rest by further requests."],
  params_need_one_statement: [400, "Params go with one statement only. Send the statements one by one, or write the values into them."],
  transaction_control: [
    400,
    "A request is one transaction already: it is committed when all statements succeed, and rolled back otherwise. Leave BEGIN, COMMIT, ROLLBACK, SAVEPOINT and SET TRANSACTION out.",
  ],
  extension_not_offered: [403, "This extension or language is not offered here."],
  explain_needs_one_statement: [400, "Only one statement can be explained at a time."],
  not_read_only: [400, "This statement can't run in a transaction, so nothing could keep it from writing. Send it without readOnly."],
  copy_not_offered: [
    400,
    "COPY has no stream to read from or write to here. Use INSERT and SELECT, or /api/tables/{table}/import and /api/tables/{table}/export.",
  ],
  listen_not_offered: [400, "LISTEN and UNLISTEN do nothing here: the session does not outlive the request."],
  not_alone: [400, "This statement can't run in a transaction, so it can't stand among others. Send it in a request of its own."],
  too_many_rows: [
    413,
    "A statement gave more rows than an answer may have. Nothing was kept; ask for fewer with LIMIT, or for a longer answer as application/x-ndjson or text/csv.",
  ],
  database_error: [400, "PostgreSQL refused a statement. The code is its SQLSTATE, and message, details, hint and position are its own."],
  took_too_long: [504, "The request ran longer than the project's plan lets it and was ended. Nothing was kept."],
  parser_busy: [503, "Too many statements are waiting to be read just now. Try again in a moment."],
});

const readOnly = z.boolean().optional().meta({
  description: "Everything runs in a transaction that can't write, whatever the statements say.",
});
const explain = z
  .union([
    z.boolean(),
    z.strictObject({
      analyze: z.boolean().optional().meta({ description: "Run the statement, measure it, and undo what it did." }),
      verbose: z.boolean().optional(),
      buffers: z.boolean().optional(),
      format: z.enum(["text", "json"]).optional(),
    }),
  ])
  .optional()
  .meta({ description: "The plan of the one statement in place of its rows. It is not run, unless `analyze` asks for that." });

/** Half a surrogate pair would reach PostgreSQL as another character. In objects it stays what it is: they are sent as JSON, which spells it out. */
const isWhole = (value: unknown): boolean =>
  typeof value === "string" ? value.isWellFormed() : !Array.isArray(value) || value.every(isWhole);
const half = "holds half a surrogate pair";

export const SqlBody = z.strictObject({
  query: z.string().min(1).max(textMax).refine(isWhole, half),
  /** Of JSON whatever there is; a check of its kinds would make others of numbers that stand as they were written. */
  params: z.array(z.unknown().refine(isWhole, half)).max(paramsMax).optional(),
  readOnly,
  explain,
});
export type SqlBody = z.output<typeof SqlBody>;

/** Any JSON: a schema that describes itself, as z.json() does, has no end in the OpenAPI document. */
const Value = z.unknown();
const SqlResult = z
  .object({
    command: z.string().meta({ description: "What PostgreSQL did: SELECT, INSERT, CREATE TABLE, ...", example: "SELECT" }),
    rowCount: z.int().min(0).meta({ description: "Rows returned or changed; 0 for statements that do neither." }),
    fields: z.array(z.object({ name: z.string(), type: z.string() })).meta({ description: "All columns, in their order." }),
    rows: z.array(z.record(z.string(), Value)).meta({
      description:
        "An object each. Of columns that share a name, as `select *` of a join may give, it holds only the last; name them apart with AS, or ask for `text/csv`, which has them all.",
    }),
  })
  .meta({ id: "SqlResult", description: "What one statement gave." });
const SqlAnswer = SqlResult.extend({
  results: z.array(SqlResult).optional().meta({ description: "With several statements: what each of them gave, in order." }),
  notices: z
    .array(z.object({ severity: z.string().meta({ example: "NOTICE" }), message: z.string() }))
    .optional()
    .meta({
      description:
        "What PostgreSQL and `raise notice` told beside, where they told something: the first 100; before them a warning where columns of one answer share a name.",
    }),
}).meta({ id: "SqlAnswer", description: "What the last statement gave, and with several statements all of them." });

export const runSql = operation({
  id: "runSql",
  at: "POST /api/sql",
  tag: "Data",
  summary: "Run SQL as the owner of the project's database",
  permission: "public",
  security: "apiKey",
  body: {
    query: z.string().min(1).max(textMax).meta({
      description:
        "One statement, or several with semicolons between; all of a request is one transaction. Values come back as JSON: numbers of every type digit for digit as PostgreSQL wrote them (bigint and numeric too, so read them as text where 53 bits are not enough), json as it is, arrays as lists, everything else as PostgreSQL's text (times in ISO form, bytea as \\x and hexadecimal).",
      example: "select id, task from todos where not done",
    }),
    params: z.array(Value).max(paramsMax).optional().meta({
      description:
        "Values for $1, $2, ... of a single statement. Lists become PostgreSQL's arrays, objects JSON; a list or a text for a json is sent as JSON's own text, such as `[1, 2]`.",
    }),
    readOnly,
    explain,
  },
  headers: {
    Accept: z.string().optional().meta({
      description:
        '`application/json`, or for answers of any length what the last statement gives, streamed: `application/x-ndjson`, an object a line (of columns that share a name it holds only the last), where an error ends it with the line `{"error": …}`; or `text/csv`, where an error breaks the connection off. It is complete, and what the request did is kept, only if the answer ends as it should.',
    }),
  },
  returns: [200, SqlAnswer],
  refuses: refuse.declare(
    "database_error",
    "needs_secret_key",
    "nested_too_deep",
    "syntax_error",
    "empty_query",
    "too_many_statements",
    "params_need_one_statement",
    "transaction_control",
    "extension_not_offered",
    "explain_needs_one_statement",
    "not_read_only",
    "copy_not_offered",
    "listen_not_offered",
    "not_alone",
    "too_many_rows",
    "took_too_long",
  ),
});

export const describedOperations = [runSql];
