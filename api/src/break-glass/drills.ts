import { notify } from "../notices/index.ts";
import type { Context } from "../platform/action.ts";
import { listActive } from "../staff/index.ts";
import * as queries from "./holder-queries.ts";
import { breakGlassDrillDue } from "./mails.ts";
import { isDrillDue, isToRemind } from "./rules.ts";

/** Tells admins, once a week, that nobody has tried the way in for long. */
export async function remindOfDrill(context: Context): Promise<void> {
  const { db, now, publicUrl } = context;
  const { since, remindedAt } = await queries.lastDrill(db);
  if (since === null || !isDrillDue(since, now) || !isToRemind(remindedAt, now)) return;
  await queries.noteReminded(db, now);
  for (const { email } of await listActive(db, ["admin"]))
    await notify(context, { to: { address: email }, ...breakGlassDrillDue({ lastAt: since, publicUrl }) });
}
