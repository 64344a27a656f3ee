import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

export const StoredKey = z.object({
  kid: z.string(),
  publicJwk: z.looseObject({ kid: z.string(), kty: z.string() }),
  privateSealed: z.string(),
});

/** Newest first: the first one signs. */
export const listLive = (db: Db, now: string) =>
  db.many(
    StoredKey,
    sql`
    select kid, public_jwk as "publicJwk", private_sealed as "privateSealed" from signing_keys
    where retires_at is null or retires_at > ${now}
    order by created_at desc`,
  );

export const insert = (db: Db, key: { kid: string; publicJwk: unknown; privateSealed: string }, now: string) =>
  db.run(sql`
    insert into signing_keys (kid, public_jwk, private_sealed, created_at)
    values (${key.kid}, ${JSON.stringify(key.publicJwk)}, ${key.privateSealed}, ${now})`);

/** Those that still sign verify until then. */
export const retireAll = (db: Db, at: string) => db.run(sql`update signing_keys set retires_at = ${at} where retires_at is null`);

/** One process at a time makes keys. */
export const lock = (db: Db) => db.run(sql`lock table signing_keys in share row exclusive mode`);
