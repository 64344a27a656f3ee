/** Finding things by whatever one has of them: a name, an address, an id or its beginning, a key's beginning, a request's id. */
import { includesRole } from "@nextmavens/api/platform/permission";
import type { Visit } from "../door/member.ts";
import { recordsById } from "../pages/records.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import { closed } from "../resources/closed.ts";
import type { Shown } from "../resources/plan.ts";
import type { Hit, Names, RecordSight, SearchAnswer } from "../sight.ts";
import { find, finders, shownOfAKind } from "./finders.ts";
import { type Term, termsIn } from "./terms.ts";

/** Only of what the reader may see lists of. */
export async function searchFor(sources: Sources, visit: Visit, typed: string): Promise<SearchAnswer> {
  const terms = termsIn(typed);
  const groups = await Promise.all(
    [...sources.shown.values()]
      .filter(({ plan }) => includesRole(visit.member.role, plan.readableBy))
      .map((resource) => groupOf(sources, visit, resource, terms)),
  );
  return { groups: groups.filter((group) => group !== undefined) };
}

async function groupOf(sources: Sources, visit: Visit, resource: Shown, terms: readonly Term[]) {
  const ids = await idsOf(sources, resource, terms);
  const records = await recordsById(sources, visit, resource.plan.table, ids.slice(0, shownOfAKind));
  if (records.length === 0) return undefined;
  const names = await namesIn(
    sources,
    records.map(({ params }) => params),
  );
  const more = ids.length > shownOfAKind ? listOfAll(resource, terms) : undefined;
  return {
    resource: resource.sight.id,
    title: resource.plan.title,
    hits: records.map((record) => hitOf(resource, record, names)),
    ...(more ? { more } : {}),
  };
}

/** What an address names, and then in the order of the finders, each thing once. */
async function idsOf({ reads }: Sources, { plan, sight }: Shown, terms: readonly Term[]): Promise<string[]> {
  const named = terms.flatMap((term) => (term.kind === "record" && term.resource === sight.id ? [term.id] : []));
  const queries = finders
    .filter(({ resource }) => resource === plan.table)
    .flatMap(({ query }) => terms.flatMap((term) => query(term) ?? []));
  if (queries.length === 0) return named;
  return reads.transact("platform", async (db) => {
    const found = new Set<string>(named);
    for (const query of queries) for (const { id } of await find(db, query)) found.add(id);
    return [...found];
  });
}

/** What tells hits of a kind apart, under their title. */
const notes: Readonly<Record<string, (record: RecordSight, names: Names) => string>> = {
  projects: ({ params }, names) => names[String(params["developer_id"])] ?? "",
  developers: ({ params }) => `${closed(String(params["name"]))} · ${String(params["plan"])}`,
  api_keys: ({ params }, names) => `${String(params["prefix"])}… · ${names[String(params["project_id"])] ?? ""}`,
  suspensions: ({ params }) => String(params["statement"]),
  manual_overrides: ({ params }) => String(params["reason"]),
  project_quotas: ({ params }) => String(params["reason"]),
  audit_logs: ({ params }, names) => [params["at"], names[String(params["target"])] ?? params["target"]].map(String).join(" · "),
  outbox: ({ params }) => String(params["recipient"]),
  staff: ({ params }) => String(params["name"]),
  break_glass_sessions: ({ params }) => String(params["reason"]),
  audit_holds: ({ params }) => String(params["reason"]),
};

function hitOf({ plan, sight }: Shown, record: RecordSight, names: Names): Hit {
  const state = record.params["state"];
  return {
    resource: sight.id,
    id: record.id,
    title: plan.titleOf?.(record.params, names[String(record.params["project_id"])] ?? "?") ?? record.title,
    note: notes[plan.table]?.(record, names) ?? "",
    ...(typeof state === "string" ? { state } : {}),
  };
}

/** The list that shows what did not fit, where a filter of its can say the same. */
function listOfAll({ sight }: Shown, terms: readonly Term[]): string | undefined {
  const [filter] = terms.flatMap((term) => filterOf(sight.id, term) ?? []);
  return filter && `/admin/resources/${sight.id}?${new URLSearchParams([[`filters.${filter.column}`, filter.wanted]])}`;
}

function filterOf(resource: string, term: Term): { readonly column: string; readonly wanted: string } | undefined {
  if (term.kind === "part of an id") return { column: "id", wanted: term.beginning };
  if (term.kind === "key" && resource === "api_keys") return { column: "prefix", wanted: term.text };
  if (term.kind === "request" && resource === "audit_logs") return { column: "request_id", wanted: term.id };
  const column = term.kind === "words" ? wordColumns[resource] : undefined;
  return column && term.kind === "words" ? { column, wanted: term.text } : undefined;
}
const wordColumns: Readonly<Record<string, string>> = { projects: "name", developers: "email" };
