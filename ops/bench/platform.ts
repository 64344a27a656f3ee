import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Credentials } from "./cases.ts";
import { type ServerProcess, startServer } from "./process.ts";
import { afterSchema, ownersCount, schema } from "./world.ts";

const start = join(import.meta.dirname, "../../api/src/entry/start.mjs");
/** The first member of staff's, who signs in by it alone. */
export const staff = { email: "bench@example.com", password: randomBytes(18).toString("base64url") } as const;
/** Node's options for the platform: those that `npm start` has, if no others are given. */
const nodeOptions = (process.env["PLATFORM_NODE_OPTIONS"] ?? startCommand()).split(" ").filter((word) => word.startsWith("--"));
const noLimit = 1_000_000_000;
const outOfTheWay = `
  update plans set projects_max = ${noLimit};
  update plan_limits set limit_value = ${noLimit} where metric not in ('database_bytes', 'egress_bytes_per_month');
  update plan_limits set limit_value = 1000 * ${noLimit}::bigint where metric in ('database_bytes', 'egress_bytes_per_month')`;

/** The platform as people start it. */
export interface Platform {
  readonly server: ServerProcess;
  /** As whom the developer's token or the project's key says. */
  ask(at: string, body: unknown, by?: { readonly token?: string; readonly key?: string }): Promise<Readonly<Record<string, unknown>>>;
}

export async function startPlatform(databaseUrl: string, dataDir: string, sessions?: number): Promise<Platform> {
  const environment = {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    STAFF_EMAIL: staff.email,
    STAFF_PASSWORD: staff.password,
    STAFF_MFA: "optional",
    ...(sessions !== undefined && { MAX_TENANT_CONNECTIONS: String(sessions) }),
  };
  const server = await startServer(start, [], environment, nodeOptions);
  await asSuperuser(databaseUrl, outOfTheWay);
  const ask: Platform["ask"] = async (at, body, { token, key } = {}) => {
    const [method = "", path = ""] = at.split(" ");
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(key !== undefined && { apikey: key }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${at}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return { server, ask };
}

/** Another process of the same installation, which serves the API and nothing else. */
export const startApi = (databaseUrl: string, dataDir: string) =>
  startServer(start, [], { PORT: "0", HOST: "127.0.0.1", ROLE: "api", DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, nodeOptions);

/** Signs a developer up, and answers the token to ask with. */
export async function makeDeveloper({ ask }: Platform, name: string): Promise<string> {
  return String((await ask("POST /api/auth/register", { email: `${name}@example.com`, password: staff.password, name }))["accessToken"]);
}

/** A project with these tables, its keys, and the name of its database. */
export async function makeProject({ ask }: Platform, token: string, name: string, tables: string) {
  const { id } = await ask("POST /api/projects", { name }, { token });
  const keyOf = async (kind: string) => String((await ask(`POST /api/projects/${id}/keys`, { name: kind, kind }, { token }))["key"]);
  const [publishable, secret] = [await keyOf("publishable"), await keyOf("secret")];
  const { rows } = await ask("POST /api/sql", { query: `${tables}; select current_database() as database` }, { key: secret });
  const [{ database } = { database: "" }] = rows as { database: string }[];
  return { id: String(id), publishable, secret, database };
}

/** The project that the cases are about, whose end users have tokens. */
export async function makeCasesProject(platform: Platform, databaseUrl: string): Promise<{ url: string; credentials: Credentials }> {
  const token = await makeDeveloper(platform, "developer");
  const { id, publishable, database } = await makeProject(platform, token, "bench", schema);
  const url = databaseUrl.replace(/\/[^/]*$/, `/${database}`);
  await asSuperuser(url, afterSchema);
  const secret = randomBytes(32).toString("base64url");
  await platform.ask(`PUT /api/projects/${id}/auth`, { secret }, { token });
  const tokens = Array.from({ length: ownersCount }, (_, i) => signed({ sub: `user-${i + 1}`, role: "authenticated" }, secret));
  await sleep(200);
  return { url, credentials: { publishable, tokenOf: (owner) => tokens[owner - 1] ?? "" } };
}

/** Runs statements past every limit, and answers the rows where it is one. */
export async function asSuperuser(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

function startCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start;
}

function signed(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...claims, exp: Math.floor(Date.now() / 1_000) + 86_400 })}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
