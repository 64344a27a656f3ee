import type { Context } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { hashPassword } from "../platform/password.ts";
import { newToken } from "../platform/token.ts";
import { type createStaff, type listStaff, refuse, type updateStaff } from "./contract.ts";
import * as queries from "./queries.ts";

export async function list({ db }: Context, { cursor, limit }: InputOf<typeof listStaff>) {
  return toPage(await queries.list(db, cursor, limit), limit);
}

export async function create(context: Context, { password, ...member }: InputOf<typeof createStaff>) {
  const passwordHash = await hashPassword(password);
  const made = await queries.insert(context.db, { id: newId("staff"), ...member, passwordHash, now: context.now });
  if (!made) throw refuse("staff_email_taken");
  context.audit({ target: made.id, after: made });
  return made;
}

/** Role and activity are looked up at every request; sessions end as well, so that a wider role asks for the password again. */
export async function update(context: Context, { staffId, role, isActive, reason }: InputOf<typeof updateStaff>) {
  if (staffId === context.actor.id) throw refuse("not_yourself");
  await queries.lock(context.db);
  const before = await queries.find(context.db, staffId);
  if (!before) throw refuse("staff_not_found");
  const after = await queries.update(context.db, staffId, { role, isActive }, context.ifMatch, context.now);
  if (!after) throw refuse("edited_meanwhile");
  if (!(await queries.hasActiveAdmin(context.db))) throw refuse("last_admin");
  await queries.endAllSessions(context.db, staffId, context.now);
  context.audit({ target: staffId, reason, before, after });
  return after;
}

/**
 * Makes the first admin where there is no staff yet. Answers the login, with the password if it was made up here,
 * or nothing when there is staff already.
 */
export async function ensureFirst(context: Context, { email, password }: { email: string; password: string | undefined }) {
  await queries.lock(context.db);
  if (!(await queries.isEmpty(context.db))) return undefined;
  const chosen = password ?? newToken("pw").slice(3, 27);
  const made = await create(
    { ...context, audit: (entry) => context.audit({ ...entry, action: "createStaff" }) },
    { email, name: "First admin", role: "admin", password: chosen },
  );
  return { email: made.email, generatedPassword: password === undefined ? chosen : undefined };
}
