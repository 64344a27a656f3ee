import type { z } from "zod";
import type { Computed, MediaHandler, Relationship, Routine, Table } from "./model.ts";
import { type Keyed, relationshipsOf, type Shown } from "./relations.ts";
import type { CatalogText, ReadRelation, ReadRoutine } from "./statement.ts";
import { originsOf } from "./view-columns.ts";

/** An exposed schema, ready to be asked. */
export interface Contents {
  readonly schema: string;
  /** What was exposed may be dropped or renamed later. */
  readonly isThere: boolean;
  readonly comment: string | null;
  readonly tables: ReadonlyMap<string, Table>;
  /** By the relation that they begin at. */
  readonly relationships: ReadonlyMap<string, readonly Relationship[]>;
  /** By name, with all that share it. */
  readonly routines: ReadonlyMap<string, readonly Routine[]>;
  readonly mediaHandlers: readonly MediaHandler[];
}

export function contentsOf(schema: string, read: z.infer<typeof CatalogText>): Contents {
  const keyed = keyedOf(read.relations);
  const direct = relationshipsOf(keyed);
  const tables = new Map(
    read.relations.flatMap((relation, i) =>
      relation.isExposed ? [[relation.name, tableOf(schema, relation, keyed[i], read)] as const] : [],
    ),
  );
  const computed = Map.groupBy(
    read.routines.flatMap((routine) => computedRelationship(routine, tables)),
    ({ from }) => from,
  );
  return {
    schema,
    isThere: read.isThere,
    comment: read.comment,
    tables,
    relationships: new Map([...tables.keys()].map((name) => [name, [...(computed.get(name) ?? []), ...(direct.get(name) ?? [])]])),
    routines: Map.groupBy(read.routines.map(routineOf), ({ name }) => name),
    mediaHandlers: read.mediaHandlers,
  };
}

/** Views stand in for the tables whose columns they show, through other views as well. */
export function keyedOf(relations: readonly ReadRelation[]): readonly Keyed[] {
  const byId = new Map(relations.map((each) => [each.id, each]));
  const columnAt = (relation: ReadRelation, at: number) => relation.columns.find((column) => column.at === at)?.name;
  const shownBy = new Map<number, readonly Shown[]>();
  const shows = (view: ReadRelation, depth = 0): readonly Shown[] => {
    const known = shownBy.get(view.id);
    if (known || view.rule === null || depth > viewDepthMax) return known ?? [];
    const shown = originsOf(view.rule).flatMap(({ column, table, tableColumn }) => {
      const of = byId.get(table);
      const name = columnAt(view, column);
      const ofColumn = of && columnAt(of, tableColumn);
      if (!of || name === undefined || ofColumn === undefined) return [];
      const beneath = of.isView ? shows(of, depth + 1).filter((each) => each.column === ofColumn) : [{ of: of.id, ofColumn }];
      return beneath.map((each) => ({ column: name, of: each.of, ofColumn: each.ofColumn }));
    });
    shownBy.set(view.id, shown);
    return shown;
  };
  return relations.map((relation) => {
    const shown = relation.isView ? shows(relation) : [];
    return { ...relation, shows: shown, primaryKey: relation.isView ? shownKey(shown, byId) : relation.primaryKey };
  });
}
const viewDepthMax = 10;

/** The primary key of the first table whose key a view shows whole. */
function shownKey(shown: readonly Shown[], byId: ReadonlyMap<number, ReadRelation>): readonly string[] {
  for (const table of new Set(shown.map(({ of }) => of))) {
    const key = byId.get(table)?.primaryKey ?? [];
    const names = key.flatMap((column) => shown.find((each) => each.of === table && each.ofColumn === column)?.column ?? []);
    if (key.length > 0 && names.length === key.length) return names;
  }
  return [];
}

function tableOf(
  schema: string,
  relation: ReadRelation,
  keyed: Keyed | undefined,
  { relations, routines }: z.infer<typeof CatalogText>,
): Table {
  const { name, isView, isPlainToRead, isPlainToWrite, columns, may, comment } = relation;
  const computed = routines.filter(({ of, returns }) => of === name && !returns.isSet && !returns.isVoid && returns.table === null);
  return {
    schema,
    name,
    isView,
    comment,
    isPlainToRead,
    isPlainToWrite,
    may,
    columns: new Map(
      columns.map((column) => [column.name, { ...column, default: column.default ?? shownDefault(column.name, keyed, relations) }]),
    ),
    primaryKey: keyed?.primaryKey ?? [],
    computed: new Map(computed.map((each) => [each.name, computedOf(each)])),
  };
}

/** A view's column gets what the table's would get. */
function shownDefault(column: string, keyed: Keyed | undefined, relations: readonly ReadRelation[]): string | null {
  const shown = keyed?.shows.find((each) => each.column === column);
  const table = shown && relations.find(({ id }) => id === shown.of);
  return table?.columns.find(({ name }) => name === shown?.ofColumn)?.default ?? null;
}

const computedOf = ({ schema, name, returns }: ReadRoutine): Computed => ({ schema, name, type: returns.type, isJson: returns.isJson });

function computedRelationship({ of, name, returns, isOne }: ReadRoutine, tables: ReadonlyMap<string, Table>): readonly Relationship[] {
  if (of === null || returns.table === null || !tables.has(of)) return [];
  const isToView = tables.get(returns.table)?.isView ?? false;
  return [{ from: of, to: returns.table, cardinality: "computed", by: name, columns: [], junction: undefined, isToOne: isOne, isToView }];
}

const routineOf = ({ id, schema, name, params, isVolatile, returns, comment }: ReadRoutine): Routine => ({
  id,
  schema,
  name,
  params,
  isVolatile,
  returns,
  comment,
});
