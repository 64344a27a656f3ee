import type { Scene } from "./scene.ts";

/** Rows of what was tried against PostgreSQL itself: a statement, tried from every place that runs a tenant's code, and refused in each. */
export interface Hostile {
  readonly row: string;
  readonly what: string;
  readonly text: (scene: Scene) => string;
  /** PostgreSQL's code for the refusal: no right to do it, unless another is said. */
  readonly codes?: readonly string[];
}

const owner = ({ victim }: Scene) => `t_${victim.tenantId}_owner`;

export const hostile: readonly Hostile[] = [
  { row: "R2", what: "become the victim's login", text: (at) => `set role ${owner(at)}` },
  { row: "R3", what: "become the platform's provisioner", text: () => "set local role nm_provisioner" },
  { row: "R5", what: "become it by a function", text: (at) => `select set_config('role', '${owner(at)}', true)` },
  {
    row: "R4",
    what: "become it in one SELECT",
    text: (at) => `select query_to_xml($q$select set_config('role','${owner(at)}',true)$q$, true, false, '')::text`,
  },
  { row: "R6", what: "pass row-level security", text: () => "select set_config('role', 'service_role', false)" },
  { row: "R18", what: "take another session's authorization", text: (at) => `set session authorization ${owner(at)}` },
  {
    row: "R13",
    what: "end the victim's sessions",
    text: (at) => `select pg_terminate_backend(pid)::text from pg_stat_activity where usename = '${owner(at)}'`,
  },
  {
    row: "R13",
    what: "cancel the victim's statements",
    text: (at) => `select pg_cancel_backend(pid)::text from pg_stat_activity where usename = '${owner(at)}'`,
  },
  { row: "M8", what: "read passwords", text: () => "select rolpassword from pg_authid limit 1" },
  { row: "M19", what: "measure the victim's database", text: ({ victim }) => `select pg_database_size('t_${victim.tenantId}')::text` },
  { row: "L1", what: "hold an advisory lock", text: () => "select pg_advisory_lock(42)::text" },
  { row: "X1", what: "make a large object", text: () => "select lo_create(0)::text" },
  {
    row: "X39",
    what: "write to the log of changes without a table",
    text: () => "select pg_logical_emit_message(false, 'x', repeat('x', 1000))::text",
  },
  { row: "X42", what: "export a snapshot", text: () => "select pg_export_snapshot()" },
  { row: "X27", what: "read the server's files", text: () => "select pg_read_file('/etc/passwd')" },
  { row: "X28", what: "run a program", text: () => "copy plain to program 'true'", codes: ["42501", "copy_not_offered"] },
  { row: "X32", what: "switch triggers off", text: () => "set session_replication_role = replica" },
  { row: "X16", what: "lift the limit on temporary files", text: () => "set temp_file_limit = -1" },
  { row: "X40", what: "write to the server's log", text: () => "set log_min_messages = log" },
  { row: "X35", what: "load a library", text: () => "load '$libdir/passwordcheck'" },
  { row: "X36", what: "keep a slot of the log of changes", text: () => "select pg_create_physical_replication_slot('mine')::text" },
];

/** Tried with SQL only, where nothing else leads to them. */
export const commands: readonly (Hostile & { readonly codes: readonly string[] })[] = [
  ...(
    [
      ["R14", "end the transaction between statements", "commit", ["transaction_control"]],
      ["R15", "bring a second statement in a block", "do $$ begin commit; end $$", ["2D000"]],
      ["S2", "make oneself superuser", "alter role current_user superuser", ["42501"]],
      ["X12", "raise the limit on connections", "alter role current_user connection limit -1", ["42501"]],
      ["X11", "let the password expire", "alter role current_user valid until '2000-01-01'", ["42501"]],
      ["X10", "change the platform's settings", "alter system set work_mem = '1GB'", ["42501"]],
      [
        "X10",
        "change the database's settings",
        "do $$ begin execute format('alter database %I set work_mem = 1', current_database()); end $$",
        ["42501"],
      ],
      [
        "X21",
        "run code at everybody's commands",
        "create function e() returns event_trigger language plpgsql as $$ begin end $$; create event trigger e on ddl_command_start execute function e()",
        ["42501"],
      ],
      ["X22", "bring a language that no signal ends", "create language pltcl", ["extension_not_offered", "42501"]],
      ["X24", "reach other servers", "do $$ begin execute 'create extension dblink'; end $$", ["42501", "0A000", "58P01"]],
      ["X25", "reach other servers by a subscription", "create subscription s connection 'host=127.0.0.1' publication p", ["42501"]],
      ["X30", "write in C", "create function c() returns int language c as 'x', 'y'", ["42501"]],
      ["X31", "write in PostgreSQL's own language", "create function i() returns int language internal as 'int4in'", ["42501"]],
      ["X37", "lock the catalog against all", "lock table pg_catalog.pg_class in access exclusive mode", ["42501"]],
      ["X41", "prepare a transaction that outlives its session", "prepare transaction 'mine'", ["transaction_control"]],
      [
        "X41",
        "prepare it in a block",
        "do $$ begin execute 'prepare transaction $x$mine$x$'; end $$",
        ["0A000", "25001", "55000", "42601"],
      ],
      ["X23", "drop what protects the database", "drop schema nextmavens cascade", ["42501"]],
      ["X23", "drop others' grants", "drop owned by anon", ["42501"]],
      ["X23", "take over the shared roles", "reassign owned by anon to current_user", ["42501"]],
      [
        "X29",
        "read files as a dictionary",
        "create text search dictionary d (template = ispell, dictfile = '../../../../etc/passwd', afffile = 'x')",
        ["22023", "F0000", "42501"],
      ],
      ["X38", "make an access method of one's own", "create access method m type index handler bthandler", ["42501"]],
      ["N1", "listen from SQL", "listen anything", ["listen_not_offered"]],
      ["X27", "copy from a file", "copy secrets from '/etc/passwd'", ["copy_not_offered", "42501"]],
    ] as const
  ).map(([row, what, text, codes]) => ({ row, what, text: () => text, codes })),
];
