import express from "express";
import pg from "pg";

/** What everything is compared with: Express as it comes, and pg, with one named statement per request. No keys, no limits, no roles. */
const [url = "", connections = "6"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: Number(connections) });
const app = express();

/** The rows as JSON that PostgreSQL made. */
const rowsOf = async (name: string, query: string, values: readonly unknown[]) => {
  const text = `select coalesce(json_agg(t), '[]')::text as body from (${query}) t`;
  const { rows } = await pool.query({ name, text, values: [...values] });
  return rows[0].body as string;
};

app.get("/items/:id", async (request, response) => {
  const query = "select id, name, price, tags, created_at from items where id = $1";
  response.type("json").send(await rowsOf("by key", query, [request.params.id]));
});

/** PostgreSQL plans better for a limit that stands in the text. */
app.get("/notes", async (request, response) => {
  const limit = Number(request.query["limit"]);
  const query = `select id, text, tags, created_at from notes where owner = $1 order by created_at desc limit ${limit}`;
  response.type("json").send(await rowsOf(`list of ${limit}`, query, [request.query["owner"]]));
});

app.get("/items-with-authors", async (request, response) => {
  const limit = Number(request.query["limit"]);
  const query = `
    select i.id, i.name, i.price, (select row_to_json(a) from (select a.id, a.name) a) as author
    from items i left join authors a on a.id = i.author_id
    order by i.created_at desc limit ${limit}`;
  response.type("json").send(await rowsOf(`${limit} with one`, query, []));
});

app.get("/authors/:id", async (request, response) => {
  const query = `
    select a.id, a.name, (select coalesce(json_agg(i), '[]') from (select i.id, i.name, i.price from items i where i.author_id = a.id) i) as items
    from authors a where a.id = $1`;
  response.type("json").send(await rowsOf("to many", query, [request.params.id]));
});

app.post("/made", express.json(), async (request, response) => {
  const { name, price } = request.body as { name: string; price: number };
  await pool.query({ name: "insert", text: "insert into made (name, price) values ($1, $2)", values: [name, price] });
  response.status(201).end();
});

/** PostgreSQL reads the JSON: reading it here, to write it again, would take longer. */
app.post("/made/many", express.text({ type: "application/json", limit: "10mb" }), async (request, response) => {
  const text = "insert into made (name, price) select name, price from json_to_recordset($1) as t (name text, price numeric)";
  await pool.query({ name: "bulk", text, values: [request.body] });
  response.status(201).end();
});

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
