import { alterColumn, column, commentOn, constraint } from "./columns.ts";
import type { Change, ChangeOf } from "./contract.ts";
import { type Ddl, ddl, expression, list, literal, name, names, words } from "./ddl.ts";

type Writers = { readonly [Kind in Change["kind"]]: (it: ChangeOf<Kind>) => readonly Ddl[] };

const writers: Writers = {
  "create table": createTable,
  "alter table": alterTable,
  "drop table": (it) => [ddl`drop table ${tableOf(it)}${cascading(it)}`],
  "add column": (it) => [ddl`alter table ${tableOf(it)} add column ${column(it.column)}`, ...commentsOn(it.schema, it.table, [it.column])],
  "alter column": alterColumn,
  "drop column": (it) => [ddl`alter table ${tableOf(it)} drop column ${name(it.column)}${cascading(it)}`],
  "add constraint": (it) => [ddl`alter table ${tableOf(it)} add ${constraint(it.constraint)}`],
  "drop constraint": (it) => [ddl`alter table ${tableOf(it)} drop constraint ${name(it.name)}${cascading(it)}`],
  "create index": createIndex,
  "drop index": (it) => [ddl`drop index ${name(it.schema, it.name)}${cascading(it)}`],
  "create enum": (it) => [ddl`create type ${name(it.schema, it.name)} as enum (${list(it.values.map(literal))})`],
  "add enum value": (it) => [
    ddl`alter type ${name(it.schema, it.name)} add value ${literal(it.value)}${it.before !== undefined && ddl` before ${literal(it.before)}`}${
      it.after !== undefined && ddl` after ${literal(it.after)}`
    }`,
  ],
  "rename enum value": (it) => [ddl`alter type ${name(it.schema, it.name)} rename value ${literal(it.value)} to ${literal(it.rename)}`],
  "drop enum": (it) => [ddl`drop type ${name(it.schema, it.name)}${cascading(it)}`],
  "set rls": (it) => [
    rls(it, it.isEnabled ? "enable" : "disable"),
    ...(it.isForced === undefined ? [] : [rls(it, it.isForced ? "force" : "no force")]),
  ],
  "create policy": createPolicy,
  "drop policy": (it) => [ddl`drop policy ${name(it.name)} on ${tableOf(it)}`],
  grant: (it) => [
    rls(it, "enable"),
    ddl`grant usage on schema ${name(it.schema)} to ${names(it.to)}`,
    ddl`grant ${privileges(it)} on table ${tableOf(it)} to ${names(it.to)}`,
  ],
  revoke: (it) => [ddl`revoke ${privileges(it)} on table ${tableOf(it)} from ${names(it.from)}`],
};

/** The SQL of a change. */
export const statementsOf = (change: Change): readonly Ddl[] => (writers[change.kind] as (it: Change) => readonly Ddl[])(change);

interface OfTable {
  readonly schema: string;
  readonly table: string;
}

const tableOf = ({ schema, table }: OfTable) => name(schema, table);
const cascading = ({ cascade }: { readonly cascade: boolean }) => cascade && words(" cascade");
const rls = (it: OfTable, how: "enable" | "disable" | "force" | "no force") =>
  ddl`alter table ${tableOf(it)} ${words(how)} row level security`;
const privileges = (it: { readonly privileges: readonly string[] }) => words(it.privileges.join(", "));

const commentsOn = (schema: string, table: string, columns: ChangeOf<"create table">["columns"]) =>
  columns.flatMap(({ name: own, comment }) => (comment === undefined ? [] : [commentOn(ddl`column ${name(schema, table, own)}`, comment)]));

function createTable(it: ChangeOf<"create table">): readonly Ddl[] {
  const table = name(it.schema, it.name);
  const parts = [...it.columns.map(column), ...it.constraints.map(constraint)];
  return [
    parts.length === 0 ? ddl`create table ${table} ()` : ddl`create table ${table} (\n  ${list(parts, ",\n  ")}\n)`,
    ...(it.hasRls ? [ddl`alter table ${table} enable row level security`] : []),
    ...(it.comment === undefined ? [] : [commentOn(ddl`table ${table}`, it.comment)]),
    ...commentsOn(it.schema, it.name, it.columns),
  ];
}

/** It is moved and renamed last. */
function alterTable({ schema, table, rename, moveTo, comment }: ChangeOf<"alter table">): readonly Ddl[] {
  return [
    comment !== undefined && commentOn(ddl`table ${name(schema, table)}`, comment),
    moveTo !== undefined && ddl`alter table ${name(schema, table)} set schema ${name(moveTo)}`,
    rename !== undefined && ddl`alter table ${name(moveTo ?? schema, table)} rename to ${name(rename)}`,
  ].filter((each) => each !== false);
}

function createIndex(it: ChangeOf<"create index">): readonly Ddl[] {
  const parts = it.parts.map(
    (part) =>
      ddl`${part.expression === undefined ? name(part.column ?? "") : expression(part.expression)}${
        part.operatorClass !== undefined && ddl` ${name(part.operatorClass)}`
      }${part.order && ddl` ${words(part.order)}`}${part.nulls && ddl` nulls ${words(part.nulls)}`}`,
  );
  return [
    ddl`create ${it.isUnique && words("unique ")}index ${it.concurrently && words("concurrently ")}${it.name !== undefined && ddl`${name(it.name)} `}on ${tableOf(it)} using ${words(it.method)} (${list(parts)})${
      it.include && ddl` include (${names(it.include)})`
    }${it.where !== undefined && ddl` where ${expression(it.where)}`}`,
  ];
}

function createPolicy(it: ChangeOf<"create policy">): readonly Ddl[] {
  return [
    ddl`create policy ${name(it.name)} on ${tableOf(it)} as ${words(it.isPermissive ? "permissive" : "restrictive")} for ${words(it.command)}${
      it.roles && ddl` to ${names(it.roles)}`
    }${it.using !== undefined && ddl` using ${expression(it.using)}`}${it.check !== undefined && ddl` with check ${expression(it.check)}`}`,
  ];
}
