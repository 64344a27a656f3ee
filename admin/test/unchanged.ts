import type { World } from "../../api/test/world.ts";

type Place = Pick<World, "clone">;

/** All that the platform holds, but for who looked, and what it does by itself: the same text as long as nothing was changed. */
export async function everythingIn({ clone }: Place): Promise<string> {
  const tables = await clone.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relispartition
       and relname !~ '^(throttle|observations?|features?|console_sessions|staff_sessions|audit|usage|idempotency|bus|health|leases?)' order by 1`,
  );
  const parts = await Promise.all(
    tables.map(({ name }) => clone.query(`select '${name}' as name, md5(string_agg(t::text, ',' order by t::text)) as is from ${name} t`)),
  );
  return JSON.stringify(parts);
}

/** And what staff did that was written down. */
export const everythingAndDeedsIn = async (place: Place): Promise<string> => {
  const written = await place.clone.query("select count(*) from audit_logs where actor_kind = 'staff' and action <> 'loginStaff'");
  return JSON.stringify([await everythingIn(place), written]);
};
