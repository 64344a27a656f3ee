/** What the server tells the pages about resources, acts and forms. Types only: both sides import them. */

import type { StaffRole } from "@nextmavens/api/platform/permission";
import type { WorkItem } from "@nextmavens/api/work-queue";

/** How a value is shown. */
export type Look =
  | "title"
  | "id"
  | "text"
  | "note"
  | "long"
  | "code"
  | "mono"
  | "time"
  | "badge"
  | "yes-no"
  | "list"
  | "count"
  | "bytes"
  | "milliseconds"
  | "amount"
  | "metric"
  | "actor"
  | "action";

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
  /** What may be typed whole; a part of it finds all that have it. */
  readonly known?: readonly string[];
  readonly hint?: string;
}

export type FieldKind =
  | "line"
  | "lines"
  | "area"
  | "number"
  | "choice"
  | "choices"
  | "moment"
  | "yes-no"
  | "confirm"
  | "json"
  | "secret"
  | "expression";

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
  /** What its figure counts. */
  readonly unit?: string;
  /** What is chosen are figures. */
  readonly isFigure?: boolean;
  /** It is asked for only where another field, or the record, is so. */
  readonly only?: { readonly of: string; readonly is: string };
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
  /** And what besides, by what is chosen in one of its fields. */
  readonly consequences?: { readonly of: string; readonly words: Readonly<Record<string, string>> };
  readonly fields: readonly FieldSight[];
  /** A part of the record's page that offers it, instead of the head. */
  readonly part?: string;
  /** What its form begins with depends on what is chosen in this field. */
  readonly startsBy?: string;
  /** It does to many records what the act of this name does to one. */
  readonly manyOf?: string;
  /** It waits for a second person: where, or always if that is empty. */
  readonly forTwo?: string;
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
  /** Whether its reader may take it out as a file. */
  readonly mayExport: boolean;
  /** A page of its own instead of the general record page. */
  readonly page?:
    | "project"
    | "developer"
    | "sanction"
    | "appeal"
    | "detection"
    | "rule"
    | "plan"
    | "glass"
    | "entry"
    | "approval"
    | "message";
}

export interface ConsoleSight {
  readonly member: { readonly id: string; readonly email: string; readonly name: string; readonly role: string };
  readonly resources: readonly ResourceSight[];
  /** How this reader shows again who they are. */
  readonly provesBy: "totp" | "password";
  /** Whether this reader may try changes of limits and rules. */
  readonly mayBacktest: boolean;
  /** The limits that recorded usage tells of. */
  readonly testable: readonly string[];
  /** Came in by a sealed code: reads, and says why for each act. */
  readonly isBehindGlass: boolean;
}

/** Somebody who is behind broken glass now. */
export interface GlassSight {
  readonly id: string;
  readonly holder: string;
  readonly incident: string;
  readonly isDrill: boolean;
  readonly expiresAt: string;
  readonly changes: number;
  readonly isMine: boolean;
  readonly mayEnd: boolean;
}

/** What stands above every page, because nobody should miss it. */
export interface BarsSight {
  readonly glass: readonly GlassSight[];
  readonly maintenance: { readonly message: string; readonly since: string; readonly mayEnd: boolean } | null;
}

/** One table of a project that a session behind broken glass may look into. */
export interface OpenTableSight {
  readonly id: string;
  readonly schema: string;
  readonly table: string;
  readonly reason: string;
}

/** Rows of it, as text. */
export interface RowsSight {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly hasMore: boolean;
  readonly hasRls: boolean;
}

/** One line of what was done behind broken glass. */
export interface GlassActSight {
  readonly id: string;
  readonly at: string;
  readonly kind: "read" | "asked" | "changed";
  readonly what: string;
  readonly target: string | null;
  readonly why: string | null;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Exactly what waits for a second person. */
export interface ApprovalPageSight {
  readonly effects: readonly {
    readonly action: string;
    readonly target: string;
    readonly reason: string | null;
    readonly before: Row | null;
    readonly after: Row | null;
  }[];
  readonly isWaiting: boolean;
}

export interface GlassPageSight {
  readonly transcript: readonly GlassActSight[];
  readonly powers: readonly string[];
}

/** What an entry of the audit log says of how its target was and is. */
export interface EntryPageSight {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What a message says, as far as it may be read here. */
export interface MessagePageSight {
  readonly body: string;
  /** Without what lets its reader in: a service brings it to them. */
  readonly isMasked: boolean;
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
    /** Only so many were looked through and put in order, the first in the list's own order: there are more. */
    readonly among?: number;
    /** It is narrowed to an e-mail address that no account has. */
    readonly isOfNobody: boolean;
    /** What it was asked to be narrowed by, and has not: so nothing is in it. */
    readonly unknown: readonly string[];
    /** What it can't be ordered by, and was to be: it stands in its usual order. */
    readonly unordered?: string | undefined;
    readonly page: number;
    /** The page that was asked for, where there is none so far back. */
    readonly pageAsked?: number;
    readonly perPage: number;
    readonly sortBy: string;
    readonly direction: "asc" | "desc";
  };
  readonly records: readonly RecordSight[];
  readonly names: Names;
  readonly standing?: StandingSight | undefined;
}

/** How things stand that a list and its acts are about, where its rows do not tell. */
export interface StandingSight {
  readonly text: string;
  readonly isWarning: boolean;
}

export interface RecordAnswer {
  readonly record: RecordSight;
  readonly names: Names;
  /** What a form begins with. */
  readonly start?: Row;
  /** What may be chosen in its fields, where only the database knows. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly preview?: MailPreview;
  readonly foreseen?: Foreseen;
  readonly standing?: StandingSight;
  /** What a page of its own shows beside it. */
  readonly project?: ProjectPageSight;
  readonly developer?: DeveloperPageSight;
  readonly sanction?: SanctionPageSight;
  readonly appeal?: AppealPageSight;
  readonly detection?: DetectionPageSight;
  readonly rule?: RulePageSight;
  readonly plan?: PlanPageSight;
  readonly glass?: GlassPageSight;
  readonly entry?: EntryPageSight;
  readonly approval?: ApprovalPageSight;
  readonly message?: MessagePageSight;
}

/** What an act will do, as things stand. */
export interface Foreseen {
  /** In figures: by what is chosen in the field that its consequences depend on, or under no word where there is none. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
  /** What was detected lately, where that is kept as evidence. */
  readonly detections?: readonly DetectedSight[];
  /** Days after its end in which its owner may still appeal. */
  readonly appealWindowDays?: number;
}

/** The mail that an act will send, by the choices that decide which; a field's name stands between two `blank`s in place of its value. */
export interface MailPreview {
  readonly blank: string;
  /** These fields' values, with spaces between, name the mail. */
  readonly choices: readonly string[];
  /** Left empty, this field makes it another mail. */
  readonly optional: string;
  readonly mails: Readonly<Record<string, { readonly subject: string; readonly filled: string; readonly empty: string }>>;
}

/** A notice as it reads with made-up things in it. */
export interface NoticeSight {
  readonly name: string;
  readonly about: string;
  readonly goesTo: "owner" | "person" | "staff";
  readonly subject: string;
  readonly text: string;
  /** The other part of the mail; staff's messages have none. */
  readonly html?: string;
  /** What webhooks carry; only what is told of projects goes there. */
  readonly data?: string;
}

/** What an act answers: done, with what is shown once, or what is wrong with the form. */
export interface ActAnswer {
  readonly notice: { readonly type: "success" | "error"; readonly message: string };
  readonly errors?: Readonly<Record<string, string>>;
  readonly redirectUrl?: string;
  readonly shown?: readonly { readonly label: string; readonly value: string }[];
  /** The record is not any more what the form began with: nothing was done. */
  readonly stale?: StaleSight;
  /** What takes it back exactly, for as long as nobody changes the same. */
  readonly undo?: { readonly path: string; readonly body: Row };
  /** What came of each of many records. */
  readonly outcomes?: readonly { readonly id: string; readonly refusal: { readonly detail: string } | null }[];
}

/** What a form would begin with now, and who changed it last, where the record says so. */
export interface StaleSight {
  readonly start: Row;
  readonly by: string | undefined;
  readonly at: string | undefined;
  readonly names: Names;
}

/** A limit in force, as the API tells it too. */
export interface LimitSight {
  readonly metric: string;
  readonly limit: number;
  readonly used: number;
  readonly source: {
    readonly kind: "plan" | "quota" | "override" | "sanction";
    readonly id?: string | undefined;
    readonly until?: string | undefined;
  };
  /** The highest of the thresholds that is reached: the owner was warned of it. */
  readonly threshold: number | null;
  readonly window: "second" | "day" | "month" | null;
  readonly resetsAt: string | null;
}

/** How far back a picture reaches. */
export type Range = "day" | "fortnight";

/** What became of requests. Errors are among those that were served. */
export interface Requests {
  readonly served: number;
  readonly quota: number;
  readonly suspension: number;
  readonly errors: number;
}

/** Requests over a range of time, step by step without gaps; the last step may still be under way. */
export interface RequestsOverTime {
  readonly range: Range;
  readonly from: string;
  readonly to: string;
  readonly stepMs: number;
  readonly points: readonly Requests[];
}

export type SanctionLevel = "warned" | "throttled" | "restricted" | "suspended";

/** A time during which something was in force. */
export interface Band {
  readonly kind: SanctionLevel | "override";
  readonly id: string;
  readonly from: string;
  /** Nothing where it has no end. */
  readonly to: string | null;
  readonly note: string;
}

/** A limit and the time it was in force. */
export interface LimitPeriod {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly source: LimitSight["source"]["kind"];
}

/** Something that happened to a project, or will. */
export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly action: string;
  readonly kind: "suspension" | "appeal" | "detection" | "override" | "quota" | "reclaim" | "key" | "project";
  /** The entry of the audit log that tells of it, where there is one. */
  readonly auditId: string | undefined;
  readonly target: string;
  readonly actor: string | undefined;
  readonly reason: string | undefined;
  /** What the sentence about it needs. */
  readonly said: { readonly name?: string | undefined; readonly metric?: string | undefined; readonly limit?: number | undefined };
}

/** What a project's data plane shows, and by what it believes the tokens of end users. */
export interface AccessSight {
  readonly exposedSchemas: readonly string[];
  readonly endUsers: {
    readonly hasSecret: boolean;
    readonly jwksUrl: string | null;
    readonly issuer: string | null;
    readonly audience: readonly string[];
    readonly clockSkewSeconds: number;
    readonly issuerGrantsServiceRole: boolean;
    readonly updatedAt: string | null;
  };
}

export interface ProjectPageSight {
  readonly owner: { readonly email: string; readonly isVerified: boolean; readonly plan: string };
  readonly limits: readonly LimitSight[];
  readonly keys: readonly RecordSight[];
  /** The one in force, or announced. */
  readonly suspension: RecordSight | undefined;
  readonly overrides: readonly RecordSight[];
  readonly requests: RequestsOverTime;
  readonly bands: readonly Band[];
  /** The limit of requests per day over the same time, where steps are days. */
  readonly limitPeriods: readonly LimitPeriod[];
  readonly happenings: readonly Happening[];
  readonly tenant: { readonly state: string; readonly databaseBytes: number; readonly measuredAt: string | null } | undefined;
  readonly access: AccessSight;
  /** What of it waits for a person. */
  readonly queue: readonly QueueItem[];
  /** Whether this reader may look into its database's schema. */
  readonly showsSchema: boolean;
  /** And read what its owner was told. */
  readonly showsNotices: boolean;
  /** And see it as its owner does. */
  readonly showsAsOwner: boolean;
}

/** What the owner of a project was told, and where the project is told by machine. */
export interface ToldSight {
  readonly notices: readonly {
    readonly id: string;
    readonly template: string;
    readonly subject: string;
    readonly body: string;
    readonly createdAt: string;
    readonly ways: readonly {
      readonly channel: "mail" | "telegram" | "webhook";
      readonly to: string;
      readonly state: string;
      readonly sentAt: string | null;
    }[];
  }[];
  /** There are older ones. */
  readonly hasMore: boolean;
  readonly webhooks: readonly {
    readonly id: string;
    readonly url: string;
    readonly description: string;
    readonly events: readonly string[] | null;
    readonly state: string;
    readonly failingSince: string | null;
    readonly disabledAt: string | null;
    readonly disabledBecause: "owner" | "gone" | "failing" | null;
    readonly lastFailure: { readonly at: string; readonly error: string } | null;
  }[];
}

/** What the API answers to a project's owner. */
export interface AsOwnerSight {
  readonly name: string;
  readonly owner: string;
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    /** By which request the owner asks for it. */
    readonly at: string;
    readonly body?: Row;
    readonly refusal?: string;
  }[];
  /** Whether this reader may look into its database's schema. */
  readonly showsSchema: boolean;
}

/** Something that was detected of a project. */
export interface DetectedSight {
  readonly id: string;
  readonly title: string;
  readonly startedAt: string;
}

/** A limit as it was once. */
export type KnownLimit = Pick<LimitSight, "metric" | "limit" | "used" | "source">;

/** What a sanction rests on, and what it has to do with others. */
export interface SanctionPageSight {
  /** As it was when it was decided; nothing where none was kept, or none is kept any more. */
  readonly evidence:
    | { readonly limits: readonly KnownLimit[]; readonly detections?: readonly DetectedSight[] | undefined; readonly found?: unknown }
    | undefined;
  readonly sha256: string | null;
  readonly isIntact: boolean;
  /** What was moved to what, this one included; the first one first. */
  readonly chain: readonly RecordSight[];
  readonly appeal: { readonly id: string; readonly state: string; readonly dueAt: string; readonly openedAt: string } | undefined;
}

/** What owner and staff wrote, and the sanction it is about. */
export interface AppealPageSight {
  readonly messages: readonly {
    readonly id: string;
    readonly side: "owner" | "staff";
    readonly body: string;
    readonly writtenAt: string;
    readonly writtenBy: string;
  }[];
  readonly sanction: RecordSight | undefined;
}

/** A line across a picture: what is usual, or from where on something follows. */
export interface Mark {
  readonly name: string;
  readonly label: string;
  /** The same throughout, or at each step. */
  readonly value: number | readonly number[];
}

export interface DetectionPageSight {
  /** The rule as it was when it found this. */
  readonly rule: {
    readonly id: string;
    readonly revision: number;
    readonly isChanged: boolean;
    readonly description: string;
    readonly rule?: unknown;
  };
  readonly similar: { readonly before: number; readonly falsePositives: number };
  readonly sanction: RecordSight | undefined;
  /** What was recorded around that time, and from where on it is found; the first is what it is about. */
  readonly courses: readonly CourseSight[];
  readonly inputs: Row;
}

/** What was recorded over a time, step by step. */
export interface CourseSight {
  readonly title: string;
  readonly unit: string;
  readonly from: string;
  readonly stepMs: number;
  readonly series: readonly { readonly name: string; readonly label: string }[];
  readonly points: readonly Readonly<Record<string, number>>[];
  /** Whether its steps can be added up. */
  readonly hasTotals: boolean;
  readonly marks: readonly Mark[];
}

export interface RulePageSight {
  readonly counts: { readonly right: number; readonly wrong: number; readonly dismissed: number; readonly unjudged: number };
  readonly detections: readonly RecordSight[];
}

/** A number that expressions of rules can be written with. */
export interface FeatureSight {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly unit: string;
  readonly explanation: string;
}

/** Whether an expression can be read, and what is wrong where. */
export interface ExpressionSight {
  readonly isValid: boolean;
  readonly fault: { readonly message: string; readonly marked: string } | null;
  readonly features: readonly string[];
  readonly warnings: readonly string[];
}

/** Whose projects a plan limits, and by what. */
export interface PlanPageSight {
  readonly limits: readonly {
    readonly metric: string;
    readonly limit: number;
    /** Projects on the plan with a quota of their own, which this limit does not reach. */
    readonly own: number;
  }[];
  /** Of so many quotas, the newest, if there are more. */
  readonly ownAmong: number | null;
  /** As far as they are counted. */
  readonly developersCount: string;
  readonly projectsCount: string;
  /** Those who came last. */
  readonly developers: readonly RecordSight[];
}

export interface SchemaColumnSight {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isKey: boolean;
}

export interface SchemaPolicySight {
  readonly name: string;
  readonly command: string;
  readonly roles: readonly string[];
  readonly isPermissive: boolean;
}

export interface SchemaTableSight {
  readonly schema: string;
  readonly name: string;
  readonly hasRls: boolean;
  readonly reachableBy: readonly string[];
  readonly rowsEstimate: number | null;
  readonly bytes: number;
  readonly columns: readonly SchemaColumnSight[];
  readonly policies: readonly SchemaPolicySight[];
  readonly indexesCount: number;
  readonly triggersCount: number;
}

interface RelationEndSight {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface RelationSight {
  readonly name: string;
  readonly from: RelationEndSight;
  readonly to: RelationEndSight;
  readonly isOneToOne: boolean;
}

/** What a project's database is made of. */
export interface SchemaSight {
  readonly schemas: readonly { readonly name: string; readonly isExposed: boolean }[];
  readonly tables: readonly SchemaTableSight[];
  readonly views: readonly { readonly schema: string; readonly name: string; readonly columns: readonly SchemaColumnSight[] }[];
  readonly relations: readonly RelationSight[];
  readonly functions: readonly { readonly schema: string; readonly name: string; readonly signature: string }[];
  readonly extensions: readonly { readonly name: string; readonly version: string }[];
}

export interface TokenSight {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string;
}

export interface DeveloperPageSight {
  readonly sessions: { readonly live: number; readonly lastUsedAt: string | null };
  readonly tokens: readonly TokenSight[];
  readonly projects: readonly UsedProject[];
  readonly requests: RequestsOverTime;
  readonly audit: readonly RecordSight[];
}

/** A project with what it was asked for over a range of time. */
export interface UsedProject {
  readonly project: RecordSight;
  readonly total: number;
  /** Step by step, for a small picture. */
  readonly steps: readonly number[];
}

/** And with what it was asked for as long before. */
export interface RankedProject extends UsedProject {
  readonly before: number;
}

/** How much of a limit is used, of whichever project. */
export interface CapSight {
  readonly projectId: string;
  readonly metric: string;
  readonly used: number;
  readonly limit: number;
  readonly source: LimitSight["source"];
}

/** Something that waits for a person. */
export interface QueueItem {
  readonly kind: WorkItem["kind"];
  readonly resource: string;
  /** Since when it waits. */
  readonly since: string;
  /** By when somebody should have looked at it. */
  readonly dueAt: string;
  /** Who took it upon themselves. */
  readonly takenBy: string | null;
  /** Whether this reader took it; or, where nobody did, began it or wrote last about it. */
  readonly isMine: boolean;
  readonly record: RecordSight;
  readonly acts: readonly QueueAct[];
}

/** What can be done about it on the spot. */
export interface QueueAct {
  readonly resource: string;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** The key that does it to the item one is at. */
  readonly key?: "a" | "d";
  /** What its form begins with, beside what it says itself. */
  readonly said: Row;
}

/** How the platform is, in a line. */
export interface Vitals {
  readonly health: {
    readonly status: "pass" | "warn" | "fail";
    readonly databaseMs: number | undefined;
    readonly secondsUnsealed: number;
    readonly jobsLate: number;
  };
  /** How staff is not told of anything, for want of configuration. */
  readonly missingWays: readonly { readonly way: string; readonly by: string }[];
  readonly requests: RequestsOverTime;
  readonly totals: Requests;
}

export interface WorkQueueSight extends Vitals {
  readonly items: readonly QueueItem[];
  /** Since when nobody has tried the sealed codes, where that is too long ago. */
  readonly drillDueSince: string | null;
  /** Why sealed codes would not all open on this host with the database away. */
  readonly glassFlaw: string | null;
  /** Whether this reader may take what waits upon themselves. */
  readonly mayTake: boolean;
  readonly names: Names;
}

export interface DashboardSight extends Vitals {
  /** How much more than as long before: 0.5 is half as much again. Nothing where there was nothing before. */
  readonly change: { readonly [Name in keyof Requests]: number | null };
  readonly activeProjects: number;
  readonly counts: {
    readonly projects: number;
    readonly developers: number;
    readonly suspended: number;
    readonly overrides: number;
    readonly waitingMail: number;
    readonly failedMail: number;
  };
  /** The last fourteen days (UTC), the present one last. */
  readonly newcomers: readonly { readonly at: string; readonly projects: number; readonly developers: number }[];
  readonly byUse: readonly RankedProject[];
  readonly byGrowth: readonly RankedProject[];
  readonly caps: readonly CapSight[];
  readonly queue: readonly QueueItem[];
  readonly suspensions: readonly RecordSight[];
  readonly overrides: readonly RecordSight[];
  readonly audit: readonly RecordSight[];
  readonly names: Names;
}

/** What a trial of a limit can be of. */
export interface BacktestChoices {
  readonly plans: readonly string[];
}

/** Whom a change would have hit. */
export interface BacktestSight {
  readonly from: string;
  readonly countedFrom: string;
  readonly recordedFrom: string | null;
  readonly caveat: string;
  readonly rowsRead: number;
  readonly projectsTested: number;
  readonly hitCount: number;
  readonly tookMs: number;
  readonly days: readonly { readonly day: string; readonly projects: number; readonly refused: number }[];
  readonly projects: readonly {
    readonly projectId: string;
    readonly name: string;
    readonly developerId: string;
    readonly limitNow: number | null;
    readonly isHitNow: boolean;
    readonly firstAt: string | null;
    readonly minutes: number;
    readonly refused: number;
    readonly worst: number;
    readonly hitsCount: number;
  }[];
}

export interface BacktestAnswer {
  readonly backtest?: BacktestSight;
  readonly names?: Names;
  readonly problem?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Whom a rule would have found. */
export interface RuleTrialSight {
  readonly from: string;
  readonly lacks: readonly {
    readonly what: "requests" | "feature" | "usage_by_hour";
    readonly name: string | null;
    readonly recordedFrom: string | null;
    readonly consequence: string;
  }[];
  readonly stepSeconds: number;
  readonly rowsRead: number;
  readonly tookMs: number;
  readonly subjectKind: "project" | "network";
  readonly subjectsTested: number;
  readonly foundCount: number;
  readonly tells: "nobody" | "owner" | "staff";
  readonly sanction: SanctionLevel | null;
  readonly found: readonly {
    readonly subjectId: string;
    readonly projectId: string | null;
    readonly name: string | null;
    readonly developerId: string | null;
    readonly isFoundNow: boolean | null;
    readonly firstAt: string;
    readonly minutes: number;
    readonly worst: number;
    readonly detectionsCount: number;
    readonly sanctionsCount: number;
    readonly sanctionMinutes: number;
  }[];
  readonly days: readonly {
    readonly day: string;
    readonly isRecorded: boolean;
    readonly subjects: number;
    readonly detections: number;
    readonly sanctions: number;
  }[];
}

export interface RuleTrialAnswer {
  readonly trial?: RuleTrialSight;
  readonly names?: Names;
  /** What is wrong with the rule, at the fields of its form. */
  readonly form?: ActAnswer;
  /** And with how it shall be tried. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Who may do what: each role may what those before it may. */
export interface RightsSight {
  readonly operations: readonly {
    readonly id: string;
    readonly at: string;
    readonly tag: string;
    readonly summary: string;
    /** The least role that may. */
    readonly role: StaffRole;
    /** Asks again who one is. */
    readonly isSensitive: boolean;
    /** Where it waits for a second person; null where one is enough. */
    readonly forTwo: string | null;
    /** Where the console offers it. */
    readonly acts: readonly string[];
  }[];
  /** Who reads which list of the console. */
  readonly lists: readonly { readonly title: string; readonly role: StaffRole }[];
}

/** A filter of a list that its reader saved. */
export interface SavedFilterSight {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly query: string;
}

/** One thing that a search found. */
export interface Hit {
  readonly resource: string;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly state?: string;
}

export interface SearchAnswer {
  readonly groups: readonly {
    readonly resource: string;
    readonly title: string;
    readonly hits: readonly Hit[];
    /** There are more than these: the list of them all. */
    readonly more?: string;
  }[];
}
