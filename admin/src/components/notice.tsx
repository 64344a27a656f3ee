import { useEffect, useSyncExternalStore } from "react";
import { singleKey } from "./keys.ts";

interface Notice {
  readonly key: number;
  readonly type: "success" | "error";
  readonly message: string;
  /** Takes back what it tells of. */
  readonly undo?: (() => void) | undefined;
}

let notices: readonly Notice[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly Notice[]) => {
  notices = next;
  for (const each of listeners) each();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const shownMs = 7_000;
/** Whoever has to decide something is given more time. */
const decidedMs = 20_000;
let last = 0;

/** Tells what happened last, for some seconds, at the edge of the page. */
export function notify(type: Notice["type"], message: string, undo?: () => void): void {
  const key = ++last;
  change([{ key, type, message, undo }]);
  setTimeout(() => dismiss(key), undo ? decidedMs : shownMs);
}

const dismiss = (key: number) => change(notices.filter((each) => each.key !== key));

function takeBack({ key, undo }: Pick<Notice, "key" | "undo">): void {
  dismiss(key);
  undo?.();
}

/** Who uses no mouse would have far to go to a notice: u undoes from wherever one is. */
const undoByKey = (event: KeyboardEvent) => {
  const undoable = notices.find(({ undo }) => undo);
  if (undoable && singleKey(event) === "u") takeBack(undoable);
};

export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => notices);
  useEffect(() => {
    window.addEventListener("keydown", undoByKey);
    return () => window.removeEventListener("keydown", undoByKey);
  }, []);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map(({ key, type, message, undo }) => (
        <div key={key} className={`notice floating ${type}`}>
          <span>{message}</span>
          {undo ? (
            <button type="button" className="button small" aria-keyshortcuts="u" onClick={() => takeBack({ key, undo })}>
              Undo
            </button>
          ) : null}
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => dismiss(key)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
