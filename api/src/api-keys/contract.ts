import { z } from "zod";
import { ofMany } from "../platform/each.ts";
import { idOf } from "../platform/ids.ts";
import { moment } from "../platform/moment.ts";
import { Name } from "../platform/name.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";
import { keyScopes, kinds, overlapSecondsMax } from "./rules.ts";

const Reason = textOf(1000);

export const ApiKey = z
  .object({
    id: idOf("key"),
    projectId: idOf("project"),
    name: z.string(),
    kind: z.enum(kinds).meta({ example: "secret" }),
    prefix: z.string().meta({ description: "how the key begins, to tell keys apart" }),
    scopes: z.array(z.enum(keyScopes)),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "ApiKey", description: "What an application presents to the data plane, without its secret." });
export type ApiKey = z.output<typeof ApiKey>;

const NewApiKey = ApiKey.extend({ key: z.string().meta({ description: "the key itself, shown this once" }) }).meta({ id: "NewApiKey" });

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  project_is_deleted: [409, "The project is deleted: restore it first."],
  key_not_found: [404, "There is no such key."],
  key_revoked: [409, "The key is revoked already."],
  key_not_live: [409, "The key is revoked or over: make a new one."],
  scope_not_of_kind: [422, "A publishable key can't have the scope sql."],
  expiry_in_the_past: [422, "expiresAt must lie in the future."],
  too_many_keys: [409, "The project has as many live keys as it may have: revoke one first."],
});

const path = { projectId: idOf("project") };
const keyPath = { ...path, keyId: idOf("key") };

export const createKey = operation({
  id: "createKey",
  at: "POST /api/projects/{projectId}/keys",
  tag: "Keys",
  summary: "Make an API key; it is shown this once",
  permission: { developer: "keys:write" },
  path,
  body: {
    name: Name.meta({ example: "server" }),
    kind: z
      .enum(kinds)
      .meta({ description: "publishable: for browsers, bound by row-level security; secret: for servers, not bound", example: "secret" }),
    scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length).optional(),
    expiresAt: moment.optional(),
  },
  returns: [201, NewApiKey],
  refuses: refuse.declare("project_not_found", "project_is_deleted", "scope_not_of_kind", "expiry_in_the_past", "too_many_keys"),
  showsSecret: true,
});

export const listKeys = operation({
  id: "listKeys",
  at: "GET /api/projects/{projectId}/keys",
  tag: "Keys",
  summary: "List a project's keys, newest first, those that are over included",
  permission: { developer: "keys:read" },
  path,
  returns: [200, z.object({ items: z.array(ApiKey) })],
  refuses: refuse.declare("project_not_found"),
});

export const rotateKey = operation({
  id: "rotateKey",
  at: "POST /api/projects/{projectId}/keys/{keyId}/rotate",
  tag: "Keys",
  summary: "Replace a key by a new one of the same kind; both serve during the overlap",
  permission: { developer: "keys:write" },
  path: keyPath,
  body: { overlapSeconds: z.int().min(0).max(overlapSecondsMax).default(86_400) },
  returns: [201, NewApiKey],
  refuses: refuse.declare("key_not_found", "key_not_live", "project_is_deleted"),
  showsSecret: true,
});

export const revokeKey = operation({
  id: "revokeKey",
  at: "DELETE /api/projects/{projectId}/keys/{keyId}",
  tag: "Keys",
  summary: "Revoke a key at once",
  permission: { developer: "keys:write" },
  path: keyPath,
  returns: [204, z.undefined()],
  refuses: refuse.declare("key_not_found", "key_revoked"),
});

export const regenerateKeys = operation({
  id: "regenerateKeys",
  at: "POST /api/admin/projects/{projectId}/regenerate-keys",
  tag: "Staff",
  summary: "Revoke all live keys of a project and make new ones of the same names and kinds",
  permission: { staff: "operator" },
  isSensitive: true,
  path,
  body: { reason: Reason },
  returns: [200, z.object({ keys: z.array(NewApiKey) })],
  refuses: refuse.declare("project_not_found", "project_is_deleted"),
  showsSecret: true,
});

export const listAnyKeys = operation({
  id: "listAnyKeys",
  at: "GET /api/admin/projects/{projectId}/keys",
  tag: "Staff",
  summary: "List a project's keys",
  permission: { staff: "viewer" },
  path,
  returns: [200, z.object({ items: z.array(ApiKey) })],
  refuses: refuse.declare("project_not_found"),
});

export const revokeAnyKey = operation({
  id: "revokeAnyKey",
  at: "POST /api/admin/keys/{keyId}/revoke",
  tag: "Staff",
  summary: "Revoke somebody's key at once",
  permission: { staff: "operator" },
  isSensitive: true,
  path: { keyId: idOf("key") },
  body: { reason: Reason },
  returns: [200, ApiKey],
  refuses: refuse.declare("key_not_found", "key_revoked"),
});

export const revokeAnyKeys = ofMany(revokeAnyKey, {
  id: "revokeAnyKeys",
  at: "POST /api/admin/keys/revoke",
  summary: "Revoke many keys at once for one reason",
});
