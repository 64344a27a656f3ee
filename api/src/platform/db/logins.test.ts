import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { until } from "../../../test/until.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Login, type LoginLimits, type Logins, openLogins } from "./logins.ts";
import { Portal } from "./portal.ts";
import type { Session } from "./session.ts";

let world: World;
let one: TestTenant;
let two: TestTenant;
let three: TestTenant;
let logins: Logins;
const errors: unknown[] = [];
let repaired: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  [one, two, three] = [await tenantOf(world), await tenantOf(world), await tenantOf(world)];
});
afterAll(() => world.close());
afterEach(() => logins.close());

function open(limits: Partial<LoginLimits> = {}, repair = async (_tenantId: string): Promise<unknown> => undefined): void {
  errors.length = 0;
  repaired = [];
  logins = openLogins({
    server: world.server,
    limits,
    repair: (tenantId) => {
      repaired.push(tenantId);
      return repair(tenantId);
    },
    end: (tenantId, pid) => world.engine.cell.endSessions({ tenantId, pid }),
    onError: (error) => errors.push(error),
  });
}

const whoIs = async (session: Session) =>
  (await session.exchange(new Portal("select session_user::text, pg_sleep(0.02)::text", [], 0))).rows[0]?.[0];
const ask = (login: Login) => logins.use(login, whoIs);
const refused = (code: string) => expect.objectContaining({ code });

describe("logins", () => {
  test("open nothing before they are used, and keep what they opened", async () => {
    open();
    expect(logins.count()).toEqual({ open: 0, waiting: 0 });
    expect(await ask(one.login("anon"))).toBe(one.login("anon").user);
    expect(await ask(one.login("anon"))).toBe(one.login("anon").user);
    expect(logins.count()).toEqual({ open: 1, waiting: 0 });
  });

  test("never open more than the cap, and give each tenant its turn", async () => {
    open({ sessionsMax: 2, sessionsPerLoginMax: 2 });
    const wanted = [one, two, three, one, two, three, one, two, three].map((tenant) => tenant.login("anon"));
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, logins.count().open);
    }, 1);
    expect(await Promise.all(wanted.map(ask))).toEqual(wanted.map(({ user }) => user));
    clearInterval(watch);
    expect(most).toBe(2);
  });

  test("let the session go that was used least recently", async () => {
    open({ sessionsMax: 2 });
    const keep = (login: Login) => logins.use(login, async (session) => session);
    const first = await keep(one.login("anon"));
    const second = await keep(two.login("anon"));
    expect(await keep(one.login("anon"))).toBe(first);
    await ask(three.login("anon"));
    expect(await keep(one.login("anon"))).toBe(first);
    expect(await keep(two.login("anon"))).not.toBe(second);
  });

  test("keep the session of who is asked often, though others were asked later", async () => {
    open({ sessionsMax: 2 });
    const keep = (login: Login) => logins.use(login, async (session) => session);
    const first = await keep(one.login("anon"));
    for (let i = 0; i < 3; i += 1) await keep(one.login("anon"));
    await ask(two.login("anon"));
    await ask(three.login("anon"));
    await ask(two.login("anon"));
    expect(await keep(one.login("anon"))).toBe(first);
  });

  test("remember how often somebody was asked who lost the session since", async () => {
    open({ sessionsMax: 2 });
    const keep = (login: Login) => logins.use(login, async (session) => session);
    for (let i = 0; i < 5; i += 1) await keep(one.login("anon"));
    logins.forget(one.tenantId);
    const again = await keep(one.login("anon"));
    for (let i = 0; i < 2; i += 1) await ask(two.login("anon"));
    await ask(three.login("anon"));
    expect(await keep(one.login("anon"))).toBe(again);
  });

  test("open one session for reads that come while there is none", async () => {
    open();
    const all = await Promise.all(Array.from({ length: 6 }, () => logins.share(one.login("anon"), whoIs)));
    expect(new Set(all)).toEqual(new Set([one.login("anon").user]));
    expect(logins.count().open).toBe(1);
  });

  test("open few at once", async () => {
    open({ openingMax: 1, sessionsPerLoginMax: 5 });
    const all = await Promise.all(Array.from({ length: 10 }, () => ask(one.login("anon"))));
    expect(all).toHaveLength(10);
    expect(logins.count().open).toBeLessThanOrEqual(5);
  });

  test("do not let one tenant that is busy all the time keep another out", async () => {
    open({ sessionsMax: 2, sessionsPerLoginMax: 2 });
    let isDone = false;
    const busy = Array.from({ length: 4 }, async () => {
      while (!isDone) await ask(one.login("anon"));
    });
    await sleep(60);
    const began = performance.now();
    expect(await ask(two.login("anon"))).toBe(two.login("anon").user);
    expect(performance.now() - began).toBeLessThan(2_000);
    isDone = true;
    await Promise.all(busy);
  });

  test("say that they are busy when nothing becomes free in time", async () => {
    open({ sessionsMax: 1, waitMs: 1_000 });
    await logins.use(one.login("anon"), async () => {
      await expect(ask(two.login("anon"))).rejects.toEqual(refused("database_busy"));
    });
    expect(await ask(two.login("anon"))).toBe(two.login("anon").user);
  });

  test("say that the tenant's own limit is what keeps them busy, where it is, and what to do", async () => {
    open({ waitMs: 200 });
    const limited: Login = { ...one.login("anon"), sessionsMax: 1 };
    const seen = { metric: "connections", limit: 1, hint: expect.stringContaining("ask for a higher limit") };
    await logins.use(limited, async () => {
      const refusal = await ask(limited).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "connections_exhausted", status: 503, headers: { "retry-after": "1" }, details: seen });
    });
    expect(await ask(limited)).toBe(limited.user);
  });

  test("do not queue without end", async () => {
    open({ sessionsPerLoginMax: 1, waitingPerLoginMax: 2 });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => ask(one.login("anon"))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(outcomes.filter((each) => each.status === "rejected").map((each) => each.reason.headers)).toContainEqual({ "retry-after": "1" });
  });

  test("have a changed password set again, once", async () => {
    open({}, async () => {
      await world.clone.query(`alter role ${two.login("anon").user} password '${two.login("anon").password}'`);
    });
    await world.clone.query(`alter role ${two.login("anon").user} password 'changed by the tenant'`);
    expect(await ask(two.login("anon"))).toBe(two.login("anon").user);
    expect(repaired).toEqual([two.tenantId]);
  });

  test("tell those who wait no more than that the database is away, and us the reason", async () => {
    open();
    await expect(ask({ ...one.login("anon"), password: "wrong" })).rejects.toEqual(refused("database_unavailable"));
    expect(repaired).toEqual([one.tenantId]);
    expect(errors).toEqual([refused("28P01")]);
    expect(await ask(one.login("anon"))).toBe(one.login("anon").user);
  });

  test("close what they hold of a tenant that is to be forgotten, what is in use when it is given back", async () => {
    open();
    await ask(two.login("anon"));
    await logins.use(one.login("anon"), async (session) => {
      logins.forget(one.tenantId);
      expect(await whoIs(session)).toBe(one.login("anon").user);
    });
    expect(logins.count().open).toBe(1);
  });

  test("replace a session that was ended from outside", async () => {
    open();
    await ask(one.login("anon"));
    await world.engine.cell.endSessions({ tenantId: one.tenantId });
    await until(() => logins.count().open === 0);
    expect(await ask(one.login("anon"))).toBe(one.login("anon").user);
  });

  test("tell a session in use that it was ended from outside", async () => {
    open();
    let isAsking = false;
    const asked = logins.use(one.login("anon"), (session) => {
      isAsking = true;
      return session.exchange(new Portal("select pg_sleep(60)", [], 0));
    });
    asked.catch(() => undefined);
    await until(() => isAsking);
    await world.engine.cell.endSessions({ tenantId: one.tenantId });
    await expect(asked).rejects.toEqual(refused("57P01"));
    expect(logins.count().open).toBe(0);
  });

  test("close idle sessions after a while, and all at the end", async () => {
    open({ idleMs: 0 });
    await ask(one.login("anon"));
    expect(logins.count().open).toBe(1);
    await logins.close();
    expect(logins.count().open).toBe(0);
    await expect(ask(one.login("anon"))).rejects.toEqual(refused("database_closing"));
  });
});

describe("shared sessions", () => {
  const backend = async (session: Session, seconds = 0.001) =>
    (await session.exchange(new Portal(`select pg_backend_pid(), pg_sleep(${seconds})::text`, [], 0))).rows[0]?.[0];
  const quick = (login: Login) => logins.share(login, (session) => backend(session));

  test("carry what is asked at the same time, in order, and each gets its own answer", async () => {
    open();
    await quick(one.login("anon"));
    const numbers = Array.from({ length: 50 }, (_, i) => i);
    const answers = await Promise.all(
      numbers.map((number) =>
        logins.share(one.login("anon"), async (session) => (await session.exchange(new Portal(`select ${number}`, [], 0))).rows[0]?.[0]),
      ),
    );
    expect(answers).toEqual(numbers.map(String));
    expect(logins.count().waiting).toBe(0);
  });

  test("are joined by few, and by none behind one that takes long", async () => {
    open();
    await Promise.all([ask(one.login("anon")), ask(one.login("anon"))]);
    const done = Promise.withResolvers<void>();
    const slow = logins.share(one.login("anon"), async (session) => {
      const pid = await backend(session);
      await done.promise;
      return pid;
    });
    await sleep(60);
    const other = await quick(one.login("anon"));
    done.resolve();
    expect(other).not.toBe(await slow);
  });

  test("are left alone by those who need a session of their own", async () => {
    open();
    let most = 0;
    let isDone = false;
    const sharing = Array.from({ length: 6 }, async () => {
      while (!isDone) await quick(one.login("anon"));
    });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        logins.use(one.login("anon"), async (session) => {
          await session.command("begin");
          const { rows } = await session.exchange(
            new Portal("select pg_current_xact_id_if_assigned()::text, pg_sleep(0.005)::text", [], 0),
          );
          most += rows.length;
          expect(session.isClean).toBe(false);
          await session.command("commit");
        }),
      ),
    );
    isDone = true;
    await Promise.all(sharing);
    expect(most).toBe(20);
  });

  test("are given up when another tenant has waited for one", async () => {
    open({ sessionsMax: 1 });
    let isDone = false;
    const sharing = Array.from({ length: 6 }, async () => {
      while (!isDone) await quick(one.login("anon"));
    });
    await sleep(60);
    expect(await ask(two.login("anon"))).toBe(two.login("anon").user);
    isDone = true;
    await Promise.all(sharing);
  });

  test("that are cut off by one answer too large do not take the others along", async () => {
    open();
    await quick(one.login("anon"));
    const asked = (text: string, bytes: number) =>
      logins.share(one.login("anon"), async (session) => {
        session.allow(bytes);
        return (await session.exchange(new Portal(text, [], 0))).rows[0]?.[0]?.length;
      });
    const outcomes = await Promise.allSettled([
      asked("select 'small'", 5_000_000),
      asked("select repeat('x', 30000000)", 5_000_000),
      asked("select 'little'", 5_000_000),
    ]);
    expect(outcomes[0]).toEqual({ status: "fulfilled", value: 5 });
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: { code: "answer_too_large" } });
    expect(outcomes[2]).toEqual({ status: "fulfilled", value: 6 });
  });

  test("that are ended from outside have their reads run again", async () => {
    open();
    await Promise.all([quick(one.login("anon")), quick(one.login("anon"))]);
    const asked = Promise.all(Array.from({ length: 4 }, () => logins.share(one.login("anon"), (session) => backend(session, 0.05))));
    await sleep(20);
    await world.engine.cell.endSessions({ tenantId: one.tenantId });
    expect((await asked).every((pid) => pid !== undefined)).toBe(true);
  });
});

describe("writes that follow each other", () => {
  const insert = (session: Session, number: number) =>
    session.exchange(new Portal("insert into followed values ($1)", [String(number)], 0));
  const count = async () =>
    (
      await logins.use(one.login("owner"), (session) =>
        session.exchange(new Portal("select count(*), count(distinct n) from followed", [], 0)),
      )
    ).rows;

  test("are all done, and each on a session of its own while there is one", async () => {
    open({ sessionsPerLoginMax: 2 });
    await one.sql("create table followed (n int unique)");
    const numbers = Array.from({ length: 100 }, (_, i) => i);
    await Promise.all(numbers.map((number) => logins.follow(one.login("owner"), (session) => insert(session, number))));
    expect(await count()).toEqual([["100", "100"]]);
    expect(logins.count()).toEqual({ open: 2, waiting: 0 });
  });

  test("fail by themselves: one that is refused does not take the next along", async () => {
    open({ sessionsPerLoginMax: 1 });
    const outcomes = await Promise.allSettled(
      [200, 200, 201].map((number) => logins.follow(one.login("owner"), (session) => insert(session, number))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await count()).toEqual([["102", "102"]]);
  });

  test("are not repeated when their session is lost", async () => {
    open({ sessionsPerLoginMax: 1 });
    const times = [0, 0, 0];
    let isSettled = false;
    const outcomes = Promise.allSettled(
      times.map((_, i) =>
        logins.follow(one.login("owner"), (session) => {
          times[i] = (times[i] ?? 0) + 1;
          return session.exchange(new Portal("select pg_sleep(60)", [], 0));
        }),
      ),
    ).finally(() => {
      isSettled = true;
    });
    const begun = () => times.reduce((sum, each) => sum + each, 0);
    for (let ended = 0; !isSettled; ended = begun()) {
      await until(() => isSettled || begun() > ended);
      await world.engine.cell.endSessions({ tenantId: one.tenantId });
    }
    expect((await outcomes).every(({ status }) => status === "rejected")).toBe(true);
    expect(Math.max(...times)).toBe(1);
  });
});

describe("the watchdog's look", () => {
  test("ends what runs or holds a transaction for too long, and nothing else", async () => {
    open();
    let begun = 0;
    const looked = Promise.withResolvers<void>();
    const held = logins.use(one.login("owner"), async (session) => {
      await session.command("begin");
      begun += 1;
      await looked.promise;
      await until(() => session.isLost);
    });
    const running = logins.use(two.login("owner"), (session) => {
      begun += 1;
      return session.exchange(new Portal("select pg_sleep(60)", [], 0));
    });
    const idle = logins.use(three.login("owner"), async (session) => {
      begun += 1;
      await looked.promise;
      return session.isClean;
    });
    running.catch(() => undefined);
    await until(() => begun === 3);
    await sleep(1_200);
    const ended = await world.engine.cell.endStraySessions({
      runningSeconds: 1,
      copyingSeconds: 1,
      idleInTransactionSeconds: 1,
      tenantIds: [one, two, three].map(({ tenantId }) => tenantId),
    });
    expect([...ended].sort()).toEqual([one.login("owner").user, two.login("owner").user].sort());
    looked.resolve();
    await expect(running).rejects.toEqual(refused("57P01"));
    await held;
    expect(await idle).toBe(true);
  });
});
