/** One request in the dialect and what must come back. */
export interface Case {
  readonly name: string;
  /** Method and target, such as `POST films?select=id`; GET where no method is said. A target with a slash is under no prefix. */
  readonly at: string;
  /** With a publishable key (`anon`, if nothing is said) or a secret one. */
  readonly as?: "anon" | "service_role";
  /** A text or bytes go as they are, anything else as JSON. */
  readonly sends?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** 200, if nothing is said. */
  readonly status?: number;
  /** The whole body: JSON where the answer is JSON, text otherwise. */
  readonly gives?: unknown;
  /** A part of the body, where the whole is too much to say. */
  readonly includes?: object;
  /** Headers; undefined for one that must not be there. */
  readonly tells?: Readonly<Record<string, string | RegExp | undefined>>;
  /** What a secret key reads afterwards. */
  readonly afterwards?: { readonly at: string; readonly gives: unknown };
  /** Why this cannot be answered yet. A pending case that is answered rightly fails, so that it gets switched on. */
  readonly pending?: string;
}

export interface Group {
  readonly name: string;
  readonly cases: readonly Case[];
}

export const group = (name: string, cases: readonly Case[]): Group => ({ name, cases });

/** The body of an error, whole. */
export const error = (code: string, message: string, details: unknown = null, hint: string | null = null) => ({
  code,
  message,
  details,
  hint,
});

/** Rows of one column: `column("id", 1, 2)` is `[{ id: 1 }, { id: 2 }]`. */
export const column = (name: string, ...values: readonly unknown[]) => values.map((value) => ({ [name]: value }));

export const ids = (...values: readonly number[]) => column("id", ...values);

export const prefer = (...preferences: readonly string[]) => ({ prefer: preferences.join(", ") });

export const accept = (...types: readonly string[]) => ({ accept: types.join(", ") });

export const objectType = "application/vnd.pgrst.object+json";

/** A place in the project's own tables, under whichever prefix it is told. */
export const place = (target: string) => new RegExp(`^(/api/rest|/rest/v1)?${target.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
