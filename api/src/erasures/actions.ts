import { forgetPerson } from "../approvals/index.ts";
import { countPersonal, hasHold } from "../audit/index.ts";
import { close } from "../developers/index.ts";
import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { forget } from "../staff/index.ts";
import { type eraseDeveloper, type eraseStaff, refuse } from "./contract.ts";

export async function ofDeveloper(context: Context, { developerId, reason }: InputOf<typeof eraseDeveloper>) {
  await refuseWhileHeld(context);
  if (!(await close(context, developerId))) throw refuse("person_is_erased");
  return fromAuditLog(context, { personId: developerId, developerId, reason });
}

export async function ofStaff(context: Context, { staffId, reason }: InputOf<typeof eraseStaff>) {
  await refuseWhileHeld(context);
  const member = await forget(context, staffId);
  if (!member) throw refuse("person_is_erased");
  await forgetPerson(context, member);
  return fromAuditLog(context, { personId: staffId, reason });
}

async function refuseWhileHeld({ db }: Context): Promise<void> {
  if (await hasHold(db)) throw refuse("audit_log_on_hold");
}

interface Asked {
  readonly personId: string;
  readonly developerId?: string;
  readonly reason: string;
}

async function fromAuditLog({ db, audit, enqueue }: Context, { personId, reason, ...of }: Asked) {
  const { entries } = await countPersonal(db, personId);
  await enqueue("eraseFromAuditLog", { personId, reason });
  audit({ target: personId, ...of, reason, after: { entries } });
  return { id: personId, entries };
}
