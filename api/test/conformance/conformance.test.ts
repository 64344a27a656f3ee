import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, test } from "@jest/globals";
import { ask } from "../ask.ts";
import { type TestTenant, tenantOf } from "../tenant.ts";
import { openWorld, type World } from "../world.ts";
import { type Keys, mayChange, problemsOf } from "./ask-case.ts";
import type { Case } from "./case.ts";
import { groups } from "./groups/index.ts";

let world: World;
let tenant: TestTenant;
let keys: Keys;
beforeAll(async () => {
  world = await openWorld();
  // A quick machine asks more than a hundred times a second here.
  await world.clone.query("update plan_limits set limit_value = 100000 where metric = 'requests_per_second'");
  tenant = await tenantOf(world);
  keys = { anon: tenant.publishable.key, service_role: tenant.secret.key };
  const query = await readFile(new URL("world.sql", import.meta.url), "utf8");
  const { status, body } = await ask(world, "POST /api/sql", { apikey: keys.service_role, body: { query } });
  if (status !== 200) throw new Error(`the tables could not be made: ${JSON.stringify(body)}`);
});
afterAll(async () => {
  process.stdout.write(`${table()}\n`);
  await world.close();
});

/** `CONFORMANCE_PENDING=fail` tells what is still missing from the answers to what is pending. */
const tellsPending = process.env["CONFORMANCE_PENDING"] === "fail";
const counts = groups.map(({ name, cases }) => ({ name, total: cases.length, passed: 0, pending: 0 }));

for (const [place, { name, cases }] of groups.entries()) {
  const count = counts[place];
  describe(name, () => {
    for (const each of cases) {
      test(each.pending ? `${each.name} (pending: ${each.pending})` : each.name, async () => {
        const problems = await tryCase(each);
        if (each.pending === undefined || tellsPending) {
          if (problems.length > 0) throw new Error(`${each.at}\n${problems.join("\n")}`);
          if (count) count.passed++;
        } else {
          if (problems.length === 0) throw new Error(`${each.at} is answered as it must be: it is pending no more`);
          if (count) count.pending++;
        }
      });
    }
  });
}

async function tryCase(wanted: Case) {
  try {
    return await problemsOf(world, keys, wanted);
  } finally {
    if (mayChange(wanted)) await tenant.sql("select backstage.restore()");
  }
}

function table(): string {
  const all = counts.reduce((sum, { total, passed, pending }) => ({
    name: "all",
    total: sum.total + total,
    passed: sum.passed + passed,
    pending: sum.pending + pending,
  }));
  const lines = [...counts, { ...all, name: "all" }].map(
    ({ name, total, passed, pending }) =>
      `${name.padEnd(24)} ${String(passed).padStart(4)} / ${String(total).padEnd(4)}${pending > 0 ? ` ${pending} pending` : ""}`,
  );
  return ["", "conformance                pass / total", ...lines].join("\n");
}
