import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "./process.ts";

const start = join(import.meta.dirname, "../../api/src/entry/start.ts");
const staffLogin = { email: "bench@example.com", password: randomBytes(18).toString("base64url") };
/** Another process of the same installation, which serves the API and nothing else. */
const given = process.env["API_NODE_OPTIONS"] === undefined ? {} : { NODE_OPTIONS: process.env["API_NODE_OPTIONS"] };
export const startApi = (databaseUrl: string, dataDir: string) =>
  startServer(start, [], { ...given, PORT: "0", HOST: "127.0.0.1", ROLE: "api", DATA_DIR: dataDir, DATABASE_URL: databaseUrl });

const noLimit = 1_000_000_000;

export const itemsCount = 10_000;
const schema = `
  create table items (id int primary key, name text not null, price numeric not null, tags jsonb not null, created_at timestamptz not null, hidden boolean not null default false);
  create index on items (created_at desc);
  insert into items
    select n, 'item ' || n, n * 1.25, json_build_object('color', 'red', 'size', n % 10), timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, ${itemsCount}) n;
  create table made (id bigint generated always as identity primary key, name text not null, price numeric not null, created_at timestamptz not null default now());
  alter table items enable row level security;
  alter table made enable row level security;
  create policy shown on items to anon using (not hidden);
  create policy welcome on made for insert to anon with check (true);
  grant select on items to anon;
  grant insert on made to anon`;

/** The platform as people start it, with a project whose limits are out of the way. */
export async function startPlatform(databaseUrl: string, dataDir: string) {
  const server = await startServer(start, [], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    STAFF_EMAIL: staffLogin.email,
    STAFF_PASSWORD: staffLogin.password,
  });
  const ask = async (at: string, token: string | undefined, body: unknown, key?: string) => {
    const [method = "", path = ""] = at.split(" ");
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { apikey: key }),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${at}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const developer = await ask("POST /api/auth/register", undefined, {
    email: "developer@example.com",
    password: staffLogin.password,
    name: "Bench",
  });
  const token = String(developer["accessToken"]);
  const { id } = await ask("POST /api/projects", token, { name: "bench" });
  const keyOf = async (kind: string) => String((await ask(`POST /api/projects/${id}/keys`, token, { name: kind, kind }))["key"]);
  const [publishable, secret] = [await keyOf("publishable"), await keyOf("secret")];
  const staff = String((await ask("POST /api/admin/auth/login", undefined, staffLogin))["accessToken"]);
  for (const metric of ["requests_per_second", "requests_per_day", "rows_written_per_day"]) {
    await ask(`PUT /api/admin/projects/${id}/quotas/${metric}`, staff, { limit: noLimit, reason: "a measurement" });
  }
  const { rows } = await ask("POST /api/sql", undefined, { query: `${schema}; select current_database() as database` }, secret);
  const [{ database } = { database: "" }] = rows as { database: string }[];
  await sleep(200);
  return { server, publishable, secret, database, projectId: String(id) };
}
