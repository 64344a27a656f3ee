import { z } from "zod";
import { operation } from "../../platform/operation.ts";
import { atTheDoor, common, refuse } from "../contract.ts";

export const readTypes = operation({
  ...common,
  id: "readTypes",
  at: "GET /api/schema/types",
  summary: "Get the schema as types for a client",
  query: {
    language: z.enum(["typescript"]).default("typescript"),
    schemas: z
      .string()
      .max(1_000)
      .default("public")
      .meta({ description: "Schemas with commas between; public if left out.", example: "public" }),
  },
  media: "text/plain",
  returns: [
    200,
    z.string().meta({
      description: "A file that exports the type `Database`, for `new PostgrestClient<Database>(…)`.",
      example: "export type Database = { … }",
    }),
  ],
  refuses: [...atTheDoor, ...refuse.declare("invalid_input", "schema_not_found")],
});
