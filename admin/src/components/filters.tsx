import { type ReactNode, useState } from "react";
import { actionWords } from "../action-words.ts";
import type { ColumnSight, Names, ResourceSight } from "../sight.ts";
import { localTime } from "./format.ts";

type Change = (changes: Readonly<Record<string, string | undefined>>) => void;

/** Active filters as chips that can be taken off, and a panel to set others. */
export function Filters({
  resource,
  names,
  search,
  change,
  saved,
}: {
  resource: ResourceSight;
  names: Names;
  search: URLSearchParams;
  change: Change;
  /** Those that its reader kept. */
  saved: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const columns = resource.details.filter(({ filter }) => filter);
  const chips = [...search].flatMap(([key, value]) => chipOf(columns, names, key, value));
  return (
    <section className="filters" aria-label="Filters">
      <div className="filter-line">
        <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Filter
        </button>
        {chips.map(({ key, text }) => (
          <span key={key} className="chip">
            {text}
            <button type="button" aria-label={`Remove the filter ${text}`} onClick={() => change({ [key]: undefined })}>
              ×
            </button>
          </span>
        ))}
        {chips.length > 1 ? (
          <button
            type="button"
            className="button link"
            onClick={() => change(Object.fromEntries(chips.map(({ key }) => [key, undefined])))}
          >
            Remove all
          </button>
        ) : null}
        {saved}
      </div>
      {isOpen ? <Panel columns={columns} search={search} change={change} close={() => setOpen(false)} /> : null}
    </section>
  );
}

function chipOf(columns: readonly ColumnSight[], names: Names, key: string, value: string) {
  const [, name, end] = /^filters\.([^~]+)(?:~~(from|to))?$/.exec(key) ?? [];
  const column = columns.find((each) => each.name === name);
  if (!column) return key.startsWith("filters.") && value.trim() !== "" ? [{ key, text: `${key.slice("filters.".length)}: ${value}` }] : [];
  const shown =
    column.look === "action"
      ? actionWords(value)
      : (names[value] ?? (column.filter === "time" && !Number.isNaN(Date.parse(value)) ? localTime(value) : value));
  const between =
    end === "from"
      ? "from"
      : end === "to"
        ? "to"
        : column.filter === "text" && !names[value] && !column.known?.includes(value) && !isPerson(column, value)
          ? "has"
          : "is";
  return [{ key, text: `${column.label} ${between} ${shown}` }];
}

/** Who is known by an id is asked for by the whole of an e-mail address. */
const isPerson = ({ look }: ColumnSight, value: string) => (look === "actor" || look === "id") && value.includes("@");

interface PanelProps {
  readonly columns: readonly ColumnSight[];
  readonly search: URLSearchParams;
  readonly change: Change;
  readonly close: () => void;
}

function Panel({ columns, search, change, close }: PanelProps) {
  const apply = (form: HTMLFormElement) => {
    change(Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, wireOf(key, String(value))])));
    close();
  };
  return (
    <form
      className="filter-panel"
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      {columns.map((column) => (
        <Choice key={column.name} column={column} search={search} />
      ))}
      <div className="filter-acts">
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          Apply
        </button>
      </div>
    </form>
  );
}

function Choice({ column, search }: { column: ColumnSight; search: URLSearchParams }) {
  const key = `filters.${column.name}`;
  const id = `filter-${column.name}`;
  const given = search.get(key) ?? "";
  if (column.filter === "time") {
    return (
      <fieldset className="field">
        <legend>{column.label}</legend>
        <div className="range">
          <input
            type="datetime-local"
            name={`${key}~~from`}
            aria-label={`${column.label} from`}
            defaultValue={localOf(search.get(`${key}~~from`))}
          />
          <span>to</span>
          <input
            type="datetime-local"
            name={`${key}~~to`}
            aria-label={`${column.label} to`}
            defaultValue={localOf(search.get(`${key}~~to`))}
          />
        </div>
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{column.label}</label>
      {column.filter === "choice" || column.filter === "yes-no" ? (
        <select id={id} name={key} defaultValue={given}>
          <option value="">any</option>
          {column.filter === "yes-no" ? (
            <>
              <option value="true">yes</option>
              <option value="false">no</option>
            </>
          ) : (
            column.choices?.map((each) => (
              <option key={each} value={each}>
                {each.replaceAll("_", " ")}
              </option>
            ))
          )}
        </select>
      ) : (
        <input
          id={id}
          name={key}
          type="search"
          inputMode={column.filter === "number" ? "numeric" : "search"}
          list={column.known ? `${id}-known` : undefined}
          defaultValue={given}
        />
      )}
      {column.known ? (
        <datalist id={`${id}-known`}>
          {column.known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

/** A time typed in the viewer's zone travels as UTC. */
const wireOf = (key: string, value: string) => (/~~(from|to)$/.test(key) && value !== "" ? new Date(value).toISOString() : value);

export function localOf(time: string | null | undefined): string {
  if (!time || Number.isNaN(Date.parse(time))) return "";
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
