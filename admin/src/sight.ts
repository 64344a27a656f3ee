/** What the server tells the pages about resources, acts and forms. Types only: both sides import them. */

/** How a value is shown. */
export type Look =
  | "title"
  | "id"
  | "text"
  | "note"
  | "long"
  | "mail"
  | "code"
  | "mono"
  | "time"
  | "badge"
  | "yes-no"
  | "list"
  | "count"
  | "bytes"
  | "amount"
  | "metric"
  | "actor";

export type FilterKind = "text" | "choice" | "number" | "time" | "yes-no";

export interface ColumnSight {
  readonly name: string;
  readonly label: string;
  readonly look: Look;
  readonly sortable: boolean;
  /** Takes what room the other columns leave. */
  readonly isWide: boolean;
  readonly filter?: FilterKind;
  readonly choices?: readonly string[];
  readonly hint?: string;
}

export type FieldKind = "line" | "area" | "number" | "choice" | "choices" | "moment" | "yes-no" | "json" | "secret";

export interface FieldSight {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly hint?: string;
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly longest?: number;
  readonly placeholder?: string;
}

/** Something staff may do, with the form it asks for. */
export interface ActSight {
  readonly name: string;
  readonly label: string;
  /** The title of its form; `{}` stands for what the record is called, `{project}` for its project. */
  readonly heading: string;
  readonly on: "record" | "resource";
  /** A grave act is red, and says what will happen before it does. */
  readonly isGrave: boolean;
  readonly consequence: string;
  readonly fields: readonly FieldSight[];
}

export interface ResourceSight {
  readonly id: string;
  readonly title: string;
  readonly one: string;
  readonly group: string;
  /** One sentence under the title. */
  readonly about: string;
  /** What would fill an empty list. */
  readonly empty: string;
  readonly key: string;
  readonly columns: readonly ColumnSight[];
  readonly details: readonly ColumnSight[];
  readonly sort: { readonly by: string; readonly direction: "asc" | "desc" };
  readonly acts: readonly ActSight[];
  /** A page of its own instead of the general record page. */
  readonly page?: "project";
}

export interface ConsoleSight {
  readonly member: { readonly id: string; readonly email: string; readonly name: string; readonly role: string };
  readonly resources: readonly ResourceSight[];
}

export type Row = Readonly<Record<string, unknown>>;

export interface RecordSight {
  readonly id: string;
  readonly title: string;
  readonly params: Row;
  /** The names of the acts that make sense on this record now. */
  readonly acts: readonly string[];
}

/** Titles of what ids in the answer refer to. */
export type Names = Readonly<Record<string, string>>;

export interface ListAnswer {
  readonly meta: {
    readonly total: number;
    /** There are more than `total`. */
    readonly isCapped: boolean;
    readonly page: number;
    readonly perPage: number;
    readonly sortBy: string;
    readonly direction: "asc" | "desc";
  };
  readonly records: readonly RecordSight[];
  readonly names: Names;
}

export interface RecordAnswer {
  readonly record: RecordSight;
  readonly names: Names;
  /** What a form begins with. */
  readonly start?: Row;
  /** What the page of a project shows beside it. */
  readonly page?: ProjectPageSight;
}

/** What an act answers: done, with what is shown once, or what is wrong with the form. */
export interface ActAnswer {
  readonly notice: { readonly type: "success" | "error"; readonly message: string };
  readonly errors?: Readonly<Record<string, string>>;
  readonly redirectUrl?: string;
  readonly shown?: readonly { readonly label: string; readonly value: string }[];
}

/** A limit in force, as the API tells it too. */
export interface LimitSight {
  readonly metric: string;
  readonly limit: number;
  readonly used: number;
  readonly source: { readonly kind: "plan" | "quota" | "override"; readonly id?: string | undefined; readonly until?: string | undefined };
  readonly window: "second" | "day" | null;
  readonly resetsAt: string | null;
}

export interface ProjectPageSight {
  readonly limits: readonly LimitSight[];
  readonly keys: readonly RecordSight[];
  /** The one in force, or announced. */
  readonly suspension: RecordSight | undefined;
  readonly overrides: readonly RecordSight[];
  readonly audit: readonly RecordSight[];
  readonly tenant: { readonly state: string; readonly databaseBytes: number; readonly measuredAt: string | null } | undefined;
}

export interface DashboardSight {
  readonly health: { readonly status: "pass" | "warn" | "fail"; readonly databaseMs: number | undefined };
  readonly counts: {
    readonly projects: number;
    readonly newProjects: number;
    readonly developers: number;
    readonly newDevelopers: number;
    readonly liveKeys: number;
    readonly suspended: number;
    readonly overrides: number;
    readonly waitingMail: number;
    readonly failedMail: number;
  };
  readonly lastHour: { readonly requests: number; readonly refused: number; readonly errors: number };
  readonly projects: readonly RecordSight[];
  readonly suspensions: readonly RecordSight[];
  readonly overrides: readonly RecordSight[];
  readonly audit: readonly RecordSight[];
  readonly names: Names;
}
