import type { Relationship } from "./model.ts";

/** The part of a relation that tells how it hangs together with others. */
export interface Keyed {
  readonly id: number;
  readonly name: string;
  /** It can be asked for by its name. */
  readonly isExposed: boolean;
  readonly isView: boolean;
  readonly primaryKey: readonly string[];
  /** Sets of columns that hold no row twice. */
  readonly uniques: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Of a view: its columns, and the columns of tables that they show as they are. */
  readonly shows: readonly Shown[];
}
export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  /** The relation's id. */
  readonly to: number;
  readonly toColumns: readonly string[];
}
export interface Shown {
  readonly column: string;
  readonly of: number;
  readonly ofColumn: string;
}

/** A foreign key, or what it looks like through a view at either end. */
export interface Reference {
  readonly by: string;
  readonly from: Keyed;
  readonly to: Keyed;
  readonly columns: readonly (readonly [string, string])[];
  readonly isUnique: boolean;
}

/** More ways than any schema has that was made to be asked: what is beyond is not offered, for views and keys multiply each other. */
const waysMax = 20_000;

/** Every way from one relation to another by foreign keys: direct ones, through views that show their columns, and over junctions. */
export function relationshipsOf(relations: readonly Keyed[]): ReadonlyMap<string, readonly Relationship[]> {
  const exposed = mostReferencesOf(relations);
  const found = [...exposed.flatMap(bothWays), ...atMost(waysMax, overJunctions(exposed))];
  return Map.groupBy(found, ({ from }) => from);
}

/** Foreign keys between relations that can be asked for, and through views of them. */
export const mostReferencesOf = (relations: readonly Keyed[]): readonly Reference[] => atMost(waysMax, referencesOf(relations));

function atMost<Each>(max: number, all: Iterable<Each>): readonly Each[] {
  const taken: Each[] = [];
  for (const each of all) {
    if (taken.length >= max) break;
    taken.push(each);
  }
  return taken;
}

function* referencesOf(relations: readonly Keyed[]): Generator<Reference, undefined> {
  const byId = new Map(relations.map((each) => [each.id, each]));
  const facades = facadesOf(relations);
  const seenAs = (of: Keyed, columns: readonly string[]) => {
    const all = [facadeOf(of, columns), ...(facades.get(of.id) ?? []).map((view) => view(columns))];
    return all.filter((each) => each?.of.isExposed === true);
  };
  for (const from of relations) {
    for (const key of from.foreignKeys) {
      const to = byId.get(key.to);
      if (!to) continue;
      const targets = seenAs(to, key.toColumns);
      for (const one of seenAs(from, key.columns)) for (const other of targets) if (one && other) yield reference(key, from, one, other);
    }
  }
}

/** A relation by the names that it gives to columns. */
interface Facade {
  readonly of: Keyed;
  readonly columns: readonly string[];
}
const facadeOf = (of: Keyed, columns: readonly string[]): Facade => ({ of, columns });

/** By table, each view that shows it, as what finds the view's names for its columns. */
function facadesOf(relations: readonly Keyed[]): ReadonlyMap<number, readonly ((columns: readonly string[]) => Facade | undefined)[]> {
  const facades = new Map<number, ((columns: readonly string[]) => Facade | undefined)[]>();
  for (const view of relations) {
    for (const shown of new Set(view.shows.map(({ of }) => of))) {
      const names = new Map(
        view.shows
          .filter(({ of }) => of === shown)
          .map(({ ofColumn, column }) => [ofColumn, column] as const)
          .reverse(),
      );
      const facade = (columns: readonly string[]) => {
        const named = columns.flatMap((column) => names.get(column) ?? []);
        return named.length === columns.length ? facadeOf(view, named) : undefined;
      };
      const others = facades.get(shown);
      if (others) others.push(facade);
      else facades.set(shown, [facade]);
    }
  }
  return facades;
}

function reference(key: ForeignKey, from: Keyed, one: Facade, other: Facade): Reference {
  const held = new Set(key.columns);
  const isUnique = [from.primaryKey, ...from.uniques].some((columns) => columns.length > 0 && columns.every((each) => held.has(each)));
  const columns = one.columns.map((column, i) => [column, other.columns[i] ?? ""] as const);
  return { by: key.name, from: one.of, to: other.of, columns, isUnique };
}

function bothWays({ by, from, to, columns, isUnique }: Reference): readonly Relationship[] {
  const there: Relationship = {
    from: from.name,
    to: to.name,
    cardinality: isUnique ? "one-to-one" : "many-to-one",
    by,
    columns,
    junction: undefined,
    isToOne: true,
    isToView: to.isView,
  };
  const back: Relationship = {
    from: to.name,
    to: from.name,
    cardinality: isUnique ? "one-to-one" : "one-to-many",
    by,
    columns: columns.map(([one, other]) => [other, one] as const),
    junction: undefined,
    isToOne: isUnique,
    isToView: from.isView,
  };
  return [there, back];
}

/** A relation is a junction of two others if the foreign keys to both are part of its primary key. */
function* overJunctions(references: readonly Reference[]): Generator<Relationship, undefined> {
  for (const [junction, held] of Map.groupBy(references, ({ from }) => from)) {
    const parts = held.filter((each) => isPartOf(each, junction));
    for (const one of parts) for (const other of parts) if (one.by !== other.by) yield manyToMany(junction, one, other);
  }
}

function isPartOf({ columns }: Reference, { primaryKey, isView, shows }: Keyed): boolean {
  if (isView) return shows.length > 0 && columns.every(([column]) => primaryKey.includes(column));
  return columns.every(([column]) => primaryKey.includes(column));
}

function manyToMany(junction: Keyed, one: Reference, other: Reference): Relationship {
  return {
    from: one.to.name,
    to: other.to.name,
    cardinality: "many-to-many",
    by: junction.name,
    columns: one.columns.map(([held, origin]) => [origin, held] as const),
    junction: {
      table: junction.name,
      fromBy: one.by,
      toBy: other.by,
      toColumns: other.columns.map(([held, target]) => [target, held] as const),
    },
    isToOne: false,
    isToView: other.to.isView,
  };
}
