import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { Portal } from "./portal.ts";
import { Session } from "./session.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

describe("a session whose backend says nothing for too long", () => {
  test("is given up, and its caller told to come again", async () => {
    const { database, user, password } = tenant.login("owner");
    const { host, port, ssl } = world.server;
    const lost: Session[] = [];
    const settings = { host, port, ssl, database, user, password, options: "" };
    const session = await Session.open(settings, (each) => lost.push(each), 300);
    const asked = session.exchange(new Portal("select pg_sleep(5)", [], 0));
    await expect(asked).rejects.toEqual(expect.objectContaining({ code: "database_unavailable", status: 503 }));
    expect([lost, session.isClean]).toEqual([[session], false]);
  });

  test("while one that only waits for its next statement is kept", async () => {
    const { database, user, password } = tenant.login("owner");
    const { host, port, ssl } = world.server;
    const session = await Session.open({ host, port, ssl, database, user, password, options: "" }, () => undefined, 100);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { rows } = await session.exchange(new Portal("select 1", [], 0));
    expect(rows).toEqual([["1"]]);
    await session.close();
  });
});
