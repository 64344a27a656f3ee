/** What a parse tree says about a statement, before it is run. Pure: node tags and a few of their fields. */

export interface Classified {
  /** `writes`: it may make the database grow. `shrinks`: it only takes away. `reads`: it does neither, functions it calls aside. */
  readonly effect: "reads" | "shrinks" | "writes";
  readonly refusal: "transaction_control" | "copy_not_offered" | "listen_not_offered" | "extension_not_offered" | undefined;
  /** It can't run in a transaction block. */
  readonly isAlone: boolean;
  /** It is `select` with one expression behind it and nothing else; `cast`: the expression is a null cast to some type, once. */
  readonly selects: "expression" | "cast" | undefined;
}

type Tree = Readonly<Record<string, unknown>>;

/** `statement` is an object with one member: the node's tag and its fields. */
export function classify(statement: Tree): Classified {
  const [[tag, fields] = ["", {}]] = Object.entries(statement) as [string, Tree][];
  return { effect: effectOf(tag, fields), refusal: refusalOf(tag, fields), isAlone: isAlone(tag, fields), selects: selected(tag, fields) };
}

function effectOf(tag: string, fields: Tree): Classified["effect"] {
  const inner = queryIn(tag, fields);
  if (inner) return classify(inner).effect;
  if (tag === "VacuumStmt") return "shrinks";
  if (!readers.has(tag) && !shrinkers.has(tag)) return "writes";
  if (holds(fields, growing)) return "writes";
  return shrinkers.has(tag) || holds(fields, shrinkers) ? "shrinks" : "reads";
}

const readers = new Set(["SelectStmt", "VariableShowStmt", "VariableSetStmt", "FetchStmt", "ClosePortalStmt", "DeallocateStmt"]);
const shrinkers = new Set(["DeleteStmt", "DropStmt", "TruncateStmt"]);

/** EXPLAIN and DECLARE do what the statement in them does; EXPLAIN without ANALYZE only looks. */
function queryIn(tag: string, { query, options }: Tree): Tree | undefined {
  if (tag === "DeclareCursorStmt") return query as Tree;
  if (tag !== "ExplainStmt") return undefined;
  return hasOption(options, "analyze") ? (query as Tree) : { SelectStmt: {} };
}

const growing = new Set(["InsertStmt", "UpdateStmt", "MergeStmt", "intoClause"]);

/** Whether one of these stands anywhere inside: `with … insert`, `select … into`. */
function holds(tree: unknown, tags: ReadonlySet<string>): boolean {
  const waiting: unknown[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (tags.has(name)) return true;
      if (value !== undefined) waiting.push(value);
    }
  }
  return false;
}

function refusalOf(tag: string, fields: Tree): Classified["refusal"] {
  const { extname } = fields;
  if (tag === "TransactionStmt" || setsTransaction(tag, fields)) return "transaction_control";
  if (tag === "CreatePLangStmt") return "extension_not_offered";
  if (tag === "CreateExtensionStmt" && !extensions.has(String(extname))) return "extension_not_offered";
  if (tag === "CopyStmt") return "copy_not_offered";
  if (tag === "ListenStmt" || tag === "UnlistenStmt") return "listen_not_offered";
  return undefined;
}

/** As in the template of tenants' databases, which asks this of every CREATE EXTENSION where a superuser could bootstrap. */
export const extensions: ReadonlySet<string> = new Set(
  (
    "btree_gin btree_gist citext cube dict_int fuzzystrmatch hstore intarray isn ltree pg_trgm pgcrypto plpgsql seg tablefunc tcn " +
    "tsm_system_rows tsm_system_time unaccent uuid-ossp vector"
  ).split(" "),
);

const setsTransaction = (tag: string, { name }: Tree) =>
  tag === "VariableSetStmt" && typeof name === "string" && /^(transaction|session characteristics|transaction_)/i.test(name);

function isAlone(tag: string, { is_vacuumcmd, concurrent, params, kind, relation, target, cmds }: Tree): boolean {
  if (alone.has(tag)) return true;
  if (tag === "VacuumStmt") return is_vacuumcmd === true;
  if (tag === "IndexStmt" || tag === "DropStmt") return concurrent === true;
  if (tag === "ReindexStmt") return hasOption(params, "concurrently") || manyIndexes.has(String(kind));
  if (tag === "ClusterStmt") return relation === undefined;
  if (tag === "DiscardStmt") return target === "DISCARD_ALL";
  return tag === "AlterTableStmt" && detachesConcurrently(cmds);
}

const alone = new Set([
  "CreatedbStmt",
  "DropdbStmt",
  "CreateTableSpaceStmt",
  "DropTableSpaceStmt",
  "AlterSystemStmt",
  "CreateSubscriptionStmt",
  "DropSubscriptionStmt",
]);
const manyIndexes = new Set(["REINDEX_OBJECT_DATABASE", "REINDEX_OBJECT_SYSTEM", "REINDEX_OBJECT_SCHEMA"]);

interface AlterTableCmd {
  readonly AlterTableCmd?: { readonly def?: { readonly PartitionCmd?: { readonly concurrent?: boolean } } };
}
const detachesConcurrently = (commands: unknown) =>
  Array.isArray(commands) && commands.some((command: AlterTableCmd) => command.AlterTableCmd?.def?.PartitionCmd?.concurrent === true);

function selected(tag: string, { targetList, limitOption: _limit, op, ...rest }: Tree): Classified["selects"] {
  if (tag !== "SelectStmt" || op !== "SETOP_NONE" || Object.keys(rest).length > 0) return undefined;
  const [target, ...more] = (targetList ?? []) as readonly { readonly ResTarget?: Tree }[];
  const { name, indirection, val } = target?.ResTarget ?? {};
  if (more.length > 0 || name !== undefined || indirection !== undefined || val === undefined) return undefined;
  const { arg } = ((val as Tree)["TypeCast"] ?? {}) as { readonly arg?: { readonly A_Const?: { readonly isnull?: boolean } } };
  return arg?.A_Const?.isnull ? "cast" : "expression";
}

const hasOption = (options: unknown, wanted: string) =>
  Array.isArray(options) &&
  options.some((option: { readonly DefElem?: { readonly defname?: string } }) => option.DefElem?.defname === wanted);
