import type { Row, Value } from "../platform/db/exchange.ts";
import { Portal } from "../platform/db/portal.ts";
import type { Session } from "../platform/db/session.ts";

/** Types of PostgreSQL's own, by their fixed numbers. Others are looked up in the tenant's database. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [16, "bool"],
  [17, "bytea"],
  [19, "name"],
  [20, "int8"],
  [21, "int2"],
  [23, "int4"],
  [25, "text"],
  [26, "oid"],
  [114, "json"],
  [700, "float4"],
  [701, "float8"],
  [1000, "bool[]"],
  [1005, "int2[]"],
  [1007, "int4[]"],
  [1009, "text[]"],
  [1016, "int8[]"],
  [1042, "bpchar"],
  [1043, "varchar"],
  [1082, "date"],
  [1083, "time"],
  [1114, "timestamp"],
  [1184, "timestamptz"],
  [1186, "interval"],
  [1266, "timetz"],
  [1700, "numeric"],
  [2278, "void"],
  [2950, "uuid"],
  [3802, "jsonb"],
]);

const lookUp = `
  select t.oid, case when e.oid is null then t.typname::pg_catalog.text else e.typname || '[]' end
  from pg_catalog.pg_type t left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A' and e.typarray = t.oid
  where t.oid = any ($1::pg_catalog.oid[])`;

/** The names of types, asked of the session where they are not known. */
export async function nameTypes(session: Session, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const unknown = [...new Set(ids)].filter((id) => !builtIn.has(id));
  if (unknown.length === 0) return builtIn;
  const { rows } = await session.exchange(new Portal(lookUp, [`{${unknown.join(",")}}`], 0));
  return new Map([...builtIn, ...rows.map(idAndName)]);
}

const idAndName = ([id, name]: Row): [number, string] => [Number(id), textOf(name)];
const textOf = (value: Value | undefined) => value ?? "unknown";

/** Of the tenant's making, whatever its name: PostgreSQL numbers its own below this. */
export const isOwn = (id: number): boolean => id >= 16_384;
