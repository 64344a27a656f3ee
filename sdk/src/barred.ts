import { NextMavensError } from "./error.ts";

/** Which limit was met, what set it, and when it begins anew. */
export interface QuotaDetails {
  readonly metric: string;
  readonly limit: number;
  readonly used: number;
  readonly window: string | null;
  /** When there is room again by itself; null where there never will be. */
  readonly resetsAt: string | null;
  readonly source: { readonly kind: string; readonly id?: string };
  /** Where the project's owner reads each limit, what sets it and what comes next. */
  readonly limitsUrl: string;
}

/** Why a project is suspended or restricted, and where to read what to do. */
export interface SuspensionDetails {
  readonly level: string;
  readonly reason: string;
  readonly statement: string;
  readonly statusUrl: string;
  /** When it ends by itself; null where it does not. */
  readonly until: string | null;
  /** Where the project's owner appeals against it, by POST. */
  readonly appealUrl: string;
}

type Further = Readonly<Record<string, unknown>>;

/** A limit of the project is reached: which, since what, until when, and where its owner turns to. */
export class QuotaExceededError extends NextMavensError {
  override readonly name: string = "QuotaExceededError";
  declare readonly code: "quota_exceeded";
  declare readonly details: QuotaDetails & Further;

  /** The limit that was met, such as `requests_per_day`. */
  get policy(): string {
    return this.details.metric;
  }

  /** When there is room again by itself; nothing where there never will be. */
  get reset(): Date | undefined {
    return timeIn(this.details.resetsAt);
  }

  /** How much was used of how much, and what set the limit. */
  get reason(): string {
    const { metric, used, limit, source } = this.details;
    return `${metric}: ${used} of ${limit} used; the limit comes from the project's ${source.kind}`;
  }

  /** Where the project's owner reads its limits: nothing was imposed that could be appealed against. */
  get appealUrl(): string {
    return this.details.limitsUrl;
  }
}

/** The project is suspended, or restricted to reading and shrinking: why, until when, and where its owner appeals. */
export class ProjectSuspendedError extends NextMavensError {
  override readonly name: string = "ProjectSuspendedError";
  declare readonly code: "project_suspended" | "project_restricted";
  declare readonly details: SuspensionDetails & Further;

  /** What is imposed: `suspended` or `restricted`. */
  get policy(): string {
    return this.details.level;
  }

  /** When it ends by itself; nothing where it does not. */
  get reset(): Date | undefined {
    return timeIn(this.details.until);
  }

  /** What the owner was told. */
  get reason(): string {
    return this.details.statement;
  }

  /** Where the project's owner appeals, by POST; `details.statusUrl` is for reading. */
  get appealUrl(): string {
    return this.details.appealUrl;
  }
}

const timeIn = (text: string | null | undefined) => (text ? new Date(text) : undefined);

const classes: Readonly<Record<string, typeof NextMavensError>> = {
  quota_exceeded: QuotaExceededError,
  project_suspended: ProjectSuspendedError,
  project_restricted: ProjectSuspendedError,
};

/** The class of error that a code has. */
export const classOf = (code: string): typeof NextMavensError => classes[code] ?? NextMavensError;
