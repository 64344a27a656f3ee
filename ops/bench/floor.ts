import express from "express";
import pg from "pg";
import * as statements from "./statements.ts";

/** What everything is compared with: Express as it comes, and pg. No keys, no limits, no roles. */
const [url = "", connections = "6"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: Number(connections) });
const app = express();

const send = async (response: express.Response, statement: pg.QueryConfig) => {
  const { rows } = await pool.query(statement);
  response.type("json").send(rows[0].body as string);
};
const make = async (response: express.Response, statement: pg.QueryConfig) => {
  await pool.query(statement);
  response.status(201).end();
};

app.get("/items/:id", (request, response) => send(response, statements.byKey(request.params.id)));
app.get("/notes", (request, response) => send(response, statements.listOf(String(request.query["owner"]), Number(request.query["limit"]))));
app.get("/items-with-authors", (request, response) => send(response, statements.listWithOne(Number(request.query["limit"]))));
app.get("/authors/:id", (request, response) => send(response, statements.withMany(request.params.id)));
app.post("/made", express.json(), (request, response) => make(response, statements.insertOne(request.body)));
app.post("/made/many", express.text({ type: "application/json", limit: "10mb" }), (request, response) =>
  make(response, statements.insertMany(request.body)),
);

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
