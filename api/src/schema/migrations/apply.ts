import { Refusal } from "../../platform/refusal.ts";
import { pointed, understand } from "../../sql/index.ts";
import { look } from "../look.ts";
import type { Given } from "../serve.ts";
import { type Migration, refuse } from "./contract.ts";
import { holdLedger, listApplied, record } from "./ledger.ts";
import { checksumOf, judge, type Known, lastName } from "./rules.ts";

export const list = async ({ door, holder }: Given): Promise<{ items: Migration[] }> => ({
  items: [...(await look(door.logins, holder, listApplied))],
});

interface Wanted {
  readonly name: string;
  readonly sql: string;
  readonly dryRun: boolean;
}

/** Applies a migration and records it, in one transaction; one that was applied already is left alone. What is wrong in its text is shown there. */
export async function apply(given: Given, wanted: Wanted) {
  try {
    return await applyOnce(given, wanted);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Among other statements it was refused in the words of a request.
    const told = error.code === "not_alone" ? refuse("not_alone", { details: error.details }) : error;
    throw pointed(told, wanted.sql, 0);
  }
}

async function applyOnce({ door, holder, run }: Given, { name, sql, dryRun }: Wanted) {
  const migration = { name, checksum: checksumOf(sql) };
  const isNew = isToApply(await look(door.logins, holder, listApplied), migration);
  const statements = isNew ? await understand(door.splitter, holder, sql) : [];
  const answer = { ...migration, isNew, isDone: !isNew || !dryRun, statementsCount: statements.length };
  if (!isNew) return answer;
  const [only] = statements;
  if (only?.isAlone) throw refuse("not_alone", { details: { statement: 1, position: only.offset + 1 } });
  if (dryRun) return answer;
  try {
    await run({
      statements,
      params: [],
      async first(session) {
        if (!isToApply(await holdLedger(session), migration)) throw new AppliedMeanwhile();
        await record(session, name, migration.checksum, sql);
      },
    });
    return answer;
  } catch (error) {
    if (error instanceof AppliedMeanwhile) return { ...answer, isNew: false };
    throw error;
  }
}

/** Another request was faster with the very same one. */
class AppliedMeanwhile extends Error {}

function isToApply(applied: readonly Known[], migration: Known): boolean {
  const judged = judge(applied, migration);
  if (judged === "changed") throw refuse("migration_changed");
  if (judged === "out_of_order") throw refuse("migration_out_of_order", { details: { lastName: lastName(applied) } });
  return judged === "apply";
}
