import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../api/test/ask.ts";
import { makeDeveloper, makeStaff } from "../../api/test/make.ts";
import { sealAll } from "../../api/test/seal-all.ts";
import { approve } from "../../api/test/second-person.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { makeProgress } from "../import/progress.ts";
import { notesIn, readExport } from "./source.ts";
import { textOf, verify } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
const at = (name: string) => join(folder, name);
let world: World;
let entryId: string;
let publicKey: string;
const quiet = makeProgress({ write: () => true });

beforeAll(async () => {
  world = await openWorld();
  const { id, token } = await makeDeveloper(world);
  await makeDeveloper(world);
  await ask(world, "DELETE /api/developer", { token });
  await world.work("eraseFromAuditLog", { developerId: id });
  await sealAll(world);
  await world.work("publishCheckpoint", {});
  const { body } = await ask(world, "GET /api/audit/checkpoints");
  writeFileSync(at("checkpoints.json"), JSON.stringify(body));
  publicKey = body.publicKey;
  writeFileSync(at("key"), `${publicKey}\n`);
  entryId = String((await world.clone.query<{ id: string }>("select max(id) as id from audit_logs"))[0]?.id);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

/** `npm run audit` as somebody calls it who has the platform's database and key, or neither. */
const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: unknown; said: string; complained: string }>((resolve) => {
    const script = fileURLToPath(new URL("audit.ts", import.meta.url));
    const env = { PATH: process.env["PATH"], DATA_DIR: at("nothing"), ...environment };
    execFile(process.execPath, [script, ...args], { env }, (error, said, complained) =>
      resolve({ code: error?.code ?? 0, said, complained }),
    );
  });
const ours = () => ({ DATABASE_URL: world.clone.url, MASTER_KEY: world.clone.masterKey });
const elsewhere = ["--public-key", at("key"), "--checkpoint", at("checkpoints.json")];

describe("the log of this platform", () => {
  test("is verified, exported, and verified again where there is nothing but the file and the key", async () => {
    const live = await run(["verify", "--checkpoint", at("checkpoints.json")], ours());
    expect(live).toMatchObject({ code: 0, said: expect.stringContaining("are as they were sealed.") });
    expect(live.said).toMatch(/Of \d entries the values of a person were erased/);
    expect((await run(["export", "--to", at("log.ndjson")], ours())).code).toBe(0);
    const offline = await run(["verify", "--export", at("log.ndjson"), ...elsewhere]);
    expect(offline).toMatchObject({ code: 0, said: live.said });
    expect((await run(["export"], ours())).said.split("\n").length).toBe(readFileSync(at("log.ndjson"), "utf8").split("\n").length);
  }, 120_000);

  test("is verified through a login to the database as well", async () => {
    const { code, said } = await run(["verify", "--database", world.clone.url, ...elsewhere]);
    expect([code, said]).toEqual([0, expect.stringContaining("are as they were sealed.")]);
  }, 60_000);

  test("is as it was sealed where staff had persons erased who stood in it: a developer, and a member who left", async () => {
    const [admin, left, person] = [await makeStaff(world), await makeStaff(world), await makeDeveloper(world)];
    const off = await ask(world, `PATCH /api/admin/staff/${left.id}`, { token: admin.token, body: { isActive: false, reason: "left" } });
    expect((await approve(world, off)).status).toBe(200);
    await sealAll(world);
    await world.work("publishCheckpoint", {});
    writeFileSync(at("before-erasing.json"), JSON.stringify((await ask(world, "GET /api/audit/checkpoints")).body));
    for (const path of [`developers/${person.id}`, `staff/${left.id}`])
      expect((await ask(world, `POST /api/admin/${path}/erase`, { token: admin.token, body: { reason: "asked for" } })).status).toBe(202);
    for (const personId of [person.id, left.id]) await world.work("eraseFromAuditLog", { personId, reason: "asked for" });
    const kept = await world.clone.query<{ is_erased: boolean }>(
      "select personal_hash is not null as is_erased from audit_logs where actor_id = any($1)",
      [[person.id, left.id]],
    );
    expect(kept.every(({ is_erased }) => is_erased) && kept.length > 1).toBe(true);
    const verified = await run(["verify", "--checkpoint", at("before-erasing.json")], ours());
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining("are as they were sealed.") });
  }, 60_000);

  test("is not as it was sealed where a line of the export was changed, moved, or taken out: it ends with 2", async () => {
    const lines = readFileSync(at("log.ndjson"), "utf8").split("\n");
    const entries = lines.flatMap((line, i) => (line.startsWith('{"entry"') ? [i] : []));
    const [first = 0, second = 0] = entries;
    const ways: readonly (readonly [string, (copy: string[]) => unknown])[] = [
      ["CHANGED", (copy) => copy.splice(first, 1, String(copy[first]).replace('"action":"', '"action":"un'))],
      ["REORDERED", (copy) => copy.splice(first, 2, String(copy[second]), String(copy[first]))],
      ["REMOVED", (copy) => copy.splice(first, 1)],
      ["INSERTED", (copy) => copy.splice(first, 0, String(copy[first]))],
      ["TAIL CUT", (copy) => copy.splice(1)],
    ];
    for (const [word, change] of ways) {
      const copy = [...lines];
      change(copy);
      writeFileSync(at("forged.ndjson"), copy.join("\n"));
      const verdict = await verify(
        readExport(at("forged.ndjson")),
        publicKey,
        notesIn(readFileSync(at("checkpoints.json"), "utf8")),
        quiet,
      );
      expect(textOf(verdict, true)).toContain(word);
    }
    const { code, said } = await run(["verify", "--export", at("forged.ndjson"), ...elsewhere]);
    expect([code, said]).toEqual([2, expect.stringContaining("NOT AS IT WAS SEALED")]);
  }, 120_000);
});

describe("an export that breaks off", () => {
  const isEntry = (line: string) => line.startsWith('{"entry"');
  const breaks: readonly (readonly [string, (lines: readonly string[]) => readonly string[]])[] = [
    ["before its first line", () => []],
    [
      "between two batches, where nothing else shows it",
      (lines) =>
        lines.slice(
          0,
          lines.findIndex((line, i) => isEntry(String(lines[i - 1])) && !isEntry(line)),
        ),
    ],
    ["before its last line", (lines) => lines.slice(0, -1)],
  ];
  test.each(breaks)(
    "%s does not pass, and is told",
    async (_where, broken) => {
      const lines = readFileSync(at("log.ndjson"), "utf8").trimEnd().split("\n");
      writeFileSync(at("broken.ndjson"), broken(lines).join("\n"));
      const { code, said } = await run(["verify", "--export", at("broken.ndjson"), "--public-key", publicKey]);
      expect([code, said]).toEqual([2, expect.stringContaining("NOT WHOLE")]);
      expect(said).not.toContain("NOT AS IT WAS SEALED");
    },
    60_000,
  );
});

describe("a proof of one entry", () => {
  test("holds without a database, and no longer when the entry says something else", async () => {
    expect((await run(["prove", entryId, "--to", at("proof.json")], ours())).code).toBe(0);
    expect(await run(["verify-proof", at("proof.json"), ...elsewhere])).toMatchObject({ code: 0, said: expect.stringContaining(entryId) });
    const proof = readFileSync(at("proof.json"), "utf8");
    writeFileSync(at("forged.json"), proof.replace(/"target": "[^"]+"/, '"target": "prj_another"'));
    const forged = await run(["verify-proof", at("forged.json"), ...elsewhere]);
    expect([forged.code, forged.said]).toEqual([2, expect.stringContaining("NOT PROVEN")]);
  }, 60_000);

  test("that is younger than the checkpoints given says that they end before it", async () => {
    await makeDeveloper(world);
    await sealAll(world);
    const [{ id = "" } = {}] = await world.clone.query<{ id: string }>("select max(id) as id from audit_logs");
    expect((await run(["prove", id, "--to", at("young.json")], ours())).code).toBe(0);
    const { code, said, complained } = await run(["verify-proof", at("young.json"), ...elsewhere]);
    expect([code, said + complained]).toEqual([2, expect.stringMatching(/end with batch \d+, before its batch \d+/)]);
    expect((await run(["verify-proof", at("young.json"), "--public-key", at("key")])).code).toBe(0);
  }, 60_000);
});

describe("what cannot be looked at", () => {
  const none = expect.stringMatching(/./);
  test.each([
    [["verify", "--export", "nowhere.ndjson", "--public-key", "x"], none],
    [["verify", "--export", "nowhere.ndjson"], expect.stringContaining("--public-key is needed")],
    [["prove", "aud_00000000000000000000000000"], expect.stringContaining("there is no platform")],
    [["verify-proof", "nowhere.json"], none],
    [["sing"], expect.stringContaining("there is no task sing")],
    [[], expect.stringContaining("say what to do")],
  ])(
    "ends with 1 and says why: %j",
    async (args, why) => {
      const { code, said, complained } = await run(args);
      expect({ code, said, complained }).toEqual({ code: 1, said: "", complained: why });
      expect(complained).not.toContain("    at ");
    },
    60_000,
  );

  test("is a checkpoint in a file without one: nothing passes for compared", async () => {
    writeFileSync(at("empty"), "nothing");
    const { code, complained } = await run(["verify", "--checkpoint", at("empty")], ours());
    expect([code, complained]).toEqual([1, expect.stringContaining("no checkpoint")]);
  }, 60_000);
});
