import { createHash } from "node:crypto";
import type { Value } from "../../platform/db/exchange.ts";
import { join, name, Sql, sql } from "../../platform/db/sql.ts";
import { type Catalog, type Estimate, type KnownStatement, Pace } from "../catalog.ts";
import type { Call, Plan, Write } from "../plan/model.ts";
import { type Powers, plan } from "../plan/plan.ts";
import type { DataRequest } from "../request.ts";
import { bodyAs } from "./body.ts";
import { callOf } from "./call.ts";
import { isGroupedBy, itemsOf } from "./items.ts";
import { namesOf } from "./names.ts";
import { cutOf, selectFitting, selectRows } from "./read.ts";
import { type Rows, raw } from "./value.ts";
import { insertedRows, writeRows } from "./write.ts";

export interface Statement {
  readonly statement: KnownStatement;
  readonly values: readonly Value[];
}

/** The values of what asks for an estimate. */
export const valuesOfEstimate = ({ query }: DataRequest, { slots }: Estimate): readonly Value[] =>
  slots.map((slot) => query.values[slot] ?? null);

/** The statement of a request: made once per shape and catalog, for requests of one shape differ in values only. */
export function statementOf(request: DataRequest, catalog: Catalog, powers: Powers): Statement {
  const shape = powers.mayExplain ? request.shape : `${request.shape}\0plain`;
  const known = catalog.statements.get(shape);
  if (known) return { statement: known, values: valuesOf(request, known) };
  const planned = plan(request, catalog, powers);
  const made = write(planned);
  const { explain } = planned.answer.output;
  const text = explain ? `explain (${explainOptions(explain)}) ${made.text}` : made.text;
  const statement: KnownStatement = {
    name: `nm_${hashOf(catalog.fingerprint + text)}`,
    text,
    writes: !planned.isReadOnly,
    slots: made.values as readonly number[],
    isPlain: planned.isPlain,
    takesRow: planned.write?.takesRow ?? false,
    answer: planned.answer,
    names: namesOf(planned),
    returns: planned.call?.routine.returns,
    estimate: estimateOf(planned),
    pace: new Pace(),
  };
  catalog.statements.set(shape, statement);
  return { statement, values: valuesOf(request, statement) };
}

const explainOptions = ({ format, options }: NonNullable<Plan["answer"]["output"]["explain"]>) =>
  [`format ${format}`, ...options].join(", ");

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** In the order in which the statement names their slots. */
function valuesOf({ query, body }: DataRequest, { slots, takesRow }: KnownStatement): readonly Value[] {
  const args = query.args.length === 0 ? query.values : [...query.values, ...query.args.map(({ value }) => value)];
  const brought: readonly Value[] = body === undefined ? [] : takesRow && body.row ? body.row : [body.text];
  return slots.map((slot) => (slot < args.length ? (args[slot] ?? null) : (brought[slot - args.length] ?? null)));
}

const none = sql`null`;
const target = sql`_t`;
const targetRows: Rows = { alias: target, row: target };

/**
 * A statement answers one row: how many rows it was, the answer's body, how many there are without the limit, how many are new,
 * and what the tenant's code wants of headers and status. One that only writes plain rows answers none: PostgreSQL says itself
 * how many rows it wrote.
 */
function write(plan: Plan): Sql {
  if (plan.write) return writeChange(plan, plan.write);
  return plan.call ? writeCall(plan, plan.call) : writeRead(plan);
}

function writeRead(plan: Plan): Sql {
  const { root } = plan;
  const source = root.table ? name(root.table.schema, root.table.name) : none;
  return answerFrom(plan, sql``, selectOrCount(plan, source, targetRows), totalOf(plan, source, targetRows));
}

function writeCall(plan: Plan, call: Call): Sql {
  const { from, isValue } = callOf(call);
  if (!plan.answer.counts) return answerFrom(plan, sql``, selectOrCount(plan, from, targetRows), none, isValue);
  const called = sql`nm_call as (select _t.* from ${from} as _t), `;
  const source = sql`nm_call`;
  return answerFrom(plan, called, selectOrCount(plan, source, targetRows), totalOf(plan, source, targetRows), isValue);
}

const selectOrCount = ({ root, answer }: Plan, source: Sql, rows: Rows): Sql =>
  answer.rows === "selected" ? selectRows(root, source, rows) : sql`${selectFitting(root, source, rows)}${cutOf(root)}`;

function totalOf({ root, answer }: Plan, source: Sql, rows: Rows): Sql {
  if (!answer.counts || answer.counts === "planned") return none;
  if (root.limit === undefined && root.offset === undefined) return sql`pg_catalog.count(*)`;
  const countedMax = raw(answer.counts === "estimated" ? ` limit ${estimatedFrom}` : "");
  return sql`(select pg_catalog.count(*) from (${selectFitting(root, source, rows)}${countedMax}) as _c)`;
}

/** How many rows the planner thinks there are; undefined where it need not be asked. */
function estimateOf({ root, answer }: Plan): Estimate | undefined {
  if (!root.table || (answer.counts !== "planned" && answer.counts !== "estimated")) return undefined;
  const { text, values } = selectFitting(root, name(root.table.schema, root.table.name), targetRows);
  const asked = `explain (format json) ${text}`;
  return {
    name: `nm_${hashOf(asked)}`,
    text: asked,
    slots: values as readonly number[],
    from: answer.counts === "planned" ? 0 : estimatedFrom,
  };
}

/** Fewer rows than that are counted one by one. */
const estimatedFrom = 10_000;

function writeChange(plan: Plan, write: Write): Sql {
  const change = writeRows(plan, write);
  const { answer, root } = plan;
  if (!change) return answerFrom({ ...plan, answer: { ...answer, tellsInserted: false } }, sql``, sql`select where false`, none);
  if (answer.rows === "none" && !isChecked(plan) && !answer.tellsWishes) return change;
  if (answer.rows === "none") return answerFrom(plan, sql``, sql`${change} returning 1`, none);
  const isDirect = root.children.length === 0 && root.order.length === 0;
  const direct = isDirect ? directItems(plan, write) : undefined;
  if (direct) return answerFrom(plan, sql``, sql`${change} returning ${direct}`, none);
  const written = sql`nm_written as (${change} returning _t as nm_written_row), `;
  const source = sql`(select (nm_written.nm_written_row).*, nm_written.nm_written_row from nm_written)`;
  const rows: Rows = { alias: target, row: sql`_t.nm_written_row`, hasMore: true };
  return answerFrom(plan, written, selectRows(root, source, rows), none);
}

const isChecked = ({ answer }: Plan) => answer.isOneRowOnly || answer.rowsMax !== undefined || answer.tellsInserted;

function directItems({ answer, root }: Plan, { table }: Write): Sql | undefined {
  if (answer.rows === "key") return join(table.primaryKey.map((key) => sql`_t.${name(key)}`));
  const items = itemsOf(root, targetRows);
  if (isGroupedBy(items)) return undefined;
  if (items.length === 0) return raw("1 as nm_one");
  return join(items.map(({ as, value }) => (as === undefined ? value : sql`${value} as ${name(as)}`)));
}

/** What respond recognizes: numbers of rows that are made errors, which undo them. */
export const oneRowOnly = "nextmavens: one row only, not ";
export const tooManyRows = "nextmavens: too many rows, namely ";

function answerFrom(plan: Plan, before: Sql, selected: Sql, total: Sql, isValue = false): Sql {
  const { answer, root } = plan;
  const body = answer.rows === "none" ? none : bodyAs(answer, root, plan.call?.routine.returns, isValue);
  const check = checkOf(plan);
  const inserted = answer.tellsInserted ? sql`, ${insertedRows}` : sql``;
  const wishes = answer.tellsWishes
    ? sql`${answer.tellsInserted ? sql`` : sql`, null`}, pg_catalog.current_setting('response.headers', true), pg_catalog.current_setting('response.status', true)`
    : sql``;
  return sql`with ${before}nm_rows as (${selected}) select pg_catalog.count(*), ${body}, ${check ?? total}${inserted}${wishes} from nm_rows`;
}

function checkOf({ answer }: Plan): Sql | undefined {
  const error = (text: string) => sql`(${new Sql([`'${text}'`], [])} || pg_catalog.count(*))::pg_catalog.int4`;
  if (answer.isOneRowOnly) return sql`case when pg_catalog.count(*) <> 1 then ${error(oneRowOnly)} end`;
  if (answer.rowsMax === undefined) return undefined;
  return sql`case when pg_catalog.count(*) > ${raw(String(answer.rowsMax))} then ${error(tooManyRows)} end`;
}
