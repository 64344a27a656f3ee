import type { Contents } from "../catalog/build.ts";
import type { Table } from "../catalog/model.ts";
import { fault } from "../fault.ts";
import { nearest } from "../nearest.ts";
import { type DataRequest, isRead } from "../request.ts";
import { planCall } from "./call.ts";
import type { Answer, Call, Child, Condition, Node, Plan, Write } from "./model.ts";
import { chooseOutput } from "./output.ts";
import { planRead } from "./read.ts";
import { planWrite } from "./write.ts";

/** As what a request may be answered. */
export interface Powers {
  readonly mayExplain: boolean;
}

const kinds = { GET: "read", HEAD: "read", POST: "insert", PATCH: "update", PUT: "put", DELETE: "delete" } as const;

export function plan(request: DataRequest, catalog: Contents, powers: Powers): Plan {
  return request.kind === "routine" ? planOfCall(request, catalog, powers) : planOfRelation(request, catalog, powers);
}

function planOfRelation(request: DataRequest, catalog: Contents, powers: Powers): Plan {
  const { query, method } = request;
  const table = findTable(catalog, request.name);
  const kind = kinds[method];
  const write = kind === "read" ? undefined : planWrite(request, table);
  const level = kind === "read" ? query.root : { ...query.root, filters: [], limit: undefined, offset: undefined };
  const root = planRead(catalog, query, { table, name: table.name, level });
  const isPlain = (kind === "read" ? table.isPlainToRead : table.isPlainToWrite) && isPlainNode(root, catalog);
  const answer = answerOf({ request, table, root, write, call: undefined, catalog, powers, isPlain });
  return {
    kind,
    root,
    write,
    call: undefined,
    answer,
    isPlain: isPlain && isPlainWrite(request) && isPlainAnswer(answer),
    isReadOnly: kind === "read",
  };
}

function planOfCall(request: DataRequest, catalog: Contents, powers: Powers): Plan {
  const call = planCall(request, catalog);
  const { returns, isVolatile } = call.routine;
  const table = returns.table === null ? undefined : catalog.tables.get(returns.table);
  const name = returns.table ?? call.routine.name;
  const root = planRead(catalog, request.query, { table, name, level: request.query.root });
  const answer = answerOf({ request, table, root, write: undefined, call, catalog, powers, isPlain: false });
  if (answer.rowsMax !== undefined && !returns.isSet) {
    throw fault("PGRST128", "Function must return SETOF or TABLE when max-affected preference is used with handling=strict");
  }
  return { kind: "call", root, write: undefined, call, answer, isPlain: false, isReadOnly: isRead(request) || !isVolatile };
}

interface Planned {
  readonly request: DataRequest;
  readonly table: Table | undefined;
  readonly root: Node;
  readonly write: Write | undefined;
  readonly call: Call | undefined;
  readonly catalog: Contents;
  readonly powers: Powers;
  readonly isPlain: boolean;
}

function answerOf({ request, table, root, write, call, catalog, powers: { mayExplain }, isPlain }: Planned): Answer {
  const { method, prefer } = request;
  const isReading = isRead(request) || call !== undefined;
  const isWhole = root.children.length === 0 && root.select.length === 1 && root.select[0]?.kind === "all";
  const output = chooseOutput({ accept: request.accept, table: table?.name, routine: call?.routine, isWhole, mayExplain }, catalog);
  const returns = isReading ? "representation" : prefer.returns;
  const isKeyWanted = method === "POST" && returns === "headers-only" && (table?.primaryKey.length ?? 0) > 0;
  return {
    rows: method !== "HEAD" && returns === "representation" ? "selected" : isKeyWanted ? "key" : "none",
    output,
    counts: call ? prefer.count && "exact" : isReading ? prefer.count : undefined,
    rowsMax: isRead(request) ? undefined : prefer.maxAffected,
    isOneRowOnly: !isRead(request) && output.kind === "object" && !call?.routine.returns.isVoid,
    tellsInserted: write?.conflict !== undefined && (method === "PUT" || write.conflict.merges),
    resolves: write?.conflict !== undefined && method === "POST",
    tellsWishes: !isPlain,
  };
}

/** Throws the dialect's error where there is no such relation. */
export function findTable(catalog: Contents, name: string): Table {
  const table = catalog.tables.get(name);
  if (table) return table;
  const meant = nearest(name, [...catalog.tables.keys()]);
  throw fault("PGRST205", `Could not find the table '${catalog.schema}.${name}' in the schema cache`, {
    ...(meant !== undefined && { hint: `Perhaps you meant the table '${catalog.schema}.${meant}'` }),
  });
}

/** No code of the tenant's runs for the node's own columns, nor for what is embedded in it. */
const isPlainNode = (node: Node, catalog: Contents): boolean =>
  node.select.every((item) => item.kind === "all" || (!item.cast && !item.aggregate?.cast && !item.place?.isComputed)) &&
  node.where.every(isPlainCondition) &&
  node.order.every(({ place }) => !place.isComputed) &&
  node.children.every((child) => isPlainChild(child, catalog));

const isPlainChild = ({ link, node }: Child, catalog: Contents): boolean =>
  link.cardinality !== "computed" &&
  node.table?.isPlainToRead === true &&
  (link.junction === undefined || catalog.tables.get(link.junction.table)?.isPlainToRead === true) &&
  isPlainNode(node, catalog);

function isPlainCondition(condition: Condition): boolean {
  if (condition.kind === "logic") return condition.conditions.every(isPlainCondition);
  return condition.kind !== "search" && (condition.kind === "absent" || !condition.place.isComputed);
}

const isPlainWrite = ({ prefer }: DataRequest) => !prefer.takesDefaults && prefer.resolution === undefined;
const isPlainAnswer = ({ output, rowsMax }: Answer) => output.explain === undefined && output.kind !== "custom" && rowsMax === undefined;
