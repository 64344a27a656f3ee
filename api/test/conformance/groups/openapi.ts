import { group } from "../case.ts";

const tells = { "content-type": "application/openapi+json; charset=utf-8" };
const describes = (includes: object) => ({ at: "", includes, tells });
const property = (name: string, says: object) => describes({ definitions: { kinds: { properties: { [name]: says } } } });
const path = (name: string, says: object) => describes({ paths: { [name]: says } });
const parameters = (...names: readonly string[]) => names.map((name) => ({ $ref: `#/parameters/${name}` }));

/** What the description at the root says of tables, columns and functions. */
export const openapi = group("OpenAPI", [
  { name: "of a bigint", ...property("big", { type: "integer", format: "bigint" }) },
  { name: "of a smallint", ...property("small", { type: "integer", format: "smallint" }) },
  { name: "of a numeric", ...property("exact", { type: "number", format: "numeric" }) },
  { name: "of a real", ...property("rough", { type: "number", format: "real" }) },
  { name: "of a double", ...property("double", { type: "number", format: "double precision" }) },
  { name: "of a truth value", ...property("truth", { type: "boolean", format: "boolean" }) },
  { name: "of a text", ...property("words", { type: "string", format: "text" }) },
  {
    name: "of a text with a limit",
    ...property("short", { type: "string", format: "character varying", maxLength: 5 }),
  },
  { name: "of JSON, which is anything", ...property("anything", { format: "jsonb", type: undefined }) },
  { name: "of a time", ...property("moment", { type: "string", format: "timestamp with time zone" }) },
  { name: "of a uuid", ...property("name_of_all", { type: "string", format: "uuid" }) },
  {
    name: "of numbers in an array",
    ...property("numbers", { type: "array", format: "integer[]", items: { type: "integer" } }),
  },
  { name: "of a default that is a number", ...property("counted", { default: 42 }) },
  { name: "of a default that is a truth value", ...property("truth", { default: false }) },
  { name: "of a default that is a date", ...property("day", { default: "1900-01-01" }) },
  { name: "of a column's comment", ...property("words", { description: "What is said" }) },
  {
    name: "of what a table takes when it is read",
    ...path("/studios", {
      get: {
        parameters: parameters(
          "rowFilter.studios.id",
          "rowFilter.studios.name",
          "select",
          "order",
          "range",
          "rangeUnit",
          "offset",
          "limit",
          "preferCount",
        ),
        responses: { "200": { schema: { type: "array", items: { $ref: "#/definitions/studios" } } } },
      },
    }),
  },
  {
    name: "of what a table takes when it is written",
    ...path("/kinds", {
      post: { parameters: parameters("body.kinds", "select", "preferPost"), responses: { "201": { description: "Created" } } },
    }),
  },
  {
    name: "of what comes of a change",
    ...path("/kinds", {
      patch: { responses: { "204": { description: "No Content" } } },
      delete: { responses: { "204": { description: "No Content" } } },
    }),
  },
  {
    name: "of a table's comment in two parts",
    ...path("/kinds", { get: { summary: "Types of every kind", description: "One column of each." } }),
  },
  {
    name: "of a view's key",
    ...describes({ definitions: { pictures: { properties: { picture_id: { description: "Note:\nThis is a Primary Key.<pk/>" } } } } }),
  },
  { name: "of a partitioned table", ...path("/tickets", { get: { tags: ["tickets"] } }) },
  { name: "of a materialized view", ...path("/kept_films", { get: { tags: ["kept_films"] } }) },
  {
    name: "of a function's arguments by GET",
    ...path("/rpc/add_up", {
      get: {
        parameters: [
          { name: "a", in: "query", required: true, type: "integer", format: "integer" },
          { name: "b", in: "query", required: false, type: "integer" },
        ],
      },
    }),
  },
  {
    name: "of a function's arguments by POST",
    ...path("/rpc/add_up", {
      post: {
        parameters: [
          {
            in: "body",
            name: "args",
            schema: { type: "object", required: ["a"], properties: { a: { type: "integer", format: "integer" }, b: { type: "integer" } } },
          },
        ],
      },
    }),
  },
  {
    name: "of a function's many arguments in one",
    ...path("/rpc/sum_all", {
      get: { parameters: [{ name: "v", in: "query", type: "array", collectionFormat: "multi", items: { type: "integer" } }] },
    }),
  },
  {
    name: "of a function's comment",
    ...path("/rpc/add_up", { get: { summary: "Adds up", description: "Two numbers." } }),
  },
  {
    name: "does not tell of a function that may not be called",
    ...describes({ paths: { "/rpc/closed_function": undefined, "/films": {} } }),
  },
  {
    name: "does not tell of functions that are triggers",
    ...describes({ paths: { "/rpc/tell_of_relay": undefined, "/films": {} } }),
  },
  {
    name: "does not tell of what is in other schemas",
    ...describes({ paths: { "/rpc/restore": undefined, "/films": {} } }),
  },
]);
