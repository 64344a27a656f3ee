import { join, literal, name, type Sql, sql } from "../../platform/db/sql.ts";
import type { Child, Node, Place, SelectedValue } from "../plan/model.ts";
import { orderOf, test, whereOf } from "./condition.ts";
import { type Item, isGroupedBy, isOneValue, itemsOf, spreadColumns } from "./items.ts";
import { castTo, type Rows, raw, valueAt } from "./value.ts";

/** What is put into a select beside what was asked for. */
interface Extra {
  readonly conditions: readonly Sql[];
  readonly items: readonly Sql[];
  /** Aggregates are left to whom the rows are spread into. */
  readonly leavesAggregates: boolean;
}
const nothingMore: Extra = { conditions: [], items: [], leavesAggregates: false };

/** The rows of a node, cut and shaped. */
export function selectRows(node: Node, source: Sql, rows: Rows, extra: Extra = nothingMore): Sql {
  const items = itemsOf(node, rows);
  const isGrouped = !extra.leavesAggregates && isGroupedBy(items);
  const shown = [...items.map((item) => writeItem(item, isGrouped, extra.leavesAggregates)), ...extra.items];
  const ordered = node.order.flatMap(({ child, place }) => (child === undefined ? [] : [inChild(node)(child, place)]));
  const keys = [...items.flatMap(({ aggregate }, i) => (aggregate ? [] : [raw(String(i + 1))])), ...ordered];
  const groups = isGrouped && keys.length > 0 ? sql` group by ${join(keys)}` : sql``;
  const from = fromOf(
    node,
    source,
    rows,
    extra.conditions,
    ({ isShown, isFiltering, orderedBy }) => isShown || isFiltering || orderedBy.length > 0,
  );
  return sql`select ${shown.length > 0 ? join(shown) : raw("1 as nm_one")} ${from}${groups}${orderOf(rows, node.order, inChild(node))}${cutOf(node)}`;
}

/** As many rows as fit, neither shaped nor cut. */
export function selectFitting(node: Node, source: Sql, rows: Rows): Sql {
  if (isGroupedBy(itemsOf(node, rows))) return selectRows({ ...node, order: [], limit: undefined, offset: undefined }, source, rows);
  return sql`select 1 ${fromOf(node, source, rows, [], ({ isFiltering }) => isFiltering)}`;
}

function writeItem({ as, value, aggregate, isJson }: Item, isGrouped: boolean, leavesAggregates: boolean): Sql {
  if (as === undefined) return value;
  if (aggregate && !leavesAggregates) return sql`${aggregated(value, aggregate)} as ${name(as)}`;
  return isGrouped && isJson ? sql`(${value})::pg_catalog.jsonb as ${name(as)}` : sql`${value} as ${name(as)}`;
}

const aggregated = (value: Sql, { name: called, cast }: NonNullable<SelectedValue["aggregate"]>) =>
  castTo(sql`pg_catalog.${raw(called)}(${value})`, cast);

function fromOf(node: Node, source: Sql, rows: Rows, conditions: readonly Sql[], isNeeded: (child: Child) => boolean): Sql {
  const joins = node.children.filter(isNeeded).map((child) => sql` ${joinOf(child, rows)}`);
  const asked = node.where.map((condition) => test(rows, condition, absenceIn(node)));
  return sql`from ${source} as ${rows.alias}${join(joins, "")}${whereOf([...conditions, ...asked])}`;
}

const absenceIn =
  ({ children }: Node) =>
  (alias: string) =>
    children.some((child) => child.alias === alias && child.link.isToOne)
      ? sql`${name(alias)} is not distinct from null`
      : sql`${name(alias)}.nm_count = 0`;

/** The rows between an offset and a limit. */
export const cutOf = ({ limit, offset }: Node) =>
  sql`${raw(limit === undefined ? "" : ` limit ${limit}`)}${offset === undefined ? sql`` : sql` offset ${offset}::pg_catalog.int8`}`;

function joinOf(child: Child, parent: Rows): Sql {
  const kind = raw(child.isInner ? "inner join lateral" : "left join lateral");
  const alias = name(child.alias);
  if (child.link.isToOne) return sql`${kind} (${oneRow(child, parent)}) as ${alias} on true`;
  return sql`${kind} (${listOfRows(child, parent)}) as ${alias} on ${child.isInner ? sql`${alias}.nm_count > 0` : sql`true`}`;
}

/** A value of an embedded row that the rows around it are ordered by stands beside what is shown of it. */
const inChild =
  ({ children }: Node) =>
  (alias: string, place: Place) =>
    sql`${name(alias)}.${name(orderName(children.find((child) => child.alias === alias)?.orderedBy.indexOf(place) ?? 0))}`;
const orderName = (at: number) => `nm_by_${at}`;

function oneRow(child: Child, parent: Rows): Sql {
  const { source, rows, conditions } = linked(child, parent);
  const items = child.orderedBy.map((place, i) => sql`${valueAt(rows, place)} as ${name(orderName(i))}`);
  const inner = selectRows(child.node, source, rows, { conditions, items, leavesAggregates: child.isSpread });
  if (items.length === 0) return inner;
  const without = child.orderedBy.map((_, i) => sql` - ${literal(orderName(i))}`);
  return sql`select _r.*, pg_catalog.to_jsonb(_r.*)${join(without, "")} as nm_row from (${inner}) as _r`;
}

function listOfRows(child: Child, parent: Rows): Sql {
  const { source, rows, conditions } = linked(child, parent);
  const inner = selectRows(child.node, source, rows, { conditions, items: [], leavesAggregates: false });
  if (child.isSpread && isOneValue(itemsOf(child.node, rows))) return sql`select 1 as nm_count, _r.* from (${inner}) as _r`;
  const listed = child.isSpread
    ? spreadColumns(child).map(({ as }) => sql`coalesce(pg_catalog.json_agg(_r.${name(as)}), '[]') as ${name(as)}`)
    : [sql`${child.isShown ? sql`coalesce(pg_catalog.json_agg(_r.*), '[]')` : sql`null`} as nm_rows`];
  return sql`select ${join([sql`pg_catalog.count(*) as nm_count`, ...listed])} from (${inner}) as _r`;
}

/** Where a child's rows come from, and what makes them those of one row of its parent. */
function linked({ link, node }: Child, parent: Rows): { source: Sql; rows: Rows; conditions: readonly Sql[] } {
  const alias = name(node.alias);
  const rows: Rows = { alias, row: alias };
  const schema = node.table?.schema ?? "public";
  const { junction, columns } = link;
  if (link.cardinality === "computed") return { source: sql`${name(schema, link.by)}(${parent.row})`, rows, conditions: [] };
  if (!junction) {
    const conditions = columns.map(([from, to]) => sql`${alias}.${name(to)} = ${parent.alias}.${name(from)}`);
    return { source: name(schema, link.to), rows, conditions };
  }
  const over = name(`${node.alias}_j`);
  const conditions = [
    ...columns.map(([from, held]) => sql`${over}.${name(held)} = ${parent.alias}.${name(from)}`),
    ...junction.toColumns.map(([to, held]) => sql`${over}.${name(held)} = ${alias}.${name(to)}`),
  ];
  return { source: sql`${name(schema, junction.table)} as ${over}, ${name(schema, link.to)}`, rows, conditions };
}
