import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Login, type Logins, openLogins } from "./logins.ts";
import { Portal } from "./portal.ts";
import { Sql } from "./sql.ts";
import type { TripContext } from "./trip.ts";

let world: World;
let tenant: TestTenant;
let logins: Logins;
let anon: Login;
let service: Login;

beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  anon = tenant.login("anon");
  service = tenant.login("service");
  logins = openLogins({ server: world.server, repair: async () => undefined, end: async () => undefined, onError: () => undefined });
  await tenant.sql(`
    create table todos (id int primary key, title text not null);
    insert into todos select n, 'todo ' || n from generate_series(1, 50) n;
    grant select, insert on todos to anon;
    create table gates (id int primary key);
    grant insert on gates to anon;
    create function stage() returns bigint language plpgsql security definer as
    $$ begin create temporary table staged as select 1; return (select count(*) from staged); end $$;
    grant execute on function stage() to anon;
    create table parents (id int primary key);
    create table children (parent int references parents deferrable initially deferred);
    grant select, insert on children to anon`);
  await world.clone.runIn(anon.database, preparedLike);
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

/** Tenants can't see what is prepared. */
const preparedLike = `
  create function prepared(pattern text) returns bigint language sql security definer as
  $$ select count(*) from pg_catalog.pg_prepared_statements where name like pattern $$`;

const context: TripContext = {
  claims: '{"role":"anon"}',
  readOnly: true,
  timeoutMs: 60_000,
  searchPath: "public",
  method: "GET",
  path: "/todos",
  headers: '{"x-test":"1"}',
};
const writing = { ...context, readOnly: false };

let count = 0;
const trip = async (
  text: string,
  values: readonly string[] = [],
  { login = anon, ...changed }: Partial<TripContext> & { login?: Login } = {},
) => {
  const statement = { name: `t${count++}`, text };
  return (await logins.use(login, (session) => session.trip({ ...context, ...changed }, statement, values))).rows;
};
/** A row that nobody else may insert until it is let go. */
async function holding(id: number) {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const done = world.engine.cell.asTenant(tenant.login("owner"), async (db) => {
    await db.run(new Sql(["begin"], []));
    await db.run(new Sql([`insert into gates values (${id})`], []));
    held.resolve();
    await released.promise;
    await db.run(new Sql(["rollback"], []));
  });
  await Promise.race([held.promise, done]);
  const letGo = () => {
    released.resolve();
    return done;
  };
  return { letGo };
}
const refused = (code: string) => expect.objectContaining({ code });

describe("a trip", () => {
  test("runs its statement under the role and with what the request said", async () => {
    const rows = await trip(
      "select current_user::text, current_setting('request.jwt.claims'), current_setting('request.headers'), current_setting('request.path')",
    );
    expect(rows).toEqual([["anon", '{"role":"anon"}', '{"x-test":"1"}', "/todos"]]);
  });

  test("leaves the claims behind it", async () => {
    await logins.use(anon, async (session) => {
      await session.trip(context, { name: "first", text: "select 1" }, []);
      const { rows } = await session.exchange(new Portal("select current_user::text, current_setting('request.jwt.claims')", [], 0));
      expect(rows).toEqual([["anon", ""]]);
    });
  });

  test("takes the same named statement under one role and then another", async () => {
    const statement = { name: "shared", text: "select current_user::text, count(*) from todos where id < $1" };
    const run = async (login: Login) => (await logins.use(login, (session) => session.trip(context, statement, ["3"]))).rows;
    expect([await run(anon), await run(service), await run(anon)]).toEqual([[["anon", "2"]], [["service_role", "2"]], [["anon", "2"]]]);
  });

  test("is refused a role that its login is not in", async () => {
    await expect(trip("select set_config('role', 'service_role', true)")).rejects.toEqual(refused("42501"));
    const user = { ...tenant.login("user"), role: "anon" } as const;
    await expect(trip("select 1", [], { login: user })).rejects.toEqual(refused("database_unavailable"));
  });

  test("takes one statement only", async () => {
    await expect(trip("select 1; select 2")).rejects.toEqual(refused("42601"));
  });

  test("is ended by its own time limit", async () => {
    await expect(trip("select pg_sleep(5)", [], { timeoutMs: 50 })).rejects.toEqual(refused("57014"));
  });

  test("writes nothing when it is read-only, even where its statement asks for that to change", async () => {
    await expect(trip("insert into todos values (100, 'x')")).rejects.toEqual(refused("25006"));
    await expect(trip("select set_config('transaction_read_only', 'off', true)")).rejects.toEqual(refused("25001"));
  });

  test("keeps nothing when a constraint speaks up at the commit", async () => {
    await expect(trip("insert into children values (1)", [], { readOnly: false })).rejects.toEqual(refused("23503"));
    expect(await trip("select count(*) from children")).toEqual([["0"]]);
  });

  test("works again after an error, with the same statement and a new one", async () => {
    const statement = { name: "again", text: "select 1 / $1::int" };
    const run = async (value: string) => (await logins.use(anon, (session) => session.trip(context, statement, [value]))).rows;
    await expect(run("0")).rejects.toEqual(refused("22012"));
    expect(await run("1")).toEqual([["1"]]);
    await expect(trip("select nonsense")).rejects.toEqual(refused("42703"));
    expect(await trip("select 2")).toEqual([["2"]]);
  });

  test("is repeated when somebody deallocated our statements", async () => {
    await trip("select 1");
    await trip("deallocate all");
    expect(await trip("select 3")).toEqual([["3"]]);
  });

  test("finds nothing of what an earlier one left on the session: settings, search path, time limit", async () => {
    await logins.use(anon, async (session) => {
      const text =
        "select set_config('app.user', 'alice', false), set_config('search_path', 'evil', false), set_config('statement_timeout', '0', false)";
      await session.trip(context, { name: "leave", text }, []);
      const { rows } = await session.trip(
        context,
        {
          name: "look",
          text: "select current_setting('app.user', true), current_setting('search_path'), current_setting('statement_timeout')",
        },
        [],
      );
      expect(rows).toEqual([["", "public", "1min"]]);
    });
  });

  test("finds no temporary table of an earlier one, which may make it again", async () => {
    const stage = { name: "stage", text: "select stage()::text" };
    const look = { name: "look for it", text: "select to_regclass('pg_temp.staged')::text" };
    await logins.use(anon, async (session) => {
      for (let i = 0; i < 2; i += 1) expect((await session.trip(writing, stage, [])).rows).toEqual([["1"]]);
      expect((await session.trip(context, look, [])).rows).toEqual([[null]]);
      await session.trip(writing, stage, []);
      await session.clear();
      const { rows } = await session.exchange(new Portal(look.text, [], 0));
      expect(rows).toEqual([[null]]);
    });
  });

  test("that runs no code of the tenant's finds nothing of it either, also where a trip between failed", async () => {
    const look = {
      name: "look plainly",
      text: "select current_setting('app.user', true), current_setting('datestyle'), current_setting('request.path', true), current_user::text",
    };
    await logins.use(anon, async (session) => {
      const text =
        "select set_config('app.user', 'alice', false), set_config('datestyle', 'German', false), set_config('role', 'none', false)";
      await session.trip(context, { name: "leave plainly", text }, []);
      await expect(session.trip(undefined, { name: "fail", text: "select 1 / 0" }, [])).rejects.toEqual(refused("22012"));
      expect((await session.trip(undefined, look, [])).rows).toEqual([["", "ISO, MDY", "", "anon"]]);
      expect((await session.trip(undefined, look, [])).rows).toEqual([["", "ISO, MDY", "", "anon"]]);
    });
  });

  test("that runs no code of the tenant's finds nothing either of what was still under way when it was sent", async () => {
    const look = { name: "look behind", text: "select current_setting('datestyle'), current_user::text" };
    const leave = {
      name: "leave late",
      text: "select pg_sleep(0.2)::text, set_config('datestyle', 'German', false), set_config('role', 'none', false)",
    };
    await logins.use(anon, async (session) => {
      const before = session.trip(undefined, look, []);
      const late = session.trip(context, leave, []);
      await before;
      const behind = session.trip(undefined, look, []);
      await late;
      for (const { rows } of [await behind, await session.trip(undefined, look, [])]) expect(rows).toEqual([["ISO, MDY", "anon"]]);
    });
  });

  test("tells how many rows it wrote", async () => {
    const insert = { name: "insert", text: "insert into todos select n, 'new' from generate_series(1001, 1003) n" };
    expect((await logins.use(anon, (session) => session.trip(undefined, insert, []))).tag).toBe("INSERT 0 3");
  });

  test("takes values of any size and kind, as they are", async () => {
    const values = ["", "é✓😀", "\"'\\", "x".repeat(200_000), "é".repeat(50_000), ...Array.from({ length: 300 }, (_, i) => String(i))];
    const text = `select ${values.map((_, i) => `$${i + 1}::text`).join(", ")}`;
    expect(await trip(text, values)).toEqual([values]);
    await expect(trip("select $1::text", ["a\0b"])).rejects.toEqual(refused("22021"));
    expect(await trip("select 5")).toEqual([["5"]]);
  });

  test("costs the session when it leaves a transaction open", async () => {
    let left: unknown;
    await logins.use(anon, async (session) => {
      left = session;
      await session.trip(writing, { name: "open", text: "begin" }, []);
      expect(session.isClean).toBe(false);
    });
    await logins.use(anon, async (session) => expect(session).not.toBe(left));
  });

  test("is cut off when its answer outgrows what is allowed, and the next one works", async () => {
    const large = logins.use(anon, (session) => {
      session.allow(100_000);
      return session.trip(context, { name: "large", text: "select repeat('x', 30000000)" }, []);
    });
    await expect(large).rejects.toEqual(refused("answer_too_large"));
    expect(await trip("select 4")).toEqual([["4"]]);
  });

  test("gives each of many at once its own answer", async () => {
    const statement = { name: "many", text: "select title from todos where id = $1" };
    const ids = Array.from({ length: 300 }, (_, i) => (i % 50) + 1);
    const answers = await Promise.all(ids.map((id) => logins.use(anon, (session) => session.trip(context, statement, [String(id)]))));
    expect(answers.map(({ rows }) => rows)).toEqual(ids.map((id) => [[`todo ${id}`]]));
  });

  test("tells how long PostgreSQL took for it alone, not how long it waited behind others", async () => {
    const start = Math.ceil(performance.now());
    const now = jest.spyOn(performance, "now").mockReturnValue(start);
    const [first, second] = [await holding(1), await holding(2)];
    try {
      const took = await logins.use(anon, async (session) => {
        const send = async (text: string) => (await session.trip(writing, { name: text, text }, [])).tookMs;
        const [waits, follows, waitsToo] = [send("insert into gates values (1)"), send("select 1"), send("insert into gates values (2)")];
        now.mockReturnValue(start + 400);
        await first.letGo();
        const answered = [await waits, await follows];
        now.mockReturnValue(start + 600);
        await second.letGo();
        return [...answered, await waitsToo];
      });
      expect(took).toEqual([400, 0, 200]);
    } finally {
      now.mockRestore();
    }
  });

  test("does not keep a long statement prepared", async () => {
    await logins.use(anon, async (session) => {
      const text = "select prepared('%long')";
      const long = { name: "long", text: `${text} -- ${"x".repeat(40_000)}` };
      for (let i = 0; i < 2; i += 1) expect((await session.trip(context, long, [])).rows).toEqual([["0"]]);
      expect((await session.trip(context, { name: "long", text }, [])).rows).toEqual([["1"]]);
    });
  });

  test("keeps none prepared where a tenant could learn their names", async () => {
    const open = await tenantOf(world);
    const login = open.login("anon");
    await world.clone.runIn(login.database, `grant execute on function pg_prepared_statement() to public; ${preparedLike}`);
    const count = { name: "count", text: "select prepared('%')" };
    await logins.use(login, async (session) => {
      for (let i = 0; i < 3; i += 1) expect((await session.trip(context, count, [])).rows).toEqual([["0"]]);
    });
  });

  test("prepares no more than so many statements on a session", async () => {
    await logins.use(anon, async (session) => {
      for (let i = 0; i < 150; i += 1) await session.trip(context, { name: `shape${i}`, text: `select ${i}` }, []);
      const { rows } = await session.trip(context, { name: "count", text: "select prepared('%')" }, []);
      const [[prepared] = []] = rows;
      expect(Number(prepared)).toBeLessThanOrEqual(101);
      expect((await session.trip(context, { name: "shape0", text: "select 0" }, [])).rows).toEqual([["0"]]);
    });
  });
});
