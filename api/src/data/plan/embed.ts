import type { Contents } from "../catalog/build.ts";
import type { Relationship } from "../catalog/model.ts";
import { Fault, fault } from "../fault.ts";
import { nearest } from "../nearest.ts";

/** The way from a relation to one that is embedded: by its name, or a foreign key's or column's; a hint chooses between several. */
export function findRelationship(catalog: Contents, from: string, target: string, hint: string | undefined): Relationship {
  const ways = catalog.relationships.get(from) ?? [];
  const found = ways.filter((way) => fits(way, target, hint));
  const computed = found.find(({ cardinality }) => cardinality === "computed");
  const [only] = found;
  if (computed) return computed;
  if (found.length === 1 && only) return only;
  if (found.length === 0) throw noRelationship(catalog, from, target, hint);
  throw ambiguous(from, target, found);
}

function fits(way: Relationship, target: string, hint: string | undefined): boolean {
  const { from, to, cardinality, by, isToView } = way;
  if (cardinality === "computed") return target === by;
  if (from === to) return fitsSelf(way, target, hint);
  if (hint !== undefined) return target === to && fitsHint(way, hint);
  if (target === to) return true;
  if (cardinality === "many-to-many" || isToView) return false;
  return target === by || target === singleColumn(way);
}

/** A relation that refers to itself: its name means those that refer to a row, the column's name the one it refers to. */
function fitsSelf(way: Relationship, target: string, hint: string | undefined): boolean {
  const { to, cardinality, columns } = way;
  if (cardinality === "many-to-many") return hint !== undefined && target === to && fitsHint(way, hint);
  if (hint !== undefined) return target === to && cardinality === "one-to-many" && columns.length === 1 && columns[0]?.[1] === hint;
  return (target === to && cardinality === "one-to-many") || (cardinality === "many-to-one" && target === singleColumn(way));
}

const singleColumn = ({ columns }: Relationship) => (columns.length === 1 ? columns[0]?.[0] : undefined);

function fitsHint({ cardinality, by, columns }: Relationship, hint: string): boolean {
  if (hint === by) return true;
  return cardinality !== "many-to-many" && columns.length === 1 && (columns[0]?.[0] === hint || columns[0]?.[1] === hint);
}

function noRelationship(catalog: Contents, from: string, target: string, hint: string | undefined): Fault {
  const using = hint === undefined ? "" : ` using the hint '${hint}'`;
  const ways = catalog.relationships.get(from) ?? [];
  const known =
    ways.length === 0
      ? nearest(
          from,
          [...catalog.relationships].filter(([, to]) => to.length > 0).map(([name]) => name),
        )
      : undefined;
  const meant =
    known ??
    nearest(
      target,
      ways.map(({ to }) => to),
    );
  const mistaken = known === undefined ? target : from;
  return fault("PGRST200", `Could not find a relationship between '${from}' and '${target}' in the schema cache`, {
    details: `Searched for a foreign key relationship between '${from}' and '${target}'${using} in the schema '${catalog.schema}', but no matches were found.`,
    ...(meant !== undefined && meant !== mistaken && { hint: `Perhaps you meant '${meant}' instead of '${mistaken}'.` }),
  });
}

function ambiguous(from: string, target: string, ways: readonly Relationship[]): Fault {
  const choices = ways.map(({ to, by }) => `'${to}!${by}'`).join(", ");
  return new Fault(300, {
    code: "PGRST201",
    message: `Could not embed because more than one relationship was found for '${from}' and '${target}'`,
    details: ways.map(describe),
    hint: `Try changing '${target}' to one of the following: ${choices}. Find the desired relationship in the 'details' key.`,
  });
}

const listed = (columns: readonly string[]) => `(${columns.join(", ")})`;

function describe({ from, to, cardinality, by, columns, junction }: Relationship) {
  const held = columns.map(([, column]) => column);
  const relationship = junction
    ? `${by} using ${junction.fromBy}${listed(held)} and ${junction.toBy}${listed(junction.toColumns.map(([, column]) => column))}`
    : `${by} using ${from}${listed(columns.map(([column]) => column))} and ${to}${listed(held)}`;
  return { cardinality, embedding: `${from} with ${to}`, relationship };
}
