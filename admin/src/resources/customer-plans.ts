import { set, setLimit, setPlan, setPlanLimit } from "@nextmavens/api/plans";
import { sql } from "@nextmavens/api/platform/db/sql";
import { z } from "zod";
import { countedAtMost, told } from "../adapter/index.ts";
import type { Row } from "../sight.ts";
import { confirmation } from "./fields.ts";
import { typedLimit } from "./limits.ts";
import { offer } from "./offer.ts";
import type { Plan } from "./plan.ts";

const given = ({ id }: Row) => ({ plan: String(id) });
const reason = { hint: "For the audit log." };

const change = offer(setPlan, set, {
  name: "change",
  label: "Change",
  heading: "Change the plan “{}”",
  on: "record",
  consequence: "It counts for everybody on the plan within moments. What developers have already stays, even if it is more.",
  given,
  words: {
    projectsMax: { label: "Projects of one developer" },
    queryMsMax: { label: "Longest request", unit: "ms", hint: "A statement that takes longer is ended. 55,000 at most." },
    queryRowsMax: { label: "Rows of one answer" },
    queryBytesMax: { label: "Bytes of one answer", unit: "bytes" },
    bulkMsMax: { label: "Longest export or import", unit: "ms" },
    importBytesMax: { label: "Bytes of one import", unit: "bytes" },
    reason,
    confirm: confirmation,
  },
  start: ({ projects_max, query_ms_max, query_rows_max, query_bytes_max, bulk_ms_max, import_bytes_max }) => ({
    ...{ projectsMax: projects_max, queryMsMax: query_ms_max, queryRowsMax: query_rows_max },
    ...{ queryBytesMax: query_bytes_max, bulkMsMax: bulk_ms_max, importBytesMax: import_bytes_max },
  }),
  done: ({ id }) => `The plan “${id}” is changed.`,
});

const limit = offer(setPlanLimit, setLimit, {
  name: "set-limit",
  label: "Set limit",
  heading: "Set a limit of the plan “{}”",
  on: "record",
  consequence: "Within moments it limits every project on the plan that has neither a quota nor an override of this metric.",
  given,
  words: { limit: typedLimit, reason, confirm: confirmation },
  done: ({ id }) => `The plan “${id}” has a new limit.`,
});

const Users = z.object({ plan: z.string(), developers: z.number(), projects: z.number() });

export const customerPlans: Plan = {
  table: "plans",
  title: "Plans",
  one: "plan",
  group: "Developers",
  about: "What developers may have altogether, and what limits each of their projects where nothing else was set.",
  empty: "The plans that come with the platform appear here.",
  readableBy: "viewer",
  titledBy: "id",
  columns: [
    { name: "id", look: "title", label: "Plan" },
    { name: "developers", look: "count", isDerived: true },
    { name: "projects", look: "count", isDerived: true },
    { name: "projects_max", look: "count", label: "Projects each" },
    { name: "query_ms_max", look: "milliseconds", label: "Longest request" },
    { name: "query_rows_max", look: "count", label: "Rows of an answer" },
    { name: "query_bytes_max", look: "bytes", label: "Bytes of an answer" },
    { name: "updated_at", look: "time", label: "Changed" },
  ],
  details: [
    { name: "bulk_ms_max", look: "milliseconds", label: "Longest export or import" },
    { name: "import_bytes_max", look: "bytes", label: "Bytes of one import" },
  ],
  sort: { by: "id", direction: "asc" },
  async enrich(rows, { reads }) {
    const users = await reads.transact("platform", (db) =>
      db.many(
        Users,
        sql`
        select p.id as plan, (
            select count(*) from (select from developers d where d.plan = p.id and d.deleted_at is null limit ${countedAtMost + 1}) counted
          ) as developers, (
            select count(*) from (
              select from developers d join projects j on j.developer_id = d.id and j.status <> 'purged'
              where d.plan = p.id and d.deleted_at is null limit ${countedAtMost + 1}) counted
          ) as projects
        from unnest(${rows.map(({ id }) => String(id))}::text[]) as p (id)`,
      ),
    );
    const byPlan = new Map(users.map((each) => [each.plan, each]));
    return rows.map((row) => {
      const { developers = 0, projects = 0 } = byPlan.get(String(row["id"])) ?? {};
      return { ...row, developers: told(developers), projects: told(projects) };
    });
  },
  offers: [limit, change],
  page: "plan",
};
