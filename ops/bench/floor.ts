import express from "express";
import pg from "pg";

/** What everything is compared with: Express as it comes, and pg, with one named statement per request. No keys, no limits, no roles. */
const [url = "", connections = "6"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: Number(connections) });
const app = express();

app.get("/items/:id", async (request, response) => {
  const { rows } = await pool.query({
    name: "by key",
    text: "select coalesce(json_agg(t), '[]')::text as body from (select id, name, price, tags, created_at from items where id = $1) t",
    values: [request.params.id],
  });
  response.type("json").send(rows[0].body);
});

app.get("/items", async (request, response) => {
  const { rows } = await pool.query({
    name: "list",
    text: "select coalesce(json_agg(t), '[]')::text as body from (select id, name, price, tags, created_at from items order by created_at desc limit $1) t",
    values: [request.query["limit"]],
  });
  response.type("json").send(rows[0].body);
});

app.post("/items", express.json(), async (request, response) => {
  const { name, price } = request.body as { name: string; price: number };
  await pool.query({ name: "insert", text: "insert into made (name, price) values ($1, $2)", values: [name, price] });
  response.status(201).end();
});

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
