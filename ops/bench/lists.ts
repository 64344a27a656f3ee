import type { ColumnSight, ConsoleSight, ListAnswer, RecordSight, ResourceSight, Row } from "@nextmavens/admin/sight";
import { signIn } from "./console.ts";
import { fillTables, oldest } from "./million.ts";
import { type Platform, staff } from "./platform.ts";
import { makeProgress } from "./progress.ts";

/** What a list is asked for: how it is called in the table, and where that is asked. */
interface Ask {
  readonly list: string;
  readonly act: (typeof acts)[number];
  /** Behind the list's own address. */
  readonly at: string;
}
interface Taken extends Ask {
  readonly ms: number;
}

const goalMs = 300;
const times = 3;
/** Of each list: pages of plans are not alike. */
const recordsMost = 3;
const acts = ["default", "last page", "ordered", "filtered", "a record"] as const;

const rows = Number(process.env["ROWS"] ?? 1_000_000);

/** Fills what grows, then asks every list of the console for its pages, in every order, by every filter, and for some records, and tells how long that took. */
export async function measureLists({ server }: Platform, databaseUrl: string): Promise<void> {
  await fillTables(databaseUrl, rows);
  const { ask, sight } = await signIn(server.url, staff);
  const askFor = (list: string, at: string) => ask(`/api/resources/${list}/${at}`);
  const asks: Ask[] = [];
  for (const resource of sight.resources) {
    const { records } = JSON.parse(await askFor(resource.id, listed(""))) as Partial<ListAnswer>;
    asks.push(
      ...asksOf(resource, records?.[0]?.params ?? {}),
      ...(records ?? []).slice(0, recordsMost).map((record) => pageOf(resource, record)),
    );
  }
  const tell = makeProgress("requests", asks.length);
  const taken: Taken[] = [];
  for (const asked of asks) {
    taken.push({ ...asked, ms: await usualMs(() => askFor(asked.list, asked.at)) });
    tell(taken.length);
  }
  console.log(tableOf(sight, taken));
}

const listed = (query: string) => `actions/list?${query}`;

/** What the page of a record asks for. */
const pageOf = ({ id: list }: ResourceSight, { id }: RecordSight): Ask => ({
  list,
  act: "a record",
  at: `records/${encodeURIComponent(id)}/show`,
});

/** Every page, order and filter that this list has. */
function asksOf(resource: ResourceSight, newest: Row): Ask[] {
  const ask = (act: Ask["act"], query: string): Ask => ({ list: resource.id, act, at: listed(query) });
  const orders = resource.columns
    .filter(({ sortable }) => sortable)
    .flatMap(({ name }) => [`sortBy=${name}&direction=asc`, `sortBy=${name}&direction=desc`]);
  const filters = resource.details.flatMap((column) =>
    valuesOf(column, newest[column.name]).map(([end, value]) => `filters.${column.name}${end}=${encodeURIComponent(value)}`),
  );
  return [
    ask("default", ""),
    ask("last page", "page=400&perPage=25"),
    ...orders.map((query) => ask("ordered", query)),
    ...filters.map((query) => ask("filtered", query)),
  ];
}

const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();

/** What many rows have, what few have, and what none has. */
function valuesOf({ filter, choices = [] }: ColumnSight, newest: unknown): (readonly [end: string, value: string])[] {
  const known = typeof newest === "string" && newest !== "" ? newest : "x";
  if (filter === "choice") return choices.map((choice) => ["", choice]);
  if (filter === "yes-no")
    return [
      ["", "true"],
      ["", "false"],
    ];
  if (filter === "time")
    return [
      ["~~from", monthAgo],
      ["~~to", monthAgo],
      ["~~from", "2099-01-01"],
    ];
  if (filter === "number")
    return [
      ["", String(newest ?? 1)],
      ["", "-7"],
      ["~~from", "1000"],
    ];
  if (filter === "text")
    return [
      ["", known],
      ["", known.slice(1, 4)],
      ["", known.slice(0, 16)],
      ["", oldest.slice(1)],
      ["", "nobody has this"],
    ];
  return [];
}

/** What is quick at once is quick; of what is not, the middle of so many times. */
async function usualMs(work: () => Promise<unknown>): Promise<number> {
  const first = await msOf(work);
  if (first <= goalMs) return first;
  const taken = [first];
  while (taken.length < times) taken.push(await msOf(work));
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? first;
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A line for each list: the slowest of each act, and by which query; then all that took too long. */
function tableOf({ resources }: ConsoleSight, taken: readonly Taken[]): string {
  const slowest = (list: string, act: Ask["act"]) =>
    taken
      .filter((each) => each.list === list && each.act === act)
      .reduce<Taken | undefined>((most, each) => (most && most.ms >= each.ms ? most : each), undefined);
  const cell = (one: Taken | undefined) => (one === undefined ? "–" : `${one.ms.toFixed(0)}`).padStart(9);
  const lines = resources.map(({ id }) => `${id.padEnd(22)}${acts.map((act) => cell(slowest(id, act))).join(" ")}`);
  const over = taken.filter(({ ms }) => ms > goalMs).toSorted((a, b) => b.ms - a.ms);
  return [
    `\nms, the slowest of each; ${taken.length} requests, the middle of ${times} each`,
    `${"".padEnd(22)}${acts.map((act) => act.padStart(9)).join(" ")}`,
    ...lines,
    `${over.length} of them took longer than ${goalMs} ms`,
    ...over.map(({ list, at, ms }) => `${ms.toFixed(0).padStart(6)}  ${list}/${at}`),
  ].join("\n");
}
