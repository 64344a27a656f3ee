import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Request } from "express";
import { z } from "zod";
import { type Call, Replayed } from "../platform/action.ts";
import { sql } from "../platform/db/sql.ts";
import type { Db, Store } from "../platform/db/store.ts";
import type { AnyOperation } from "../platform/operation.ts";
import type { Vault } from "../platform/vault.ts";
import { refuse } from "./refuse.ts";

const keptMs = 24 * 60 * 60_000;
/** An answer that shows a secret is kept just long enough for a lost reply to be asked for again. */
const secretKeptMs = 10 * 60_000;

const Kept = z.object({ requestHash: z.instanceof(Buffer), bodySealed: z.instanceof(Buffer) });

export interface Idempotence {
  /** Runs around the action, in its transaction: does the work once, and keeps what it gave. */
  around(db: Db, now: string, work: () => Promise<unknown>): Promise<unknown>;
  /** Keeps the answer as it went out, where what was done after the commit has changed it. */
  keepAsAnswered(store: Store, result: unknown): Promise<void>;
}

/** Repeats the kept answer for an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07) that was served before. */
export function idempotent(
  vault: Vault,
  { operation, actor, ifMatch }: Pick<Call, "actor" | "ifMatch"> & { readonly operation: AnyOperation },
  request: Request,
  input: unknown,
): Idempotence | undefined {
  const key = keyOf(operation, request);
  if (key === undefined) return undefined;
  // What is kept must not help to guess what was sent, a password among it: hashed under a key of ours.
  const hash = (text: string) => createHmac("sha256", vault.derive("idempotency")).update(text).digest();
  const requestHash = hash(JSON.stringify(ifMatch === undefined ? input : [input, ifMatch]));
  // Strangers may choose the same key: theirs are told apart by what they ask.
  const whose = actor.kind === "public" ? requestHash.toString("base64") : actor.id;
  const keyHash = hash(JSON.stringify([actor.kind, whose, operation.id, key]));
  const sealing = sealingKey(vault, key);
  const bodyOf = (result: unknown) => JSON.stringify(operation.returns[1].parse(result) ?? null);
  let keptBody: string | undefined;

  const around = async (db: Db, now: string, work: () => Promise<unknown>): Promise<unknown> => {
    if (!(await lock(db, keyHash))) throw refuse("idempotency_key_in_flight", { headers: { "retry-after": "1" } });
    const kept = await find(db, keyHash, now);
    if (kept && !kept.requestHash.equals(requestHash)) throw refuse("idempotency_key_reused");
    if (kept) return new Replayed(JSON.parse(open(kept.bodySealed, sealing)));
    const result = await work();
    keptBody = bodyOf(result);
    const expiresAt = new Date(Date.parse(now) + (operation.showsSecret ? secretKeptMs : keptMs)).toISOString();
    await keep(db, {
      keyHash,
      operation: operation.id,
      requestHash,
      status: operation.returns[0],
      bodySealed: seal(keptBody, sealing),
      now,
      expiresAt,
    });
    return result;
  };
  const keepAsAnswered = async (store: Store, result: unknown) => {
    if (keptBody === undefined || bodyOf(result) === keptBody) return;
    await store.transact("platform", (db) => replaceBody(db, keyHash, seal(bodyOf(result), sealing)));
  };
  return { around, keepAsAnswered };
}

/** The draft quotes the key, most clients do not: both are taken. */
function keyOf(operation: AnyOperation, request: Request): string | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined || !operation.changes) return undefined;
  const key = String(header).replace(/^"(.*)"$/, "$1");
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw refuse("invalid_idempotency_key");
  return key;
}

const lock = async (db: Db, keyHash: Buffer) =>
  (
    await db.one(
      z.object({ taken: z.boolean() }),
      sql`select pg_try_advisory_xact_lock(${keyHash.readBigInt64BE().toString()}::bigint) as taken`,
    )
  ).taken;

const find = (db: Db, keyHash: Buffer, now: string) =>
  db.maybe(
    Kept,
    sql`
    select request_hash as "requestHash", body_sealed as "bodySealed" from idempotency_keys
    where key_hash = ${keyHash} and expires_at > ${now}`,
  );

const keep = (
  db: Db,
  kept: { keyHash: Buffer; operation: string; requestHash: Buffer; status: number; bodySealed: Buffer; now: string; expiresAt: string },
) =>
  db.run(sql`
    insert into idempotency_keys (key_hash, operation, request_hash, status, body_sealed, created_at, expires_at)
    values (${kept.keyHash}, ${kept.operation}, ${kept.requestHash}, ${kept.status}, ${kept.bodySealed}, ${kept.now}, ${kept.expiresAt})
    on conflict (key_hash) do update set
      operation = excluded.operation, request_hash = excluded.request_hash, status = excluded.status,
      body_sealed = excluded.body_sealed, created_at = excluded.created_at, expires_at = excluded.expires_at`);

/** The answer is encrypted under the key itself, of which only a hash is kept, and a key of ours: the table alone tells nothing. */
const sealingKey = (vault: Vault, idempotencyKey: string) =>
  Buffer.from(hkdfSync("sha256", idempotencyKey, vault.derive("idempotency"), "nextmavens:idempotency", 32));

const replaceBody = (db: Db, keyHash: Buffer, bodySealed: Buffer) =>
  db.run(sql`update idempotency_keys set body_sealed = ${bodySealed} where key_hash = ${keyHash}`);

function seal(text: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(sealed: Buffer, key: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
