import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";
import { textOf } from "../platform/text.ts";

const line = (max: number) =>
  z
    .string()
    .min(1, "must not be empty")
    .max(max)
    .regex(/^\P{C}*$/u, "must be one line of visible characters")
    // As JSON Schema reads it, without the flag.
    .meta({ pattern: "^\\P{C}*$" });

const settings = {
  jwksUrl: z.string().max(2000).nullable().meta({
    description: "where an issuer publishes the keys that its tokens verify with (RFC 7517): https, on the internet",
    example: "https://login.example.com/.well-known/jwks.json",
  }),
  issuer: line(500).nullable().meta({
    description: "the `iss` that every token must have; needed with jwksUrl",
    example: "https://login.example.com",
  }),
  audience: z
    .array(line(500))
    .max(20)
    .meta({
      description:
        "a token must be for one of these (`aud`); empty: for anybody. An issuer's token must then say so, one signed with the secret may leave it out",
      example: ["authenticated"],
    }),
  clockSkewSeconds: z.int().min(0).max(300).meta({ description: "by how much the issuer's clock may differ from ours", example: 30 }),
  issuerGrantsServiceRole: z.boolean().meta({
    description:
      "whether a token that verifies with the issuer's keys, not with the secret, may have the role service_role, which row-level security does not bind",
  }),
};

export const EndUserAuth = z
  .object({
    projectId: idOf("project"),
    hasSecret: z.boolean().meta({ description: "whether there is a secret; it is never shown" }),
    ...settings,
    updatedAt: z.string().nullable(),
    revision: z.int(),
  })
  .meta({ id: "EndUserAuth", description: "By what a project believes the tokens of its end users." });
export type EndUserAuth = z.output<typeof EndUserAuth>;

export const refuse = refusals({
  project_not_found: [404, "There is no such project."],
  project_is_deleted: [409, "The project is deleted: restore it first."],
  edited_meanwhile: [412, "It was changed since you read it: read it again and repeat your edit."],
  issuer_missing: [422, "`issuer` is needed with `jwksUrl`: others may publish their keys at the same address."],
  jwks_url_missing: [422, "`jwksUrl` is needed with `issuerGrantsServiceRole`, which is about an issuer's keys."],
  jwks_url_not_reachable: [422, "`jwksUrl` must be an https address on the internet, without a name and password in it."],
});

const path = { projectId: idOf("project") };
const setRefuses = refuse.declare(
  "project_not_found",
  "project_is_deleted",
  "edited_meanwhile",
  "issuer_missing",
  "jwks_url_missing",
  "jwks_url_not_reachable",
);

export const getEndUserAuth = operation({
  id: "getEndUserAuth",
  at: "GET /api/projects/{projectId}/auth",
  tag: "Keys",
  summary: "By what a project believes the tokens of its end users",
  permission: { developer: "keys:read" },
  path,
  returns: [200, EndUserAuth],
  refuses: refuse.declare("project_not_found"),
});

export const setEndUserAuth = operation({
  id: "setEndUserAuth",
  at: "PUT /api/projects/{projectId}/auth",
  tag: "Keys",
  summary: "Say by what a project believes the tokens of its end users; what is left out goes back to its default, but the secret stays",
  permission: { developer: "keys:write" },
  path,
  body: {
    secret: z
      .string()
      .min(32, "must have at least 32 characters")
      .max(1000)
      .nullable()
      .optional()
      .meta({ description: "what your server signs tokens with (HS256). Left out: as it was; null: none any more" }),
    jwksUrl: settings.jwksUrl.default(null),
    issuer: settings.issuer.default(null),
    audience: settings.audience.default([]),
    clockSkewSeconds: settings.clockSkewSeconds.default(30),
    issuerGrantsServiceRole: settings.issuerGrantsServiceRole.default(false),
  },
  returns: [200, EndUserAuth],
  ifMatch: "optional",
  refuses: setRefuses,
});

export const getAnyEndUserAuth = operation({
  id: "getAnyEndUserAuth",
  at: "GET /api/admin/projects/{projectId}/auth",
  tag: "Staff",
  summary: "By what a project believes the tokens of its end users",
  permission: { staff: "viewer" },
  path,
  returns: [200, EndUserAuth],
  refuses: refuse.declare("project_not_found"),
});

/** Whoever knew the secret could be any end user: it is the owner's to choose. */
export const setAnyEndUserAuth = operation({
  id: "setAnyEndUserAuth",
  at: "PUT /api/admin/projects/{projectId}/auth",
  tag: "Staff",
  summary: "Say for its owner by what a project believes the tokens of its end users; the secret can only be taken away",
  permission: { staff: "operator" },
  isSensitive: true,
  path,
  body: {
    jwksUrl: settings.jwksUrl.default(null),
    issuer: settings.issuer.default(null),
    audience: settings.audience.default([]),
    clockSkewSeconds: settings.clockSkewSeconds,
    issuerGrantsServiceRole: settings.issuerGrantsServiceRole,
    withdrawsSecret: z.boolean().default(false).meta({ description: "whether tokens signed with the present secret are believed no more" }),
    reason: textOf(1000),
  },
  returns: [200, EndUserAuth],
  ifMatch: "optional",
  refuses: setRefuses,
});
