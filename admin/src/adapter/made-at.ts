import { join, name, sql } from "@nextmavens/api/platform/db/sql";
import { lowestIdAt, type Noun } from "@nextmavens/api/platform/ids";
import type { Column, Relation } from "./catalog.ts";
import { conditionOf, type Wanted } from "./conditions.ts";
import type { Part } from "./served.ts";

/** The column that tells when a row was made, which its id begins with: in the order of ids it is in order too. */
export interface MadeAt {
  readonly column: string;
  readonly noun: Noun;
}

/** A row's id is made after the moment its action holds for now, and before that action ends. */
const longestActMs = 10 * 60_000;

/** A span of time as a range of ids, which the key's index finds. */
export function momentsOf(relation: Relation, madeAt: MadeAt | undefined, column: Column, wanted: Wanted): Part | undefined {
  if (column.name !== madeAt?.column || typeof wanted === "string" || "oneOf" in wanted) return undefined;
  const key = name(relation.key);
  const bounds = [
    ...[wanted.from].flatMap((from) => (isMoment(from) ? [sql`${key} >= ${lowestIdAt(madeAt.noun, Date.parse(from))}`] : [])),
    ...[wanted.to].flatMap((to) => (isMoment(to) ? [sql`${key} < ${lowestIdAt(madeAt.noun, Date.parse(to) + longestActMs)}`] : [])),
  ];
  return { sql: join([conditionOf(relation, column, wanted).sql, ...bounds], " and "), isServed: true };
}

const isMoment = (text: string | undefined): text is string => text !== undefined && Date.parse(text) >= 0;
