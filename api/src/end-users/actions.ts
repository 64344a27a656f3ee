import type { Context } from "../platform/action.ts";
import type { InputOf } from "../platform/operation.ts";
import { isOutside } from "../platform/outside.ts";
import type * as contract from "./contract.ts";
import { type EndUserAuth, refuse } from "./contract.ts";
import * as queries from "./queries.ts";
import { sealSecret } from "./trust.ts";

export async function get({ db }: Context, { projectId }: InputOf<typeof contract.getEndUserAuth>) {
  if (!(await queries.findProject(db, projectId))) throw refuse("project_not_found");
  return (await queries.find(db, projectId)) ?? unset(projectId);
}

/** For staff, who say why. */
export const setForOwner = (context: Context, { withdrawsSecret, ...input }: InputOf<typeof contract.setAnyEndUserAuth>) =>
  set(context, { ...input, secret: withdrawsSecret ? null : undefined });

type Wanted = InputOf<typeof contract.setEndUserAuth> & { readonly reason?: string };

export async function set(context: Context, { projectId, secret, reason, ...settings }: Wanted) {
  const { db, vault, ifMatch, now } = context;
  refuseUnusable(context, settings);
  const project = await queries.lockProject(db, projectId);
  if (!project) throw refuse("project_not_found");
  if (project.status === "deleting") throw refuse("project_is_deleted");
  const before = (await queries.find(db, projectId)) ?? unset(projectId);
  if (ifMatch !== undefined && ifMatch !== before.revision) throw refuse("edited_meanwhile");
  const isKept = secret === undefined;
  const sealed = isKept ? await queries.findSealed(db, projectId) : secret === null ? null : sealSecret(vault, projectId, secret);
  const after = await queries.put(db, projectId, { ...settings, secretSealed: sealed }, now);
  context.audit({ target: projectId, projectId, reason, before, after: { ...after, isSecretNew: typeof secret === "string" } });
  context.announce(projectId);
  return after;
}

/** With its project purged, nothing of its secret stays. */
export const forget = ({ db }: Pick<Context, "db">, { projectId }: { projectId: string }) => queries.remove(db, projectId);

type Settings = Pick<EndUserAuth, "jwksUrl" | "issuer" | "issuerGrantsServiceRole">;

function refuseUnusable({ settings: { allowsLoopback } }: Context, { jwksUrl, issuer, issuerGrantsServiceRole }: Settings) {
  if (jwksUrl === null && issuerGrantsServiceRole) throw refuse("jwks_url_missing");
  if (jwksUrl === null) return;
  if (issuer === null) throw refuse("issuer_missing");
  if (!isOutside(jwksUrl, { allowsLoopback })) throw refuse("jwks_url_not_reachable");
}

/** What holds where nothing was said: no token is believed. */
const unset = (projectId: string): EndUserAuth => ({
  projectId,
  hasSecret: false,
  jwksUrl: null,
  issuer: null,
  audience: [],
  clockSkewSeconds: 30,
  issuerGrantsServiceRole: false,
  updatedAt: null,
  revision: 0,
});
