import type { SchemaSight, SchemaTableSight } from "../../sight.ts";

/** A type as PostgreSQL itself calls it for short. */
export const shortly = (type: string) =>
  type
    .replace("timestamp with time zone", "timestamptz")
    .replace("timestamp without time zone", "timestamp")
    .replace("character varying", "varchar")
    .replace("double precision", "float8");

/** So many of these, as one would say it. */
export const many = (count: number, one: string, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;

/** No longer than there is room for. */
export const cut = (text: string, room: number) => (text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text);

type Place = { readonly schema: string; readonly name: string };

/** Reached over REST by publishable keys or end users, with nothing between. */
export const isOpen = ({ schemas }: Pick<SchemaSight, "schemas">, { schema, hasRls, reachableBy }: SchemaTableSight) =>
  reachableBy.length > 0 && !hasRls && isExposed({ schemas }, schema);

/** What is in other schemas is not reached over REST, whatever rights there are on it. */
export const isExposed = ({ schemas }: Pick<SchemaSight, "schemas">, schema: string) =>
  schemas.some(({ name, isExposed: is }) => is && name === schema);

/** As it is written in SQL where `public` is first on the path. */
export const nameOf = ({ schema, name }: Place) => (schema === "public" ? name : `${schema}.${name}`);

/** The same where there is little room: the table's own name is what one reads. */
export function shortNameOf({ schema, name }: Place, room: number): string {
  if (schema === "public") return cut(name, room);
  const place = cut(schema, Math.max(6, room - name.length - 1));
  return `${place}.${cut(name, room - place.length - 1)}`;
}
