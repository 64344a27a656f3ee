import { z } from "zod";
import type { Context } from "../../platform/action.ts";
import { idOf } from "../../platform/ids.ts";
import { hasHold } from "../hold-queries.ts";
import { personalHashOf } from "./entry.ts";
import * as queries from "./queries.ts";

const entriesMax = 1_000;
/** While somebody holds the log, it is asked again whether that is over. */
const againMs = 86_400_000;

/** Whose values go, and why. */
export const Asked = z.union([
  z.object({ personId: z.string(), reason: z.string() }),
  // As earlier versions asked, which may wait for a hold to end still.
  z.object({ developerId: z.string() }).transform(({ developerId }) => ({ personId: developerId, reason: "the account was deleted" })),
]);
type Asked = z.output<typeof Asked>;

const isDeveloper = (id: string) => idOf("developer").safeParse(id).success;

/** Erases the values of a person from what they did and what was done to them; what is sealed holds without. */
export async function erase({ db, now, audit, enqueue }: Context, { personId, reason }: Asked) {
  if (await hasHold(db)) return enqueue("eraseFromAuditLog", { personId, reason }, { runAt: new Date(Date.parse(now) + againMs) });
  let erased = 0;
  for (;;) {
    const entries = await queries.listPersonal(db, personId, entriesMax);
    if (entries.length === 0) break;
    erased += (
      await queries.erase(
        db,
        entries.map((each) => ({ id: each.id, hash: personalHashOf(each) })),
      )
    ).erased;
  }
  const of = isDeveloper(personId) ? { developerId: personId } : {};
  if (erased > 0) audit({ target: personId, ...of, reason, after: { entries: erased } });
}
