import type { Ask } from "../look.ts";
import type { Advice } from "./contract.ts";
import { functionRules } from "./functions.ts";
import { indexRules } from "./indexes.ts";
import { policyRules } from "./policies.ts";
import { rlsRules } from "./rls.ts";
import type { Found, Rule } from "./rule.ts";
import { tableRules } from "./tables.ts";

/** Every rule there is, the most pressing subjects first. */
export const rules: readonly Rule[] = [...rlsRules, ...functionRules, ...policyRules, ...tableRules, ...indexRules];

const order = ["error", "warning", "info"];

/** What could be better in a project's schemas, or in one of them. */
export async function advise(ask: Ask, schema: string | undefined): Promise<{ items: Advice[] }> {
  const values = [schema === undefined ? null : `{${JSON.stringify(schema)}}`];
  const found = await Promise.all(rules.map(async (rule) => (await ask<never>(rule.query, values)).flatMap((row) => tell(rule, row))));
  return { items: found.flat().sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level)) };
}

function tell({ id, level, why, judge }: Rule, row: never): readonly Advice[] {
  const found: Found | undefined = judge ? judge(row) : row;
  if (!found) return [];
  const { schema, kind, name, table = null, fix } = found;
  return [{ rule: id, level, object: { kind, schema, name, table }, why, fix }];
}
