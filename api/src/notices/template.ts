/** Whom a notice is for: the owner of a project, one person by an address, or whoever is on staff. */
export type Audience = "owner" | "person" | "staff";

/** What is said, and the same for machines. */
export interface Said<Data> {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  readonly data: Data;
}

interface Written<Data> {
  /** Also the event's type, for webhooks. */
  readonly name: string;
  /** When it is sent, in a sentence. */
  readonly about: string;
  readonly goesTo: Audience;
  /** Made up, for previews. */
  readonly example: Data;
  readonly write: (data: Data) => { readonly subject: string; readonly body: string };
}

/** A template as it is shown: what it says of made-up things. */
export interface Template extends Pick<Written<unknown>, "name" | "about" | "goesTo"> {
  readonly example: Said<unknown>;
}

/** A notice that a feature sends, in that feature's words: `notify(context, { to, projectId, ...projectWarned(data) })`. */
export function template<Data extends object>({ name, about, goesTo, example, write }: Written<Data>): (data: Data) => Said<Data> {
  if (everywhere.some((each) => each.name === name)) throw new Error(`there are two templates named ${name}`);
  const say = (data: Data): Said<Data> => {
    const { subject, body } = write(data);
    return { template: name, subject: subject.replaceAll(/\s+/g, " ").trim(), body, data };
  };
  everywhere.push({
    name,
    about,
    goesTo,
    // Not before somebody looks: what it is written with may stand further down in its file.
    get example() {
      return say(example);
    },
  });
  return say;
}

const everywhere: Template[] = [];

/** Which of them go to owners, and so to the webhooks of their projects. */
export const namesTold = (): readonly string[] => everyTemplate().flatMap(({ name, goesTo }) => (goesTo === "owner" ? [name] : []));

export const isTold = (name: string): boolean => everywhere.some((each) => each.name === name && each.goesTo === "owner");

/** Every template of the modules that were loaded, by name: each has a preview, so that none can be forgotten there. */
export const everyTemplate = (): readonly Template[] => everywhere.toSorted((a, b) => a.name.localeCompare(b.name));
