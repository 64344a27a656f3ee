import { type FormEvent, useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import type { SavedFilterSight } from "../sight.ts";
import { listPath } from "./here.ts";
import { notify } from "./notice.tsx";
import { Over } from "./over.tsx";
import { post, useFetched } from "./talk.ts";

const path = "/saved-filters";

interface SavedFiltersProps {
  readonly list: string;
  readonly search: URLSearchParams;
}

/** The filters of this list that its reader saved, and those in force to be saved. An address can be passed on to others as it is. */
export function SavedFilters({ list, search }: SavedFiltersProps) {
  const { answer, refresh } = useFetched<{ items: readonly SavedFilterSight[] }>(path, "saved-filters");
  const [open, setOpen] = useState<"save" | "edit">();
  const saved = answer?.items.filter((each) => each.list === list) ?? [];
  const query = savedQuery(search);
  const isNew = query !== "" && !saved.some((each) => each.query === query);
  const leave = () => setOpen(undefined);
  const isThere = saved.length > 0 || isNew || open !== undefined;
  useEffect(() => {
    // Who stood on what is gone now would begin with the page's very first link.
    if (!isThere && isLost()) document.getElementById("main")?.focus({ preventScroll: true });
  }, [isThere]);
  if (!isThere) return null;
  return (
    <nav className="saved-filters" aria-label="Saved filters">
      {saved.map((each) => (
        <Link
          key={each.id}
          className="chip"
          to={`${listPath(list)}?${each.query}`}
          aria-current={each.query === query ? "true" : undefined}
        >
          {each.name}
        </Link>
      ))}
      {isNew ? (
        <button type="button" className="button link" aria-haspopup="dialog" onClick={() => setOpen("save")}>
          Save these filters
        </button>
      ) : null}
      {saved.length > 0 ? (
        <button type="button" className="button link" aria-haspopup="dialog" onClick={() => setOpen("edit")}>
          Edit saved filters
        </button>
      ) : null}
      <Over isOpen={open !== undefined} leave={leave} className="saving" titledBy="saving-title">
        {open === "save" ? (
          <Save
            list={list}
            query={query}
            leave={leave}
            done={() => {
              leave();
              refresh();
            }}
          />
        ) : (
          <Edit saved={saved} leave={leave} refresh={refresh} />
        )}
      </Over>
    </nav>
  );
}

/** Whether what had the keys' focus is there no more. */
const isLost = () => document.activeElement === document.body;

/** What of an address is worth to be kept: not the page one is on, and nothing that is of no list. */
const isKept = (key: string) => /^(filters\.|(sortBy|direction|perPage)$)/.test(key);

function savedQuery(search: URLSearchParams): string {
  const kept = [...search].filter(([key]) => isKept(key));
  return new URLSearchParams(kept.toSorted(([a], [b]) => a.localeCompare(b))).toString();
}

function useTold(done: () => void) {
  const [problem, setProblem] = useState<string>();
  const tell = async (at: string, body: unknown, said: string) => {
    try {
      await post(at, body);
      notify("success", said);
      setProblem(undefined);
      done();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong.");
    }
  };
  return [problem, tell] as const;
}

const Problem = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : (
    <p className="notice error" role="alert">
      {problem}
    </p>
  );

const nameIn = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get("name"));
};

interface SaveProps {
  readonly list: string;
  readonly query: string;
  readonly leave: () => void;
  readonly done: () => void;
}

function Save({ list, query, leave, done }: SaveProps) {
  const [problem, tell] = useTold(done);
  const save = (event: FormEvent<HTMLFormElement>) => {
    const name = nameIn(event);
    void tell(path, { list, name, query }, `“${name}” stands above the list from now on.`);
  };
  return (
    <form className="stack" onSubmit={save}>
      <h2 id="saving-title">Save these filters</h2>
      <p className="quiet">For you alone. Others get there by this page’s address.</p>
      <Problem problem={problem} />
      <div className="field">
        <label htmlFor="saved-name">Name</label>
        <input id="saved-name" name="name" maxLength={60} required autoComplete="off" />
      </div>
      <div className="form-acts">
        <button type="button" className="button" onClick={leave}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          Save
        </button>
      </div>
    </form>
  );
}

interface EditProps {
  readonly saved: readonly SavedFilterSight[];
  readonly leave: () => void;
  readonly refresh: () => void;
}

function Edit({ saved, leave, refresh }: EditProps) {
  const [problem, tell] = useTold(refresh);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLost()) close.current?.focus();
  });
  return (
    <div className="stack">
      <h2 id="saving-title">Saved filters of this list</h2>
      <Problem problem={problem} />
      {saved.length === 0 ? <p className="quiet">None is left.</p> : null}
      {saved.map(({ id, name }) => (
        <form
          key={id}
          className="saved-filter"
          onSubmit={(event) => {
            const next = nameIn(event);
            void tell(`${path}/${id}/rename`, { name: next }, `“${name}” is called “${next}” now.`);
          }}
        >
          <input name="name" aria-label={`Name of ${name}`} defaultValue={name} maxLength={60} required autoComplete="off" />
          <button type="submit" className="button" aria-label={`Rename ${name}`}>
            Rename
          </button>
          <button
            type="button"
            className="button danger"
            aria-label={`Delete ${name}`}
            onClick={() => void tell(`${path}/${id}/remove`, {}, `“${name}” is deleted.`)}
          >
            Delete
          </button>
        </form>
      ))}
      <div className="form-acts">
        <button ref={close} type="button" className="button primary" onClick={leave}>
          Close
        </button>
      </div>
    </div>
  );
}
