/** Kinds of things that are taken, as the table `imported` names them. */
export type ImportedKind =
  | "developer"
  | "project"
  | "tenant"
  | "api_key"
  | "project_quota"
  | "suspension"
  | "manual_override"
  | "feature_flag";

/** What this platform has already, as far as it matters to what may come. */
export interface Known {
  /** What the things taken by earlier runs are called here. */
  readonly imported: ReadonlyMap<ImportedKind, ReadonlyMap<string, string>>;
  /** E-mail addresses in lower case. */
  readonly emails: ReadonlySet<string>;
  /** `<developer id> <name in lower case>` of projects. */
  readonly projectNames: ReadonlySet<string>;
  /** Projects that were deleted here: nothing comes after them. */
  readonly deleted: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  /** Projects that are suspended and not lifted. */
  readonly suspended: ReadonlySet<string>;
  /** `<project id> <metric>` of projects' own limits. */
  readonly quotas: ReadonlySet<string>;
  /** Hashes of API keys, in hexadecimal. */
  readonly digests: ReadonlySet<string>;
  readonly now: string;
}

export const newIdOf = (known: Known, kind: ImportedKind, oldId: string): string | undefined => known.imported.get(kind)?.get(oldId);
