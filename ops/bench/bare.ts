import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";
import * as statements from "./statements.ts";

/** The floor without Express, as little as can be done in this language: what is left to gain beside the floor. */
const [url = "", connections = "6"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: Number(connections) });

const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "", search = ""] = (request.url ?? "").split("?");
  if (request.method === "POST") {
    const body = await textOf(request);
    await pool.query(path === "/made" ? statements.insertOne(JSON.parse(body)) : statements.insertMany(body));
    response.writeHead(201, { "content-length": 0 }).end();
    return;
  }
  const { rows } = await pool.query(statementOf(path, search));
  const body: string = rows[0].body;
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) }).end(body);
}

function statementOf(path: string, search: string): pg.QueryConfig {
  const [, table = "", id = ""] = path.split("/");
  if (table === "items") return statements.byKey(id);
  if (table === "authors") return statements.withMany(id);
  const asked = new URLSearchParams(search);
  const limit = Number(asked.get("limit"));
  return table === "notes" ? statements.listOf(asked.get("owner") ?? "", limit) : statements.listWithOne(limit);
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks).toString()));
  });
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
