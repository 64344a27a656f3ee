import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Store } from "@nextmavens/api/platform/db/store";
import fc from "fast-check";
import { z } from "zod";
import { type Clone, cloneControl } from "../../../api/test/clone.ts";
import { choicesOf } from "./catalog.ts";
import type { Wanted } from "./conditions.ts";
import { countedAtMost, readTables, Table, type TableMetadata } from "./index.ts";
import { openReads } from "./reads.ts";

let clone: Clone;
let reads: Store;
let tables: ReadonlyMap<string, TableMetadata>;
const table = (id: string) => {
  const metadata = tables.get(id);
  if (!metadata) throw new Error(`no table ${id}`);
  return new Table(metadata);
};
const all = { wishes: [], limit: 100, offset: 0 };

beforeAll(async () => {
  clone = await cloneControl();
  await clone.query(`
    create type mood as enum ('glad', 'so-so');
    create table samples (
      id text primary key, mood mood, tags text[], document jsonb, small smallint, big bigint, price numeric, at timestamptz, day date,
      code uuid, network inet, note text, is_done boolean, secret text, raw bytea);
    insert into samples values
      ('a', 'glad', '{red,green}', '{"k": [1]}', 1, 9007199254740991, 1.5, '2026-03-01T10:00:00Z', '2026-03-01',
       '0190163d-8694-739b-aea5-966c26f8ad91', '10.0.0.1', '50% off_now', true, 'hidden', '\\x00ff'),
      ('b', null, null, null, null, null, null, null, null, null, null, '500 off now', false, 'hidden', null);
    create view sample_notes as select id, note from samples;
    grant select (id, mood, tags, document, small, big, price, at, day, code, network, note, is_done, raw) on samples to nm_console;
    grant select on sample_notes to nm_console;
    create table many (id int primary key, kind text not null, color text not null, at timestamptz);
    insert into many select n, case when n = 1 then 'oldest' else 'other' end, case when n = 1 then 'red' else 'blue' end, now() from generate_series(1, 50001) n;
    create index on many (kind);
    grant select on many to nm_console;
    analyze many;
    insert into usage_metrics (project_id, metric, minute, total)
      select 'p', 'requests', '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', n from generate_series(1, 12000) n`);
  reads = openReads(clone.server, clone.vault, () => undefined);
  tables = await readTables(reads, "control");
});
afterAll(async () => {
  await reads?.close();
  await clone?.drop();
});

describe("what exists for the console", () => {
  test("a column the role may not read is absent from properties and rows, and no filter", async () => {
    const samples = table("samples");
    expect(samples.properties().map((property) => property.name())).not.toContain("secret");
    expect(await samples.rows(all)).toEqual([expect.not.objectContaining({ secret: expect.anything() }), expect.anything()]);
    expect(samples.column("secret")).toBeUndefined();
  });

  test("no table shows a hash, a sealed secret, or a password", () => {
    const names = [...tables.values()].flatMap(({ relation }) => relation.columns.map(({ name }) => `${relation.name}.${name}`));
    expect(names.filter((name) => /hash|sealed(?!_at$)|password|totp|sess$/.test(name))).toEqual([]);
    expect(tables.has("console_sessions")).toBe(false);
    expect(tables.has("signing_keys")).toBe(false);
  });

  test("columns tell their kind, their choices and what they refer to", () => {
    const columns = Object.fromEntries(table("samples").relation.columns.map((column) => [column.name, column]));
    expect(columns).toMatchObject({
      mood: { kind: "other", choices: ["glad", "so-so"] },
      tags: { kind: "text", isArray: true },
      document: { kind: "json" },
      big: { kind: "number" },
      at: { kind: "time" },
      network: { kind: "other" },
      raw: { kind: "bytes" },
    });
    const quota = table("project_quotas");
    expect(quota.column("metric")?.choices).toContain("database_bytes");
    expect(quota.column("project_id")?.refersTo).toBe("projects");
  });

  test("a view with an id is a table like others", async () => {
    expect(await table("sample_notes").rows(all)).toHaveLength(2);
  });

  test("the list of a check is read from how PostgreSQL prints it", () => {
    expect(choicesOf("CHECK ((kind = ANY (ARRAY['it''s'::text, 'so'::text])))")).toEqual(["it's", "so"]);
    expect(choicesOf("CHECK (((value)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))")).toEqual([
      "a",
      "b",
    ]);
    expect(choicesOf("CHECK ((char_length(name) > 1))")).toBeUndefined();
  });
});

describe("rows", () => {
  test("carry lists, documents, exact numbers and times as they are", async () => {
    const [row] = await table("samples").rows({ ...all, limit: 1 });
    expect(row).toMatchObject({
      tags: ["red", "green"],
      big: 9007199254740991,
      at: "2026-03-01T10:00:00.000Z",
      day: "2026-03-01",
      code: "0190163d-8694-739b-aea5-966c26f8ad91",
      raw: "00ff",
    });
    expect(JSON.parse(String(row?.["document"]))).toEqual({ k: [1] });
  });

  test("pages never overlap where the order has ties, and empty ones come last", async () => {
    const usage = table("usage_metrics");
    const sort = { by: "metric", direction: "desc" } as const;
    const page = async (offset: number) => (await usage.rows({ wishes: [], sort, limit: 50, offset })).map(({ id }) => id);
    const seen = [...(await page(0)), ...(await page(50)), ...(await page(100))];
    expect(new Set(seen).size).toBe(150);
    const samples = await table("samples").rows({ ...all, sort: { by: "mood", direction: "desc" } });
    expect(samples.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("are counted and paged up to a bound, however many there are", async () => {
    const usage = table("usage_metrics");
    expect(await usage.counted({ wishes: [] })).toEqual({ total: countedAtMost + 1, isPart: false });
    expect(await usage.rows({ wishes: [], limit: 10, offset: countedAtMost })).toEqual([]);
  });
});

describe("what is looked for and put in order in a table of more rows than are looked through", () => {
  const usual = { by: "id", direction: "desc" } as const;
  const wishOf = (columnName: string, wanted: string) => {
    const column = table("many").column(columnName);
    if (!column) throw new Error(`no column ${columnName}`);
    return { wishes: [[column, wanted]] as const, sort: usual, usual, limit: 10, offset: 0 };
  };

  test("is found among all rows where an index finds it, and else among the first of the usual order, which is told", async () => {
    const [indexed, looked] = [wishOf("id", "1"), wishOf("color", "red")];
    expect(await table("many").rows(indexed)).toHaveLength(1);
    expect(await table("many").counted(indexed)).toEqual({ total: 1, isPart: false });
    expect(await table("many").rows(looked)).toEqual([]);
    expect(await table("many").counted(looked)).toEqual({ total: 0, isPart: true });
  });

  test("is put in order as an index has it, and else so far as was looked", async () => {
    const first = async (by: string) =>
      (await table("many").rows({ wishes: [], sort: { by, direction: "asc" }, usual, limit: 1, offset: 0 }))[0]?.["id"];
    expect(await first("id")).toBe(1);
    expect(await first("color")).toBe(2);
    expect(await table("many").counted({ wishes: [], sort: { by: "color", direction: "asc" }, usual })).toEqual({
      total: countedAtMost + 1,
      isPart: true,
    });
  });

  test("is looked for among the newest by their ids where those begin with when a row was made", () => {
    const sessions = table("staff_sessions");
    const address = sessions.column("address");
    if (!address) throw new Error("no such column");
    const sort = { by: "created_at", direction: "desc" } as const;
    const madeAt = { column: "created_at", noun: "session" } as const;
    const { text } = sessions.pageOf({ wishes: [[address, "10."]], sort, usual: sort, madeAt, limit: 10, offset: 0 });
    expect(text).toMatch(/"staff_sessions"\s+order by "id" desc limit \$1\)/);
  });

  test("is all that the other filters leave, if that is not too much", async () => {
    const [kind, color] = [table("many").column("kind"), table("many").column("color")];
    if (!kind || !color) throw new Error("no such columns");
    const wish = {
      wishes: [
        [{ ...kind, choices: ["oldest"] }, "oldest"],
        [color, "red"],
      ] as const,
      sort: usual,
      usual,
    };
    expect(await table("many").counted(wish)).toEqual({ total: 1, isPart: false });
  });
});

describe("filters", () => {
  const found = async (name: string, wanted: Wanted) => {
    const samples = table("samples");
    const column = samples.column(name);
    if (!column) throw new Error(`no column ${name}`);
    return (await samples.rows({ ...all, wishes: [[column, wanted]] })).map(({ id }) => id);
  };

  test.each<[string, Wanted, string[]]>([
    ["note", "50% off_", ["a"]],
    ["note", "OFF", ["a", "b"]],
    ["mood", "glad", ["a"]],
    ["mood", "gla", []],
    ["tags", "red", ["a"]],
    ["document", '"k"', ["a"]],
    ["small", "1", ["a"]],
    ["small", "999999999999", []],
    ["price", "1.5", ["a"]],
    ["big", { from: "5" }, ["a"]],
    ["at", { from: "2026-01-01" }, ["a"]],
    ["at", { to: "2026-01-01T00:00:00Z" }, []],
    ["at", { from: "junk" }, []],
    ["day", "2026-03-01", ["a"]],
    ["code", "0190163D", ["a"]],
    ["network", "10.0", ["a"]],
    ["is_done", "false", ["b"]],
    ["is_done", "perhaps", []],
    ["raw", "00ff", []],
  ])("%s %j finds %j", async (name, wanted, ids) => {
    expect(await found(name, wanted)).toEqual(ids);
  });

  test("whatever is typed, no column of any table fails", async () => {
    const columns = [...tables.values()].flatMap(({ relation }) => relation.columns.map((column) => [relation.name, column] as const));
    const junk = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\0", "%", "\\", "'; drop table staff; --", "1e400", "-0", "NaN", "infinity", "{}", "99999999999999999999", "\ud800"),
    );
    const wanted = fc.oneof<fc.Arbitrary<Wanted>[]>(junk, fc.record({ from: junk, to: junk }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), wanted, async ([id, column], value) => {
        await table(id).rows({ wishes: [[column, value]], limit: 1, offset: 0 });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe("writing", () => {
  test("is refused by the adapter", () => {
    const projects = table("projects");
    expect(() => projects.create()).toThrow("writes by actions");
    expect(() => projects.update()).toThrow("writes by actions");
    expect(() => projects.delete()).toThrow("writes by actions");
  });

  test("is refused by the database, by grants as well as by the transaction", async () => {
    const run = (...statements: ReturnType<typeof sql>[]) =>
      reads.transact("platform", async (db) => {
        for (const statement of statements) await db.run(statement);
      });
    await expect(run(sql`update samples set note = ''`)).rejects.toMatchObject({ code: "25006" });
    await expect(run(sql`set default_transaction_read_only = off`)).resolves.toBeUndefined();
    await expect(run(sql`update samples set note = ''`)).rejects.toMatchObject({ code: "42501" });
    await expect(reads.transact("platform", (db) => db.many(z.unknown(), sql`select secret from samples`))).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("nothing runs for longer than five seconds", async () => {
    await expect(reads.transact("platform", (db) => db.run(sql`select pg_sleep(20)`))).rejects.toMatchObject({ code: "57014" });
  });
});
