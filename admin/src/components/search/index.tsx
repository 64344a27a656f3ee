import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import { singleKey } from "../keys.ts";
import { Badge } from "../values.tsx";
import { type Choice, type ChoiceGroup, useChoices } from "./choices.ts";

interface SearchProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** Finds things from wherever one is: `/` or Ctrl K opens it, arrows choose, Enter goes there. */
export function Search({ isOpen, setOpen }: SearchProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: globalThis.KeyboardEvent) => {
      if (!opens(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", open);
    return () => window.removeEventListener("keydown", open);
  }, [setOpen]);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too, by the dialog itself.
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search"
      onClose={() => setOpen(false)}
      onClick={({ target }) => target === dialog.current && setOpen(false)}
    >
      {isOpen ? <Finder setOpen={setOpen} /> : null}
    </dialog>
  );
}

const opens = (event: globalThis.KeyboardEvent) =>
  singleKey(event) === "/" || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey);

function Finder({ setOpen }: Pick<SearchProps, "setOpen">) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { groups, isLoading, problem } = useChoices(typed);
  const choices = groups.flatMap((group) => group.choices);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, choices.length - 1));
  const go = useCallback(
    (path: string) => {
      setOpen(false);
      navigate(path);
    },
    [setOpen, navigate],
  );
  // Enter pressed while the answer is on its way counts once it is there.
  const [isDecided, setDecided] = useState(false);
  const choice = choices[at];
  const path = choice?.path;
  useEffect(() => {
    if (!isDecided || isLoading) return;
    setDecided(false);
    if (path !== undefined) go(path);
  }, [isDecided, isLoading, path, go]);
  const key = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setChosen((at + move + choices.length) % Math.max(1, choices.length));
    } else if (event.key === "Enter") setDecided(true);
  };
  return (
    <>
      <input
        type="search"
        role="combobox"
        aria-label="Search projects, developers, keys and ids"
        aria-expanded={choices.length > 0}
        aria-controls="search-choices"
        aria-activedescendant={choice ? `choice-${choice.key}` : undefined}
        placeholder="Name, e-mail, id, address, key’s beginning"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onKeyDown={key}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
        }}
      />
      <div id="search-choices" role="listbox" aria-label="Found" className={isLoading ? "is-stale" : ""}>
        {groups.map((group) => (
          <Group key={group.title} group={group} chosen={choice} go={go} point={(choice) => setChosen(choices.indexOf(choice))} />
        ))}
      </div>
      {problem ? (
        <p className="empty small" role="alert">
          {problem}
        </p>
      ) : choices.length === 0 && !isLoading ? (
        <p className="empty small" role="status">
          Nothing is called so, and no id or key begins with it.
        </p>
      ) : null}
      <p className="search-help" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>↵</kbd> open <kbd>esc</kbd> close
      </p>
    </>
  );
}

interface GroupProps {
  readonly group: ChoiceGroup;
  readonly chosen: Choice | undefined;
  readonly go: (path: string) => void;
  readonly point: (choice: Choice) => void;
}

const Group = ({ group, chosen, go, point }: GroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a group of a list box is no fieldset.
  <div role="group" aria-label={group.title}>
    <div className="choices-title" aria-hidden="true">
      {group.title}
    </div>
    {group.choices.map((choice) => (
      <Option key={choice.key} choice={choice} isChosen={choice === chosen} go={go} point={point} />
    ))}
  </div>
);

interface OptionProps extends Pick<GroupProps, "go" | "point"> {
  readonly choice: Choice;
  readonly isChosen: boolean;
}

/** Comes into sight when it is chosen. */
function Option({ choice, isChosen, go, point }: OptionProps) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not.
    if (isChosen) void at.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above takes the keys.
    <div
      ref={at}
      id={`choice-${choice.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="choice"
      onClick={() => go(choice.path)}
      onPointerMove={() => point(choice)}
    >
      <span className="choice-title">{choice.title}</span>
      {choice.state ? <Badge word={choice.state} of={choice.resource} /> : null}
      <span className="choice-note">{choice.note}</span>
    </div>
  );
}
