import { useEffect } from "react";
import { singleKey, switchSingleKeys, useSingleKeys } from "./keys.ts";
import { Over } from "./over.tsx";

const everywhere = [
  { keys: ["/"], does: "Search; Ctrl K does too" },
  { keys: ["u"], does: "Undo what was done just now, where that can be" },
  { keys: ["?"], does: "These keys" },
  { keys: ["Esc"], does: "Close what stands over the page" },
];
const inQueue = [
  { keys: ["j", "k"], does: "To the next one, to the one before" },
  { keys: ["o"], does: "Open it" },
  { keys: ["t"], does: "Take it upon yourself, or put it back" },
  { keys: ["a"], does: "Approve, review, decide, judge, throttle, extend" },
  { keys: ["d"], does: "Dismiss, reject, lift, end" },
];

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** The keys there are; `?` shows them. */
export function KeysHelp({ isOpen, setOpen }: KeysHelpProps) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (singleKey(event) === "?") setOpen(true);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [setOpen]);
  const leave = () => setOpen(false);
  return (
    <Over isOpen={isOpen} leave={leave} className="keys-help" titledBy="keys-title">
      <Told leave={leave} />
    </Over>
  );
}

function Told({ leave }: { leave: () => void }) {
  const areOn = useSingleKeys();
  return (
    <div className="stack">
      <h2 id="keys-title">Keys</h2>
      <Keys title="Everywhere" keys={everywhere} />
      <Keys title="In the work queue" keys={inQueue} />
      <label className="check">
        <input type="checkbox" checked={areOn} onChange={({ target }) => switchSingleKeys(target.checked)} />
        Letters act by themselves. In a field they are text in any case.
      </label>
      <div className="form-acts">
        <button type="button" className="button primary" onClick={leave}>
          Close
        </button>
      </div>
    </div>
  );
}

const Keys = ({ title, keys }: { title: string; keys: typeof everywhere }) => (
  <section aria-label={title}>
    <h3>{title}</h3>
    <dl>
      {keys.map((each) => (
        <div key={each.does}>
          <dt>
            {each.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{each.does}</dd>
        </div>
      ))}
    </dl>
  </section>
);
