import type { Body } from "../body.ts";
import type { Column, Computed, Relationship, Routine, Table } from "../catalog/model.ts";
import type { AggregateName, Comparison, JsonStep, SearchOperator, State } from "../grammar/ast.ts";
import type { Output } from "./output.ts";

/** A request with every name looked up: nothing in it is the caller's word any more except values, and those stand in slots. */
export interface Plan {
  readonly kind: "read" | "insert" | "update" | "delete" | "put" | "call";
  readonly root: Node;
  readonly write: Write | undefined;
  readonly call: Call | undefined;
  readonly answer: Answer;
  /** It runs no code of the tenant's: its relations have none, and no type is named that may have. */
  readonly isPlain: boolean;
  /** It changes nothing. */
  readonly isReadOnly: boolean;
}

/** Rows of one relation, and what is asked of them. */
export interface Node {
  /** Unknown for a function whose rows are of no relation. */
  readonly table: Table | undefined;
  /** What it is called in the statement. */
  readonly alias: string;
  readonly select: readonly Selected[];
  readonly where: readonly Condition[];
  readonly order: readonly Ordering[];
  readonly limit: number | undefined;
  readonly offset: number | undefined;
  readonly children: readonly Child[];
}

/** Rows of a relation that belong to a row of another. */
export interface Child {
  readonly name: string;
  readonly alias: string;
  readonly link: Relationship;
  readonly node: Node;
  readonly isInner: boolean;
  readonly isSpread: boolean;
  /** Named without any column, it takes part but is not shown. */
  readonly isShown: boolean;
  /** The rows that it belongs to depend on whether it is there. */
  readonly isFiltering: boolean;
  /** Its values by which the rows that it belongs to are ordered. */
  readonly orderedBy: readonly Place[];
}

export type Selected = { readonly kind: "all" } | SelectedValue;
export interface SelectedValue {
  readonly kind: "value";
  /** Absent where whole rows are counted. */
  readonly place: Place | undefined;
  readonly as: string;
  readonly cast: string | undefined;
  readonly aggregate: { readonly name: AggregateName; readonly cast: string | undefined } | undefined;
}

/** Where a value stands: in a column, or inside of one. */
export interface Place {
  readonly name: string;
  readonly column: Column | Computed | undefined;
  readonly isComputed: boolean;
  readonly path: readonly JsonStep[];
}

interface At {
  readonly place: Place;
  readonly isNegated: boolean;
}
export type Condition =
  | (At & {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly quantifier: "any" | "all" | undefined;
      readonly slot: number;
    })
  | (At & { readonly kind: "in"; readonly slot: number })
  | (At & { readonly kind: "is"; readonly value: State })
  | (At & { readonly kind: "search"; readonly operator: SearchOperator; readonly language: string | undefined; readonly slot: number })
  | { readonly kind: "absent"; readonly child: string; readonly isNegated: boolean }
  | { readonly kind: "logic"; readonly word: "and" | "or"; readonly isNegated: boolean; readonly conditions: readonly Condition[] };

export interface Ordering {
  /** The embedded relation that has the value. */
  readonly child: string | undefined;
  readonly place: Place;
  readonly direction: "asc" | "desc" | undefined;
  readonly nulls: "first" | "last" | undefined;
}

export interface Write {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly body: Body | undefined;
  /** Where the body's values stand: its text, or one value for each column. */
  readonly slots: readonly number[];
  readonly takesRow: boolean;
  readonly takesDefaults: boolean;
  /** Which rows are changed; of a PUT, which row the body must hold. */
  readonly where: readonly Condition[];
  readonly conflict: { readonly columns: readonly string[]; readonly merges: boolean } | undefined;
}

export interface Call {
  readonly routine: Routine;
  readonly args: Args;
}
export type Args =
  /** One value each, or several of the variadic one. */
  | {
      readonly kind: "values";
      readonly given: readonly {
        readonly name: string;
        readonly type: string;
        readonly isVariadic: boolean;
        readonly slots: readonly number[];
      }[];
    }
  | {
      readonly kind: "json";
      readonly slot: number;
      readonly isList: boolean;
      readonly given: readonly { readonly name: string; readonly type: string; readonly isVariadic: boolean }[];
    }
  | { readonly kind: "whole"; readonly slot: number; readonly type: string };

/** By PostgreSQL's planner, or one by one; `estimated` is the latter as long as there are not too many. */
export type Counting = "exact" | "planned" | "estimated";

export interface Answer {
  /** What comes back of the rows: nothing but their number, all that was selected, or the primary key of what was inserted. */
  readonly rows: "none" | "selected" | "key";
  readonly output: Output;
  /** How all rows that fit are counted, those beyond the limit too. */
  readonly counts: Counting | undefined;
  /** A number of rows beyond which, or other than which, all is undone. */
  readonly rowsMax: number | undefined;
  readonly isOneRowOnly: boolean;
  /** How many of the rows are new. */
  readonly tellsInserted: boolean;
  /** Rows that are there already are minded. */
  readonly resolves: boolean;
  /** What the tenant's code wants of the answer's headers and status. */
  readonly tellsWishes: boolean;
}
