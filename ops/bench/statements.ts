/** What a server that only passes on asks PostgreSQL: one named statement per request, and PostgreSQL's own JSON. */
interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The rows as JSON, as `body`. */
const rowsAsJson = (name: string, query: string, values: unknown[]): Statement => ({
  name,
  text: `select coalesce(json_agg(t), '[]')::text as body from (${query}) t`,
  values,
});

export const byKey = (id: string) => rowsAsJson("by key", "select id, name, price, tags, created_at from items where id = $1", [id]);

export const thing = (id: string) => rowsAsJson("thing", "select id, name from things where id = $1", [id]);

/** PostgreSQL plans better for a limit that stands in the text. */
export const listOf = (owner: string, limit: number) =>
  rowsAsJson(`list of ${limit}`, `select id, text, tags, created_at from notes where owner = $1 order by created_at desc limit ${limit}`, [
    owner,
  ]);

export const listWithOne = (limit: number) =>
  rowsAsJson(
    `${limit} with one`,
    `
    select i.id, i.name, i.price, (select row_to_json(a) from (select a.id, a.name) a) as author
    from items i left join authors a on a.id = i.author_id
    order by i.created_at desc limit ${limit}`,
    [],
  );

export const withMany = (id: string) =>
  rowsAsJson(
    "to many",
    `
    select a.id, a.name, (select coalesce(json_agg(i), '[]') from (select i.id, i.name, i.price from items i where i.author_id = a.id) i) as items
    from authors a where a.id = $1`,
    [id],
  );

export const insertOne = ({ name, price }: { readonly name: string; readonly price: number }): Statement => ({
  name: "insert",
  text: "insert into made (name, price) values ($1, $2)",
  values: [name, price],
});

/** PostgreSQL reads the JSON: reading it here, to write it again, would take longer. */
export const insertMany = (json: string): Statement => ({
  name: "bulk",
  text: "insert into made (name, price) select name, price from json_to_recordset($1) as t (name text, price numeric)",
  values: [json],
});
