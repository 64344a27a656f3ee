import { createServer, type ServerResponse } from "node:http";
import pg from "pg";
import * as statements from "./statements.ts";

/** One session for each of many databases, kept for good: as little as can be done where tenants must not share a session. */
const [url = ""] = process.argv.slice(2);
const pools = new Map<string, pg.Pool>();

function poolOf(database: string): pg.Pool {
  const at = new URL(url);
  at.pathname = `/${database}`;
  const pool = new pg.Pool({ connectionString: at.href, max: 1, idleTimeoutMillis: 0 });
  pools.set(database, pool);
  return pool;
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const [, database = "", id = ""] = path.split("/");
  const { rows } = await (pools.get(database) ?? poolOf(database)).query(statements.thing(id));
  const body: string = rows[0].body;
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => void answer(request.url ?? "", response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
