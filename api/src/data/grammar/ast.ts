/** The words of a request, as the grammar reads them and before any table is looked up. */

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

export type SelectItem =
  | { readonly kind: "all" }
  | { readonly kind: "field"; readonly field: Field; readonly alias: string | undefined; readonly cast: string | undefined };

export type Filter =
  | { readonly kind: "compare"; readonly field: Field; readonly isNegated: boolean; readonly operator: Comparison; readonly value: string }
  | { readonly kind: "in"; readonly field: Field; readonly isNegated: boolean; readonly values: readonly string[] }
  | { readonly kind: "is"; readonly field: Field; readonly isNegated: boolean; readonly value: Is }
  | { readonly kind: "logic"; readonly word: "and" | "or"; readonly isNegated: boolean; readonly filters: readonly Filter[] };

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

/** What a value can be said to be, and that in SQL. */
export const states = {
  null: "is null",
  not_null: "is not null",
  true: "is true",
  false: "is false",
  unknown: "is unknown",
} as const;
export type Is = keyof typeof states;

export interface OrderItem {
  readonly field: Field;
  readonly direction: "asc" | "desc" | undefined;
  readonly nulls: "first" | "last" | undefined;
}

export interface Query {
  readonly select: readonly SelectItem[];
  readonly filters: readonly Filter[];
  readonly order: readonly OrderItem[];
  readonly limit: number | undefined;
  readonly offset: number;
  /** The columns a body shall write, when the request names them. */
  readonly columns: readonly string[] | undefined;
  /** The same for queries that differ in values only. */
  readonly shape: string;
}
