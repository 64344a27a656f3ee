import { sql } from "@nextmavens/api/platform/db/sql";
import { daysAfter } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { type People, unless } from "./people.ts";
import type { FlagPlan } from "./plan.ts";
import type { DemoRecord } from "./record.ts";

/** Sets a feature flag as an operator would, unless somebody else has one of this key already. */
export async function addFlag(
  { owner }: Ground,
  record: DemoRecord,
  people: People,
  { key, definition, description }: FlagPlan,
): Promise<void> {
  const staff = await people.staff("operator");
  if (record.find("flag", key)?.progress.isSettled) return;
  const isOthers = !record.find("flag", key) && (await staff.getFlag({ key }).catch(unless("flag_not_found", async () => undefined)));
  if (isOthers) return;
  const made = await record.intend("flag", key);
  await staff.setFlag({ key, definition, description, reason: "Planned with the product team" });
  const at = daysAfter(Date.parse(record.world.madeAt), -key.length);
  await owner.transact("platform", (db) => db.run(sql`update feature_flags set created_at = ${at}, updated_at = ${at} where key = ${key}`));
  await record.note(await record.made(made, key), { isSettled: true });
}
