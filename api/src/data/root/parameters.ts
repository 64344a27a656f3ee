import type { Table } from "../catalog/model.ts";

/** Another part of the document. */
export const refTo = (part: "definitions" | "parameters", name: string) => ({
  $ref: `#/${part}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
});

const inQuery = (name: string, description: string) => ({ name, description, required: false, in: "query", type: "string" });
const inHeader = (name: string, description: string) => ({ name, description, required: false, in: "header", type: "string" });

const preferences = {
  params: ["params=single-object"],
  return: ["return=representation", "return=minimal", "return=none"],
  count: ["count=none"],
  resolution: ["resolution=ignore-duplicates", "resolution=merge-duplicates"],
};
const prefer = (...names: readonly (keyof typeof preferences)[]) => ({
  ...inHeader("Prefer", "Preference"),
  enum: names.flatMap((name) => preferences[name]),
});

const common = {
  preferParams: prefer("params"),
  preferReturn: prefer("return"),
  preferCount: prefer("count"),
  preferPost: prefer("return", "resolution"),
  select: inQuery("select", "Filtering Columns"),
  on_conflict: inQuery("on_conflict", "On Conflict"),
  order: inQuery("order", "Ordering"),
  range: inHeader("Range", "Limiting and Pagination"),
  rangeUnit: { ...inHeader("Range-Unit", "Limiting and Pagination"), default: "items" },
  offset: inQuery("offset", "Limiting and Pagination"),
  limit: inQuery("limit", "Limiting and Pagination"),
};

/** What is sent with requests: the same for all relations, and each one's rows and filters. */
export const parametersOf = (tables: readonly Table[]) => ({ ...common, ...Object.fromEntries(tables.flatMap(ofTable)) });

const ofTable = ({ name, columns }: Table) => [
  [
    `body.${name}`,
    {
      name,
      description: name,
      required: false,
      in: "body",
      schema: refTo("definitions", name),
    },
  ],
  ...[...columns.values()].map((column) => [
    `rowFilter.${name}.${column.name}`,
    { name: column.name, ...(column.comment !== null && { description: column.comment }), required: false, in: "query", type: "string" },
  ]),
];
