/**
 * What the present platform's database is taken to look like. Of it only the names of the tables are known for sure, so every
 * column read stands here and nowhere else: `npm run import -- --describe` prints this, and each run compares the database
 * with it first. A column may have several names: the first that is there is read. Where yours has another one yet, say so in
 * a file for `--map`; where a table has another shape, make a view of this shape in a schema of its own and name that by `--schema`.
 */

/** What a column holds, and which types of PostgreSQL are read as that. */
export const kinds = {
  id: { types: ["uuid", "text", "varchar", "bpchar", "citext", "int2", "int4", "int8"], about: "read as text" },
  text: { types: ["text", "varchar", "bpchar", "citext", "name", "uuid", "int2", "int4", "int8", "enum"], about: "" },
  time: { types: ["timestamptz", "timestamp", "date"], about: "without a time zone it counts as UTC" },
  yesNo: { types: ["bool"], about: "" },
  number: { types: ["int2", "int4", "int8", "numeric", "float4", "float8"], about: "" },
  list: { types: ["_text", "_varchar", "json", "jsonb"], about: "an array of text, or a JSON array" },
  json: { types: ["json", "jsonb"], about: "" },
  digest: { types: ["text", "varchar", "bpchar", "bytea"], about: "SHA-256, in hexadecimal or as bytes" },
} as const;
export type Kind = keyof typeof kinds;

export interface Column {
  readonly kind: Kind;
  /** The names it may have, the likeliest first. */
  readonly names: readonly [string, ...string[]];
  /** Without it nothing of the table can be taken. */
  readonly isRequired?: true;
  /** What it means, or what is taken where it is missing. */
  readonly about: string;
}

export interface Table {
  readonly about: string;
  readonly columns: Readonly<Record<string, Column>>;
}

const required = true as const;

export const source = {
  developers: {
    about: "Customers. Become developers, with the password they have where it is an argon2 or bcrypt hash.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      email: {
        kind: "text",
        names: ["email", "email_address"],
        isRequired: required,
        about: "one that differs from another's in case only is renamed",
      },
      name: { kind: "text", names: ["name", "full_name", "display_name"], about: "without it, what stands before the @" },
      passwordHash: {
        kind: "text",
        names: ["password_hash", "hashed_password", "password"],
        about: "without it, a new one is set by mail",
      },
      verifiedAt: { kind: "time", names: ["email_verified_at", "verified_at"], about: "when the address was confirmed" },
      isVerified: {
        kind: "yesNo",
        names: ["email_verified", "is_verified"],
        about: "where there is no time of it; without both, not confirmed",
      },
      plan: { kind: "text", names: ["plan", "tier", "subscription_plan"], about: "free or pro; anything else counts as free" },
      status: { kind: "text", names: ["status"], about: "deleted ones are left behind" },
      createdAt: { kind: "time", names: ["created_at"], about: "without it, now" },
      deletedAt: { kind: "time", names: ["deleted_at"], about: "deleted ones are left behind" },
    },
  },
  projects: {
    about: "Become projects, each with a database of its own.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      developerId: { kind: "id", names: ["developer_id", "owner_id", "user_id"], isRequired: required, about: "one of developers" },
      name: { kind: "text", names: ["name", "project_name"], isRequired: required, about: "a second one of its owner's is renamed" },
      status: { kind: "text", names: ["status"], about: "deleted and archived ones are left behind; suspended ones stay suspended" },
      createdAt: { kind: "time", names: ["created_at"], about: "without it, now" },
      deletedAt: { kind: "time", names: ["deleted_at"], about: "deleted ones are left behind" },
    },
  },
  tenants: {
    about: "Which schema of the same database belongs to which project. Its tables become the schema public of the project's database.",
    columns: {
      projectId: { kind: "id", names: ["project_id"], isRequired: required, about: "one of projects" },
      schema: { kind: "text", names: ["schema_name", "db_schema", "schema"], isRequired: required, about: "the schema's name" },
      status: { kind: "text", names: ["status"], about: "deleted ones are left behind" },
    },
  },
  api_keys: {
    about: "Serve on as they are: only their hashes are known, there as here.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      projectId: { kind: "id", names: ["project_id"], isRequired: required, about: "one of projects" },
      digest: { kind: "digest", names: ["key_hash", "hashed_key", "hash"], isRequired: required, about: "of the whole key" },
      name: { kind: "text", names: ["name", "label"], about: "without it, imported" },
      type: { kind: "text", names: ["kind", "key_type", "type"], about: "public or secret in some words; without it, as --key-kind says" },
      prefix: { kind: "text", names: ["key_prefix", "prefix"], about: "how the key begins; without it, as --key-prefix says" },
      scopes: { kind: "list", names: ["scopes", "permissions"], about: "without it, all that its kind may have" },
      createdAt: { kind: "time", names: ["created_at"], about: "without it, now" },
      expiresAt: { kind: "time", names: ["expires_at"], about: "" },
      lastUsedAt: { kind: "time", names: ["last_used_at", "last_used"], about: "" },
      revokedAt: { kind: "time", names: ["revoked_at"], about: "" },
      isActive: { kind: "yesNo", names: ["is_active", "active", "enabled"], about: "one that is not is taken as revoked" },
    },
  },
  project_quotas: {
    about: "Become limits of the project's own.",
    columns: {
      id: { kind: "id", names: ["id"], about: "without it, project and metric" },
      projectId: { kind: "id", names: ["project_id"], isRequired: required, about: "one of projects" },
      metric: {
        kind: "text",
        names: ["metric", "quota_type", "resource"],
        isRequired: required,
        about: "a metric of ours, or a word for one",
      },
      limit: {
        kind: "number",
        names: ["limit_value", "quota_limit", "max_value", "hard_cap", "limit"],
        isRequired: required,
        about: "0 allows nothing",
      },
      reason: { kind: "text", names: ["reason", "notes"], about: "" },
      createdAt: { kind: "time", names: ["updated_at", "created_at"], about: "of two for one metric the newer counts" },
    },
  },
  suspensions: {
    about: "Taken with their history; of several that are open at once, the one that lasts longest.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      projectId: { kind: "id", names: ["project_id"], isRequired: required, about: "one of projects" },
      reason: { kind: "text", names: ["reason", "reason_code", "type"], about: "abuse, billing, legal, security; anything else is other" },
      statement: {
        kind: "text",
        names: ["statement", "description", "details", "notes"],
        about: "what the owner is told; without it, the reason",
      },
      startsAt: { kind: "time", names: ["starts_at", "suspended_at", "created_at"], about: "without it, now" },
      endsAt: { kind: "time", names: ["ends_at", "expires_at", "suspended_until"], about: "without it, until it is lifted" },
      liftedAt: { kind: "time", names: ["lifted_at", "resolved_at", "unsuspended_at"], about: "" },
      liftReason: { kind: "text", names: ["lift_reason", "resolution"], about: "" },
      isActive: { kind: "yesNo", names: ["is_active", "active"], about: "one that is not is taken as lifted" },
      by: { kind: "text", names: ["imposed_by", "suspended_by", "created_by"], about: "" },
    },
  },
  manual_overrides: {
    about: "Taken with their history; one without an end becomes a limit of the project's own.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      projectId: { kind: "id", names: ["project_id"], isRequired: required, about: "one of projects" },
      metric: {
        kind: "text",
        names: ["metric", "quota_type", "resource"],
        isRequired: required,
        about: "a metric of ours, or a word for one",
      },
      limit: { kind: "number", names: ["limit_value", "override_value", "new_limit", "value"], isRequired: required, about: "" },
      reason: { kind: "text", names: ["reason", "notes"], about: "" },
      startsAt: { kind: "time", names: ["starts_at", "valid_from", "created_at"], about: "without it, now" },
      endsAt: { kind: "time", names: ["ends_at", "expires_at", "valid_until"], about: "" },
      endedAt: { kind: "time", names: ["ended_at", "revoked_at"], about: "when somebody ended it early" },
      isActive: { kind: "yesNo", names: ["is_active", "active"], about: "one that is not is taken as ended" },
      by: { kind: "text", names: ["created_by", "approved_by", "granted_by"], about: "" },
    },
  },
  feature_flags: {
    about: "Become flags in flagd's form: on or off, for all or for a share.",
    columns: {
      key: { kind: "text", names: ["key", "flag_key", "name"], isRequired: required, about: "characters we don't allow become dashes" },
      isEnabled: { kind: "yesNo", names: ["enabled", "is_enabled", "value"], isRequired: required, about: "" },
      description: { kind: "text", names: ["description"], about: "" },
      percentage: { kind: "number", names: ["rollout_percentage", "percentage"], about: "for how many it is on; without it, all" },
    },
  },
  audit_logs: {
    about: "Kept whole in imported_audit_logs, apart from the log that this platform writes itself.",
    columns: {
      id: { kind: "id", names: ["id"], isRequired: required, about: "" },
      at: { kind: "time", names: ["created_at", "timestamp", "occurred_at", "at"], about: "" },
      actor: { kind: "text", names: ["actor_id", "user_id", "performed_by", "actor"], about: "" },
      action: { kind: "text", names: ["action", "event", "event_type"], about: "" },
      target: { kind: "text", names: ["target_id", "resource_id", "entity_id", "target"], about: "" },
      projectId: { kind: "id", names: ["project_id"], about: "shown with that project, where it was taken" },
      developerId: { kind: "id", names: ["developer_id"], about: "" },
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof source;
export const tableNames = Object.keys(source) as TableName[];

interface Values {
  id: string;
  text: string;
  time: string;
  yesNo: boolean;
  number: number;
  list: readonly string[];
  json: unknown;
  digest: string;
}

/** A row as it was read: any value may be missing in it, whatever the column promised. */
export type RowOf<Name extends TableName> = {
  readonly [Key in keyof (typeof source)[Name]["columns"]]: ValueOf<(typeof source)[Name]["columns"][Key]> | null;
};
type ValueOf<Of> = Of extends { readonly kind: infer K extends Kind } ? Values[K] : never;

/** The columns of a table, whichever it is. */
export const columnsOf = (table: TableName): Readonly<Record<string, Column>> => source[table].columns;

/** The assumed columns as text, for people. */
export function describe(): string {
  const lines = tableNames.flatMap((name) => [
    "",
    `${name}: ${source[name].about}`,
    ...Object.values(columnsOf(name)).map(({ names, kind, isRequired, about }) => {
      const notes = [kinds[kind].about, about].filter((each) => each !== "").join("; ");
      return `  ${isRequired ? "*" : " "} ${names.join(" or ").padEnd(46)} ${kind.padEnd(7)} ${notes}`.trimEnd();
    }),
  ]);
  return [
    "The tables and columns that the present platform is taken to have. Those with * must be there; others may be",
    "missing. Columns not named here are left behind and told in the report.",
    ...lines,
  ].join("\n");
}
