import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";
import { type Logins, openLogins } from "../platform/db/logins.ts";
import { run } from "./run.ts";

let world: World;
let tenant: TestTenant;
let logins: Logins;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  logins = openLogins({ server: world.server, repair: async () => undefined, end: async () => undefined, onError: () => undefined });
  await tenant.sql("create table kept (a int)");
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

const send = (...texts: string[]) =>
  run({ logins, cell: world.engine.cell, timeLimitMs: 200 }, tenant.login("owner"), {
    statements: texts.map((text) => ({ text, offset: 0, effect: "writes", refusal: undefined, isAlone: false, selects: undefined })),
    params: [],
    isReadOnly: false,
    bounds: { queryMs: 200, queryRowsMax: 10, queryBytesMax: 1_000, bulkMs: 200, importBytesMax: 1 },
  });
const refused = (code: string) => expect.objectContaining({ code, status: 504 });

describe("a statement that takes too long", () => {
  test("is asked to end, and nothing is kept", async () => {
    await expect(send("insert into kept values (1)", "select pg_sleep(5)")).rejects.toEqual(refused("57014"));
    expect((await send("select count(*) from kept")).answers[0]?.rows).toEqual([["0"]]);
  });

  test("is ended from outside when it does not listen", async () => {
    const deaf = `do $$ begin
      perform set_config('statement_timeout', '0', false);
      loop begin perform pg_sleep(10); exception when query_canceled then null; end; end loop;
    end $$`;
    const began = performance.now();
    await expect(send("insert into kept values (1)", deaf)).rejects.toEqual(refused("took_too_long"));
    expect(performance.now() - began).toBeLessThan(4_000);
    expect((await send("select count(*) from kept")).answers[0]?.rows).toEqual([["0"]]);
  });

  test("is ended too when its limit was switched off before", async () => {
    await expect(send("set statement_timeout = 0", "select pg_sleep(10)")).rejects.toEqual(refused("took_too_long"));
  });
});
