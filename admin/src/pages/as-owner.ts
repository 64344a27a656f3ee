import { type Actor, type Context, type Engine, perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Route } from "@nextmavens/api/platform/operation";
import type { Scope } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import type { AsOwnerSight, Row } from "../sight.ts";
import { missingRole, notFound } from "./asked.ts";
import { mayReadSchema } from "./schema.ts";
import { mayReadNotices } from "./told.ts";

/** What of the API's answers to a project's owner staff see, in the order of the page; no row of the project's database is among them. */
const shown: readonly (readonly [operation: string, title: string])[] = [
  ["getProject", "Project"],
  ["listQuotas", "Limits"],
  ["getUsage", "Usage"],
  ["listSuspensions", "Sanctions"],
  ["listAppeals", "Appeals"],
  ["getDataSettings", "Exposed schemas"],
  ["getEndUserAuth", "End-user sign-in"],
  ["listKeys", "Keys"],
  ["listWebhooks", "Webhooks"],
  ["listNotices", "Notices"],
];

const scopes: readonly Scope[] = ["projects:read", "keys:read"];

/** Whoever may read what owners were told may see the rest of what they see. */
export const mayViewAsOwner = mayReadNotices;

/**
 * What the API answers to the owner of a project, by its own actions in the owner's own scope. It makes no session and no token, performs nothing that
 * changes anything, and is written into the project's audit log first, where the owner reads it too.
 */
export const asOwnerOf =
  (routes: readonly Route[]) =>
  async (engine: Engine, visit: Visit, projectId: unknown): Promise<AsOwnerSight | Refusal> => {
    if (!mayViewAsOwner(visit)) return missingRole;
    const { request } = visit;
    const operation = { id: "viewAsOwner", changes: false };
    const found = await perform(engine, { operation, actor: visit.actor, request }, noteLook, String(projectId));
    if (!found) return notFound;
    const owner: Actor = { kind: "developer", id: found.developerId, scopes };
    const parts = [];
    for (const [id, title] of shown) {
      const route = routes.find((each) => each.operation.id === id);
      if (!route || route.operation.changes) throw new Error(`${id} is nothing to look at`);
      const at = route.operation.at.replace("{projectId}", String(projectId));
      const answer = await perform(
        engine,
        { operation: route.operation, actor: owner, request },
        route.action,
        inputOf(route, projectId, engine.clock()),
      )
        .then((output) => ({ body: withoutSecrets(route.operation.returns[1].parse(output)) }))
        .catch((error: unknown) => {
          if (error instanceof Refusal) return { refusal: error.message };
          throw error;
        });
      parts.push({ id, title, at: id === "getUsage" ? `${at}?step=day` : at, ...answer });
    }
    return { ...found, parts, showsSchema: mayReadSchema(visit) };
  };

const Found = z.object({ name: z.string(), developerId: z.string(), owner: z.string() });

async function noteLook({ db, audit }: Context, projectId: string) {
  const found = await db.maybe(
    Found,
    sql`
    select p.name, p.developer_id as "developerId", d.email as owner from projects p join developers d on d.id = p.developer_id
    where p.id = ${projectId.replaceAll("\0", "")} and p.status <> 'purged'`,
  );
  if (found) audit({ target: projectId, projectId });
  return found;
}

const usageDays = 7;

/** As the API would read it from the address; of the usage, the last days. */
const inputOf = ({ operation }: Route, projectId: unknown, now: Date) =>
  operation.input.parse({
    projectId,
    ...(operation.id === "getUsage" ? { step: "day", from: new Date(now.getTime() - usageDays * 86_400_000).toISOString() } : {}),
  }) as never;

/** The address of the status page is a key to it: only its owner hands it out. */
const withoutSecrets = (body: unknown): Row => {
  const { statusUrl, ...rest } = z.record(z.string(), z.unknown()).parse(body);
  return rest;
};
