import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import type { AnyOperation, SuccessStatus } from "../platform/operation.ts";
import { refusalsOf } from "./refusals-of.ts";

const Problem = z
  .looseObject({
    type: z.string().meta({ description: "the address of a page about this code" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "for people" }),
    code: z.string().meta({ description: "for machines: one of those named with the operation" }),
    requestId: z.string().meta({ description: "name it when you ask us about this answer" }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "what is wrong with which part of the input" }),
  })
  .meta({ id: "Problem", description: "Why a request was refused (RFC 9457)." });

const DatabaseError = z
  .object({
    code: z.string().meta({ description: "PostgreSQL's SQLSTATE, or a code of the dialect (PGRST…)" }),
    message: z.string(),
    details: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .meta({ id: "DatabaseError", description: "What a project's database, or the dialect its tables are served in, says no with." });

const about = [
  "A multi-tenant backend over PostgreSQL. Developers manage accounts, projects and keys here; their applications use the data plane with a project's API key.",
  "Every refusal is a problem of RFC 9457 with a `code`. Lists are paged by cursor. Whatever changes something may carry an `Idempotency-Key`: its answer is kept for a day (ten minutes where it shows a secret), and repeated for whoever asks again. Edits take the `ETag` that was read as `If-Match`.",
].join("\n\n");

/** The OpenAPI 3.1 document, made from the operations themselves. */
export function makeDocument(operations: readonly AnyOperation[], publicUrl: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "accessToken", {
    type: "http",
    scheme: "bearer",
    description: "The access token of a sign-in (a JWT), or a personal access token (`nm_pat_…`).",
  });
  registry.registerComponent("securitySchemes", "apiKey", {
    type: "apiKey",
    in: "header",
    name: "apikey",
    description:
      "A project's key (`nm_pk_…` or `nm_sk_…`). `Authorization: Bearer <key>` works as well. For tables, `Authorization` may carry an end user's JWT beside it, which then decides who asks.",
  });
  for (const operation of operations) register(registry, operation);
  return new OpenApiGeneratorV31(registry.definitions, { sortComponents: "alphabetically" }).generateDocument({
    openapi: "3.1.0",
    info: { title: "NextMavens", version: "1", description: about, license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" } },
    servers: [{ url: publicUrl }],
    tags: tagsOf(operations),
  });
}
export type OpenApiDocument = ReturnType<typeof makeDocument>;

const tags: Readonly<Record<string, string>> = {
  Auth: "Sign up, sign in, and the tokens that come of it.",
  Developer: "The account one is signed in with.",
  Projects: "Projects and what is known of them.",
  Keys: "API keys of a project.",
  Limits: "Quotas, usage and sanctions of a project.",
  Data: "What applications do with a project's API key.",
  Schema: "What a project's database holds and how it changes, with a secret key.",
  Operations: "How the platform is.",
  Staff: "For those who run the platform.",
  "Staff: limits": "Quotas, overrides and usage of any project.",
  "Staff: sanctions": "Suspending projects, and lifting it.",
  "Staff: flags": "Feature flags, their rules, and who changed them why.",
};

/** In the order above, then those it does not know. */
function tagsOf(operations: readonly AnyOperation[]) {
  const used = new Set(operations.map((each) => each.tag));
  const known = Object.keys(tags).filter((name) => used.has(name));
  const others = [...used].filter((name) => !(name in tags));
  return [...known, ...others].map((name) => ({ name, description: tags[name] ?? `${name}.` }));
}

function register(registry: OpenAPIRegistry, operation: AnyOperation): void {
  const [method = "", path = ""] = operation.at.split(" ");
  registry.registerPath({
    method: method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete",
    path,
    operationId: operation.id,
    summary: operation.summary,
    ...withText(describe(operation)),
    tags: [operation.tag],
    security: securityOf(operation),
    request: {
      ...(isFilled(operation.path) && { params: z.object(operation.path) }),
      ...(isFilled(operation.query) && { query: z.object(operation.query) }),
      headers: headersOf(operation),
      ...((isFilled(operation.body) || operation.rawBody) && { body: bodyOf(operation) }),
    },
    responses: { ...success(operation), ...refused(operation) },
  });
}

const isFilled = (shape: z.ZodRawShape) => Object.keys(shape).length > 0;

const securityOf = ({ security, permission }: AnyOperation) => {
  if (security === "apiKey") return [{ apiKey: [] }];
  return permission === "public" ? [] : [{ accessToken: [] }];
};

const withText = (description: string) => (description === "" ? {} : { description });

const describe = ({ permission, showsSecret, forTwo }: AnyOperation) =>
  [
    permission !== "public" && "developer" in permission && `Needs the scope \`${permission.developer}\`.`,
    permission !== "public" && "staff" in permission && `For staff with the role ${permission.staff} or a wider one.`,
    forTwo &&
      `Needs a second person ${forTwo.where ?? "always"}: nothing is changed, and it waits, until another admin approves exactly that.`,
    showsSecret && "The answer shows a secret that is not shown again.",
  ]
    .filter(Boolean)
    .join(" ");

const headersOf = (operation: AnyOperation) => [
  z.object({
    ...operation.headers,
    ...(operation.changes &&
      operation.security !== "apiKey" && {
        "Idempotency-Key": z.string().max(255).optional().meta({ description: "repeats the same answer instead of doing it again" }),
      }),
    ...(operation.ifMatch === "required" && { "If-Match": z.string().meta({ description: "the ETag you read" }) }),
    ...(operation.ifMatch === "optional" && { "If-Match": z.string().optional().meta({ description: "the ETag you read" }) }),
  }),
];

/** A body may be left out where it is an object nothing of which must be there. */
const bodyOf = ({ body, rawBody, bodyMedia = ["application/json"] }: AnyOperation) => {
  const schema = rawBody ?? z.strictObject(body);
  return {
    required: rawBody !== undefined || !schema.safeParse({}).success,
    content: Object.fromEntries(bodyMedia.map((media) => [media, { schema }])),
  };
};

const done: Readonly<Record<SuccessStatus, string>> = { 200: "Done", 201: "Made", 202: "Accepted", 204: "Done; there is nothing to tell" };

function success({ returns: [status, body], alsoAnswers = {}, media = "application/json" }: AnyOperation): Record<string, ResponseConfig> {
  const headers = hasRevision(body) ? { headers: z.object({ ETag: z.string().meta({ description: "for `If-Match`" }) }) } : {};
  const content = status === 204 ? {} : { content: { [media]: { schema: body } } };
  const also = Object.entries(alsoAnswers).map(([other, description]) => [
    other,
    { description, ...headersWith(Number(other)), ...content },
  ]);
  return { [status]: { description: done[status], ...headers, ...content }, ...Object.fromEntries(also) };
}

const hasRevision = (schema: z.ZodType) => schema instanceof z.ZodObject && "revision" in schema.shape;

/** Refusals by status; `default` stands for whatever a proxy between us, or a project's database, may say. */
function refused(operation: AnyOperation): Record<string, ResponseConfig> {
  const content = { "application/problem+json": { schema: Problem } };
  const byStatus = Map.groupBy(refusalsOf(operation), (each) => each.status);
  const responses = [...byStatus].map(([status, refusals]) => [
    status,
    { description: refusals.map(({ code, message }) => `\`${code}\`: ${message}`).join("\n\n"), ...headersWith(status), content },
  ]);
  const otherwise =
    operation.security === "apiKey"
      ? { description: "What the project's database refused.", content: { ...content, "application/json": { schema: DatabaseError } } }
      : { description: "Something else went wrong.", content };
  return { ...Object.fromEntries(responses), default: otherwise };
}

const headersWith = (status: number) =>
  status === 429 || status === 503 ? { headers: z.object({ "Retry-After": z.string().meta({ description: "seconds to wait" }) }) } : {};
