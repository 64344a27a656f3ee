import { z } from "zod";
import { operation } from "../../platform/operation.ts";
import { atTheDoor, common, Name, refuse } from "../contract.ts";

const Advice = z
  .object({
    rule: z.string().meta({ example: "table_without_rls" }),
    level: z.enum(["error", "warning", "info"]),
    object: z.object({
      kind: z.enum(["schema", "table", "view", "index", "constraint", "function", "policy", "sequence"]),
      schema: z.string(),
      name: z.string(),
      table: z.string().nullable().meta({ description: "What it belongs to." }),
    }),
    why: z.string(),
    fix: z.string().nullable().meta({ description: "SQL that mends it, for /api/sql; null where only a person can decide how." }),
  })
  .meta({ id: "SchemaAdvice" });
export type Advice = z.output<typeof Advice>;

export const adviseOnSchema = operation({
  ...common,
  id: "adviseOnSchema",
  at: "GET /api/schema/advice",
  summary: "Hear what could be safer or faster in the schema, with SQL that mends it",
  query: { schema: Name.optional().meta({ description: "Only this schema; all of the project's if left out." }) },
  returns: [200, z.object({ items: z.array(Advice) })],
  refuses: [...atTheDoor, ...refuse.declare("invalid_input")],
});
