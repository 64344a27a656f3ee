import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import type { ColumnSight, ListAnswer, RecordSight, ResourceSight } from "../sight.ts";
import { actsForMany, Bulk } from "./bulk.tsx";
import { Filters } from "./filters.tsx";
import { exact } from "./format.ts";
import { listPath, recordPath, resourceOf } from "./here.ts";
import { places } from "./keyed.ts";
import { NotHere } from "./not-here.tsx";
import { notify } from "./notice.tsx";
import { Problem } from "./problem.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { Standing } from "./standing.tsx";
import { download, useFetched } from "./talk.ts";
import { isFigure, Value } from "./values.tsx";

/** A table of the console: what there is of one resource, found by filters, ordered by a column. */
export function List() {
  const { resourceId } = useParams();
  const resource = resourceOf(resourceId);
  return resource ? <ListOf key={resource.id} resource={resource} /> : <NotHere />;
}

function ListOf({ resource }: { resource: ResourceSight }) {
  const [search, setSearch] = useSearchParams();
  const { answer, problem, isLoading, refresh } = useFetched<ListAnswer>(`/resources/${resource.id}/actions/list?${search}`, resource.id);
  const acts = resource.acts.filter(({ on, manyOf }) => on === "resource" && manyOf === undefined);
  const change = (changes: Readonly<Record<string, string | undefined>>) => setSearch(changed(search, changes));
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const many = actsForMany(resource);
  const mayBeChosen = ({ id, acts: its }: RecordSight) => marked.has(id) || many.some(({ name }) => its.includes(name));
  const isChoosable = many.length > 0 && (answer?.records.some(mayBeChosen) ?? true);
  const choosing = isChoosable ? { marked, setMarked, mayBeChosen } : undefined;
  document.title = `${resource.title} · NextMavens console`;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>
            {resource.title}
            {answer ? <span className="total">{totalOf(answer)}</span> : null}
          </h1>
          <p className="quiet">{resource.about}</p>
        </div>
        <div className="acts">
          {resource.mayExport ? <Export resource={resource} search={search} answer={answer} /> : null}
          {acts.map(({ name, label }, i) => (
            <Link key={name} className={`button${i === 0 ? " primary" : ""}`} to={`${listPath(resource.id)}/actions/${name}`}>
              {label}
            </Link>
          ))}
        </div>
      </header>
      {answer?.standing ? <Standing standing={answer.standing} /> : null}
      <Filters
        resource={resource}
        names={answer?.names ?? {}}
        search={search}
        change={change}
        saved={<SavedFilters list={resource.id} search={search} />}
      />
      <Bulk
        resource={resource}
        chosen={answer?.records.filter(({ id }) => marked.has(id)) ?? []}
        choose={(ids) => setMarked(new Set(ids))}
        refresh={refresh}
      />
      {answer?.meta.unordered === undefined ? null : <Unordered by={answer.meta.unordered} change={change} />}
      {problem ? (
        <Problem said={problem} />
      ) : (
        <div className={`sheet${isLoading ? " is-loading" : ""}`} aria-busy={isLoading}>
          <div className="table-scroll">
            <table className="list">
              <thead>
                <tr>
                  {choosing ? <ChooseAll answer={answer} {...choosing} /> : null}
                  {resource.columns.map((column) => (
                    <Head key={column.name} column={column} answer={answer} change={change} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer ? rowsOf(resource, answer, choosing) : <Waiting columns={resource.columns.length + (choosing ? 1 : 0)} />}
              </tbody>
            </table>
          </div>
          {answer?.records.length === 0 ? <p className="empty">{emptyWords(resource, search, answer)}</p> : null}
          {answer?.meta.among ? <Among count={answer.meta.among} /> : null}
          {answer ? <Pager answer={answer} change={change} /> : null}
        </div>
      )}
    </>
  );
}

const emptyWords = (resource: ResourceSight, search: URLSearchParams, { meta }: ListAnswer): string => {
  if (meta.unknown.length > 0)
    return `This list has nothing called ${meta.unknown.map((each) => `“${each}”`).join(", ")} to filter by. Remove that filter to see what there is.`;
  if (meta.isOfNobody) return "No account has this e-mail address. What was done by one that is gone is found by its id.";
  return [...search.keys()].some(isFilter) ? "Nothing matches these filters." : resource.empty;
};

/** The whole list as it is narrowed and ordered now; that it was taken out stands in the audit log. */
function Export({ resource, search, answer }: { resource: ResourceSight; search: URLSearchParams; answer: ListAnswer | undefined }) {
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await download(`/csv/${resource.id}?${search}`);
      const which = answer?.meta.isCapped ? `The first ${exact(answer.meta.total)} rows` : "All rows of this list";
      notify("success", `${which} are in the file. The audit log says that you took them.`);
    } catch (error) {
      notify("error", error instanceof Error ? error.message : "Something went wrong.");
    } finally {
      setBusy(false);
    }
  };
  const isEmpty = answer?.meta.total === 0;
  return (
    <button type="button" className="button" disabled={isBusy || isEmpty} onClick={() => void save()}>
      {isBusy ? "Exporting…" : "Export CSV"}
    </button>
  );
}

export const isFilter = (key: string) => key.startsWith("filters.");

/** Another filter or order begins at the first page again. */
function changed(search: URLSearchParams, changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(search);
  if (!("page" in changes)) next.delete("page");
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === "") next.delete(key);
    else next.set(key, value);
  }
  return next;
}

type Change = (changes: Readonly<Record<string, string | undefined>>) => void;

function Head({ column, answer, change }: { column: ColumnSight; answer: ListAnswer | undefined; change: Change }) {
  const isSorted = answer?.meta.sortBy === column.name;
  const direction = isSorted ? answer.meta.direction : undefined;
  const sort = () => change({ sortBy: column.name, direction: direction === "asc" ? "desc" : "asc" });
  return (
    <th scope="col" className={cellClass(column)} aria-sort={direction ? `${direction}ending` : undefined} title={column.hint}>
      {column.sortable ? (
        <button type="button" onClick={sort}>
          {column.label}
          <span className="arrow" aria-hidden="true">
            {direction === "asc" ? "↑" : direction === "desc" ? "↓" : ""}
          </span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}

const cellClass = (column: ColumnSight) => (isFigure(column) ? "figure" : column.isWide ? "wide" : undefined);

interface Choosing {
  readonly marked: ReadonlySet<string>;
  readonly setMarked: (marked: ReadonlySet<string>) => void;
  /** Whether anything is done to many of its like. */
  readonly mayBeChosen: (record: RecordSight) => boolean;
}

const ChooseAll = ({ answer, marked, setMarked, mayBeChosen }: Choosing & { answer: ListAnswer | undefined }) => {
  const ids = answer?.records.filter(mayBeChosen).map(({ id }) => id) ?? [];
  const isAll = ids.length > 0 && ids.every((id) => marked.has(id));
  return (
    <th scope="col" className="choosing">
      <input
        type="checkbox"
        aria-label="Choose all of this page"
        checked={isAll}
        disabled={ids.length === 0}
        onChange={() => setMarked(new Set(isAll ? [] : ids))}
      />
    </th>
  );
};

const ChooseOne = ({ record, marked, setMarked, mayBeChosen }: Choosing & { record: RecordSight }) => (
  <td className="choosing">
    {mayBeChosen(record) ? (
      <input
        type="checkbox"
        aria-label={`Choose ${record.title}`}
        checked={marked.has(record.id)}
        onChange={() => setMarked(new Set(marked.has(record.id) ? [...marked].filter((id) => id !== record.id) : [...marked, record.id]))}
      />
    ) : null}
  </td>
);

const rowsOf = (resource: ResourceSight, { records, names }: ListAnswer, choosing: Choosing | undefined) =>
  records.map((record) => (
    <tr key={record.id}>
      {choosing ? <ChooseOne record={record} {...choosing} /> : null}
      {resource.columns.map((column, i) => (
        <td key={column.name} className={cellClass(column)}>
          {isTitle(column) || (i === 0 && !resource.columns.some(isTitle)) ? (
            <Link className="row-link" to={recordPath(resource.id, record.id)}>
              {titleOf(resource, record, column, names)}
            </Link>
          ) : (
            <Value column={column} row={record.params} names={names} resource={resource.id} />
          )}
        </td>
      ))}
    </tr>
  ));

const isTitle = ({ look }: ColumnSight) => look === "title" || look === "action";

const titleOf = (resource: ResourceSight, record: RecordSight, column: ColumnSight, names: ListAnswer["names"]) => {
  const plain = column.name === "metric" || column.name === "reason" ? String(record.params[column.name]).replaceAll("_", " ") : undefined;
  return plain ?? <Value column={column} row={record.params} names={names} resource={resource.id} />;
};

const Waiting = ({ columns }: { columns: number }) =>
  places(8).map((row) => (
    <tr key={row} className="waiting-row">
      {places(columns).map((cell) => (
        <td key={cell}>
          <span />
        </td>
      ))}
    </tr>
  ));

const Unordered = ({ by, change }: { by: string; change: Change }) => (
  <p className="notice warn with-act" role="status">
    This list can’t be ordered by “{by}”: it stands in its usual order.
    <button type="button" className="button small" onClick={() => change({ sortBy: undefined, direction: undefined })}>
      Leave that out
    </button>
  </p>
);

/** Nobody should take a part for the whole. */
const Among = ({ count }: { count: number }) => (
  <p className="among" role="note">
    These are of the newest {exact(count)}: no index finds or orders all by this. Filters by a whole id or a time leave fewer, of which all
    are looked through.
  </p>
);

const totalOf = ({ meta }: ListAnswer) => (meta.isCapped ? `${exact(meta.total)}+` : exact(meta.total));

function Pager({ answer, change }: { answer: ListAnswer; change: Change }) {
  const { page, perPage, total, isCapped, pageAsked } = answer.meta;
  const first = (page - 1) * perPage + 1;
  const last = first + answer.records.length - 1;
  const hasNext = page * perPage < total;
  if (total === 0) return null;
  return (
    <footer className="pager">
      <span>
        {`${exact(first)}–${exact(last)} of ${totalOf(answer)}`}
        {pageAsked ? ` · the last page that can be shown: page ${exact(pageAsked)} is behind it` : ""}
        {isCapped && !hasNext ? " · filters find what is further back" : ""}
      </span>
      <span className="pager-acts">
        <label>
          Rows{" "}
          <select className="small" value={perPage} onChange={({ target }) => change({ perPage: target.value, page: undefined })}>
            {[...new Set([25, 50, 100, 200, perPage])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <button type="button" className="button small" disabled={page === 1} onClick={() => change({ page: String(page - 1) })}>
          Previous
        </button>
        <button type="button" className="button small" disabled={!hasNext} onClick={() => change({ page: String(page + 1) })}>
          Next
        </button>
      </span>
    </footer>
  );
}
