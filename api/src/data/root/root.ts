import type { TripContext } from "../../platform/db/trip.ts";
import type { Caller } from "../caller.ts";
import { fault } from "../fault.ts";
import { type MediaType, readAccept } from "../grammar/accept.ts";
import { rootAllow } from "../options.ts";
import { type Database, withCatalog } from "../run.ts";
import type { Reply } from "../wire.ts";
import { documentOf } from "./document.ts";
import { type Rights, RightsText, rightsStatement } from "./rights.ts";

interface Asked {
  readonly schema: string;
  readonly accept: string | undefined;
  /** Where the root is, as callers see it. */
  readonly url: string;
}

const openapi = "application/openapi+json";
const accepted = new Set([openapi, "application/json", "application/*", "*/*"]);

/** Describes what the caller may use. */
export async function respondToRoot(database: Database, caller: Caller, { schema, accept, url }: Asked): Promise<Reply> {
  refuseOtherMedia(readAccept(accept));
  const document = await withCatalog(database, caller, schema, async (catalog) =>
    documentOf(catalog, await readRights(database, caller, schema), new URL(url)),
  );
  return { status: 200, headers: ["content-type", `${openapi}; charset=utf-8`], body: JSON.stringify(document) };
}

/** The root is only read. */
export function refuseOthersAtRoot(method = ""): void {
  if (method === "GET" || method === "HEAD") return;
  throw fault("PGRST117", `Unsupported HTTP method: ${method}`, { headers: { allow: rootAllow } });
}

function refuseOtherMedia(wanted: readonly MediaType[]): void {
  if (wanted.some(({ type }) => accepted.has(type))) return;
  throw fault(
    "PGRST107",
    `None of these media types are available: ${wanted
      .map(({ type }) => type)
      .join(", ")
      .slice(0, 200)}`,
  );
}

const context: TripContext = {
  claims: "",
  method: "",
  path: "",
  headers: "",
  readOnly: true,
  timeoutMs: 10_000,
  searchPath: "pg_catalog",
};

async function readRights({ logins }: Database, { login }: Caller, schema: string): Promise<Rights> {
  const { rows } = await logins.share(login, (session) => session.trip(context, rightsStatement, [schema]));
  return RightsText.parse(JSON.parse(rows[0]?.[0] ?? "{}"));
}
