import type { Wishes } from "../adapter/index.ts";
import type { Visit } from "../door/member.ts";
import { recordsOf, type Sources } from "../resources/answers.ts";
import type { Shown } from "../resources/plan.ts";
import type { RecordSight } from "../sight.ts";

/** The newest rows of a table, of one project or developer where a column says whose; without the documents in them. What `of` says holds exactly. */
export async function newestOf(
  sources: Sources,
  visit: Visit,
  tableName: string,
  limit: number,
  of: Readonly<Record<string, string>> = {},
): Promise<RecordSight[]> {
  const resource = sources.shown.get(tableName);
  if (!resource) return [];
  const { table, sight } = resource;
  const wishes = Object.entries(of).flatMap(([name, wanted]): Wishes => {
    const column = table.column(name);
    return column ? [[{ ...column, choices: [wanted] }, wanted]] : [];
  });
  const sort = { by: sight.key, direction: "desc" } as const;
  const rows = await table.rows({ wishes, sort, usual: sort, columns: namesOf(resource), limit, offset: 0 });
  return recordsOf(sources, resource, visit, rows);
}

/** These records, in this order; one that is gone is left out. */
export async function recordsById(sources: Sources, visit: Visit, tableName: string, ids: readonly string[]): Promise<RecordSight[]> {
  const resource = sources.shown.get(tableName);
  if (!resource || ids.length === 0) return [];
  const found = await recordsOf(sources, resource, visit, await resource.table.rowsOf(ids, namesOf(resource)));
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const namesOf = ({ sight, plan }: Shown) => [
  ...sight.details.filter(({ look }) => look !== "code").map(({ name }) => name),
  ...(plan.needs ?? []),
];
