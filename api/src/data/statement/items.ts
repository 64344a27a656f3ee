import { name, type Sql, sql } from "../../platform/db/sql.ts";
import type { Child, Node, SelectedValue } from "../plan/model.ts";
import { allOf, type Rows, selectedValue } from "./value.ts";

/** A column of a node's rows. */
export interface Item {
  /** Absent where it stands for all columns. */
  readonly as: string | undefined;
  readonly value: Sql;
  readonly aggregate: SelectedValue["aggregate"];
  /** A JSON text, which can't be compared as it is. */
  readonly isJson: boolean;
}

export const isGroupedBy = (items: readonly Item[]) => items.some(({ aggregate }) => aggregate);

/** The columns of a node's rows: its own, and what is embedded. Those of rows that are spread keep their aggregates for here. */
export function itemsOf(node: Node, rows: Rows): readonly Item[] {
  const own = node.select.flatMap((item): readonly Item[] => {
    if (item.kind === "value") return [{ as: item.as, value: selectedValue(rows, item), aggregate: item.aggregate, isJson: false }];
    if (!node.table || !(rows.hasMore || needsList(node)))
      return [{ as: undefined, value: sql`${rows.alias}.*`, aggregate: undefined, isJson: false }];
    return allOf(rows, node.table.columns).map(({ as, value }) => ({ as, value, aggregate: undefined, isJson: false }));
  });
  return [...own, ...node.children.filter(({ isShown }) => isShown).flatMap(childItems)];
}

/** Whether its columns must be named one by one. */
const needsList = (node: Node): boolean =>
  hasAggregate(node) || [...(node.table?.columns.values() ?? [])].some(({ shownBy }) => shownBy !== null);

const hasAggregate = (node: Node): boolean =>
  node.select.some((item) => item.kind === "value" && item.aggregate) ||
  node.children.some(({ isSpread, link, node: inner }) => isSpread && link.isToOne && hasAggregate(inner));

/** What an embedded relation adds to the rows that it is embedded in. */
function childItems(child: Child): readonly Item[] {
  const alias = name(child.alias);
  if (!child.isSpread) return [{ as: child.name, value: embeddedAs(child, alias), aggregate: undefined, isJson: true }];
  return spreadColumns(child).map(({ as, aggregate, isJson }) => ({ as, value: sql`${alias}.${name(as)}`, aggregate, isJson }));
}

function embeddedAs({ link, orderedBy }: Child, alias: Sql): Sql {
  if (!link.isToOne) return sql`${alias}.nm_rows`;
  return orderedBy.length > 0 ? sql`${alias}.nm_row` : sql`pg_catalog.row_to_json(${alias}.*)`;
}

interface SpreadColumn {
  readonly as: string;
  readonly aggregate: SelectedValue["aggregate"];
  readonly isJson: boolean;
}

/** Aggregates and nothing else make one row of many. */
export const isOneValue = (items: readonly Pick<Item, "aggregate">[]) => items.length > 0 && items.every(({ aggregate }) => aggregate);

/** The names under which a spread relation's columns come: lists where there may be several rows. */
export function spreadColumns({ node, link }: Child): readonly SpreadColumn[] {
  const own = node.select.flatMap((item): readonly SpreadColumn[] => {
    if (item.kind === "value") return [{ as: item.as, aggregate: item.aggregate, isJson: false }];
    return [...(node.table?.columns.keys() ?? [])].map((as) => ({ as, aggregate: undefined, isJson: false }));
  });
  const embedded = node.children
    .filter(({ isShown }) => isShown)
    .flatMap(childItems)
    .flatMap(({ as, aggregate, isJson }) => (as === undefined ? [] : [{ as, aggregate, isJson }]));
  const all = [...own, ...embedded];
  if (!link.isToOne && isOneValue(all)) return all.map(({ as }) => ({ as, aggregate: undefined, isJson: false }));
  return link.isToOne ? all : all.map(({ as }) => ({ as, aggregate: undefined, isJson: true }));
}
