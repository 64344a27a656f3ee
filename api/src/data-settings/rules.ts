/** So many schemas a project may expose: each has a catalog of its own. */
export const schemasMax = 20;

/** PostgreSQL's own schemas tell of the whole database; those of the platform are how it serves a project. */
export const isReserved = (schema: string) => schema === "information_schema" || schema.startsWith("pg_") || ourSchemas.includes(schema);

const ourSchemas: readonly string[] = ["nextmavens", "nextmavens_migrations"];

/** Of those that were chosen: some were refused only later. */
export const withoutReserved = (schemas: readonly string[]) => schemas.filter((each) => !isReserved(each));
