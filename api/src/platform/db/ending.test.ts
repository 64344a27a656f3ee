import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Clone, cloneControl } from "../../../test/clone.ts";
import { loginOf } from "./server.ts";
import { sql } from "./sql.ts";
import { connect, over, type Store } from "./store.ts";

let clone: Clone;
let store: Store;
const storeWith = (settings: object) => connect({ ...loginOf(clone.server, clone.vault, "api"), max: 1, ...settings }, () => undefined);
beforeAll(async () => {
  clone = await cloneControl();
  await clone.query("create table said (word text primary key check (word <> 'no')); grant insert, select on said to nm_api");
  store = storeWith({});
});
afterAll(async () => {
  await store?.close();
  await clone?.drop();
});

const say = (word: string | null) => sql`insert into said values (${word})`;
const said = async () => (await clone.query<{ word: string }>("select word from said order by word")).map(({ word }) => word);

describe("what is last in a transaction", () => {
  test("is done in its order when the transaction ends, and kept with all that came before", async () => {
    const result = await store.transact("platform", async (db) => {
      db.last(sql`insert into said select max(word) || ' then' from said`);
      await db.run(say("first"));
      expect(await said()).toEqual([]);
      return 7;
    });
    expect([result, await said()]).toEqual([7, ["first", "first then"]]);
  });

  test.each([
    ["against a rule of the table", "no", { code: "23514" }],
    ["that is there already", "first", { code: "23505" }],
    ["without a value", null, { code: "23502" }],
  ])("%s keeps nothing of the transaction, and the session serves on", async (_, word, error) => {
    const before = await said();
    const failing = store.transact("platform", async (db) => {
      await db.run(say(`before ${word}`));
      db.last(say(`beside ${word}`), "say");
      db.last(say(word), "say");
    });
    await expect(failing).rejects.toMatchObject(error);
    expect(await said()).toEqual(before);
    await store.transact("platform", async (db) => db.last(say(`after ${word}`), "say"));
    expect(await said()).toContain(`after ${word}`);
  });

  test("is not done where the transaction is given up", async () => {
    const givenUp = store.transact("platform", async (db) => {
      db.last(say("given up"));
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    expect(await said()).not.toContain("given up");
  });

  test("is kept prepared by its name, once for each session, and without a name it is not", async () => {
    for (const word of ["one", "two", "three"]) await store.transact("platform", async (db) => db.last(say(word), "say"));
    await store.transact("platform", async (db) => db.last(sql`insert into said values (${"unnamed"})`));
    const { rows } = await store.pool.query("select statement from pg_prepared_statements where statement like '%said%'");
    expect(rows).toEqual([{ statement: "insert into said values ($1)" }]);
  });

  test("waits no longer than a query of the store's may take", async () => {
    const impatient = storeWith({ query_timeout: 200 });
    try {
      const slow = impatient.transact("platform", async (db) => {
        await db.run(say("slow"));
        db.last(sql`select pg_sleep(30)`);
      });
      await expect(slow).rejects.toThrow("Query read timeout");
      expect(await said()).not.toContain("slow");
    } finally {
      await impatient.close();
    }
  });

  test("is refused where somebody else commits", async () => {
    const client = await store.pool.connect();
    try {
      expect(() => over(client).last(say("nobody commits"))).toThrow("commits it without");
    } finally {
      client.release();
    }
  });
});
