import type { Contents } from "../catalog/build.ts";
import type { Table } from "../catalog/model.ts";
import { fault } from "../fault.ts";
import {
  type Embedded,
  everything,
  type Field,
  type Filter,
  type Level,
  type OrderItem,
  pathGlue,
  type Query,
  type SelectedField,
  type SelectItem,
} from "../grammar/ast.ts";
import { findRelationship } from "./embed.ts";
import type { Child, Condition, Node, Ordering, Place, Selected } from "./model.ts";

/** What rows are read from, before they are cut and shaped. */
export interface Root {
  readonly table: Table | undefined;
  /** The relation by whose name others are found. */
  readonly name: string;
  readonly level: Level;
}

/** The tree of relations that a query reads. */
export function planRead(catalog: Contents, query: Query, root: Root): Node {
  const planner = new Planner(catalog, query);
  const node = planner.node(root.name, root.table, query.select, root.level, "");
  planner.expectAllEmbedded();
  return node;
}

class Planner {
  readonly #catalog: Contents;
  readonly #query: Query;
  readonly #met = new Set<string>();
  #count = 0;

  constructor(catalog: Contents, query: Query) {
    this.#catalog = catalog;
    this.#query = query;
  }

  node(name: string, table: Table | undefined, select: readonly SelectItem[], level: Level, path: string): Node {
    const alias = `_t${this.#count++ || ""}`;
    const embedded = select.filter((item) => item.kind === "embed");
    const children = embedded.map((item, i) => this.#child(name, item, path, `${alias}_${i}`));
    const where = level.filters.map((filter) => conditionOf(table, filter, children));
    const order = level.order.map((item) => orderingOf(name, table, item, children));
    return {
      table,
      alias,
      select: select.filter((item) => item.kind === "field").map((item) => selectedOf(table, item)),
      where,
      order,
      limit: level.limit,
      offset: level.offset,
      children: children.map((child) => ({
        ...child,
        isFiltering: child.isInner || where.some((condition) => asksFor(condition, child.alias)),
        orderedBy: order.filter((each) => each.child === child.alias).map(({ place }) => place),
      })),
    };
  }

  #child(from: string, item: Embedded, path: string, alias: string): Child {
    const link = findRelationship(this.#catalog, from, item.target, item.hint);
    const name = item.alias ?? item.target;
    const own = this.#levelAt(path, item);
    const table = this.#catalog.tables.get(link.to);
    const node = this.node(link.to, table, item.select, own.level, own.path);
    const isShown = node.select.length > 0 || node.children.some((child) => child.isShown);
    return { name, alias, link, node, isInner: item.isInner, isSpread: item.isSpread, isShown, isFiltering: item.isInner, orderedBy: [] };
  }

  /** An embedded relation is meant by its alias, or by its name. */
  #levelAt(path: string, { alias, target }: Embedded): { level: Level; path: string } {
    const at = (name: string) => (path === "" ? name : `${path}${pathGlue}${name}`);
    const candidates = alias === undefined ? [target] : [alias, target];
    for (const name of candidates) this.#met.add(at(name));
    const key = candidates.map(at).find((each) => this.#query.embedded.has(each)) ?? at(candidates[0] ?? target);
    const prefix = candidates.map(at).find((each) => [...this.#query.embedded.keys()].some((known) => known.startsWith(each + pathGlue)));
    return { level: this.#query.embedded.get(key) ?? nothingAsked, path: prefix ?? key };
  }

  /** Filters, orders and limits must not be lost because they name what is not there. */
  expectAllEmbedded(): void {
    for (const path of this.#query.embedded.keys()) {
      const names = path.split(pathGlue);
      const missing = names.find((_, i) => !this.#met.has(names.slice(0, i + 1).join(pathGlue)));
      if (missing !== undefined) throw notEmbedded(missing);
    }
  }
}

const asksFor = (condition: Condition, alias: string): boolean =>
  condition.kind === "logic"
    ? condition.conditions.some((each) => asksFor(each, alias))
    : condition.kind === "absent" && condition.child === alias;

const nothingAsked: Level = { filters: [], order: [], limit: undefined, offset: undefined };

const notEmbedded = (name: string) =>
  fault("PGRST108", `'${name}' is not an embedded resource in this request`, {
    hint: `Verify that '${name}' is included in the 'select' query parameter.`,
  });

function selectedOf(table: Table | undefined, { field, alias, cast, aggregate }: SelectedField): Selected {
  if (field.column === everything) {
    if (!aggregate) return { kind: "all" };
    return { kind: "value", place: undefined, as: alias ?? aggregate.name, cast: undefined, aggregate };
  }
  if (isBareCount(table, field)) {
    return { kind: "value", place: undefined, as: alias ?? "count", cast: undefined, aggregate: { name: "count", cast } };
  }
  return { kind: "value", place: placeOf(table, field), as: alias ?? aggregate?.name ?? nameOf(field), cast, aggregate };
}

/** `count` without brackets, where there is no such column. */
const isBareCount = (table: Table | undefined, { column, path }: Field) =>
  table !== undefined && column === "count" && path.length === 0 && !table.columns.has(column) && !table.computed.has(column);

/** `data->a->b` is shown as `b`, `data->0` as `data`. */
const nameOf = ({ column, path }: Field) => String(path.findLast(({ key }) => typeof key === "string")?.key ?? column);

export function placeOf(table: Table | undefined, { column: name, path }: Field): Place {
  const column = table?.columns.get(name);
  if (column || !table) return { name, column, isComputed: false, path };
  const computed = table.computed.get(name);
  if (!computed) throw fault("42703", `column ${table.name}.${name} does not exist`);
  return { name, column: computed, isComputed: true, path };
}

export function conditionOf(table: Table | undefined, filter: Filter, children: readonly Child[]): Condition {
  if (filter.kind === "logic") {
    const { kind, word, isNegated, filters } = filter;
    return { kind, word, isNegated, conditions: filters.map((each) => conditionOf(table, each, children)) };
  }
  const child = filter.field.path.length === 0 ? children.find(({ name }) => name === filter.field.column) : undefined;
  if (child && filter.kind === "is" && filter.value === "null") {
    return { kind: "absent", child: child.alias, isNegated: filter.isNegated };
  }
  if (child && filter.kind === "is" && filter.value === "not_null") {
    return { kind: "absent", child: child.alias, isNegated: !filter.isNegated };
  }
  if (child && !table?.columns.has(child.name)) {
    throw fault("PGRST120", `Bad operator on the '${child.name}' embedded resource`, {
      details: "Only is null or not is null filters are allowed on embedded resources",
    });
  }
  const { field, ...rest } = filter;
  return { ...rest, place: placeOf(table, field) };
}

function orderingOf(name: string, table: Table | undefined, item: OrderItem, children: readonly Child[]): Ordering {
  const { relation, field, direction, nulls } = item;
  if (relation === undefined) return { child: undefined, place: placeOf(table, field), direction, nulls };
  const child = children.find((each) => each.name === relation);
  if (!child) throw notEmbedded(relation);
  if (!child.link.isToOne) {
    throw fault("PGRST118", `A related order on '${relation}' is not possible`, {
      details: `'${name}' and '${relation}' do not form a many-to-one or one-to-one relationship`,
    });
  }
  const place = (child.isSpread && placeNamed(child.node, field)) || placeOf(child.node.table, field);
  return { child: child.alias, place, direction, nulls };
}

/** What is spread may be meant by the name that it has been given, unless a column is called so. */
function placeNamed({ table, select }: Node, { column, path }: Field): Place | undefined {
  if (path.length > 0 || table?.columns.has(column)) return undefined;
  return select.filter((item) => item.kind === "value").find(({ as, aggregate }) => as === column && !aggregate)?.place;
}
