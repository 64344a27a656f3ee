import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../test/ask.ts";
import { password } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { adminLogin } from "../platform/db/server.ts";
import { makeLog } from "../platform/log.ts";
import { toProblem } from "./problem.ts";

describe("an error of our own database", () => {
  const problemOf = (code: string, file: string) => {
    const error = Object.assign(new pg.DatabaseError("what PostgreSQL says", 0, "error"), { code, file });
    return toProblem(error, { requestId: "req_1", publicUrl: "http://127.0.0.1", log: makeLog("silent") });
  };

  test.each([
    ["a statement that took too long", "57014", "postgres.c"],
    ["a lock that was waited for too long", "55P03", "postgres.c"],
    ["a deadlock", "40P01", "deadlock.c"],
    ["a transaction that another came before", "40001", "nodeModifyTable.c"],
    ["memory that ran out", "53200", "mcxt.c"],
  ])("is told as over in a moment: %s", (_what, code, file) => {
    expect(problemOf(code, file)).toMatchObject({ status: 503, headers: { "retry-after": "2" }, body: { code: "database_unavailable" } });
  });

  test("is our bug where a function of ours chose the code, or it says anything else", () => {
    expect(problemOf("57014", "pl_exec.c")).toMatchObject({ status: 500, body: { code: "internal_error" } });
    expect(problemOf("42703", "parse_relation.c")).toMatchObject({ status: 500, body: { code: "internal_error" } });
  });
});

describe("a request to the control plane", () => {
  let world: World;
  let holder: pg.Client;
  beforeAll(async () => {
    world = await openWorld({ LOG_LEVEL: "silent" });
    holder = new pg.Client(adminLogin(world.server));
    await holder.connect();
    // Whoever signs up waits for another table too, with patience of its own.
    await world.clone.query(`
      create table waited_for ();
      create function patience() returns text language sql as $$ select '10min' $$;
      create function wait() returns trigger security definer language plpgsql as $$
      begin
        perform set_config('deadlock_timeout', '3s', true), set_config('lock_timeout', patience(), true);
        lock table waited_for;
        return new;
      end $$;
      create trigger wait before insert on developers for each row execute function wait()`);
  });
  afterEach(() => holder.query("rollback"));
  afterAll(async () => {
    await holder.end();
    await world.close();
  });

  const hold = async (patience: string) => {
    await world.clone.query(`create or replace function patience() returns text language sql as $$ select '${patience}' $$`);
    await holder.query("begin; set local deadlock_timeout = '10min'; lock table waited_for");
  };
  const signUp = () => ask(world, "POST /api/auth/register", { body: { email: "a@example.com", password, name: "A" } });
  const waiting = async (): Promise<number> => {
    const rows = await world.clone.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and usename = 'nm_api' and wait_event_type = 'Lock'",
    );
    return rows[0]?.pid ?? waiting();
  };
  const unavailable = { status: 503, body: { code: "database_unavailable" } };

  test("that waits too long for a lock is told to come again", async () => {
    await hold("50ms");
    const answer = await signUp();
    expect(answer).toMatchObject(unavailable);
    expect(answer.headers.get("retry-after")).toBe("2");
  });

  test("whose statement is canceled is told so too", async () => {
    await hold("10min");
    const answer = signUp();
    await world.clone.query("select pg_cancel_backend($1)", [await waiting()]);
    expect(await answer).toMatchObject(unavailable);
  });

  test("and one in a deadlock, and the next one is served", async () => {
    await hold("10min");
    const answer = signUp();
    await waiting();
    const held = holder.query("lock table developers");
    expect(await answer).toMatchObject(unavailable);
    await held;
    await holder.query("rollback");
    expect((await signUp()).status).toBe(201);
  });
});
