import type { Caller } from "./caller.ts";
import type { Contents } from "./catalog/build.ts";
import { fault } from "./fault.ts";
import { nearest } from "./nearest.ts";
import { findTable } from "./plan/plan.ts";
import { readPath } from "./request.ts";
import { type Database, withCatalog } from "./run.ts";
import type { Reply } from "./wire.ts";

/** What may be done at the root. */
export const rootAllow = "OPTIONS,GET,HEAD";

/** What may be done with a relation or a function, as `Allow` tells it. */
export async function respondToOptions(database: Database, caller: Caller, path: string, schema: string): Promise<Reply> {
  const allow = path === "" ? rootAllow : await withCatalog(database, caller, schema, async (catalog) => allowOf(path, catalog));
  return { status: 200, headers: ["allow", allow], body: undefined };
}

function allowOf(path: string, catalog: Contents): string {
  const { kind, name } = readPath(path);
  return kind === "routine" ? allowOfRoutine(name, catalog) : allowOfTable(name, catalog);
}

function allowOfRoutine(name: string, { schema, routines }: Contents): string {
  const found = routines.get(name);
  if (found) return found.every(({ isVolatile }) => isVolatile) ? "OPTIONS,POST" : "OPTIONS,GET,HEAD,POST";
  const meant = nearest(name, [...routines.keys()]);
  throw fault("PGRST202", `Could not find the function ${schema}.${name} in the schema cache`, {
    ...(meant !== undefined && { hint: `Perhaps you meant to call the function ${schema}.${meant}` }),
  });
}

function allowOfTable(name: string, catalog: Contents): string {
  const { may, primaryKey } = findTable(catalog, name);
  const allowed = [
    ...["OPTIONS", "GET", "HEAD"],
    may.insert && "POST",
    may.insert && may.update && primaryKey.length > 0 && "PUT",
    may.update && "PATCH",
    may.delete && "DELETE",
  ];
  return allowed.filter((each) => each !== false).join(",");
}
