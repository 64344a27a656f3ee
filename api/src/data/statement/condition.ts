import { join, literal, type Sql, sql } from "../../platform/db/sql.ts";
import { comparisons, searches, states } from "../grammar/ast.ts";
import type { Condition, Ordering, Place } from "../plan/model.ts";
import { type Rows, raw, valueAt } from "./value.ts";

type Asked<Kind extends Condition["kind"]> = Extract<Condition, { kind: Kind }>;

export const whereOf = (conditions: readonly Sql[]) => (conditions.length === 0 ? sql`` : sql` where ${join(conditions, " and ")}`);

/** A condition on a row. `isAbsent` tells of an embedded relation whether it has no row. */
export function test(rows: Rows, condition: Condition, isAbsent: (child: string) => Sql): Sql {
  const holds = testOf(rows, condition, isAbsent);
  return condition.isNegated ? sql`not (${holds})` : holds;
}

function testOf(rows: Rows, condition: Condition, isAbsent: (child: string) => Sql): Sql {
  switch (condition.kind) {
    case "logic":
      return sql`(${join(
        condition.conditions.map((each) => test(rows, each, isAbsent)),
        ` ${condition.word} `,
      )})`;
    case "absent":
      return isAbsent(condition.child);
    case "is":
      return sql`${valueAt(rows, condition.place)} ${raw(states[condition.value])}`;
    case "in":
      return sql`${valueAt(rows, condition.place)} = any (${listOf(condition)})`;
    case "search":
      return searchOf(rows, condition);
    case "compare":
      return sql`${valueAt(rows, condition.place)} ${raw(comparisons[condition.operator])} ${comparedTo(condition)}`;
  }
}

/** The function that reads a domain's value from a text, where it has one. */
const readerOf = ({ column, path }: Place): string | null => (column && "readBy" in column && path.length === 0 ? column.readBy : null);

function listOf({ place, slot }: Asked<"in">): Sql {
  const reader = readerOf(place);
  return reader === null ? sql`${slot}` : sql`array(select ${raw(reader)}(_v) from pg_catalog.unnest(${slot}::pg_catalog.text[]) as _v)`;
}

function comparedTo({ quantifier, slot, place }: Asked<"compare">): Sql {
  if (quantifier) return sql`${raw(quantifier)} (${slot})`;
  const reader = readerOf(place);
  return reader === null ? sql`${slot}` : sql`${raw(reader)}(${slot}::pg_catalog.text)`;
}

function searchOf(rows: Rows, { place, operator, language, slot }: Asked<"search">): Sql {
  const inLanguage = language === undefined ? sql`` : sql`${literal(language)}::pg_catalog.regconfig, `;
  const value = valueAt(rows, place);
  const isReady = place.path.length === 0 && place.column?.type === "tsvector";
  const words = isReady ? value : sql`pg_catalog.to_tsvector(${inLanguage}${value})`;
  return sql`${words} @@ pg_catalog.${raw(searches[operator])}(${inLanguage}${slot})`;
}

export function orderOf(rows: Rows, order: readonly Ordering[], inChild: (child: string, place: Place) => Sql): Sql {
  if (order.length === 0) return sql``;
  const items = order.map(({ child, place, direction, nulls }) => {
    const value = child === undefined ? valueAt(rows, place) : inChild(child, place);
    return sql`${value}${raw(direction ? ` ${direction}` : "")}${raw(nulls ? ` nulls ${nulls}` : "")}`;
  });
  return sql` order by ${join(items)}`;
}
