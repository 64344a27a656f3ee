/** A type as PostgreSQL itself calls it for short. */
export const shortly = (type: string) =>
  type
    .replace("timestamp with time zone", "timestamptz")
    .replace("timestamp without time zone", "timestamp")
    .replace("character varying", "varchar")
    .replace("double precision", "float8");

/** So many of these, as one would say it. */
export const many = (count: number, one: string, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;
