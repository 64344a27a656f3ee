import { useEffect, useState } from "react";

const key = "nm-theme";
const choices = ["auto", "light", "dark"] as const;
type Choice = (typeof choices)[number];

const stored = (): Choice => choices.find((each) => each === localStorage.getItem(key)) ?? "auto";

const apply = (choice: Choice) => {
  if (choice === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
};

/** Before the first picture, so that it does not flash in the other colours. */
export const applyStoredTheme = () => apply(stored());

export function ThemeSwitch() {
  const [choice, setChoice] = useState(stored);
  useEffect(() => {
    apply(choice);
    localStorage.setItem(key, choice);
  }, [choice]);
  return (
    <select className="small" aria-label="Colours" value={choice} onChange={({ target }) => setChoice(target.value as Choice)}>
      <option value="auto">Auto</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  );
}
