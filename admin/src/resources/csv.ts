import { type Context, perform } from "@nextmavens/api/platform/action";
import { csvRecord } from "@nextmavens/api/platform/csv";
import { includesRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { countedAtMost } from "../adapter/index.ts";
import type { Visit } from "../door/member.ts";
import { missingRole } from "../pages/asked.ts";
import type { ColumnSight, Names, Row } from "../sight.ts";
import { isCalled, listed, namesIn, type Query, recordsOf, type Sources, wishOf } from "./answers.ts";
import type { Shown } from "./plan.ts";

interface Written {
  readonly name: string;
  readonly text: string;
}

const tooMany = (seconds: number) =>
  new Refusal(
    { code: "too_many_exports", status: 429, message: "Those were many exports within an hour. Try again later." },
    { headers: { "retry-after": String(seconds) } },
  );

/** What the audit log calls it; it is no operation of the API's, which tells lists page by page. */
const operation = { id: "exportList", changes: true };

export const mayExport = ({ member }: Visit, { plan }: Shown) => includesRole(member.role, plan.exportableBy ?? plan.readableBy);

/** A whole list as CSV: what it shows in this order behind these filters, up to as many rows as lists are counted to. Who took it out is written down. */
export async function csvOf(sources: Sources, resource: Shown, visit: Visit, query: Query): Promise<Written | Refusal> {
  if (!mayExport(visit, resource)) return missingRole;
  const { actor, request } = visit;
  return perform(sources.engine, { operation, actor, request }, exporting(sources, resource, visit), query).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

/** Read before the transaction that writes it down, which no slow list should hold open. */
const exporting = (sources: Sources, resource: Shown, visit: Visit) => ({
  async prepare({ throttle, now }: { readonly throttle: Context["throttle"]; readonly now: string }, query: Query) {
    const wait = await throttle.attempt("exportByMember", visit.member.id);
    if (wait > 0) throw tooMany(wait);
    const wish = await wishOf(sources, resource, query);
    const rows = await resource.table.rows({ ...wish, limit: countedAtMost, offset: 0 });
    const records = (await recordsOf(sources, resource, visit, rows)).map(({ params }) => params);
    const text = textOf(resource, records, await namesIn(sources, records));
    // A person is told by their id there, as everywhere in the log.
    const meant = new Map<string, unknown>(wish.wishes.map(([{ name }, wanted]) => [`filters.${name}`, wanted]));
    const asked = Object.entries(query).flatMap(([key, typed]) => (key.startsWith("filters.") ? [[key, meant.get(key) ?? typed]] : []));
    return async ({ audit }: Context): Promise<Written> => {
      audit({ target: `list:${resource.plan.table}`, after: { filters: Object.fromEntries(asked), sort: wish.sort, rows: rows.length } });
      return { name: `${resource.plan.table}-${now.slice(0, 16).replace(/\D/g, "")}.csv`, text };
    };
  },
});

const textOf = (resource: Shown, rows: readonly Row[], names: Names): string => {
  const columns = listed(resource);
  const isNamed = namedIn(resource);
  return [headOf(columns, isNamed), ...rows.map((row) => columns.flatMap((column) => cellsOf(column, row, names, isNamed)))]
    .map(csvRecord)
    .join("");
};

type IsNamed = ReturnType<typeof namedIn>;

/** Beside an id stands what it is called, where its like are called anything. */
const namedIn =
  ({ table }: Shown) =>
  ({ name, look }: ColumnSight) =>
    look === "actor" || (look === "id" && name !== "id" && isCalled(name, table.column(name)?.refersTo));

const headOf = (columns: readonly ColumnSight[], isNamed: IsNamed) =>
  columns.flatMap((column) => (isNamed(column) ? [column.name, `${column.name.replace(/_id$/, "")}_name`] : [column.name]));

const cellsOf = (column: ColumnSight, row: Row, names: Names, isNamed: IsNamed) => {
  const value = row[column.name];
  return isNamed(column) ? [value, names[String(value)]] : [value];
};
