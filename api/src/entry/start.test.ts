import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { newDataDir, type Process, startProcess } from "../../test/process.ts";
import { readAddress } from "../platform/db/address.ts";
import { adminLogin } from "../platform/db/server.ts";
import { pidFile } from "../platform/embedded/orphan.ts";
import { homeOf } from "../platform/embedded/place.ts";

const started: Process[] = [];
const begin = (environment: Record<string, string>) => {
  const process = startProcess(environment);
  started.push(process);
  return process;
};
const endAll = async () => {
  for (const each of started.splice(0)) if (each.child.exitCode === null && each.child.signalCode === null) await each.signal("SIGKILL");
};

async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(adminLogin(readAddress(url)));
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const register = (url: string, email: string) =>
  fetch(`${url}/api/auth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: "correct horse battery", name: "A developer" }),
  });

test("every wrong variable is named at once, and nothing is started", async () => {
  const process = begin({ PORT: "99999", ROLE: "boss", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud", DATA_DIR: "/nonexistent/x" });
  expect(await process.ended()).toBe(1);
  const named = process.lines.map((line) => line.split(":")[0]);
  expect(named.sort()).toEqual(["DATABASE_URL", "LOG_LEVEL", "PORT", "ROLE"]);
});

test("a start that finds what an earlier one left takes no types away again", async () => {
  const data = newDataDir();
  const tell = `process.on("exit", () => console.log(process.moduleLoadList.some((each) => each.includes("deps/amaro"))))`;
  const told = `data:text/javascript;base64,${Buffer.from(tell).toString("base64")}`;
  const start = async () => {
    const process = begin({ DATA_DIR: data.path, PORT: "99999", NODE_OPTIONS: `--import=${told}` });
    await process.ended();
    return process.lines;
  };
  try {
    mkdirSync(data.path);
    expect(await start()).toContain("true");
    expect(await start()).toEqual([expect.stringMatching(/^PORT: /), "false"]);
  } finally {
    data.remove();
  }
}, 60_000);

describe("a platform that runs", () => {
  const data = newDataDir();
  let main: Process;
  let url: string;
  beforeAll(async () => {
    main = startProcess({ DATA_DIR: data.path });
    url = await main.ready();
  }, 60_000);
  afterEach(endAll);
  afterAll(async () => {
    const code = await main.signal("SIGTERM");
    data.remove();
    expect(code).toBe(0);
  });

  test("told its addresses, its database and the first staff login, and that it is ready last of all", () => {
    const text = main.lines.join("\n");
    expect(text).toContain(`console      ${url}/admin`);
    expect(text).toContain(`docs         ${url}/docs`);
    expect(text).toMatch(/^DATABASE_URL=postgresql:\/\/postgres@\S+:5432\/nextmavens$/m);
    expect(text).toMatch(/^staff login {2}admin@localhost\.localdomain {2}password [\w-]{12,}$/m);
    expect(main.lines.at(-1)).toBe(`ready ${url}`);
  });

  test("lets its first staff member sign in with the printed password", async () => {
    const password = /password (\S+)$/.exec(main.lines.find((line) => line.startsWith("staff login")) ?? "")?.[1];
    const response = await fetch(`${url}/api/admin/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "admin@localhost.localdomain", password }),
    });
    expect(response.status).toBe(200);
  });

  test("reads much SQL without taking half a gigabyte to make its reading faster", async () => {
    const ask = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const init = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
      const response = await fetch(`${url}/api/${path}`, init);
      expect(Math.floor(response.status / 100)).toBe(2);
      return (await response.json()) as Record<string, string>;
    };
    const credentials = { email: "sql@example.com", password: "correct horse battery", name: "A developer" };
    const { accessToken } = await ask("auth/register", credentials);
    const authorization = `Bearer ${accessToken}`;
    const { id } = await ask("projects", { name: "sql" }, { authorization });
    const { key = "" } = await ask(`projects/${id}/keys`, { name: "secret", kind: "secret" }, { authorization });
    for (let i = 0; i < 20; i += 1) {
      const tables = Array.from(
        { length: 10 },
        (_, n) => `create temp table t${n} (id bigint primary key, name text not null default '${i}')`,
      );
      await ask("sql", { query: tables.join("; ") }, { apikey: key });
    }
    const [, peakKb] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${main.child.pid}/status`, "utf8")) ?? [];
    expect(Number(peakKb) / 1024).toBeLessThan(450);
  });

  test("refuses a second whole instance on the same data", async () => {
    const second = begin({ DATA_DIR: data.path });
    expect(await second.ended()).toBe(1);
    expect(second.lines).toEqual([
      `another process runs the database in ${data.path}: stop that one, or let this join it by ROLE=api, console or worker`,
    ]);
  });

  test("says that a port is in use", async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, "127.0.0.1", () => resolve((holder.address() as { port: number }).port)),
    );
    const second = begin({ DATA_DIR: data.path, ROLE: "api", PORT: String(port) });
    expect(await second.ended()).toBe(1);
    expect(second.lines).toEqual([`port ${port} is in use: stop what uses it, or set PORT`]);
    holder.close();
  });

  test.each([
    ["by the printed DATABASE_URL", () => ({ DATABASE_URL: main.databaseUrl() })],
    ["by the same DATA_DIR alone", () => ({})],
  ])("is joined by a process of another role, %s", async (_how, environment) => {
    const api = begin({ DATA_DIR: data.path, ROLE: "api", ...environment() });
    const second = await api.ready();
    expect(second).not.toBe(url);
    expect((await register(second, `${randomBytes(6).toString("hex")}@example.com`)).status).toBe(201);
    expect(api.lines.join("\n")).not.toContain("staff login");
    expect(await api.signal("SIGTERM")).toBe(0);
  });

  test("is not joined with another master key, nor without one", async () => {
    const other = begin({ DATABASE_URL: main.databaseUrl(), ROLE: "api", MASTER_KEY: randomBytes(32).toString("base64") });
    expect(await other.ended()).toBe(1);
    expect(other.lines.join("\n")).toContain("the master key is not the one this database was set up with");
    const none = begin({ DATABASE_URL: main.databaseUrl(), ROLE: "api", DATA_DIR: `${data.path}-none` });
    expect(await none.ended()).toBe(1);
    expect(none.lines.join("\n")).toContain("there is no master key");
  });

  test("is not taken over by an installation with another master key", async () => {
    const other = begin({ DATABASE_URL: main.databaseUrl(), MASTER_KEY: randomBytes(32).toString("base64") });
    expect(await other.ended()).toBe(1);
    expect(other.lines.join("\n")).toContain("with another master key");
    expect((await register(url, `${randomBytes(6).toString("hex")}@example.com`)).status).toBe(201);
  });
});

// Only root has an account of its own for PostgreSQL, which may not reach where root can.
(process.getuid?.() === 0 ? describe : describe.skip)("a data directory that only root can enter", () => {
  const data = newDataDir(false);
  afterEach(endAll);
  afterAll(() => data.remove());

  test("has its database elsewhere, says where, and finds it again", async () => {
    const emails: string[] = [];
    for (const email of ["first@example.com", "second@example.com"]) {
      const main = begin({ DATA_DIR: data.path });
      const url = await main.ready();
      const home = readlinkSync(`${data.path}/postgres`);
      expect(home).toMatch(/^\/var\/lib\/nextmavens-/);
      expect(main.lines[0]).toContain(`its data in ${home}/data`);
      expect((await register(url, email)).status).toBe(201);
      const rows = await query<{ email: string }>(main.databaseUrl(), "select email from developers order by created_at");
      expect(rows.map((row) => row.email)).toEqual([...emails, email]);
      emails.push(email);
      expect(await main.signal("SIGTERM")).toBe(0);
    }
  });
});

describe("a platform whose own PostgreSQL goes away", () => {
  const data = newDataDir();
  const statusOf = (url: string, path: string) => fetch(`${url}${path}`).then(({ status }) => status);
  const patienceMs = 180_000;
  const standsWithout = async (url: string) => {
    expect(await statusOf(url, "/api/health/live")).toBe(200);
    expect(await statusOf(url, "/api/health/ready")).toBe(503);
    expect(await statusOf(url, "/break-glass")).toBe(200);
    expect(await statusOf(url, "/status")).toBe(200);
  };
  afterEach(endAll);
  afterAll(() => data.remove());

  test(
    "stays up with its door for the worst day, starts it again, and goes on",
    async () => {
      const main = begin({ DATA_DIR: data.path });
      const url = await main.ready();
      const cluster = join(homeOf(data.path), "data");
      const [version, aside] = [join(cluster, "PG_VERSION"), join(data.path, "version")];
      renameSync(version, aside);
      process.kill(pidFile(cluster)?.pid ?? 0, "SIGKILL");
      await waitUntil(() => main.lines.some((line) => line.startsWith("PostgreSQL could not be started again, trying on: ")));
      expect(main.lines).toContain("PostgreSQL ended by itself (signal SIGKILL), starting it again");
      await waitUntil(async () => (await statusOf(url, "/api/health/ready")) === 503);
      await standsWithout(url);

      renameSync(aside, version);
      await waitUntil(async () => (await statusOf(url, "/api/health/ready")) === 200);
      expect((await register(url, "after@example.com")).status).toBe(201);
      expect(await main.signal("SIGTERM")).toBe(0);
    },
    patienceMs,
  );

  test(
    "stays up where it can't be started at all, says what to mend, and goes on once that is mended",
    async () => {
      const cluster = join(homeOf(data.path), "data");
      const [version, aside] = [join(cluster, "PG_VERSION"), join(data.path, "version")];
      renameSync(version, aside);
      const main = begin({ DATA_DIR: data.path });
      await waitUntil(() => main.lines.some((line) => line.startsWith("waiting for the database: ")));
      const told = main.lines.find((line) => line.startsWith("waiting for the database: ")) ?? "";
      expect(told).toContain(`the database in ${cluster} is damaged: its file PG_VERSION is missing`);
      await standsWithout(/break-glass is at (\S+)\/break-glass$/.exec(told)?.[1] ?? "");

      renameSync(aside, version);
      const url = await main.ready();
      expect((await register(url, "mended@example.com")).status).toBe(201);
      expect(main.lines.filter((line) => line.startsWith("waiting"))).toHaveLength(1);
      expect(await main.signal("SIGTERM")).toBe(0);
    },
    patienceMs,
  );

  test(
    "keeps its door open where a database refuses the login of a host that was set up before, and ends where none was",
    async () => {
      const main = begin({ DATA_DIR: data.path });
      await main.ready();
      await waitUntil(() => existsSync(join(data.path, "break-glass", "verifier")));
      const DATABASE_URL = main.databaseUrl().replace("//postgres@", "//nm_api:wrong@").replace(/\w+$/, "restored");
      const known = begin({ DATA_DIR: data.path, DATABASE_URL });
      await waitUntil(() => known.lines.some((line) => line.startsWith("waiting for the database: ")));
      expect(known.lines.at(-1)).toMatch(/password authentication failed for user "nm_api"; break-glass is at http/);
      await standsWithout(/break-glass is at (\S+)\/break-glass$/.exec(known.lines.at(-1) ?? "")?.[1] ?? "");
      expect(await known.signal("SIGTERM")).toBe(0);
      const none = newDataDir();
      const stranger = begin({ DATA_DIR: none.path, DATABASE_URL });
      expect(await stranger.ended()).toBe(1);
      expect(stranger.lines).toEqual(['the database says: password authentication failed for user "nm_api"']);
      none.remove();
    },
    patienceMs,
  );
});

describe("a platform that stops", () => {
  const data = newDataDir();
  afterEach(endAll);
  afterAll(() => data.remove());

  test("finishes the request under way, takes no new one, and stops the database last", async () => {
    const main = begin({ DATA_DIR: data.path, DRAIN_SECONDS: "0" });
    const url = await main.ready();
    const holder = new pg.Client(adminLogin(readAddress(main.databaseUrl())));
    await holder.connect();
    await holder.query("begin; lock table developers in access exclusive mode");
    const underWay = register(url, "slow@example.com");
    await waitUntil(async () => (await holder.query("select from pg_locks where not granted")).rowCount !== 0);

    const end = main.signal("SIGTERM");
    // Asked for what needs no database: one that slipped in still would wait for the lock as well.
    await waitUntil(() =>
      fetch(`${url}/api/health/live`).then(
        () => false,
        () => true,
      ),
    );
    // The database still answers: it waits for the request, as the request waits for it.
    await holder.query("commit");
    await holder.end();
    expect((await underWay).status).toBe(201);
    expect(await end).toBe(0);
    expect(readFileSync(`${homeOf(data.path)}/postgres.log`, "utf8")).toMatch(/database system is shut down\s*$/);
  });

  test("killed during writes, is ready again and has lost none that it acknowledged", async () => {
    const main = begin({ DATA_DIR: data.path });
    const url = await main.ready();
    const acknowledged: string[] = [];
    let isOver = false;
    const writer = async (who: number) => {
      for (let i = 0; !isOver; i++) {
        const email = `writer-${who}-${i}@example.com`;
        const response = await register(url, email).catch(() => undefined);
        if (response?.status === 201) acknowledged.push(email);
        if (!response) return;
      }
    };
    const writers = Promise.all([1, 2, 3, 4].map(writer));
    await waitUntil(() => acknowledged.length >= 20);
    expect(await main.signal("SIGKILL")).toBe("SIGKILL");
    isOver = true;
    await writers;

    const again = begin({ DATA_DIR: data.path });
    await again.ready();
    const rows = await query<{ email: string }>(again.databaseUrl(), "select email from developers");
    const kept = new Set(rows.map(({ email }) => email));
    expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
    expect(again.lines.join("\n")).not.toContain("staff login");
    expect(await again.signal("SIGINT")).toBe(0);
  });
});

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() > end) throw new Error("it did not come about in time");
  }
}
