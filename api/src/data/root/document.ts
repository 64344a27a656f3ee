import type { Contents } from "../catalog/build.ts";
import { definitionOf } from "./definitions.ts";
import { parametersOf } from "./parameters.ts";
import { pathOfRoutine, pathOfTable, rootPath, titled } from "./paths.ts";
import type { Rights } from "./rights.ts";

const media = ["application/json", "application/vnd.pgrst.object+json;nulls=stripped", "application/vnd.pgrst.object+json", "text/csv"];

/** An exposed schema as OpenAPI 2.0: the relations and functions that a role may use. */
export function documentOf(catalog: Contents, rights: Rights, url: URL) {
  const usable = new Set(rights.tables);
  const tables = [...catalog.tables.values()].filter(({ name }) => usable.has(name));
  const callable = new Set(rights.routines);
  const routines = [...catalog.routines.values()].flat().filter(({ id }) => callable.has(id));
  const { summary, description } = titled(catalog.comment);
  return {
    swagger: "2.0",
    info: {
      title: summary ?? "REST API",
      description: description ?? `The relations and functions of the schema ${catalog.schema} that this key may use`,
      version: "1",
    },
    host: url.host,
    basePath: url.pathname,
    schemes: [url.protocol.slice(0, -1)],
    consumes: media,
    produces: media,
    securityDefinitions: { apikey: { type: "apiKey", name: "apikey", in: "header", description: "A key of the project" } },
    security: [{ apikey: [] }],
    paths: {
      "/": rootPath,
      ...Object.fromEntries(tables.map((table) => [`/${table.name}`, pathOfTable(table)])),
      ...Object.fromEntries(routines.map((routine) => [`/rpc/${routine.name}`, pathOfRoutine(routine)])),
    },
    definitions: Object.fromEntries(tables.map((table) => [table.name, definitionOf(table, catalog, rights)])),
    parameters: parametersOf(tables),
    externalDocs: { description: "PostgREST Documentation", url: "https://postgrest.org/en/stable/references/api.html" },
  };
}
