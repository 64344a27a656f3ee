/** So many schemas a project may expose: each has a catalog of its own. */
export const schemasMax = 20;

/** PostgreSQL's own schemas tell of the whole database. */
export const isReserved = (schema: string) => schema === "information_schema" || schema.startsWith("pg_");
