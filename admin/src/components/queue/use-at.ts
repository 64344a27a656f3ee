import { type RefObject, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { QueueAct, QueueItem } from "../../sight.ts";
import { recordPath } from "../here.ts";
import { singleKey } from "../keys.ts";

interface At {
  /** Where in the list one is; nowhere, until a key or the focus says so. */
  readonly at: number;
  readonly list: RefObject<HTMLUListElement>;
  readonly moveTo: (id: string) => void;
  /** To the one that comes in the place of this one, once it is gone. */
  readonly moveOn: () => void;
}

interface Doing {
  readonly ask: (act: QueueAct) => void;
  readonly take: (item: QueueItem) => void;
}

/** Goes through the list by j and k; o opens where one is, t takes it, and the acts that have a key are asked for by it. */
export function useAt(items: readonly QueueItem[], { ask, take }: Doing): At {
  const [id, setId] = useState<string>();
  const [isToFocus, setToFocus] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const at = items.findIndex(({ record }) => record.id === id);
  const focusOn = (index: number) => {
    setId(items[index]?.record.id);
    setToFocus(true);
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = singleKey(event);
      const current = items[at];
      if (key === "j") focusOn(Math.min(at + 1, items.length - 1));
      else if (key === "k") focusOn(Math.max(at - 1, 0));
      else if (key === "o" && current) navigate(recordPath(current.resource, current.record.id));
      else if (key === "t" && current) take(current);
      else if (key === "a" || key === "d") {
        const act = current?.acts.find((each) => each.key === key);
        if (act) ask(act);
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
  // Where one is comes into view, and is read out.
  useEffect(() => {
    if (!isToFocus || at === -1) return;
    setToFocus(false);
    list.current?.children[at]?.querySelector("a")?.focus();
  }, [isToFocus, at]);
  return { at, list, moveTo: setId, moveOn: () => focusOn(at + 1 < items.length ? at + 1 : at - 1) };
}
