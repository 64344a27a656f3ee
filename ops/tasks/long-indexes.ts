import type pg from "pg";

/** What the console looks for a part of: no other index finds the middle of a word. */
const parts = [
  ["projects", "name"],
  ["api_keys", "name"],
  ["developers", "email"],
  ["developers", "name"],
] as const;

/**
 * Makes the indexes that take long of a large table, while others write to it: that is not done in a transaction, as migrations are.
 * Where the server does not offer pg_trgm there are none, and lists look through their newest rows. One process makes them; others go on.
 */
export async function makeLongIndexes(client: pg.Client): Promise<void> {
  if (!(await asks(client, "select pg_try_advisory_lock(hashtext('nextmavens long indexes'))"))) return;
  try {
    if (!(await asks(client, "select exists (select from pg_opclass where opcname = 'gin_trgm_ops' and pg_opclass_is_visible(oid))")))
      return;
    for (const [table, column] of parts) await makeIndex(client, `${table}_by_part_of_${column}`, table, column);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('nextmavens long indexes'))");
  }
}

/** One that was broken off is there, and of no use. */
async function makeIndex(client: pg.Client, index: string, table: string, column: string): Promise<void> {
  const isBroken = await asks(client, "select not indisvalid from pg_index where indexrelid = to_regclass($1)", [index]);
  if (isBroken) await client.query(`drop index concurrently ${index}`);
  await client.query(`create index concurrently if not exists ${index} on ${table} using gin (${column} gin_trgm_ops)`);
}

/** Whether a statement that answers one yes or no says yes. */
async function asks(client: pg.Client, statement: string, values: readonly string[] = []): Promise<boolean> {
  const { rows } = await client.query<boolean[]>({ text: statement, values: [...values], rowMode: "array" });
  return rows[0]?.[0] === true;
}
