import type { Param, Routine, Table } from "../catalog/model.ts";
import { kindOf } from "./kinds.ts";
import { refTo } from "./parameters.ts";

const described = (description: string) => ({ description });

/** The root itself. */
export const rootPath = {
  get: {
    tags: ["Introspection"],
    summary: "OpenAPI description (this document)",
    produces: ["application/openapi+json", "application/json"],
    responses: { 200: described("OK") },
  },
};

/** What may be done with a relation: clients of the dialect expect all changes to be told where one is possible. */
export function pathOfTable({ name, may, columns, comment }: Table) {
  const about = { tags: [name], ...titled(comment) };
  const filters = [...columns.keys()].map((column) => `rowFilter.${name}.${column}`);
  const get = {
    ...about,
    parameters: refsTo([...filters, "select", "order", "range", "rangeUnit", "offset", "limit", "preferCount"]),
    responses: {
      200: { ...described("OK"), schema: { type: "array", items: refTo("definitions", name) } },
      206: described("Partial Content"),
    },
  };
  if (!may.insert && !may.update && !may.delete) return { get };
  const body = `body.${name}`;
  const noContent = { 204: described("No Content") };
  return {
    get,
    post: { ...about, parameters: refsTo([body, "select", "preferPost"]), responses: { 201: described("Created") } },
    patch: { ...about, parameters: refsTo([...filters, body, "preferReturn"]), responses: noContent },
    delete: { ...about, parameters: refsTo([...filters, "preferReturn"]), responses: noContent },
  };
}

const refsTo = (names: readonly string[]) => names.map((name) => refTo("parameters", name));

/** How a function is called: one that may write, by POST only. */
export function pathOfRoutine(routine: Routine) {
  const { name, params, comment, isVolatile } = routine;
  const about = { tags: [`(rpc) ${name}`], ...titled(comment), produces: rowKinds, responses: { 200: described("OK") } };
  return {
    ...(!isVolatile && { get: { ...about, parameters: params.map(queryOf) } }),
    post: {
      ...about,
      parameters: [{ name: "args", in: "body", required: true, schema: argsOf(routine) }, refTo("parameters", "preferParams")],
    },
  };
}

const rowKinds = ["application/json", "application/vnd.pgrst.object+json;nulls=stripped", "application/vnd.pgrst.object+json"];

function queryOf({ name, type, isRequired, isVariadic }: Param) {
  const kind = kindOf(type);
  const values = isVariadic ? { type: "array", items: { ...kind.items, format: kind.format }, collectionFormat: "multi" } : onlyPlain(kind);
  return { name, in: "query", required: isRequired, ...values };
}

/** A parameter of a query is never open: it is a text. */
const onlyPlain = ({ type, format }: ReturnType<typeof kindOf>) => ({
  type: type === undefined || type === "array" ? "string" : type,
  format,
});

const argsOf = ({ params, comment }: Routine) => ({
  type: "object",
  ...(comment !== null && described(comment)),
  ...(params.some(({ isRequired }) => isRequired) && { required: params.flatMap(({ name, isRequired }) => (isRequired ? [name] : [])) }),
  properties: Object.fromEntries(params.map(({ name, type }) => [name, kindOf(type)])),
});

/** The first line of a comment is the title, the rest the text. */
export function titled(comment: string | null): { readonly summary?: string; readonly description?: string } {
  if (comment === null) return {};
  const [summary = "", ...others] = comment.split("\n");
  const description = others.join("\n").replace(/^\n+/, "");
  return { summary, ...(description !== "" && { description }) };
}
