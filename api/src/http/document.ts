import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import type { AnyOperation } from "../platform/operation.ts";
import type { DeclaredRefusal } from "../platform/refusal.ts";
import { refuse } from "./refuse.ts";

const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string().meta({ description: "for machines: one of those named with the operation" }),
    requestId: z.string(),
  })
  .meta({ id: "Problem", description: "Why a request was refused (RFC 9457)." });

const about = [
  "A multi-tenant backend over PostgreSQL. Developers manage accounts, projects and keys here; their applications use the data plane with a project's API key.",
  "Every refusal is a problem of RFC 9457 with a `code`. Lists are paged by cursor. A POST may carry an `Idempotency-Key`: its answer is kept for a day (ten minutes where it shows a secret). Edits take the `ETag` that was read as `If-Match`.",
].join("\n\n");

/** The OpenAPI 3.1 document, made from the operations themselves. */
export function makeDocument(operations: readonly AnyOperation[], publicUrl: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "accessToken", {
    type: "http",
    scheme: "bearer",
    description: "A JWT, or a personal access token (nm_pat_…).",
  });
  registry.registerComponent("securitySchemes", "apiKey", {
    type: "apiKey",
    in: "header",
    name: "apikey",
    description: "A project's key (nm_pk_… or nm_sk_…).",
  });
  for (const operation of operations) register(registry, operation);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "NextMavens", version: "1", description: about, license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" } },
    servers: [{ url: publicUrl }],
    tags: [...new Set(operations.map((each) => each.tag))].map((name) => ({ name, description: tags[name] ?? name })),
  });
}

const tags: Readonly<Record<string, string>> = {
  Auth: "Sign up, sign in, and the tokens that come of it.",
  Developer: "The account one is signed in with.",
  Projects: "Projects and what is known of them.",
  Keys: "API keys of a project.",
  Limits: "Quotas, usage and sanctions of a project.",
  Data: "What applications do with a project's API key.",
  Operations: "How the platform is.",
  Staff: "For those who run the platform.",
};

function register(registry: OpenAPIRegistry, operation: AnyOperation): void {
  const [method = "", path = ""] = operation.at.split(" ");
  const [status, body] = operation.returns;
  const hasBody = Object.keys(operation.body).length > 0;
  registry.registerPath({
    method: method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete",
    path,
    operationId: operation.id,
    summary: operation.summary,
    description: describe(operation),
    tags: [operation.tag],
    security: operation.security === "apiKey" ? [{ apiKey: [] }] : operation.permission === "public" ? [] : [{ accessToken: [] }],
    request: {
      ...(Object.keys(operation.path).length > 0 && { params: z.object(operation.path) }),
      ...(Object.keys(operation.query).length > 0 && { query: z.object(operation.query) }),
      headers: headersOf(operation),
      ...(hasBody && { body: { required: true, content: { "application/json": { schema: z.strictObject(operation.body) } } } }),
    },
    responses: {
      [status]: { description: "Done", ...(status !== 204 && { content: { "application/json": { schema: body } } }) },
      ...refusalResponses(operation),
    },
  });
}

const describe = ({ permission, showsSecret }: AnyOperation) =>
  [
    permission !== "public" && "developer" in permission && `Needs the scope \`${permission.developer}\`.`,
    permission !== "public" && "staff" in permission && `For staff with the role ${permission.staff} or a wider one.`,
    showsSecret && "The answer shows a secret that is not shown again.",
  ]
    .filter(Boolean)
    .join(" ");

const headersOf = (operation: AnyOperation) => [
  z.object({
    ...(operation.at.startsWith("POST ") && {
      "Idempotency-Key": z.string().max(255).optional().meta({ description: "repeats the same answer instead of doing it again" }),
    }),
    ...(operation.ifMatch === "required" && { "If-Match": z.string().meta({ description: "the ETag you read" }) }),
    ...(operation.ifMatch === "optional" && { "If-Match": z.string().optional().meta({ description: "the ETag you read" }) }),
  }),
];

/** Refusals by status; what every operation of its kind may answer is added to what it declares. */
function refusalResponses(operation: AnyOperation) {
  const isPublic = operation.permission === "public";
  const declared: DeclaredRefusal[] = [
    ...(operation.refuses ?? []),
    ...(isPublic ? [] : refuse.declare("not_signed_in", "invalid_token", "not_for_you", "missing_scope")),
    { code: "invalid_input", status: 422, message: "What is wrong is told in `errors`, each with its path." },
  ];
  const byStatus = Map.groupBy(declared, (each) => each.status);
  return Object.fromEntries(
    [...byStatus].map(([status, refusals]) => [
      status,
      {
        description: refusals.map(({ code, message }) => `\`${code}\`: ${message}`).join("\n\n"),
        content: { "application/problem+json": { schema: Problem } },
      },
    ]),
  );
}
