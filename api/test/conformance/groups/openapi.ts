import { group } from "../case.ts";

const tells = { "content-type": "application/openapi+json; charset=utf-8" };
const describes = (includes: object) => ({ at: "", includes, tells });
const property = (name: string, says: object) => describes({ definitions: { kinds: { properties: { [name]: says } } } });
const path = (name: string, says: object) => describes({ paths: { [name]: says } });
const parameters = (...names: readonly string[]) => names.map((name) => ({ $ref: `#/parameters/${name}` }));

/** What the description at the root says of tables, columns and functions. */
export const openapi = group("OpenAPI", [
  { name: "of a bigint", pending: "not as it must be", ...property("big", { type: "integer", format: "bigint" }) },
  { name: "of a smallint", pending: "not as it must be", ...property("small", { type: "integer", format: "smallint" }) },
  { name: "of a numeric", pending: "not as it must be", ...property("exact", { type: "number", format: "numeric" }) },
  { name: "of a real", pending: "not as it must be", ...property("rough", { type: "number", format: "real" }) },
  { name: "of a double", pending: "not as it must be", ...property("double", { type: "number", format: "double precision" }) },
  { name: "of a truth value", pending: "not as it must be", ...property("truth", { type: "boolean", format: "boolean" }) },
  { name: "of a text", pending: "not as it must be", ...property("words", { type: "string", format: "text" }) },
  {
    name: "of a text with a limit",
    pending: "not as it must be",
    ...property("short", { type: "string", format: "character varying", maxLength: 5 }),
  },
  { name: "of JSON, which is anything", pending: "not as it must be", ...property("anything", { format: "jsonb", type: undefined }) },
  { name: "of a time", pending: "not as it must be", ...property("moment", { type: "string", format: "timestamp with time zone" }) },
  { name: "of a uuid", pending: "not as it must be", ...property("name_of_all", { type: "string", format: "uuid" }) },
  {
    name: "of numbers in an array",
    pending: "not as it must be",
    ...property("numbers", { type: "array", format: "integer[]", items: { type: "integer" } }),
  },
  { name: "of a default that is a number", pending: "not as it must be", ...property("counted", { default: 42 }) },
  { name: "of a default that is a truth value", pending: "not as it must be", ...property("truth", { default: false }) },
  { name: "of a default that is a date", pending: "not as it must be", ...property("day", { default: "1900-01-01" }) },
  { name: "of a column's comment", pending: "not as it must be", ...property("words", { description: "What is said" }) },
  {
    name: "of what a table takes when it is read",
    pending: "not as it must be",
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
    pending: "not as it must be",
    ...path("/kinds", {
      post: { parameters: parameters("body.kinds", "select", "preferPost"), responses: { "201": { description: "Created" } } },
    }),
  },
  {
    name: "of what comes of a change",
    pending: "not as it must be",
    ...path("/kinds", {
      patch: { responses: { "204": { description: "No Content" } } },
      delete: { responses: { "204": { description: "No Content" } } },
    }),
  },
  {
    name: "of a table's comment in two parts",
    pending: "not as it must be",
    ...path("/kinds", { get: { summary: "Types of every kind", description: "One column of each." } }),
  },
  {
    name: "of a view's key",
    pending: "not as it must be",
    ...describes({ definitions: { pictures: { properties: { picture_id: { description: "Note:\nThis is a Primary Key.<pk/>" } } } } }),
  },
  { name: "of a partitioned table", pending: "not as it must be", ...path("/tickets", { get: { tags: ["tickets"] } }) },
  { name: "of a materialized view", pending: "not as it must be", ...path("/kept_films", { get: { tags: ["kept_films"] } }) },
  {
    name: "of a function's arguments by GET",
    pending: "not as it must be",
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
    pending: "not as it must be",
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
    pending: "not as it must be",
    ...path("/rpc/sum_all", {
      get: { parameters: [{ name: "v", in: "query", type: "array", collectionFormat: "multi", items: { type: "integer" } }] },
    }),
  },
  {
    name: "of a function's comment",
    pending: "not as it must be",
    ...path("/rpc/add_up", { get: { summary: "Adds up", description: "Two numbers." } }),
  },
  {
    name: "does not tell of a function that may not be called",
    pending: "not as it must be",
    ...describes({ paths: { "/rpc/closed_function": undefined, "/films": {} } }),
  },
  {
    name: "does not tell of functions that are triggers",
    pending: "not as it must be",
    ...describes({ paths: { "/rpc/tell_of_relay": undefined, "/films": {} } }),
  },
  {
    name: "does not tell of what is in other schemas",
    pending: "not as it must be",
    ...describes({ paths: { "/rpc/restore": undefined, "/films": {} } }),
  },
]);
