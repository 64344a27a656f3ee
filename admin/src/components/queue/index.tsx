import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import type { Names, QueueAct, QueueItem, WorkQueueSight } from "../../sight.ts";
import { member } from "../here.ts";
import { notify } from "../notice.tsx";
import { Problem } from "../problem.tsx";
import { Section } from "../section.tsx";
import { Switch } from "../switch.tsx";
import { post, useAgain, useFetched } from "../talk.ts";
import { Badge, Time } from "../values.tsx";
import { ActHere } from "./act-here.tsx";
import { isGrave, What } from "./item.tsx";
import { useAt } from "./use-at.ts";
import { Vitals } from "./vitals.tsx";

const whose = { all: "All", mine: "Mine" } as const;
const orders = { oldest: "Oldest first", due: "Due first" } as const;

/** The first page: what needs a person, gone through by keys and acted on where it stands. */
export function WorkQueue() {
  const { answer, problem, isLoading, refresh } = useFetched<WorkQueueSight>("/queue", "queue");
  useAgain(refresh);
  document.title = "Work queue · NextMavens console";
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Work queue</h1>
          <p className="quiet">What waits for somebody to look at it, to decide, or to let it end.</p>
        </div>
      </header>
      {problem ? (
        <Problem said={problem} />
      ) : answer ? (
        <div className="stacked" aria-busy={isLoading}>
          <Queue answer={answer} refresh={refresh} />
          <Vitals vitals={answer} />
        </div>
      ) : (
        <p className="waiting">Loading…</p>
      )}
    </>
  );
}

/** The address says how it is narrowed and ordered; what goes without saying is left out of it. */
function useShown(items: readonly QueueItem[]) {
  const [search, setSearch] = useSearchParams();
  const of = search.get("of") === "mine" ? "mine" : "all";
  const order = search.get("order") === "due" ? "due" : "oldest";
  const change = (name: string, value: string, usual: string) => {
    const next = new URLSearchParams(search);
    if (value === usual) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const narrowed = items.filter(({ isMine }) => of === "all" || isMine);
  return {
    shown: order === "due" ? narrowed : narrowed.toSorted((a, b) => a.since.localeCompare(b.since)),
    of,
    order,
    setOf: (value: string) => change("of", value, "all"),
    setOrder: (value: string) => change("order", value, "oldest"),
  } as const;
}

function Queue({ answer: { items, names, drillDueSince, glassFlaw, mayTake }, refresh }: { answer: WorkQueueSight; refresh: () => void }) {
  const { shown, of, order, setOf, setOrder } = useShown(items);
  return (
    <Section
      title="Needs a person"
      unit={shown.length === items.length ? String(items.length) : `${shown.length} of ${items.length}`}
      className="queue"
      controls={
        <>
          <Switch title="Whose" choices={whose} chosen={of} choose={setOf} />
          <Switch title="Order" choices={orders} chosen={order} choose={setOrder} />
        </>
      }
    >
      {glassFlaw === null ? null : <GlassFlaw why={glassFlaw} />}
      {drillDueSince === null ? null : <DrillDue since={drillDueSince} />}
      {shown.length === 0 ? <Nothing of={of} /> : <Items items={shown} names={names} mayTake={mayTake} refresh={refresh} />}
    </Section>
  );
}

const Nothing = ({ of }: { of: keyof typeof whose }) => (
  <p className="empty small">
    {of === "mine"
      ? "Nothing of yours waits: you took nothing of it, no override or sanction that you set is about to end, nothing that you asked for waits for somebody else, and no appeal that you answered is open."
      : "Nothing: no session behind broken glass to review, no appeal, no detection without a verdict, nothing to approve, and nothing that ends in the next hours."}
  </p>
);

const GlassFlaw = ({ why }: { why: string }) => (
  <p className="in-section">
    <Badge word="break-glass" of="queue" /> Not ready on this host for the database to go away: {why}.
  </p>
);

const DrillDue = ({ since }: { since: string }) => (
  <p className="in-section">
    <Badge word="drill" of="queue" /> Nobody has tried a sealed code since <Time at={since} />.{" "}
    <a href="/break-glass">Hold a break-glass drill</a>
  </p>
);

interface ItemsProps {
  readonly items: readonly QueueItem[];
  readonly names: Names;
  readonly mayTake: boolean;
  readonly refresh: () => void;
}

/** What the button and the key that take something do to it as it stands. */
const takingOf = ({ takenBy }: QueueItem) => {
  if (takenBy === member.id) return { label: "Put back", path: "release", body: {}, done: "Put back: anybody may take it." };
  const label = takenBy === null ? "Take" : "Take over";
  return { label, path: "take", body: { from: takenBy }, done: "Taken: it is told to be yours." };
};

/** One stop of the tab key: within it, keys move. */
function Items({ items, names, mayTake, refresh }: ItemsProps) {
  const [asked, ask] = useState<QueueAct>();
  const take = async (item: QueueItem) => {
    if (!mayTake) return;
    const { path, body, done } = takingOf(item);
    try {
      await post(`/queue/${encodeURIComponent(item.record.id)}/${path}`, body);
      notify("success", done);
    } catch (error) {
      notify("error", error instanceof Error ? error.message : "Something went wrong.");
    }
    refresh();
  };
  const { at, list, moveTo, moveOn } = useAt(items, { ask, take });
  const leave = () => ask(undefined);
  const done = () => {
    leave();
    moveOn();
    refresh();
  };
  return (
    <>
      <ul className="queue-items" ref={list} aria-label="What needs a person">
        {items.map((item, i) => (
          <li key={item.record.id} aria-current={i === at ? "true" : undefined} onFocus={() => moveTo(item.record.id)}>
            <What item={item} names={names} tabIndex={i === Math.max(at, 0) ? 0 : -1} />
            <span className="queue-acts">
              {mayTake ? (
                <button
                  type="button"
                  className="button small"
                  aria-keyshortcuts="t"
                  tabIndex={i === Math.max(at, 0) ? 0 : -1}
                  onClick={() => void take(item)}
                >
                  {takingOf(item).label}
                  <Key letter="t" />
                </button>
              ) : null}
              {item.acts.map((act) => (
                <button
                  key={`${act.resource} ${act.name}`}
                  type="button"
                  className={`button small${isGrave(act) ? " danger" : ""}`}
                  aria-haspopup="dialog"
                  aria-keyshortcuts={act.key}
                  tabIndex={i === Math.max(at, 0) ? 0 : -1}
                  onClick={() => ask(act)}
                >
                  {act.label}
                  {act.key ? <Key letter={act.key} /> : null}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="section-foot faint keys">
        <kbd>j</kbd> <kbd>k</kbd> move <kbd>o</kbd> open <kbd>a</kbd> act <kbd>d</kbd> dismiss{" "}
        {mayTake ? (
          <>
            <kbd>t</kbd> take{" "}
          </>
        ) : null}
        <kbd>?</kbd> all keys
      </p>
      <ActHere asked={asked} leave={leave} done={done} />
    </>
  );
}

const Key = ({ letter }: { letter: string }) => (
  <span className="key" aria-hidden="true">
    {letter}
  </span>
);
