import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";
import { type Logins, openLogins } from "../platform/db/logins.ts";
import { type Catalog, openCatalogs, Pace } from "./catalog.ts";

let world: World;
let logins: Logins;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  [one, two] = [await tenantOf(world), await tenantOf(world)];
  logins = openLogins({ server: world.server, repair: async () => undefined, end: async () => undefined, onError: () => undefined });
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

const login = (tenant: TestTenant) => tenant.login("anon");

describe("what is known of tenants' schemas", () => {
  test("outlives their sessions, and is not read anew while PostgreSQL counts no changes", async () => {
    const catalogs = openCatalogs(logins, { believesMs: 0 });
    const read = () => catalogs.get("one", "public", login(one));
    let [before, known] = [undefined, await read()] as [Catalog | undefined, Catalog];
    // PostgreSQL tells with some seconds' delay what it counted while the tenant was made.
    while (known.tables !== before?.tables) {
      await sleep(100);
      logins.forget(one.tenantId);
      [before, known] = [known, await read()];
    }
    expect(known.loadedAt).not.toBe(before.loadedAt);
  });

  test("is bounded over all of them: what was asked for least recently is forgotten first", async () => {
    const { size } = await openCatalogs(logins).get("one", "public", login(one));
    const catalogs = openCatalogs(logins, { sizeMax: size * 1.5 });
    const isKnown = (project: string, tenant: TestTenant) => {
      const found = catalogs.get(project, "public", login(tenant));
      if (!(found instanceof Promise)) return true;
      return found.then(() => false);
    };
    expect(await isKnown("one", one)).toBe(false);
    expect(await isKnown("one", one)).toBe(true);
    expect(await isKnown("two", two)).toBe(false);
    expect(await isKnown("two", two)).toBe(true);
    expect(await isKnown("one", one)).toBe(false);
  });

  test("is not read again and again for whoever says that it changed, where reading it takes long", async () => {
    const real = performance.now.bind(performance);
    let shiftMs = 0;
    performance.now = () => real() + shiftMs;
    try {
      let readings = 0;
      const slow: Logins = {
        ...logins,
        use(whose, work) {
          readings += 1;
          shiftMs += 2_000;
          return logins.use(whose, work);
        },
      };
      const catalogs = openCatalogs(slow, { believesMs: 3_600_000 });
      const read = () => catalogs.get("one", "public", login(one));
      const { readMs } = await read();
      expect(readMs).toBeGreaterThanOrEqual(2_000);
      for (let said = 0; said < 4; said += 1) {
        shiftMs += 1_100;
        catalogs.doubt(one.tenantId);
        expect(read()).not.toBeInstanceOf(Promise);
      }
      expect(readings).toBe(1);
      shiftMs += readMs * 10;
      // What was said meanwhile is not forgotten.
      expect(await read()).toMatchObject({ readAt: expect.any(Number) });
      expect(readings).toBe(2);
    } finally {
      performance.now = real;
    }
  });
});

describe("the pace of a statement", () => {
  const after = (...took: number[]) => {
    const pace = new Pace();
    for (const ms of took) pace.note(ms);
    return pace.isQuick;
  };

  test("is slow until it was measured, and where it takes long", () => {
    expect([after(), after(0.2), after(200)]).toEqual([false, true, false]);
  });

  test("is not slow for one answer that was a little late, but for one that took long, for a while", () => {
    expect(after(0.2, 8)).toBe(true);
    expect(after(0.2, 200)).toBe(false);
    expect(after(0.2, 200, 0.2)).toBe(false);
    expect(after(0.2, 200, ...Array<number>(40).fill(0.2))).toBe(true);
  });
});
