import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { makeDeveloper, makeKey, makeProjectFor } from "../../../test/make.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { sql } from "./sql.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("what the platform itself reads never goes through all projects, or all sessions, for the sake of who may see a row", async () => {
  const asking = await world.clone.query(
    `select tablename, policyname from pg_policies
    where 'nm_api' = any(roles) and cmd <> 'INSERT' and qual like '%EXISTS%' and qual !~ 'sees_everything|sees_developer'
      and not exists (
        select from pg_policies other
        where other.tablename = pg_policies.tablename and other.cmd = pg_policies.cmd and other.qual = 'sees_everything()')`,
  );
  expect(asking).toEqual([]);
});

test("a developer sees what belongs to their own projects, and nothing else", async () => {
  const [ann, bob] = [await makeDeveloper(world), await makeDeveloper(world)];
  const mine = await makeProjectFor(world, ann.token);
  const theirs = await makeProjectFor(world, bob.token);
  await makeKey(world, ann.token, mine.id);
  await makeKey(world, bob.token, theirs.id);
  const Row = z.object({ projectId: z.string() });
  const seen = await world.store.transact({ developerId: ann.id }, (db) =>
    db.many(Row, sql`select project_id as "projectId" from tenants union select project_id from api_keys`),
  );
  expect(seen).toEqual([{ projectId: mine.id }]);
  const Token = z.object({ developerId: z.string() });
  const tokens = await world.store.transact({ developerId: ann.id }, (db) =>
    db.many(
      Token,
      sql`select distinct s.developer_id as "developerId" from refresh_tokens t join developer_sessions s on s.id = t.session_id`,
    ),
  );
  expect(tokens).toEqual([{ developerId: ann.id }]);
});
