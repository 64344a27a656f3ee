/** What a tenant's exposed schema holds, as the catalog's statement tells it. */

export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly isView: boolean;
  readonly comment: string | null;
  /** It is read, or written, without running any code of the tenant's. */
  readonly isPlainToRead: boolean;
  readonly isPlainToWrite: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly primaryKey: readonly string[];
  readonly may: { readonly insert: boolean; readonly update: boolean; readonly delete: boolean };
  /** Functions of one row, which are read like columns. */
  readonly computed: ReadonlyMap<string, Computed>;
}

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it, qualified where the type is a tenant's own. */
  readonly type: string;
  readonly isJson: boolean;
  /** One of PostgreSQL's own types whose text stands for a JSON text, number or truth value as it is. */
  readonly isScalar: boolean;
  readonly isComposite: boolean;
  /** What PostgreSQL writes where nothing is given: an expression of the tenant's. */
  readonly default: string | null;
  readonly isNullable: boolean;
  readonly comment: string | null;
  /** Functions that a domain's values pass on their way out and in. */
  readonly shownBy: string | null;
  readonly readBy: string | null;
  readonly parsedBy: string | null;
}

export interface Computed {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly isJson: boolean;
}

/** A way from a row of one relation to rows of another. */
export interface Relationship {
  readonly from: string;
  readonly to: string;
  readonly cardinality: "many-to-one" | "one-to-many" | "one-to-one" | "many-to-many" | "computed";
  /** The foreign key's name, or the function's. */
  readonly by: string;
  /** A column of the one and the column of the other that must equal it; of the junction, where there is one. */
  readonly columns: readonly (readonly [string, string])[];
  readonly junction: Junction | undefined;
  readonly isToOne: boolean;
  readonly isToView: boolean;
}

export interface Junction {
  readonly table: string;
  /** The foreign keys' names. */
  readonly fromBy: string;
  readonly toBy: string;
  /** A column of the target, and the junction's that equals it. */
  readonly toColumns: readonly (readonly [string, string])[];
}

export interface Routine {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly params: readonly Param[];
  readonly isVolatile: boolean;
  readonly returns: Returns;
  readonly comment: string | null;
}

export interface Param {
  /** Empty where it has none. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
}

export interface Returns {
  readonly type: string;
  readonly shownBy: string | null;
  readonly isSet: boolean;
  readonly isVoid: boolean;
  readonly isComposite: boolean;
  /** The exposed relation whose rows it returns. */
  readonly table: string | null;
  /** The media type that its domain is named after. */
  readonly media: string | null;
}

/** An aggregate that makes an answer of a media type out of rows: of one relation's, or of any. */
export interface MediaHandler {
  readonly media: string;
  readonly schema: string;
  readonly name: string;
  readonly table: string | null;
}
