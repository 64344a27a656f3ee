import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Row } from "../sight.ts";
import type { Plan } from "./plan.ts";

const Project = z.object({ id: z.string(), status: z.string() });

const statusesOf = (db: Db, ids: readonly string[]) => db.many(Project, sql`select id, status from projects where id = any(${ids})`);

/** Whether a project is there and not about to go: only then is anything imposed on it, or its limits changed. */
export const isOpen = ({ status }: Row) => status === "active" || status === "provisioning";

/** The same of what belongs to a project. */
export const isOfOpenProject = ({ project_status }: Row) => isOpen({ status: project_status });

/** Rows of what belongs to projects, with how the project is beside what `enrich` tells. */
export const withProject =
  (enrich: NonNullable<Plan["enrich"]>): NonNullable<Plan["enrich"]> =>
  async (rows, from) => {
    const ids = [...new Set(rows.map(({ project_id }) => String(project_id)))];
    const projects = await from.reads.transact("platform", (db) => statusesOf(db, ids));
    const statusOf = new Map(projects.map(({ id, status }) => [id, status]));
    const enriched = await enrich(rows, from);
    return enriched.map((row) => ({ ...row, project_status: statusOf.get(String(row["project_id"])) }));
  };
