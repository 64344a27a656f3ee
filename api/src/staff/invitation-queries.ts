import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { noPassword } from "../platform/password.ts";
import { StaffMember } from "./contract.ts";
import { columns } from "./queries.ts";

interface Link {
  readonly hash: Buffer;
  readonly until: string;
}
interface Invited extends Link {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly now: string;
}

/** Who was invited before, and whose invitation was revoked, is invited anew; nobody comes back of who is on staff or was. */
export const invite = (db: Db, { id, email, name, role, hash, until, now }: Invited) =>
  db.maybe(
    StaffMember,
    sql`
    insert into staff (id, email, name, role, password_hash, is_active, invitation_hash, invited_until, created_at, updated_at)
    values (${id}, ${email}, ${name}, ${role}, ${noPassword}, false, ${hash}, ${until}, ${now}, ${now})
    on conflict (lower(email)) do update
      set name = excluded.name, role = excluded.role, invitation_hash = excluded.invitation_hash, invited_until = excluded.invited_until,
        updated_at = excluded.updated_at, revision = staff.revision + 1
      where staff.password_hash = ${noPassword} and staff.invitation_hash is null
    returning ${columns}`,
  );

const setLink = (db: Db, staffId: string, link: Link | undefined, now: string) =>
  db.maybe(
    StaffMember,
    sql`
    update staff set invitation_hash = ${link?.hash ?? null}, invited_until = ${link?.until ?? null}, updated_at = ${now}, revision = revision + 1
    where id = ${staffId} and invitation_hash is not null
    returning ${columns}`,
  );

/** In place of the link before; nobody comes back where none is open. */
export const replaceLink = (db: Db, staffId: string, link: Link, now: string) => setLink(db, staffId, link, now);

export const revoke = (db: Db, staffId: string, now: string) => setLink(db, staffId, undefined, now);

const Id = z.object({ id: z.string() });
const serves = (hash: Buffer, now: string) => sql`invitation_hash = ${hash} and invited_until > ${now}`;

export const isOpen = async (db: Db, hash: Buffer, now: string) =>
  (await db.maybe(Id, sql`select id from staff where ${serves(hash, now)}`)) !== undefined;

/** Of two who take one invitation at once, one does. */
export const accept = (db: Db, hash: Buffer, passwordHash: string, now: string) =>
  db.maybe(
    StaffMember,
    sql`
    update staff set password_hash = ${passwordHash}, is_active = true, invitation_hash = null, invited_until = null, updated_at = ${now},
      revision = revision + 1
    where ${serves(hash, now)}
    returning ${columns}`,
  );

export const hasJoined = async (db: Db, staffId: string) =>
  (await db.maybe(Id, sql`select id from staff where id = ${staffId} and password_hash <> ${noPassword}`)) !== undefined;
