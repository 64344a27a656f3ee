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

/** What could be better in a project's schemas, or in one of them, of which it exposes some. */
export async function advise(ask: Ask, schema: string | undefined, exposed: readonly string[]): Promise<{ items: Advice[] }> {
  const values = [schema === undefined ? null : `{${JSON.stringify(schema)}}`];
  const lost = await ask<Found>(lostSchemas.query, [
    JSON.stringify(schema === undefined ? exposed : exposed.filter((each) => each === schema)),
  ]);
  const found = await Promise.all(
    rules.map(async (rule) => (await ask<never>(rule.query, values)).flatMap((row) => tell(rule, row, exposed))),
  );
  const all = [...lost.map((each) => adviceOf(lostSchemas, each)), ...found.flat()];
  return { items: all.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level)) };
}

/** Told by what the project exposes, which its database does not know. */
export const lostSchemas: Rule = {
  id: "exposed_schema_missing",
  level: "error",
  why: "The project exposes this schema, but the database has none of that name: requests that mean it are refused. It was dropped or renamed; choose anew which schemas to expose, or create it.",
  query: `
    select e.name as schema, 'schema' as kind, e.name, pg_catalog.format('create schema %I', e.name) as fix
    from pg_catalog.json_array_elements_text($1) e (name)
    where not exists (select from pg_catalog.pg_namespace n where n.nspname = e.name)`,
};

function tell({ judge, ...rule }: Rule, row: never, exposed: readonly string[]): readonly Advice[] {
  const found: Found | undefined = judge ? judge(row) : row;
  if (!found || (rule.isOfExposed && !exposed.includes(found.schema))) return [];
  return [adviceOf(rule, found)];
}

const adviceOf = ({ id, level, why }: Rule, { schema, kind, name, table = null, fix }: Found): Advice => ({
  rule: id,
  level,
  object: { kind, schema, name, table },
  why,
  fix,
});
