import type { ChangeOf, ColumnInput, ConstraintInput } from "./contract.ts";
import { type Ddl, ddl, expression, literal, name, names, type, words } from "./ddl.ts";

/** A column as it stands in CREATE TABLE and ADD COLUMN. */
export const column = (it: ColumnInput): Ddl =>
  ddl`${name(it.name)} ${type(it.type)}${it.generatedAs !== undefined && ddl` generated always as ${expression(it.generatedAs)} stored`}${
    it.identity && ddl` generated ${words(it.identity)} as identity`
  }${it.default !== undefined && ddl` default ${expression(it.default)}`}${!it.isNullable && words(" not null")}${
    it.isPrimaryKey && words(" primary key")
  }${it.isUnique && words(" unique")}${it.check !== undefined && ddl` check ${expression(it.check)}`}${
    it.references &&
    ddl` references ${name(it.references.schema, it.references.table)}${it.references.column !== undefined && ddl` (${name(it.references.column)})`}${onChange(it.references)}`
  }`;

/** A constraint as it stands in CREATE TABLE and ADD CONSTRAINT. */
export const constraint = (it: ConstraintInput): Ddl => ddl`${it.name !== undefined && ddl`constraint ${name(it.name)} `}${rule(it)}`;

function rule(it: ConstraintInput): Ddl {
  if (it.kind === "check") return ddl`check ${expression(it.expression)}`;
  if (it.kind !== "foreign key") return ddl`${words(it.kind)} (${names(it.columns)})`;
  const { schema, table, columns } = it.references;
  return ddl`foreign key (${names(it.columns)}) references ${name(schema, table)}${columns && ddl` (${names(columns)})`}${onChange(it)}${
    it.isDeferrable && words(" deferrable initially deferred")
  }`;
}

interface OnChange {
  readonly onDelete?: ConstraintRule | undefined;
  readonly onUpdate?: ConstraintRule | undefined;
}
type ConstraintRule = NonNullable<Extract<ConstraintInput, { kind: "foreign key" }>["onDelete"]>;

const onChange = ({ onDelete, onUpdate }: OnChange): Ddl =>
  ddl`${onDelete && ddl` on delete ${words(onDelete)}`}${onUpdate && ddl` on update ${words(onUpdate)}`}`;

export const commentOn = (what: Ddl, comment: string | null): Ddl =>
  ddl`comment on ${what} is ${comment === null ? words("null") : literal(comment)}`;

/** The statements that a changed column takes; it is renamed last. */
export function alterColumn(it: ChangeOf<"alter column">): readonly Ddl[] {
  const table = name(it.schema, it.table);
  const place = name(it.column);
  const alter = (how: Ddl) => ddl`alter table ${table} alter column ${place} ${how}`;
  return [
    it.type !== undefined && alter(ddl`type ${type(it.type)}${it.using !== undefined && ddl` using ${expression(it.using)}`}`),
    it.isNullable !== undefined && alter(words(it.isNullable ? "drop not null" : "set not null")),
    it.default === null && alter(words("drop default")),
    typeof it.default === "string" && alter(ddl`set default ${expression(it.default)}`),
    it.comment !== undefined && commentOn(ddl`column ${name(it.schema, it.table, it.column)}`, it.comment),
    it.rename !== undefined && ddl`alter table ${table} rename column ${place} to ${name(it.rename)}`,
  ].filter((each) => each !== false);
}
