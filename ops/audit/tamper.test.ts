import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditSigner, type Look, type Verdict } from "@nextmavens/api/audit";
import { adminLogin } from "@nextmavens/api/platform/db/server";
import { over } from "@nextmavens/api/platform/db/store";
import { lowestIdAt, newId } from "@nextmavens/api/platform/ids";
import { makeSigner, type Signer } from "@nextmavens/api/platform/signed-note";
import pg from "pg";
import { makeBatch } from "../../api/src/audit/seal/batch.ts";
import { personalHashOf } from "../../api/src/audit/seal/entry.ts";
import * as queries from "../../api/src/audit/seal/queries.ts";
import { ask } from "../../api/test/ask.ts";
import { makeDeveloper } from "../../api/test/make.ts";
import { sealAll } from "../../api/test/seal-all.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeProgress } from "../import/progress.ts";
import { linesOf, notesIn } from "./source.ts";
import { verify } from "./verify.ts";

let world: World;
let publicKey: string;
let outside: readonly string[];
const quiet = makeProgress({ write: () => true });

/** Six batches or more of a few entries each, and a checkpoint that was kept elsewhere. */
beforeAll(async () => {
  world = await openWorld();
  for (let i = 0; i < 6; i++) {
    await makeDeveloper(world);
    for (let more = 0; more < 2; more++)
      await world.clone.query(
        `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id, reason, after, address)
         values ($1, now(), 'staff', 'stf_test', 'setProjectQuota', 'prj_test', 'req_test', 'asked for', '{"limit": 5, "name": "Ada"}', '192.0.2.1')`,
        [newId("audit")],
      );
    await sealAll(world);
  }
  await world.work("publishCheckpoint", {});
  const told = await ask(world, "GET /api/audit/checkpoints");
  publicKey = told.body.publicKey;
  outside = notesIn(JSON.stringify(told.body));
});
afterAll(() => world.close());

type Tamper = (client: pg.Client) => Promise<unknown>;
const sql =
  (...statements: string[]): Tamper =>
  async (client) => {
    for (const statement of statements) await client.query(statement);
  };

/** What is found once a superuser, whom no trigger stops, has done this; nothing of it stays. */
async function foundAfter(tamper: Tamper, checkpoints: readonly string[] = outside): Promise<Verdict> {
  const client = new pg.Client(adminLogin(world.server));
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    await tamper(client);
    const look: Look = (work) => work(over(client));
    return await verify(linesOf(look, "test"), publicKey, checkpoints, quiet);
  } finally {
    await client.end();
  }
}

const one = "(select id from audit_logs order by xact, id offset 7 limit 1)";
const tail = "(select last_xact from audit_batches order by number desc offset 2 limit 1)";

/** Makes all batches anew from what stands there, as whoever has such a key can. */
const recompute =
  (signer: () => Signer): Tamper =>
  async (client) => {
    const db = over(client);
    const old = await queries.listBatches(db, 0, 1_000, 1_000);
    await client.query("delete from audit_checkpoints; delete from audit_batches");
    let [before, place]: [ReturnType<typeof makeBatch> | undefined, queries.Place | undefined] = [undefined, undefined];
    for (const { at, lastXact, lastId } of old) {
      const entries = await queries.listBetween(db, place, { xact: lastXact, id: lastId }, 1_000);
      place = { xact: lastXact, id: lastId };
      if (entries.length === 0) continue;
      before = makeBatch(entries, before, at, signer());
      await queries.insertBatch(db, before);
    }
  };
/** Writes an entry as if it were old; it is sealed as what was written now, which it is. */
const backdated =
  (id: string, age: string): Tamper =>
  async (client) => {
    await client.query(
      `insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id)
       values ($1, now() - $2::interval, 'staff', 'stf_test', 'deleteProject', 'prj_test', 'req_test')`,
      [id, age],
    );
    const db = over(client);
    const last = (await queries.listBatches(db, 0, 1_000, 1_000)).at(-1);
    const place = last && { xact: last.lastXact, id: last.lastId };
    const entries = await queries.listBetween(db, place, { xact: Number.MAX_SAFE_INTEGER, id: "" }, 1_000);
    await queries.insertBatch(db, makeBatch(entries, last, new Date().toISOString(), auditSigner(world.vault)));
  };
/** Takes the values of a person out of an entry, with the hash that belongs to them, and puts these there. */
const erasing =
  (after: string, address: string): Tamper =>
  async (client) => {
    const { id } = (await client.query<{ id: string }>(`select ${one} as id`)).rows[0] ?? { id: "" };
    const entry = await queries.findEntry(over(client), id);
    if (!entry) throw new Error("there is an entry");
    await client.query("alter table audit_logs drop constraint audit_logs_personal_check");
    await client.query(
      `update audit_logs set salt = null, user_agent = null, personal_hash = decode($1, 'base64'), after = ${after}, address = ${address}
       where id = $2`,
      [personalHashOf(entry), id],
    );
  };
const hourMs = 3_600_000;
const changeOne = sql(`update audit_logs set reason = 'nobody asked' where id = ${one}`);
const both =
  (...tampers: Tamper[]): Tamper =>
  async (client) => {
    for (const each of tampers) await each(client);
  };

const kinds: readonly (readonly [string, Tamper, string])[] = [
  ["the reason of an entry is changed", changeOne, "changed"],
  ["a time is moved by a microsecond", sql(`update audit_logs set at = at + interval '1 microsecond' where id = ${one}`), "changed"],
  [
    "a number within `after` is changed",
    sql(`update audit_logs set after = jsonb_set(after, '{limit}', '6') where id = ${one}`),
    "changed",
  ],
  ["an address is changed", sql(`update audit_logs set address = '192.0.2.2' where id = ${one}`), "changed"],
  [
    "values of a person are erased, and others put into their hash",
    sql(`update audit_logs set salt = null, address = null, user_agent = null, personal_hash = sha256('x') where id = ${one}`),
    "changed",
  ],
  ["the name in an entry is another, under the hash of what was erased", erasing(`after || '{"name": "Eve"}'`, "null"), "changed"],
  ["an address is another, under the hash of what was erased", erasing("after - 'name'", "'192.0.2.2'"), "changed"],
  ["the values of a person are erased, and nothing says so", erasing("after - 'name'", "null"), "erased unsaid"],
  ["an entry is removed", sql(`delete from audit_logs where id = ${one}`), "removed"],
  [
    "an entry is inserted among old ones",
    sql(`insert into audit_logs (id, at, actor_kind, actor_id, action, target, request_id, xact)
      select '${newId("audit")}', at, actor_kind, actor_id, action, target, request_id, xact from audit_logs where id = ${one}`),
    "inserted",
  ],
  ["an entry is written now that says it is of an hour ago", backdated(newId("audit"), "1 hour"), "backdated"],
  ["an entry is written now under an id of an hour ago", backdated(lowestIdAt("audit", Date.now() - hourMs), "0"), "backdated"],
  [
    "two entries change places",
    sql(
      `update audit_logs l set xact = o.xact from (select a.id, b.xact from audit_logs a, audit_logs b where a.id = ${one} and b.id = (select max(id) from audit_logs where id < ${one})
       union all select b.id, a.xact from audit_logs a, audit_logs b where a.id = ${one} and b.id = (select max(id) from audit_logs where id < ${one})) o where o.id = l.id`,
    ),
    "changed",
  ],
  ["the last entries are cut off", sql(`delete from audit_logs where xact > ${tail}`), "removed"],
  [
    "the last entries are cut off with their batches",
    sql(
      `delete from audit_logs where xact > ${tail}`,
      "delete from audit_checkpoints",
      `delete from audit_batches where last_xact > ${tail}`,
    ),
    "tail cut",
  ],
  ["the whole log is emptied", sql("truncate audit_logs", "delete from audit_checkpoints", "delete from audit_batches"), "tail cut"],
  ["a batch is removed", sql("delete from audit_batches where number = 3"), "batch missing"],
  ["the words of a batch are changed", sql("update audit_batches set at = at - interval '1 day' where number = 3"), "batch changed"],
  [
    "an entry and the hash that was sealed of it are changed together",
    both(changeOne, sql("update audit_batches set leaves = sha256('x') || substr(leaves, 33) where number = 2")),
    "batch changed",
  ],
  [
    "a partition is taken off",
    sql(`alter table audit_logs detach partition audit_logs_${new Date().toISOString().slice(0, 7).replace("-", "_")}`),
    "removed",
  ],
  [
    "an entry is changed and the chain made anew, signed by another key",
    both(
      changeOne,
      recompute(() => makeSigner(auditSigner(world.vault).publicKey.name, randomBytes(32))),
    ),
    "batch forged",
  ],
  [
    "an entry is changed and the chain made anew by whoever has the master key",
    both(
      changeOne,
      recompute(() => auditSigner(world.vault)),
    ),
    "chain recomputed",
  ],
  ["a checkpoint is forged", sql("update audit_checkpoints set note = replace(note, 'entries ', 'entries 1')"), "checkpoint forged"],
];

describe("what a superuser does to the log", () => {
  const seen: (readonly [string, string])[] = [];
  afterAll(() => void process.stdout.write(`${seen.map(([kind, told]) => `  ${kind.padEnd(76)} ${told}`).join("\n")}\n`));

  test("is nothing, to begin with", async () => {
    const verdict = await foundAfter(async () => undefined);
    const [row] = await world.clone.query<{ entries: number; batches: number }>(
      "select count(*)::int as entries, (select count(*)::int from audit_batches) as batches from audit_logs",
    );
    expect(verdict).toMatchObject({ ...row, checkpoints: 2, findings: [], open: { entries: 0 } });
  });

  test.each(kinds)("is found: %s", async (kind, tamper, what) => {
    const { findings } = await foundAfter(tamper);
    const finding = findings.find((each) => each.what === what);
    seen.push([kind, finding ? `${what}, batch ${finding.batch}${finding.entry ? `, ${finding.entry}` : ""}` : "NOT FOUND"]);
    expect(findings.map((each) => each.what)).toContain(what);
  });

  test("is told where it was done", async () => {
    const [entry] = await world.clone.query<{ id: string }>(`select ${one} as id`);
    const { findings } = await foundAfter(changeOne);
    expect(findings).toEqual([
      { what: "changed", batch: expect.any(Number), entry: entry?.id, why: expect.stringMatching(/^place \d of \d$/) },
    ]);
  });

  test("does not show without a checkpoint from outside, where the end is cut with everything that told of it", async () => {
    const cut = sql(
      `delete from audit_logs where xact > ${tail}`,
      "delete from audit_checkpoints",
      `delete from audit_batches where last_xact > ${tail}`,
    );
    expect((await foundAfter(cut, [])).findings).toEqual([]);
  });
});
