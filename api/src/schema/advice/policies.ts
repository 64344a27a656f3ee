import { name } from "../../platform/db/sql.ts";
import { policiesQuery } from "../catalog/policies.ts";
import type { Found, Rule } from "./rule.ts";
import { wrapCalls } from "./wrap-calls.ts";

interface Policy {
  readonly schema: string;
  readonly relation: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
}

export const policyRules: readonly Rule[] = [
  {
    id: "policy_calls_per_row",
    level: "warning",
    why: "The policy asks for a setting anew at each row. Within a `select` of its own it is asked once for each statement.",
    query: `select * from (${policiesQuery.replaceAll("$2::pg_catalog.text", "null::pg_catalog.text")}) policies`,
    judge: ({ schema, relation, name: own, using, check }: Policy): Found | undefined => {
      const [newUsing, newCheck] = [using, check].map((text) => (text === null ? null : wrapCalls(text)));
      if (newUsing === using && newCheck === check) return undefined;
      const parts = [newUsing && ` using (${newUsing})`, newCheck && ` with check (${newCheck})`];
      const fix = `alter policy ${name(own).text} on ${name(schema, relation).text}${parts.filter(Boolean).join("")}`;
      return { schema, kind: "policy", name: own, table: relation, fix };
    },
  },
];
