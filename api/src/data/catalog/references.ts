import { z } from "zod";
import { keyedOf } from "./build.ts";
import { mostReferencesOf, type Reference } from "./relations.ts";
import { asides, Relation, relations } from "./statement.ts";

/** What refers to what among the relations of one schema. */
export interface References {
  /** By the relation that refers, which may be a view that shows the columns of a table's foreign key. */
  readonly from: ReadonlyMap<string, readonly Reference[]>;
  /** By view, its columns that are columns of a table and nothing else. */
  readonly shownBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Asks for what `referencesIn` takes; `$1` is the schema. Runs with search_path = pg_catalog. */
export const referencesQuery = `${asides} select (${relations}) as relations`;
const Read = z.object({ relations: z.array(Relation) });

export function referencesIn(read: unknown): References {
  const keyed = keyedOf(Read.parse(read).relations);
  const views = keyed.filter(({ isView, isExposed }) => isView && isExposed);
  return {
    from: Map.groupBy(mostReferencesOf(keyed), ({ from }) => from.name),
    shownBy: new Map(views.map(({ name, shows }) => [name, new Set(shows.map(({ column }) => column))])),
  };
}
