import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";

const place = { schema: z.string(), name: z.string() };

export const Reclaim = z
  .object({
    id: idOf("reclaim"),
    projectId: idOf("project"),
    state: z.enum(["waiting", "running", "done", "failed"]),
    requestedAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    bytesBefore: z.int().nullable().meta({ description: "of the database" }),
    bytesAfter: z.int().nullable(),
    tables: z
      .array(z.object({ ...place, bytesBefore: z.int(), bytesAfter: z.int(), skipped: z.string().optional() }))
      .nullable()
      .meta({ description: "`skipped` says why a table was left as it is" }),
    problem: z.string().nullable(),
  })
  .meta({ id: "Reclaim", description: "A rewriting of a project's tables that gives back the room of deleted rows." });
export type Reclaim = z.output<typeof Reclaim>;

export const Reclaimable = z
  .object({
    bytes: z.int().meta({ description: "of the database, as it is now" }),
    wouldFree: z.int().meta({ description: "about how many bytes a rewriting gives back, by PostgreSQL's statistics" }),
    tables: z.array(z.object({ ...place, bytes: z.int(), wouldFree: z.int().nullable() })).meta({
      description: "those that give back most first; null where nothing is known of a table's rows yet",
    }),
    last: Reclaim.nullable(),
  })
  .meta({ id: "Reclaimable", description: "What reclaiming would free in a project's database." });
export type Reclaimable = z.output<typeof Reclaimable>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  database_not_there: [409, "This project has no database just now: it is being made, or gone."],
  database_not_readable: [
    409,
    "The project's database does not let itself be read just now: its owner may have changed its password, or taken all its connections.",
  ],
  reclaim_under_way: [409, "A reclaim of this project is under way already."],
});

const path = { projectId: idOf("project") };

/** The same for the owner and for staff. */
const reading = {
  summary: "Tell what reclaiming the room of deleted rows would free, table by table",
  path,
  returns: [200, Reclaimable],
  refuses: refuse.declare("project_not_found", "database_not_there", "database_not_readable"),
} as const;
const starting = {
  summary: "Rewrite the project's tables, so that the room of deleted rows is free; each table is locked while it is rewritten",
  path,
  returns: [202, Reclaim],
  refuses: refuse.declare("project_not_found", "database_not_there", "reclaim_under_way"),
} as const;

export const getReclaimable = operation({
  id: "getReclaimable",
  at: "GET /api/projects/{projectId}/reclaim",
  permission: { developer: "projects:read" },
  tag: "Limits",
  ...reading,
});

export const startReclaim = operation({
  id: "startReclaim",
  at: "POST /api/projects/{projectId}/reclaim",
  permission: { developer: "projects:write" },
  tag: "Limits",
  ...starting,
});

export const getAnyReclaimable = operation({
  id: "getAnyReclaimable",
  at: "GET /api/admin/projects/{projectId}/reclaim",
  permission: { staff: "support" },
  tag: "Staff: limits",
  ...reading,
});

export const startAnyReclaim = operation({
  id: "startAnyReclaim",
  at: "POST /api/admin/projects/{projectId}/reclaim",
  permission: { staff: "operator" },
  tag: "Staff: limits",
  ...starting,
});
