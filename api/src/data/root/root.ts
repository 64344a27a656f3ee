import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { TripContext } from "../../platform/db/trip.ts";
import type { Caller } from "../caller.ts";
import { fault } from "../fault.ts";
import { type MediaType, readAccept } from "../grammar/accept.ts";
import { rootAllow } from "../options.ts";
import { type Database, withCatalog } from "../run.ts";
import type { Reply } from "../wire.ts";
import { documentOf } from "./document.ts";
import { RightsText, rightsStatement } from "./rights.ts";

interface Asked {
  readonly schema: string;
  readonly accept: string | undefined;
  /** Where the root is, as callers see it. */
  readonly url: string;
}

const openapi = "application/openapi+json";
const accepted = new Set([openapi, "application/json", "application/*", "*/*"]);

/** Descriptions that were made, by what they were made of: a large one takes long to make. */
export type Documents = Pick<LRUCache<string, string>, "get" | "set">;

export const openDocuments = (): Documents => new LRUCache({ maxSize: sizeMax, sizeCalculation: ({ length }) => length });
/** In characters, of all together. */
const sizeMax = 16_000_000;

/** Describes what the caller may use. */
export async function respondToRoot(database: Database, documents: Documents, caller: Caller, asked: Asked): Promise<Reply> {
  const { schema, accept, url } = asked;
  refuseOtherMedia(readAccept(accept));
  const body = await withCatalog(database, caller, schema, async (catalog) => {
    const rights = await readRights(database, caller, schema);
    const place = [caller.holder.projectId, schema, catalog.fingerprint, url, createHash("sha256").update(rights).digest("base64")].join(
      " ",
    );
    const made = documents.get(place) ?? JSON.stringify(documentOf(catalog, RightsText.parse(JSON.parse(rights)), new URL(url)));
    documents.set(place, made);
    return made;
  });
  return { status: 200, headers: ["content-type", `${openapi}; charset=utf-8`], body };
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

/** As a JSON text. */
async function readRights({ logins }: Database, { login }: Caller, schema: string): Promise<string> {
  const { rows } = await logins.share(login, (session) => session.trip(context, rightsStatement, [schema]));
  return rows[0]?.[0] ?? "{}";
}
