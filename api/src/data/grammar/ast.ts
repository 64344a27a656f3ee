/** The words of a request, as the grammar reads them and before any name is looked up. Values stand apart: a slot is a place among them. */

/** A column, and the way into it when it holds JSON: `data->a->>b`. */
export interface Field {
  readonly column: string;
  readonly path: readonly JsonStep[];
}
export interface JsonStep {
  readonly key: string | number;
  /** `->>`: the value there as text. */
  readonly isText: boolean;
}

/** All columns, where a column is named. */
export const everything = "*";

export interface SelectedField {
  readonly kind: "field";
  readonly field: Field;
  readonly alias: string | undefined;
  readonly cast: string | undefined;
  readonly aggregate: Aggregate | undefined;
}
export interface Aggregate {
  readonly name: AggregateName;
  readonly cast: string | undefined;
}
export const aggregateNames = ["avg", "count", "max", "min", "sum"] as const;
export type AggregateName = (typeof aggregateNames)[number];

/** Rows of another relation, as a member of each row or, spread, as columns of it. */
export interface Embedded {
  readonly kind: "embed";
  readonly target: string;
  readonly alias: string | undefined;
  readonly hint: string | undefined;
  readonly isInner: boolean;
  readonly isSpread: boolean;
  readonly select: readonly SelectItem[];
}
export type SelectItem = SelectedField | Embedded;

interface Condition {
  readonly field: Field;
  readonly isNegated: boolean;
}
export interface Compare extends Condition {
  readonly kind: "compare";
  readonly operator: Comparison;
  readonly quantifier: "any" | "all" | undefined;
  readonly slot: number;
}
export interface In extends Condition {
  readonly kind: "in";
  readonly slot: number;
}
export interface Is extends Condition {
  readonly kind: "is";
  readonly value: State;
}
export interface Search extends Condition {
  readonly kind: "search";
  readonly operator: SearchOperator;
  /** A text-search configuration. */
  readonly language: string | undefined;
  readonly slot: number;
}
export interface Logic {
  readonly kind: "logic";
  readonly word: "and" | "or";
  readonly isNegated: boolean;
  readonly filters: readonly Filter[];
}
export type Filter = Compare | In | Is | Search | Logic;

/** Operators with one value, and what they are in SQL. */
export const comparisons = {
  eq: "=",
  neq: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  like: "like",
  ilike: "ilike",
  match: "~",
  imatch: "~*",
  isdistinct: "is distinct from",
  cs: "@>",
  cd: "<@",
  ov: "&&",
  sl: "<<",
  sr: ">>",
  nxr: "&<",
  nxl: "&>",
  adj: "-|-",
} as const;
export type Comparison = keyof typeof comparisons;

/** Those that may ask for any or all of several values. */
export const quantifiable: ReadonlySet<string> = new Set(["eq", "gt", "gte", "lt", "lte", "like", "ilike", "match", "imatch"]);

/** Full-text search, and the function of PostgreSQL's that reads its words. */
export const searches = {
  fts: "to_tsquery",
  plfts: "plainto_tsquery",
  phfts: "phraseto_tsquery",
  wfts: "websearch_to_tsquery",
} as const;
export type SearchOperator = keyof typeof searches;

/** What a value can be said to be, and that in SQL. */
export const states = {
  null: "is null",
  not_null: "is not null",
  true: "is true",
  false: "is false",
  unknown: "is unknown",
} as const;
export type State = keyof typeof states;

export interface OrderItem {
  /** The embedded relation that has the field. */
  readonly relation: string | undefined;
  readonly field: Field;
  readonly direction: "asc" | "desc" | undefined;
  readonly nulls: "first" | "last" | undefined;
}

/** What is asked of the rows of one relation: of the one in the path, or of one that is embedded. */
export interface Level {
  readonly filters: readonly Filter[];
  readonly order: readonly OrderItem[];
  readonly limit: number | undefined;
  /** Where the number of rows to leave out stands. */
  readonly offset: number | undefined;
}

export interface Query {
  readonly select: readonly SelectItem[];
  readonly root: Level;
  /** By the names that lead to them, joined by `pathGlue`. */
  readonly embedded: ReadonlyMap<string, Level>;
  /** Rows that are left out first. */
  readonly offset: number;
  /** The columns a body shall write, when the request names them. */
  readonly columns: readonly string[] | undefined;
  /** The columns by which an inserted row is taken for one that there is. */
  readonly onConflict: readonly string[] | undefined;
  /** Arguments of a function, in the order of their coming. */
  readonly args: readonly Argument[];
  readonly values: readonly string[];
  /** The same for queries that differ in values only. */
  readonly shape: string;
}
export interface Argument {
  readonly name: string;
  readonly value: string;
}

/** No parameter holds a NUL, so that none can look like two. */
export const pathGlue = "\0";
