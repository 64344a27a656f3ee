import { join, name, type Sql, sql } from "../../platform/db/sql.ts";
import type { Args, Call } from "../plan/model.ts";
import { raw } from "./value.ts";

/** A function's rows, or its value as a column `nm_value`; what its arguments come from stands before it. */
export function callOf({ routine, args }: Call): { readonly from: Sql; readonly isValue: boolean } {
  const { schema, name: called, returns } = routine;
  const isValue = !returns.isComposite;
  const plain = sql`${name(schema, called)}(${argumentsOf(args)})`;
  const call = returns.shownBy === null ? plain : sql`${raw(returns.shownBy)}(${plain})`;
  const given = args.kind === "json" && args.given.length > 0 ? sql`${jsonArguments(args)}, lateral ` : sql``;
  return { from: isValue ? sql`${given}(select ${call} as nm_value)` : sql`${given}${call}`, isValue };
}

function argumentsOf(args: Args): Sql {
  if (args.kind === "whole") return sql`${args.slot}::${raw(args.type)}`;
  if (args.kind === "json")
    return join(
      args.given.map(({ name: param, isVariadic }) => sql`${raw(isVariadic ? "variadic " : "")}${name(param)} => _b.${name(param)}`),
    );
  return join(
    args.given.map(({ name: param, type, isVariadic, slots }) => {
      const values = slots.map((slot) => sql`${slot}`);
      const value = isVariadic ? sql`array[${join(values)}]::${raw(type)}` : sql`${slots.at(-1)}::${raw(type)}`;
      return sql`${raw(isVariadic ? "variadic " : "")}${name(param)} => ${value}`;
    }),
  );
}

/** Of a list, the first member's. */
function jsonArguments({ slot, isList, given }: Extract<Args, { kind: "json" }>): Sql {
  const types = join(given.map(({ name: param, type }) => sql`${name(param)} ${raw(type)}`));
  return isList
    ? sql`(select * from pg_catalog.json_to_recordset(${slot}::pg_catalog.json) as _a (${types}) limit 1) as _b`
    : sql`pg_catalog.json_to_record(${slot}::pg_catalog.json) as _b (${types})`;
}
