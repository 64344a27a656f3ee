import { toLogin } from "../data/index.ts";
import { isDatabaseError, type Value } from "../platform/db/exchange.ts";
import type { Logins } from "../platform/db/logins.ts";
import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";
import type { Holder } from "../platform/gate.ts";
import { databaseRefusal } from "../sql/index.ts";

const timeLimitMs = 10_000;
const answerBytesMax = 10_000_000;

/** Asks a query of catalogs, and gives its rows as objects by the names of its columns. */
export type Ask = <Row>(query: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** Looks at a project's catalogs as its owner: in a transaction that can't write, with no name of the tenant's in the way. */
export function look<T>(logins: Logins, holder: Holder, work: (ask: Ask) => Promise<T>): Promise<T> {
  return logins.use(toLogin(holder, "owner"), async (session) => {
    session.allow(answerBytesMax);
    try {
      await session.command(`begin read only; set local search_path = pg_catalog; set local statement_timeout = ${timeLimitMs}`);
      const found = await work((query, values = []) => askFor(session, query, values));
      await session.command("commit");
      return found;
    } catch (error) {
      if (!session.isLost) await session.command("rollback").catch(() => undefined);
      throw isDatabaseError(error) ? databaseRefusal(error, undefined, 0) : error;
    }
  });
}

/** `answered` before the next is sent may be awaited or not: a session answers in order. */
export async function askFor<Row>(session: Session, query: string, values: readonly Value[]): Promise<readonly Row[]> {
  const text = `select coalesce(pg_catalog.json_agg(pg_catalog.row_to_json(found)), '[]') from (${query}) found`;
  const { rows } = await session.exchange(new Portal(text, values, 0));
  return JSON.parse(rows[0]?.[0] ?? "[]") as readonly Row[];
}

/** A catalog's query of all there is, without parameters. */
export const unbound = (query: string): string =>
  query.replaceAll("$1::pg_catalog.text[]", "null::pg_catalog.text[]").replaceAll("$2::pg_catalog.text", "null::pg_catalog.text");
