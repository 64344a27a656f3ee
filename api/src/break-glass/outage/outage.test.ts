import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { makeStaff } from "../../../test/make.ts";
import { type Holder, sealFor } from "../../../test/sealed.ts";
import { openWorld, type World } from "../../../test/world.ts";
import type { Delivery } from "../../platform/delivery.ts";
import { makeSigner } from "../../platform/signed-note.ts";
import { keepUp, type Outage, openOutage, signerOf, startUpkeep } from "../index.ts";
import { openJournal } from "./journal.ts";

let world: World;
let ada: Awaited<ReturnType<typeof makeStaff>>;
let holder: Holder;
let dataDir: string;
let outage: Outage;
const told: string[] = [];
/** What the channel answers next, instead of taking it. */
const failures: Delivery[] = [];
const from = { address: "192.0.2.7", userAgent: undefined };
const signer = () => signerOf(world.vault);
const openHere = (folder: string) =>
  openOutage({
    ...world.engine,
    mailer: undefined,
    staffChannel: {
      send: async (text) => {
        const failure = failures.shift();
        if (failure) return failure;
        told.push(text);
        return { is: "taken", as: ["1"] };
      },
    },
    dataDir: folder,
    signer: signer(),
  });
const inputOf = (more: object = {}) => ({
  ...{ holder: ada.email, code: holder.codes[0] ?? "", totp: holder.digits(), reason: "x", incident: "INC-1", minutes: 15, isDrill: false },
  ...more,
});
const journalPath = () => join(dataDir, "break-glass/journal");
/** Written down once staff were told, which nobody waits for. */
const untilTold = async () => {
  while (!readFileSync(journalPath(), "utf8").includes('"kind":"told"')) await sleep(20);
};

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  ada = await makeStaff(world, "viewer");
  holder = await sealFor(world, ada.email, 2);
  dataDir = mkdtempSync(join(tmpdir(), "nextmavens-glass-"));
  await keepUp(world.engine, dataDir, signer());
  outage = openHere(dataDir);
  told.length = 0;
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
afterAll(() => world.close());

describe("with the database away", () => {
  test("a code opens one of two sessions that are asked for at once, and all staff are told", async () => {
    const input = inputOf();
    const answers = await Promise.allSettled([outage.open(input, from), outage.open(input, from), outage.open(input, from)]);
    const refused = { status: "rejected", reason: expect.objectContaining({ code: "sealed_code_is_spent" }) };
    expect(answers).toEqual([expect.objectContaining({ status: "fulfilled" }), refused, refused]);
    expect(told.filter((text) => text.includes("wrong digits"))).toEqual([]);
    expect(told[0]).toContain("can begin and end maintenance there");
    expect(told[0]).not.toMatch(/reads everything|lift a sanction/);
    expect(told.filter((text) => text.includes("broke the glass (INC-1)"))).toHaveLength(1);
  });

  test("staff are told again what their channel did not take, and the journal says how it ended", async () => {
    failures.push({ is: "unclear", why: "no answer" }, { is: "put_off", why: "too many", waitMs: 10 });
    await outage.open(inputOf(), from);
    await untilTold();
    expect(told.filter((text) => text.includes("broke the glass (INC-1)"))).toHaveLength(1);
    const { entries } = openJournal(dataDir, signer()).read();
    expect(entries.find(({ kind }) => kind === "told")?.data).toMatchObject({ telegram: "taken", staffId: ada.id });
  });

  test("no code and no digits serve twice, on whichever process of the host", async () => {
    const totp = holder.digits();
    await outage.open(inputOf({ totp }), from);
    const another = openHere(dataDir);
    await expect(another.open(inputOf({ totp: holder.digits(1) }), from)).rejects.toMatchObject({ code: "sealed_code_is_spent" });
    await expect(another.open(inputOf({ code: holder.codes[1], totp }), from)).rejects.toMatchObject({ code: "wrong_sealed_code" });
  });

  test("wrong digits are told to all staff, and can't be guessed", async () => {
    const totp = holder.digits() === "000000" ? "111111" : "000000";
    for (let i = 0; i < 5; i += 1) await expect(outage.open(inputOf({ totp }), from)).rejects.toMatchObject({ code: "wrong_sealed_code" });
    await untilTold();
    expect(told).toEqual([expect.stringContaining("was tried with wrong digits")]);
    await expect(outage.open(inputOf(), from)).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  test("a session ends at its time and on demand", async () => {
    const { staffId, staffSessionId: sessionId } = await outage.open(inputOf({ minutes: 1 }), from);
    const session = outage.find({ staffId, sessionId });
    expect(session).toMatchObject({ incident: "INC-1", changes: 0 });
    if (session) outage.note(session, "ended");
    expect(outage.find({ staffId, sessionId })).toBeUndefined();
    expect(outage.find({ staffId, sessionId: sessionId.replace(/.{4}$/, "0000") })).toBeUndefined();
    const second = await outage.open(inputOf({ code: holder.codes[1], totp: holder.digits(1), minutes: 1 }), from);
    world.travel(61_000);
    expect(outage.find({ staffId, sessionId: second.staffSessionId })).toBeUndefined();
  });

  test.each([
    ["altered", (text: string) => text.replace(/"tag":"\w{8}"/, '"tag":"00000000"')],
    [
      "signed by somebody else",
      (text: string) => makeSigner("nextmavens-break-glass", Buffer.alloc(32, 7)).note(text.replace(/\n\n— [\s\S]*$/, "\n")),
    ],
    ["emptied", () => ""],
  ])("a verifier file that was %s opens to nobody", async (_how, change) => {
    const path = join(dataDir, "break-glass/verifier");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    await expect(outage.open(inputOf(), from)).rejects.toMatchObject({ code: "wrong_sealed_code" });
    expect(outage.lastKnown()).toBeUndefined();
  });

  test("the verifier file holds neither codes nor what makes digits, and is for the platform's own account alone", () => {
    const text = readFileSync(join(dataDir, "break-glass/verifier"), "utf8");
    for (const code of holder.codes) expect(text).not.toContain(code.replaceAll("-", "").slice(5, 10));
    expect(text).toContain(ada.email);
    expect(statSync(join(dataDir, "break-glass/verifier")).mode & 0o777).toBe(0o600);
  });
});

describe("a host where a code would not open with the database away says why", () => {
  const ready = () => keepUp(world.engine, dataDir, signer());

  test("while its verifier file can't be written or read, and no longer", async () => {
    expect(await ready()).toBeUndefined();
    const path = join(dataDir, "break-glass/verifier");
    rmSync(path);
    mkdirSync(join(path, "in the way"), { recursive: true });
    expect(await ready()).toMatch(/^its verifier file can't be written: E/);
    expect(outage.lastKnown()).toBeUndefined();
    rmSync(path, { recursive: true });
    expect(await ready()).toBeUndefined();
    expect(outage.lastKnown()).toBeDefined();
  });

  test("of codes that hold nothing for it, and is silent where there are no codes", async () => {
    await world.clone.query("update break_glass_codes set revoked_at = now() where staff_id <> $1 and used_at is null", [ada.id]);
    await world.clone.query("update break_glass_codes set totp_under_code = null where staff_id = $1", [ada.id]);
    expect(await ready()).toBe("2 of 2 sealed codes were made by an older version: seal others in their place");
    await world.clone.query("update break_glass_codes set revoked_at = now() where staff_id = $1", [ada.id]);
    expect(await ready()).toBeUndefined();
  });

  test("in its log, once", async () => {
    const warned: unknown[] = [];
    const log = { ...world.engine.log, warn: (message: string, more?: object) => void warned.push([message, more]) };
    const path = join(dataDir, "break-glass/verifier");
    rmSync(path);
    mkdirSync(join(path, "in the way"), { recursive: true });
    const upkeep = startUpkeep({ ...world.engine, log }, dataDir);
    await upkeep.stop();
    expect(warned).toEqual([["break-glass is not ready for the database to go away", { why: upkeep.flaw() }]]);
  });
});

describe("the journal", () => {
  const write = async () => {
    const session = await outage.open(inputOf(), from);
    for (let i = 0; i < 3; i += 1)
      outage.note(session, "changed", { what: "postStatus", target: "status", why: "x", before: null, after: { text: `post ${i}` } });
    await untilTold();
    return session;
  };
  const linesOf = () => readFileSync(journalPath(), "utf8").split("\n").slice(0, -1);

  test.each([
    ["changed", (lines: string[]) => lines.map((line) => line.replace("post 1", "post 7"))],
    ["taken out", (lines: string[]) => lines.filter((line) => !line.includes("post 1"))],
    ["moved", ([first = "", second = "", ...rest]: string[]) => [second, first, ...rest]],
    ["written twice", ([first = "", ...rest]: string[]) => [first, first, ...rest]],
    ["signed by nobody", (lines: string[]) => lines.map((line) => line.replace(/ \S+$/, ` ${Buffer.alloc(64).toString("base64")}`))],
  ])("tells that a line was %s, and all staff hear of it when it is merged", async (_how, change) => {
    await write();
    writeFileSync(journalPath(), `${change(linesOf()).join("\n")}\n`);
    expect(openJournal(dataDir, signer()).read().brokenAt).toBeGreaterThan(0);
    await keepUp(world.engine, dataDir, signer());
    const [entry] = await world.clone.query<{ after: object }>(
      "select after from audit_logs where action = 'mergeBreakGlassJournal' order by id desc limit 1",
    );
    expect(entry?.after).toMatchObject({ isWhole: false });
    const warnings = await world.clone.query(
      "select id from outbox where template = 'break_glass_journal_altered' and channel = 'telegram'",
    );
    expect(warnings.length).toBeGreaterThan(0);
  });

  test("leaves out what was cut off while it was written", async () => {
    await write();
    const whole = openJournal(dataDir, signer()).read();
    writeFileSync(journalPath(), `${readFileSync(journalPath(), "utf8")}{"seq":9,"at`);
    expect(openJournal(dataDir, signer()).read()).toEqual(whole);
  });

  test("merged twice, or by two processes at once, makes one session, which goes on with the cookie it has", async () => {
    const { id, staffSessionId } = await write();
    const copy = readFileSync(journalPath(), "utf8");
    await Promise.all([keepUp(world.engine, dataDir, signer()), keepUp(world.engine, dataDir, signer())]);
    writeFileSync(journalPath(), copy);
    await keepUp(world.engine, dataDir, signer());
    expect(await world.clone.query("select is_offline, is_second_use from break_glass_sessions where id = $1", [id])).toEqual([
      { is_offline: true, is_second_use: false },
    ]);
    expect(await world.clone.query("select ended_at from staff_sessions where id = $1", [staffSessionId])).toEqual([{ ended_at: null }]);
    expect(
      await world.clone.query("select id from audit_logs where break_glass = $1 and action = 'breakGlassOffline.changed'", [id]),
    ).toHaveLength(3);
  });

  test("gives the transcript what was changed, before and after, and the seal nothing of a person but their id", async () => {
    const { id, ...session } = await outage.open(inputOf(), from);
    const closed = { message: "Back at noon.", since: session.openedAt };
    const changes = [
      { before: null, after: closed },
      { before: closed, after: null },
    ];
    const figures = { database: "does not answer", lastKnownAt: null };
    outage.note({ id, ...session }, "read", { what: "GET /break-glass", after: figures });
    world.travel(1_000);
    for (const change of changes)
      outage.note({ id, ...session }, "changed", { what: "setMaintenance", target: "maintenance", why: "x", ...change });
    await untilTold();
    await keepUp(world.engine, dataDir, signer());
    const { token } = await makeStaff(world, "admin");
    const { body } = await ask(world, `GET /api/admin/break-glass/sessions/${id}`, { token });
    const line = { kind: "changed", what: "setMaintenance", target: "maintenance" };
    const seen = { kind: "read", what: "GET /break-glass", target: null, why: null, at: expect.any(String), before: null, after: figures };
    expect(body.transcript).toEqual([seen, ...changes.map((change) => ({ ...line, ...change }))].map(expect.objectContaining));
    const entries = await world.clone.query("select before, after from audit_logs where break_glass = $1", [id]);
    expect(entries).toHaveLength(5);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${ada.email}|${from.address}|userAgent|subject`));
    expect(await world.clone.query("select distinct address from audit_logs where break_glass = $1", [id])).toEqual([
      { address: from.address },
    ]);
  });

  test("stays where it is until it is merged: who is in stays in, and the code is spent", async () => {
    const { id, staffId, staffSessionId: sessionId } = await write();
    const away = new Error("the database went away");
    await expect(openJournal(dataDir, signer()).mergeBy(() => Promise.reject(away), "x")).rejects.toBe(away);
    expect(outage.find({ staffId, sessionId })).toMatchObject({ id, changes: 3 });
    await expect(outage.open(inputOf({ totp: holder.digits(1) }), from)).rejects.toMatchObject({ code: "sealed_code_is_spent" });
  });

  test("is merged to its end if it grows meanwhile, each line once", async () => {
    const session = await write();
    const { entries } = openJournal(dataDir, signer()).read();
    const seen: number[] = [];
    await openJournal(dataDir, signer()).mergeBy(async (checked) => {
      if (seen.push(checked.entries.length) === 1) outage.note(session, "changed", { what: "postStatus", target: "status", why: "x" });
    }, "x");
    expect(seen).toEqual([entries.length, entries.length + 1]);
  });

  test("ends what was opened with the database, and left while that was away", async () => {
    const body = { holder: ada.email, code: holder.codes[0], totp: holder.digits(), reason: "x", incident: "INC-1" };
    const { id } = (await ask(world, "POST /api/admin/break-glass/sessions", { body })).body.session;
    const [door] = await world.clone.query<{ id: string }>("select id from staff_sessions where break_glass_id = $1", [id]);
    const cookie = { staffId: ada.id, sessionId: String(door?.id) };
    outage.leave(cookie);
    outage.leave(cookie);
    expect(linesOf()).toHaveLength(1);
    const copy = readFileSync(journalPath(), "utf8");
    await keepUp(world.engine, dataDir, signer());
    const ended = async () => {
      const both =
        "b.ended_by, b.ended_at = s.ended_at as both from break_glass_sessions b join staff_sessions s on s.break_glass_id = b.id";
      return world.clone.query(`select ${both} where b.id = $1`, [id]);
    };
    expect(await ended()).toEqual([{ ended_by: ada.id, both: true }]);
    writeFileSync(journalPath(), copy);
    await keepUp(world.engine, dataDir, signer());
    expect(await world.clone.query("select action, actor_id from audit_logs where break_glass = $1", [id])).toEqual([
      { action: "endBreakGlass", actor_id: ada.id },
    ]);
  });

  test("of a session that was merged in part gives the rest", async () => {
    const session = await write();
    const copy = readFileSync(journalPath(), "utf8");
    await keepUp(world.engine, dataDir, signer());
    writeFileSync(journalPath(), copy);
    outage.note(session, "changed", { what: "postStatus", target: "status", why: "x" });
    outage.note(session, "ended");
    await keepUp(world.engine, dataDir, signer());
    const actions = await world.clone.query<{ action: string }>("select action from audit_logs where break_glass = $1", [session.id]);
    expect(actions.map(({ action }) => action.replace("breakGlassOffline.", "")).sort()).toEqual([
      ...["changed", "changed", "changed", "changed", "ended", "opened", "told"],
    ]);
    expect(
      await world.clone.query(
        "select count(*)::int as acts, s.ended_at is null as is_open from break_glass_acts a, break_glass_sessions s where a.session_id = s.id and s.id = $1 group by 2",
        [session.id],
      ),
    ).toEqual([{ acts: 4, is_open: false }]);
    expect(await world.clone.query("select id from staff_sessions where break_glass_id = $1 and ended_at is null", [session.id])).toEqual(
      [],
    );
  });

  test("of a code that served with the database before is reported, and its session is worth nothing", async () => {
    const { id, staffSessionId } = await write();
    await world.clone.query("update break_glass_codes set used_at = now() where staff_id = $1", [ada.id]);
    await keepUp(world.engine, dataDir, signer());
    expect(
      await world.clone.query("select is_second_use, ended_at is not null as is_ended from break_glass_sessions where id = $1", [id]),
    ).toEqual([{ is_second_use: true, is_ended: true }]);
    expect(await world.clone.query("select id from staff_sessions where id = $1", [staffSessionId])).toEqual([]);
    const warnings = await world.clone.query(
      "select id from outbox where template = 'sealed_code_used_twice' and body like '%' || $1 || '%'",
      [id],
    );
    expect(warnings.length).toBeGreaterThan(1);
  });
});
