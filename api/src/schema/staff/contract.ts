import { z } from "zod";
import { idOf } from "../../platform/ids.ts";
import { operation } from "../../platform/operation.ts";
import { refusals } from "../../platform/refusal.ts";
import { Relation } from "../shapes.ts";

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  database_not_there: [409, "This project has no database just now: it is being made, or gone."],
  schema_unreadable: [
    409,
    "The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.",
  ],
});

const Column = z.object({ name: z.string(), type: z.string(), isNullable: z.boolean(), isKey: z.boolean() });
const place = { schema: z.string(), name: z.string() };

const Outline = z
  .object({
    schemas: z.array(z.object({ name: z.string(), isExposed: z.boolean().meta({ description: "Whether it is reached over REST." }) })),
    tables: z.array(
      z.object({
        ...place,
        hasRls: z.boolean(),
        reachableBy: z
          .array(z.enum(["anon", "authenticated"]))
          .meta({ description: "Who has any right on it, apart from secret keys; over REST only where its schema is exposed." }),
        rowsEstimate: z.int().nullable(),
        bytes: z.int().meta({ description: "With its indexes." }),
        columns: z.array(Column),
        policies: z.array(z.object({ name: z.string(), command: z.string(), roles: z.array(z.string()), isPermissive: z.boolean() })),
        indexesCount: z.int(),
        triggersCount: z.int(),
      }),
    ),
    views: z.array(z.object({ ...place, columns: z.array(Column) })),
    relations: z.array(Relation),
    functions: z.array(z.object({ ...place, signature: z.string() })),
    extensions: z.array(z.object({ name: z.string(), version: z.string() })),
  })
  .meta({
    id: "SchemaOutline",
    description: "What a project's database is made of: names and types, no texts of its owner's and no rows.",
  });
export type Outline = z.output<typeof Outline>;

export const readProjectSchema = operation({
  id: "readProjectSchema",
  at: "GET /api/admin/projects/{projectId}/schema",
  tag: "Staff",
  summary: "Look at what a project's database is made of; the look is in the audit log",
  permission: { staff: "support" },
  path: { projectId: idOf("project") },
  returns: [200, Outline],
  refuses: refuse.declare("project_not_found", "database_not_there", "schema_unreadable"),
});
