import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../../test/ask.ts";
import { makeDeveloper } from "../../../test/make.ts";
import { sealAll } from "../../../test/seal-all.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { adminLogin, loginOf } from "../../platform/db/server.ts";
import { newId } from "../../platform/ids.ts";
import { sealNow } from "../sealing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface BatchRow {
  readonly number: string;
  readonly first_id: string;
  readonly last_id: string;
  readonly entries: number;
  readonly total: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}
const batches = () => world.clone.query<BatchRow>("select * from audit_batches order by number");
const countEntries = async () => Number((await world.clone.query<{ n: string }>("select count(*) as n from audit_logs"))[0]?.n);
const sealedSoFar = async () => Number((await batches()).at(-1)?.total ?? 0);

const asAdmin = async () => {
  const client = new pg.Client(adminLogin(world.server));
  await client.connect();
  return client;
};
const writeBy = async (client: pg.Client, target: string) => {
  const id = newId("audit");
  await client.query(
    "insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id) values ($1, now(), 'job', 'test', 'try', $2, 'req_test')",
    [id, target],
  );
  return id;
};

const partitions = async () =>
  (
    await world.clone.query<{ name: string }>(
      "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit_logs'::regclass and c.relkind = 'r' order by 1",
    )
  ).map(({ name }) => name);

describe("the log's partitions", () => {
  test("stand for this month and three more, and for what nobody made one for", async () => {
    const months = [0, 1, 2, 3].map((more) => {
      const now = new Date();
      const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + more, 1));
      return `audit_logs_${month.toISOString().slice(0, 7).replace("-", "_")}`;
    });
    expect(await partitions()).toEqual(expect.arrayContaining([...months, "audit_logs_rest"]));
    await world.work("extendAuditLog", {});
  });

  test("refuse each by itself to be changed, cut and emptied, even by a superuser", async () => {
    await makeDeveloper(world);
    const client = await asAdmin();
    try {
      for (const name of await partitions()) {
        await expect(client.query(`truncate ${name}`)).rejects.toThrow("append-only");
        const id = (await client.query<{ id: string }>(`select id from ${name} limit 1`)).rows[0]?.id;
        if (id === undefined) continue;
        await expect(client.query(`update ${name} set action = 'x' where id = $1`, [id])).rejects.toThrow("append-only");
        await expect(client.query(`delete from ${name} where id = $1`, [id])).rejects.toThrow("append-only");
      }
    } finally {
      await client.end();
    }
  });

  test("give nobody rights of their own: what row-level security hides stays hidden", async () => {
    for (const role of ["api", "console"] as const) {
      const client = new pg.Client(loginOf(world.server, world.vault, role));
      await client.connect();
      try {
        for (const name of await partitions()) await expect(client.query(`select from ${name}`)).rejects.toThrow("permission denied");
      } finally {
        await client.end();
      }
    }
  });

  test("take what comes before its month has one, and keep it where it is when the month gets one late", async () => {
    const client = await asAdmin();
    const far = (day: string) => `aud_${"7".repeat(10)}${day}${randomBytes(7).toString("hex")}`;
    try {
      const id = far("00");
      await client.query(
        "insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id) values ($1, now(), 'job', 'test', 'try', 'late', 'req_test')",
        [id],
      );
      expect((await client.query("select from audit_logs_rest where id = $1", [id])).rowCount).toBe(1);
      await world.work("extendAuditLog", {});
      expect((await client.query("select from audit_logs where id = $1", [id])).rowCount).toBe(1);
    } finally {
      await client.end();
    }
  });
});

describe("an entry", () => {
  test("says by which session and from where it was written", async () => {
    const { id, token } = await makeDeveloper(world);
    const made = await ask(world, "POST /api/developer/tokens", {
      token,
      body: { name: "ci", scopes: ["projects:read"] },
      headers: { "user-agent": "curl/8" },
    });
    const [row] = await world.clone.query("select user_agent, session_id, address from audit_logs where target = $1", [made.body.id]);
    expect(row).toEqual({ user_agent: "curl/8", session_id: expect.stringMatching(/^ses_/), address: expect.any(String) });
    expect(id).toBeDefined();
  });
});

describe("batches", () => {
  test("hold each entry once, name the one before, and go on behind it", async () => {
    await makeDeveloper(world);
    await sealAll(world);
    await makeDeveloper(world);
    await sealAll(world);
    const all = await batches();
    expect(all.length).toBeGreaterThan(1);
    let before: BatchRow | undefined;
    for (const batch of all) {
      expect(Number(batch.number)).toBe(Number(before?.number ?? 0) + 1);
      expect(batch.previous).toEqual(before?.hash ?? Buffer.alloc(32));
      expect(Number(batch.total)).toBe(Number(before?.total ?? 0) + batch.entries);
      before = batch;
    }
  });

  test("are not made of nothing", async () => {
    await sealAll(world);
    const before = (await batches()).length;
    await sealNow(world.engine);
    expect(await batches()).toHaveLength(before);
  });

  test("wait for whoever began to write before them, so that a late commit is no forgery", async () => {
    await sealAll(world);
    const sealed = await sealedSoFar();
    const [early, late] = [await asAdmin(), await asAdmin()];
    try {
      await early.query("begin");
      await writeBy(early, "began first");
      await writeBy(late, "came first");
      for (let i = 0; i < 3; i++) await sealNow(world.engine);
      expect(await sealedSoFar()).toBe(sealed);
      await early.query("commit");
      await sealAll(world);
      expect(await sealedSoFar()).toBe(sealed + 2);
    } finally {
      await early.end();
      await late.end();
    }
  });

  test("do not wait for transactions of other databases", async () => {
    await sealAll(world);
    const elsewhere = new pg.Client(adminLogin(world.server, "postgres"));
    await elsewhere.connect();
    try {
      await elsewhere.query("begin; select pg_current_xact_id()");
      await makeDeveloper(world);
      await sealAll(world);
    } finally {
      await elsewhere.end();
    }
  });

  test("are made by one process at a time", async () => {
    await sealAll(world);
    const holder = await asAdmin();
    try {
      await holder.query("begin; select pg_advisory_xact_lock(hashtext('nextmavens audit seal'))");
      await makeDeveloper(world);
      expect(await sealNow(world.engine)).toBe(0);
      await holder.query("commit");
      await Promise.all(Array.from({ length: 5 }, () => sealNow(world.engine)));
      await sealAll(world);
    } finally {
      await holder.end();
    }
  });

  test("go on where the database was restored to a server whose transactions have lower numbers", async () => {
    const client = await asAdmin();
    try {
      await client.query(
        `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id, xact)
         values ($1, now(), 'job', 'test', 'try', 'restored', 'req_test', pg_current_xact_id()::text::bigint + 1000000000)`,
        [newId("audit")],
      );
      await client.query("select continue_audit_log()");
      await client.query("select continue_audit_log()");
      await makeDeveloper(world);
      await sealAll(world);
    } finally {
      await client.end();
    }
  });

  test("can be made by whoever began meanwhile: all entries are in one, in the end", async () => {
    await Promise.all(Array.from({ length: 12 }, () => makeDeveloper(world).then(() => sealNow(world.engine))));
    await sealAll(world);
    const sum = (await batches()).reduce((all, { entries }) => all + entries, 0);
    expect(sum).toBe(await countEntries());
  });
});

describe("what is erased of a person", () => {
  test("is what tells who and where they were, once their account is deleted; the entries stay", async () => {
    const { id, token, email } = await makeDeveloper(world);
    await sealAll(world);
    const of = () =>
      world.clone.query<Record<string, unknown>>(
        "select * from audit_logs where (actor_id = $1 or target = $1) and actor_kind = 'developer' order by id",
        [id],
      );
    const before = await of();
    expect(before[0]).toMatchObject({ address: expect.any(String), personal_hash: null });
    await ask(world, "DELETE /api/developer", { token });
    await world.work("eraseFromAuditLog", { developerId: id });
    const after = await of();
    expect(after.length).toBe(before.length + 1);
    for (const entry of after)
      expect(entry).toMatchObject({ address: null, user_agent: null, salt: null, personal_hash: expect.any(Buffer) });
    expect(JSON.stringify(after)).not.toContain(email);
    const told = await world.clone.query("select after from audit_logs where action = 'eraseFromAuditLog' and target = $1", [id]);
    expect(told).toEqual([{ after: { entries: after.length } }]);
    await world.work("eraseFromAuditLog", { developerId: id });
    expect(await world.clone.query("select from audit_logs where action = 'eraseFromAuditLog' and target = $1", [id])).toHaveLength(1);
  });

  test("is nothing else: the same statement changes no other column", async () => {
    const client = await asAdmin();
    try {
      const id = await writeBy(client, "stays");
      const erased = "salt = null, address = null, user_agent = null, personal_hash = sha256('x')";
      await expect(client.query(`update audit_logs set ${erased}, reason = 'another' where id = $1`, [id])).rejects.toThrow("append-only");
      await expect(client.query(`update audit_logs set ${erased}, after = '{}' where id = $1`, [id])).rejects.toThrow("append-only");
      await client.query(`update audit_logs set ${erased} where id = $1`, [id]);
      await expect(client.query("update audit_logs set personal_hash = sha256('y') where id = $1", [id])).rejects.toThrow("append-only");
    } finally {
      await client.end();
    }
  });
});

test("a log that is full of entries becomes one of partitions, with all of them, and is sealed from its beginning", async () => {
  const database = `filled_${randomBytes(6).toString("hex")}`;
  const once = async (text: string) => {
    const client = new pg.Client(adminLogin(world.server, "postgres"));
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  const folder = new URL("../../../../migrations/control/", import.meta.url);
  const files = readdirSync(folder).sort();
  await once(`create database "${database}" template template0`);
  const client = new pg.Client({ ...adminLogin(world.server, database), options: "-c timezone=America/New_York" });
  await client.connect();
  try {
    const run = async (wanted: (file: string) => boolean) => {
      for (const file of files.filter(wanted)) await client.query(readFileSync(new URL(file, folder), "utf8"));
    };
    await client.query("create table migrations (name text, run_on timestamp)");
    await run((file) => file < "0050");
    await client.query(
      `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id, address)
       select 'aud_0' || lpad(n::text, 25, '0'), now() - interval '1 year', 'job', 'test', 'try', 'old', 'req_test', '::1' from generate_series(1, 2000) n`,
    );
    await run((file) => file >= "0050" && file < "0052");
    await writeBy(client, "new");
    const { rows } = await client.query(
      "select count(*)::int as n, count(*) filter (where xact = 0 and address = '::1' and salt is not null)::int as old from audit_logs",
    );
    expect(rows).toEqual([{ n: 2001, old: 2000 }]);
    for (const statement of ["update audit_logs set action = 'x'", "delete from audit_logs", "truncate audit_logs"])
      await expect(client.query(statement)).rejects.toThrow("append-only");
    const { rows: order } = await client.query("select id from audit_logs where xact < (select audit_horizon()) order by xact, id");
    expect(order.slice(0, 2)).toEqual([{ id: `aud_0${"1".padStart(25, "0")}` }, { id: `aud_0${"2".padStart(25, "0")}` }]);
  } finally {
    await client.end();
    await once(`drop database "${database}" with (force)`);
  }
});
