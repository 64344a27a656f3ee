interface SwitchProps<Choice extends string> {
  readonly title: string;
  /** What may be chosen, and how it is called. */
  readonly choices: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  readonly choose: (choice: Choice) => void;
}

/** One of a few, all of them in sight. */
export const Switch = <Choice extends string>({ title, choices, chosen, choose }: SwitchProps<Choice>) => (
  <fieldset className="switch">
    <legend className="unseen">{title}</legend>
    {(Object.entries(choices) as [Choice, string][]).map(([each, words]) => (
      <button key={each} type="button" aria-pressed={chosen === each} onClick={() => choose(each)}>
        {words}
      </button>
    ))}
  </fieldset>
);
