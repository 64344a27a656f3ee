import { findPeople } from "@nextmavens/api/audit";
import type { Engine } from "@nextmavens/api/platform/action";
import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Db, Store } from "@nextmavens/api/platform/db/store";
import { actionTyped } from "../action-words.ts";
import { countedAtMost, lookedThroughAtMost, type Wishes } from "../adapter/index.ts";
import type { Visit } from "../door/member.ts";
import type { ListAnswer, Names, RecordSight, Row } from "../sight.ts";
import { closed } from "./closed.ts";
import { mayUse } from "./offer.ts";
import type { Shown } from "./plan.ts";

/** What answers are made from. */
export interface Sources {
  readonly engine: Engine;
  readonly reads: Store;
  /** By the job queue's own login. */
  readonly jobs: Db;
  /** Why break-glass is not ready on this host for the database to go away. */
  readonly glassFlaw: () => string | undefined;
  readonly shown: ReadonlyMap<string, Shown>;
}

export type Query = Readonly<Record<string, unknown>>;

const perPageMost = 200;
const perPageUsual = 25;

/** A page of a list. What the address asks and the list does not have finds nothing, and is told; a page behind the last is the last. */
export async function listOf(sources: Sources, resource: Shown, visit: Visit, query: Query): Promise<ListAnswer> {
  const { table } = resource;
  const wish = await wishOf(sources, resource, query);
  const { wishes, sort } = wish;
  const perPage = Math.min(wholeOf(query["perPage"]) ?? perPageUsual, perPageMost);
  const asked = wholeOf(query["page"]) ?? 1;
  const within = Math.min(asked, Math.ceil(countedAtMost / perPage));
  const rowsAt = (page: number) => table.rows({ ...wish, limit: perPage, offset: (page - 1) * perPage });
  const [found, { total, isPart }] = await Promise.all([rowsAt(within), table.counted(wish)]);
  const page = found.length > 0 ? within : Math.max(1, Math.min(within, Math.ceil(total / perPage)));
  const rows = page === within ? found : await rowsAt(page);
  const whole = await recordsOf(sources, resource, visit, rows);
  const records = whole.map((record) => ({ ...record, params: shortened(record.params) }));
  return {
    meta: {
      total: Math.min(total, countedAtMost),
      isCapped: total > countedAtMost,
      ...(isPart ? { among: lookedThroughAtMost } : {}),
      isOfNobody: wishes.some(([, wanted]) => typeof wanted === "object" && "oneOf" in wanted && wanted.oneOf.length === 0),
      unknown: unknownIn(resource, query),
      ...(isOrderable(resource, orderAsked(query)) ? {} : { unordered: orderAsked(query) }),
      page,
      ...(page === asked ? {} : { pageAsked: asked }),
      perPage,
      sortBy: sort.by,
      direction: sort.direction,
    },
    records,
    names: await namesIn(sources, [
      ...records.map(({ params }) => params),
      ...wishes.map(([column, wanted]) => ({ [column.name]: wanted })),
    ]),
    standing: await resource.plan.standing?.(sources.engine, visit),
  };
}

/** What an address asks of a list: which rows, in which order, and what of them. */
export const wishOf = async (sources: Sources, resource: Shown, query: Query) => ({
  wishes: await Promise.all(wishesOf(resource, query).map((wish) => withPeople(sources, resource, wish))),
  where: unknownIn(resource, query).length > 0 ? sql`false` : stateWished(sources, resource, query),
  sort: sortOf(resource, query),
  usual: resource.sight.sort,
  madeAt: resource.plan.madeAt,
  columns: [...listed(resource).map(({ name }) => name), ...(resource.plan.needs ?? [])],
});

/** Documents are for the record's own page. */
export const listed = ({ sight }: Shown) => sight.details.filter(({ look }) => look !== "code");

/** Rows as a page knows them: with what is derived, and the acts that make sense on each. */
export async function recordsOf({ engine, reads }: Sources, resource: Shown, visit: Visit, rows: readonly Row[]): Promise<RecordSight[]> {
  const { plan, sight } = resource;
  const now = engine.clock().toISOString();
  const offers = (plan.offers ?? []).filter((each) => each.sight.on === "record" && mayUse(visit, each));
  const enriched = plan.enrich ? await plan.enrich(rows, { reads, now }) : rows;
  return enriched.map((row) => ({
    id: String(row[sight.key]),
    title: closed(String(row[plan.titledBy] ?? row[sight.key])),
    params: row,
    acts: offers.filter((each) => each.isOffered(row, visit)).map((each) => each.sight.name),
  }));
}

/** Which table an id of this prefix is a key of, and the column that says what it is called. */
const titledBy: Readonly<Record<string, readonly [table: string, column: string]>> = {
  prj: ["projects", "name"],
  dev: ["developers", "email"],
  stf: ["staff", "name"],
  key: ["api_keys", "name"],
};
/** Whose holders are staff, by the same id. */
const byStaffId = "break_glass_holders";
/** Columns that refer to no table, of ids that nothing is called by. */
const nameless = new Set(["break_glass", "request_id", "rule_id"]);

/** Whether what the ids of a column stand for may be called something; `refersTo` is the table they are of, where that is one alone. */
export const isCalled = (column: string, refersTo: string | undefined): boolean =>
  refersTo === undefined ? !nameless.has(column) : refersTo === byStaffId || Object.values(titledBy).some(([table]) => table === refersTo);

const ids = /\b(prj|dev|stf|key)_[0-9a-z]{26}\b/g;

/** What everything that these rows refer to is called. */
export async function namesIn({ shown }: Pick<Sources, "shown">, rows: readonly Row[]): Promise<Names> {
  const found = new Set(
    rows.flatMap((row) => Object.values(row).flatMap((value) => (typeof value === "string" ? (value.match(ids) ?? []) : []))),
  );
  const answers = await Promise.all(
    Object.entries(titledBy).map(([prefix, [table, column]]) => {
      const keys = [...found].filter((id) => id.startsWith(prefix));
      return keys.length === 0 ? {} : (shown.get(table)?.table.titles(column, keys) ?? {});
    }),
  );
  return Object.fromEntries(answers.flatMap((titles) => Object.entries(titles)).map(([id, title]) => [id, closed(String(title))]));
}

/** Long texts are for the record's own page. */
const shortened = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "string" && value.length > 200 ? `${value.slice(0, 200)}…` : value]),
  );

function wishesOf({ table, plan }: Shown, query: Query): Wishes {
  const planOf = new Map(plan.columns.map((each) => [each.name, each]));
  return table.relation.columns.flatMap((column): Wishes => {
    const typed = textOf(query[`filters.${column.name}`]);
    const { known: choices, look } = planOf.get(column.name) ?? {};
    if (typed !== undefined && look === "action") return [[column, actionTyped(typed)]];
    if (typed !== undefined) return [[choices?.includes(typed) ? { ...column, choices } : column, typed]];
    const from = textOf(query[`filters.${column.name}~~from`]);
    const to = textOf(query[`filters.${column.name}~~to`]);
    if (from === undefined && to === undefined) return [];
    return [[column, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]];
  });
}

/** What it is to be narrowed by and knows nothing of: then nothing is that, instead of everything. */
const unknownIn = ({ table, plan }: Shown, query: Query): string[] => {
  const asked = Object.keys(query).flatMap((key) => (textOf(query[key]) === undefined ? [] : (/^filters\.(.*)$/s.exec(key)?.[1] ?? [])));
  const isKnown = (filter: string) =>
    (filter === "state" && plan.states !== undefined) || table.column(filter.replace(/~~(from|to)$/, "")) !== undefined;
  return asked.filter((filter) => !isKnown(filter));
};

/** Who is known by an id in a column is found there by their e-mail address too. */
async function withPeople({ reads }: Sources, { sight }: Shown, wish: Wishes[number]): Promise<Wishes[number]> {
  const [column, wanted] = wish;
  const look = sight.details.find(({ name }) => name === column.name)?.look;
  if ((look !== "actor" && look !== "id") || typeof wanted !== "string" || !wanted.includes("@")) return wish;
  const people = await reads.transact("platform", (db) => findPeople(db, wanted));
  return [column, typeof people === "string" ? people : { oneOf: people }];
}

/** A state that is derived is no column to filter by: what it means, PostgreSQL is told. A word that is none finds nothing. */
function stateWished({ engine }: Sources, { plan }: Shown, query: Query): Sql | undefined {
  const word = textOf(query["filters.state"]);
  if (!plan.states || word === undefined) return undefined;
  const condition = Object.hasOwn(plan.states, word) ? plan.states[word] : undefined;
  return condition ? sql`(${condition(engine.clock().toISOString())})` : sql`false`;
}

const orderAsked = (query: Query) => textOf(query["sortBy"]);

const isOrderable = ({ sight }: Shown, by: string | undefined) =>
  by === undefined || sight.details.some(({ name, sortable }) => sortable && name === by);

function sortOf(resource: Shown, query: Query): { by: string; direction: "asc" | "desc" } {
  const by = orderAsked(query);
  if (by === undefined || !isOrderable(resource, by)) return resource.sight.sort;
  return { by, direction: query["direction"] === "desc" ? "desc" : "asc" };
}

/** Said twice, the last one counts. */
const textOf = (value: unknown): string | undefined => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === "string" && last.trim() !== "" ? last.trim().slice(0, 500) : undefined;
};

const wholeOf = (value: unknown): number | undefined => {
  const text = textOf(value);
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
};
