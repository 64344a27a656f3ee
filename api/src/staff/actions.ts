import { forgetRecipient } from "../notices/index.ts";
import type { Context, Prepared } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import type { InputOf, OutputOf } from "../platform/operation.ts";
import { toPage } from "../platform/page.ts";
import { hashPassword } from "../platform/password.ts";
import { newToken } from "../platform/token.ts";
import type { createStaff, listStaff, StaffMember, updateStaff } from "./contract.ts";
import { hasJoined } from "./invitation-queries.ts";
import * as queries from "./queries.ts";
import { refuse } from "./refusals.ts";
import * as sessions from "./session-queries.ts";

export async function list({ db }: Context, { cursor, limit }: InputOf<typeof listStaff>) {
  return toPage(await queries.list(db, cursor, limit), limit);
}

export const create: Prepared<InputOf<typeof createStaff>, OutputOf<typeof createStaff>> = {
  async prepare(_before, { password, ...member }) {
    const passwordHash = await hashPassword(password);
    return (context) => add(context, { ...member, passwordHash });
  },
};

type New = Omit<InputOf<typeof createStaff>, "password"> & { readonly passwordHash: string };

async function add(context: Context, member: New) {
  const made = await queries.insert(context.db, { id: newId("staff"), ...member, now: context.now });
  if (!made) throw refuse("staff_email_taken");
  context.audit({ action: "createStaff", target: made.id, after: made });
  return made;
}

/** Role and activity are looked up at every request; sessions end as well, so that a wider role asks for the password again. */
export async function update(context: Context, { staffId, role, isActive, reason }: InputOf<typeof updateStaff>) {
  if (staffId === context.actor.id) throw refuse("not_yourself");
  await queries.lock(context.db);
  const before = await queries.find(context.db, staffId);
  if (!before) throw refuse("staff_not_found");
  if (!(await hasJoined(context.db, staffId))) throw refuse("not_joined");
  const after = await queries.update(context.db, staffId, { role, isActive }, context.ifMatch, context.now);
  if (!after) throw refuse("edited_meanwhile");
  if (!(await queries.hasActiveAdmin(context.db))) throw refuse("last_admin");
  await sessions.endAll(context.db, staffId, context.now);
  context.audit({ target: staffId, reason, before, after });
  return after;
}

/** Takes away who it was that is on staff no more; the id stays, with what they did. Gives who it was, once. */
export async function forget(context: Context, id: string): Promise<StaffMember | undefined> {
  const { db, now } = context;
  await queries.lock(db);
  const member = await queries.find(db, id);
  if (!member) throw refuse("staff_not_found");
  if (member.status !== "off") throw refuse("still_on_staff");
  if (member.email === queries.forgottenEmail(id)) return undefined;
  await forgetRecipient(context, member.email);
  await queries.forget(db, id, now);
  return member;
}

/**
 * Makes the first admin where there is no staff yet. Answers the login, with the password if it was made up here,
 * or nothing when there is staff already.
 */
export const ensureFirst: Prepared<First, { email: string; generatedPassword: string | undefined } | undefined> = {
  async prepare({ look }, { email, password }) {
    if (!(await look(queries.isEmpty))) return async () => undefined;
    const chosen = password ?? newToken("pw").slice(3, 27);
    const passwordHash = await hashPassword(chosen);
    return async (context) => {
      await queries.lock(context.db);
      if (!(await queries.isEmpty(context.db))) return undefined;
      const made = await add(context, { email, name: "First admin", role: "admin", passwordHash });
      return { email: made.email, generatedPassword: password === undefined ? chosen : undefined };
    };
  },
};

interface First {
  readonly email: string;
  readonly password: string | undefined;
}
