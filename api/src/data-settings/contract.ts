import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { isReserved, schemasMax } from "./rules.ts";

const SchemaName = z
  .string()
  .min(1)
  .refine((name) => Buffer.byteLength(name) <= 63, "must be at most 63 bytes long")
  .refine((name) => !/\p{Cc}/u.test(name), "must hold no control characters")
  .refine((name) => !isReserved(name), "belongs to PostgreSQL or to the platform and is never exposed")
  .meta({ maxLength: 63, example: "public" });

export const DataSettings = z
  .object({
    projectId: idOf("project"),
    exposedSchemas: z.array(z.string()).meta({
      description:
        "The schemas that `/api/rest` shows; the first is meant where a request names none by `Accept-Profile` or `Content-Profile`.",
      example: ["public", "shop"],
    }),
    revision: z.int().meta({ description: "the project's: its name and its state count too" }),
  })
  .meta({ id: "DataSettings", description: "What a project's data plane shows." });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  project_is_deleted: [409, "The project is deleted already."],
  project_not_ready: [503, "This project's database is still being made."],
  database_not_there: [409, "This project has no database just now: it is being made, or gone."],
  database_not_readable: [
    409,
    "The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.",
  ],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
});

const path = { projectId: idOf("project") };

const exposedSchemas = z
  .array(SchemaName)
  .min(1, "must name at least one schema")
  .max(schemasMax)
  .refine((names) => new Set(names).size === names.length, "must name each schema once")
  .meta({
    description:
      "Schemas of the project's database, in order: the first is the default. Roles need `usage` on a schema, and rights on what is in it, as anywhere.",
    example: ["public", "shop"],
  });

export const getDataSettings = operation({
  id: "getDataSettings",
  at: "GET /api/projects/{projectId}/data",
  tag: "Projects",
  summary: "What a project's data plane shows",
  permission: { developer: "projects:read" },
  path,
  returns: [200, DataSettings],
  refuses: refuse.declare("project_not_found"),
});

const whenSet = refuse.declare(
  "project_not_found",
  "project_is_deleted",
  "project_not_ready",
  "database_not_there",
  "database_not_readable",
  "edited_meanwhile",
);

export const setDataSettings = operation({
  id: "setDataSettings",
  at: "PUT /api/projects/{projectId}/data",
  tag: "Projects",
  summary: "Choose the schemas that a project's data plane shows",
  permission: { developer: "projects:write" },
  path,
  body: { exposedSchemas },
  ifMatch: "optional",
  returns: [200, DataSettings],
  refuses: whenSet,
});

export const getAnyDataSettings = operation({
  id: "getAnyDataSettings",
  at: "GET /api/admin/projects/{projectId}/data",
  tag: "Staff",
  summary: "What a project's data plane shows",
  permission: { staff: "viewer" },
  path,
  returns: [200, DataSettings],
  refuses: refuse.declare("project_not_found"),
});

export const setAnyDataSettings = operation({
  id: "setAnyDataSettings",
  at: "PUT /api/admin/projects/{projectId}/data",
  tag: "Staff",
  summary: "Choose for its owner the schemas that a project's data plane shows",
  permission: { staff: "operator" },
  path,
  body: { exposedSchemas, reason: textOf(1000) },
  ifMatch: "optional",
  returns: [200, DataSettings],
  refuses: whenSet,
});
