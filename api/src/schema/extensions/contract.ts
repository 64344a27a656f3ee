import { z } from "zod";
import { operation } from "../../platform/operation.ts";
import { refusals } from "../../platform/refusal.ts";
import { refuseSql } from "../../sql/index.ts";
import { atTheDoor, common, Name, refuse as refuseAny } from "../contract.ts";

export const refuse = refusals({
  extension_not_available: [404, "This extension is offered, but the server of this project does not have it."],
  extension_not_installed: [404, "This extension is not installed in this project."],
});

const Extension = z
  .object({
    name: z.string(),
    isAvailable: z.boolean().meta({ description: "The server of this project has it." }),
    installedVersion: z.string().nullable(),
    schema: z.string().nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: "Extension" });

const path = { extension: Name.meta({ example: "pg_trgm" }) };
const refuses = [
  ...atTheDoor,
  ...refuseAny.declare("invalid_input"),
  ...refuseSql.declare("extension_not_offered", "database_error", "took_too_long"),
];

export const listExtensions = operation({
  ...common,
  id: "listExtensions",
  at: "GET /api/schema/extensions",
  summary: "List the extensions that are offered",
  returns: [200, z.object({ items: z.array(Extension) })],
  refuses: atTheDoor,
});

export const installExtension = operation({
  ...common,
  id: "installExtension",
  at: "PUT /api/schema/extensions/{extension}",
  summary: "Have an extension in the schema extensions",
  path,
  returns: [200, Extension],
  refuses: [...refuses, ...refuse.declare("extension_not_available")],
});

export const removeExtension = operation({
  ...common,
  id: "removeExtension",
  at: "DELETE /api/schema/extensions/{extension}",
  summary: "Remove an extension",
  path,
  query: {
    cascade: z
      .enum(["true", "false"])
      .default("false")
      .meta({ description: "Drops what depends on it too: columns of its types, indexes, …" }),
  },
  returns: [204, z.undefined()],
  refuses: [...refuses, ...refuse.declare("extension_not_installed")],
});
