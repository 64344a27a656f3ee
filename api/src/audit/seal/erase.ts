import type { Context } from "../../platform/action.ts";
import { hasHold } from "../hold-queries.ts";
import { personalHashOf } from "./entry.ts";
import * as queries from "./queries.ts";

const entriesMax = 1_000;
/** While somebody holds the log, it is asked again whether that is over. */
const againMs = 86_400_000;

/** Erases the values of a person whose account is gone from what they did and what was done to it; what is sealed holds without them. */
export async function erase({ db, now, audit, enqueue }: Context, { developerId }: { developerId: string }) {
  if (await hasHold(db)) return enqueue("eraseFromAuditLog", { developerId }, { runAt: new Date(Date.parse(now) + againMs) });
  let erased = 0;
  for (;;) {
    const entries = await queries.listPersonal(db, developerId, entriesMax);
    if (entries.length === 0) break;
    erased += (
      await queries.erase(
        db,
        entries.map((each) => ({ id: each.id, hash: personalHashOf(each) })),
      )
    ).erased;
  }
  if (erased > 0) audit({ target: developerId, developerId, reason: "the account was deleted", after: { entries: erased } });
}
