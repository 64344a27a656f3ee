import { sealNow } from "../src/audit/sealing.ts";
import { until } from "./until.ts";
import type { World } from "./world.ts";

/** Seals what this world wrote. Whoever works elsewhere on the server may hold a round up for a moment, so it may take several. */
export const sealAll = ({ engine, clone }: World): Promise<void> =>
  until(async () => {
    await sealNow(engine);
    const [row] = await clone.query<{ isOpen: boolean }>(`
      select exists (
        select from audit_logs where (xact, id) > (
          select coalesce(max(last_xact), -1), coalesce(max(last_id), '') from (select * from audit_batches order by number desc limit 1) last)
      ) as "isOpen"`);
    return row?.isOpen === false;
  });
