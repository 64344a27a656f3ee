import { columnsQuery } from "./catalog/columns.ts";
import { constraintsQuery, relationsQuery } from "./catalog/constraints.ts";
import { extensionsQuery } from "./catalog/extensions.ts";
import { functionsQuery } from "./catalog/functions.ts";
import { indexesQuery } from "./catalog/indexes.ts";
import { policiesQuery } from "./catalog/policies.ts";
import { schemasQuery } from "./catalog/schemas.ts";
import { tablesQuery, viewsQuery } from "./catalog/tables.ts";
import { triggersQuery } from "./catalog/triggers.ts";
import { compositesQuery, domainsQuery, enumsQuery, sequencesQuery } from "./catalog/types.ts";
import type { Ask } from "./look.ts";
import type { Schema } from "./shapes.ts";

/** What is read: all of a project's schemas, one of them, or what there is of one table. */
export interface Wanted {
  readonly schema?: string | undefined;
  readonly table?: string | undefined;
}

/** Reads a project's schema from the catalogs, a list at a time, and puts it together; `exposed` are the schemas it shows over REST. */
export async function readAll(ask: Ask, { schema, table }: Wanted, exposed: readonly string[] = []): Promise<Schema> {
  const values = [schema === undefined ? null : `{${JSON.stringify(schema)}}`, table ?? null];
  const list = <Row>(query: string) => ask<Row>(query, values);
  const [tables, views, columns, constraints, indexes, policies, triggers] = await Promise.all([
    list<Bare<Schema["tables"][number]>>(tablesQuery),
    list<Bare<Schema["views"][number]>>(viewsQuery),
    list<Placed>(columnsQuery),
    list<Placed>(constraintsQuery),
    list<Placed>(indexesQuery),
    list<Placed>(policiesQuery),
    list<Placed>(triggersQuery),
  ]);
  const [columnsOf, constraintsOf, indexesOf, policiesOf, triggersOf] = [columns, constraints, indexes, policies, triggers].map(byPlace);
  const rest = await Promise.all([
    list<Omit<Schema["schemas"][number], "isExposed">>(schemasQuery),
    list(relationsQuery),
    list(functionsQuery),
    list(enumsQuery),
    list(domainsQuery),
    list(compositesQuery),
    list(sequencesQuery),
    list<Available>(extensionsQuery),
  ]);
  const [schemas, relations, functions, enums, domains, composites, sequences, available] = rest;
  return {
    schemas: schemas.map((each) => ({ ...each, isExposed: exposed.includes(each.name) })),
    tables: tables.map((each) => ({
      ...each,
      columns: columnsOf?.(each),
      constraints: constraintsOf?.(each),
      indexes: indexesOf?.(each),
      policies: policiesOf?.(each),
      triggers: triggersOf?.(each),
    })),
    views: views.map((each) => ({ ...each, columns: columnsOf?.(each), indexes: indexesOf?.(each), triggers: triggersOf?.(each) })),
    relations,
    functions,
    enums,
    domains,
    composites,
    sequences,
    extensions: available.flatMap(installed),
  } as Schema;
}

/** Without what other lists bring. */
type Bare<Whole> = Pick<Whole, Extract<"schema" | "name", keyof Whole>>;

interface Placed {
  readonly schema: string;
  readonly relation: string;
}

/** What belongs to a relation, by where that is. */
function byPlace(list: readonly Placed[]) {
  const groups = Map.groupBy(list, ({ schema, relation }) => JSON.stringify([schema, relation]));
  const bare = ({ schema: _schema, relation: _relation, ...own }: Placed) => own;
  return ({ schema, name }: { readonly schema: string; readonly name: string }) =>
    (groups.get(JSON.stringify([schema, name])) ?? []).map(bare);
}

export interface Available {
  readonly name: string;
  readonly installedVersion: string | null;
  readonly defaultVersion: string;
  readonly schema: string | null;
  readonly comment: string | null;
}

const installed = ({ name, installedVersion, schema, comment }: Available) =>
  installedVersion === null ? [] : [{ name, version: installedVersion, schema: schema ?? "", comment }];
