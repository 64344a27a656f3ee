import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { Request } from "express";
import { z } from "zod";
import { type Actor, Replayed } from "../platform/action.ts";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { AnyOperation } from "../platform/operation.ts";
import { refuse } from "./refuse.ts";

const keptMs = 24 * 60 * 60_000;
/** An answer that shows a secret is kept just long enough for a lost reply to be asked for again. */
const secretKeptMs = 10 * 60_000;

const Kept = z.object({ requestHash: z.instanceof(Buffer), bodySealed: z.instanceof(Buffer) });

/** Repeats the kept answer for an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07) that was served before. */
export function idempotent(operation: AnyOperation, actor: Actor, request: Request, input: unknown) {
  const key = keyOf(operation, request);
  if (key === undefined) return undefined;
  const keyHash = sha256(JSON.stringify([actor.kind, actor.id, operation.id, key]));
  const requestHash = sha256(JSON.stringify(input));
  return async (db: Db, now: string, work: () => Promise<unknown>): Promise<unknown> => {
    if (!(await lock(db, keyHash))) throw refuse("idempotency_key_in_flight", { headers: { "retry-after": "1" } });
    const kept = await find(db, keyHash, now);
    if (kept && !kept.requestHash.equals(requestHash)) throw refuse("idempotency_key_reused");
    if (kept) return new Replayed(JSON.parse(open(kept.bodySealed, key)));
    const body = operation.returns[1].parse(await work());
    const expiresAt = new Date(Date.parse(now) + (operation.showsSecret ? secretKeptMs : keptMs)).toISOString();
    await keep(db, {
      keyHash,
      operation: operation.id,
      requestHash,
      status: operation.returns[0],
      bodySealed: seal(JSON.stringify(body ?? null), key),
      now,
      expiresAt,
    });
    return body;
  };
}

/** The draft quotes the key, most clients do not: both are taken. */
function keyOf(operation: AnyOperation, request: Request): string | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined || !operation.at.startsWith("POST ")) return undefined;
  const key = String(header).replace(/^"(.*)"$/, "$1");
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw refuse("invalid_idempotency_key");
  return key;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

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

/** The answer is encrypted under the key itself, of which only a hash is kept: the table alone tells nothing. */
const keyFor = (idempotencyKey: string) => Buffer.from(hkdfSync("sha256", idempotencyKey, "", "nextmavens:idempotency", 32));

function seal(text: string, idempotencyKey: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(idempotencyKey), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(sealed: Buffer, idempotencyKey: string): string {
  const decipher = createDecipheriv("aes-256-gcm", keyFor(idempotencyKey), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
