import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { StaffMember } from "./contract.ts";
import { columns } from "./queries.ts";

/** In place of the link before. */
export const setLink = (db: Db, staffId: string, { hash, until }: { readonly hash: Buffer; readonly until: string }) =>
  db.run(sql`update staff set reset_hash = ${hash}, reset_until = ${until} where id = ${staffId}`);

/** Whose link it is, as long as it serves: it goes with the password before. */
export const findByLink = (db: Db, hash: Buffer, now: string) =>
  db.maybe(StaffMember, sql`select ${columns} from staff where reset_hash = ${hash} and reset_until > ${now} and is_active for update`);
