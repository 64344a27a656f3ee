import { z } from "zod";
import { operation } from "../platform/operation.ts";
import { refusals } from "../platform/refusal.ts";

/** What stands between a request and its project's tables, before the dialect has a say. */
export const refuse = refusals({
  missing_api_key: [401, "This needs an API key: send it as the header apikey, or as Authorization: Bearer."],
  two_api_keys: [400, "Two different API keys were given. Send one, or the same in both headers."],
  secret_key_in_browser: [
    403,
    "A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.",
  ],
  service_role_in_browser: [403, "A token with the role service_role was sent by a browser, where anybody can read it."],
  too_many_bad_tokens: [429, "Too many tokens that are not valid came from this address with this key. Wait, then send a valid one."],
  issuer_unavailable: [503, "The end user's token can't be judged: its issuer's keys can't be read just now."],
  body_too_large: [413, "The body is too large."],
  bodies_waiting: [503, "Too many large bodies are waiting just now. Try again in a moment, or send less at once."],
  unreadable_body: [400, "The body ended before it was complete."],
  answer_too_long: [413, "The answer is longer than the project's plan lets it be. Ask for fewer rows or columns, or in several parts."],
  client_gone: [499, "The client went away, or did not read on, before the answer was complete."],
  missing_scope: [403, "This key was not given the scope that this needs."],
});

/** The scopes of keys that may use tables. */
export const dataScopes = { read: "data:read", write: "data:write" } as const;

const path = { table: z.string().meta({ description: "A table or view of the schema public.", example: "todos" }) };
const filtered =
  "A parameter that is named like a column is a filter, such as `id=eq.5`, `title=like.a*`, `id=in.(1,2)`, `done=is.true`, `id=not.eq.5`.";
const select = z
  .string()
  .optional()
  .meta({ description: `Columns, as in \`id,name:title,at::text\`; all of them if left out. ${filtered}`, example: "id,title" });
const reading = {
  select,
  order: z.string().optional().meta({ description: "As in `at.desc.nullslast,id`.", example: "id.desc" }),
  limit: z.int().min(0).optional().meta({ description: "At most so many rows." }),
  offset: z.int().min(0).optional().meta({ description: "Leaves out so many rows first." }),
};
const writing = {
  select: select.meta({ description: `Columns to return where \`Prefer: return=representation\` asks for rows. ${filtered}` }),
};
const Rows = z.array(z.record(z.string(), z.unknown())).meta({
  description: "Rows, each an object with a member per column.",
  example: [{ id: 1, task: "open the shop", done: false }],
});
const refuses = refuse.declare(
  "missing_api_key",
  "two_api_keys",
  "secret_key_in_browser",
  "service_role_in_browser",
  "too_many_bad_tokens",
  "issuer_unavailable",
  "missing_scope",
  "body_too_large",
);
const Row = z.record(z.string(), z.unknown());
const headers = {
  Prefer: z.string().optional().meta({
    description: "`return=representation` for the rows themselves, `return=minimal` for none; `count=exact` for how many there are in all.",
  }),
};
const keyed = { tag: "Data", permission: "public", security: "apiKey", refuses } as const;
const profile = z.string().optional().meta({
  description: "The schema that is meant, of those that the project exposes; the first of them if left out.",
  example: "public",
});
const common = { ...keyed, path, headers: { ...headers, "Content-Profile": profile } } as const;

/** The dialect is PostgREST's; each project's tables are described at their own place. */
export const describedOperations = [
  operation({
    ...keyed,
    id: "describeData",
    at: "GET /api/rest",
    summary: "The project's tables and functions that the key may use, as OpenAPI 2.0",
    headers: { "Accept-Profile": profile },
    media: "application/openapi+json",
    returns: [200, z.record(z.string(), z.unknown())],
  }),
  operation({
    ...common,
    headers: { ...headers, "Accept-Profile": profile },
    id: "readRows",
    at: "GET /api/rest/{table}",
    summary: "Read rows",
    query: reading,
    returns: [200, Rows],
  }),
  operation({
    ...common,
    id: "insertRows",
    at: "POST /api/rest/{table}",
    summary: "Insert a row, or a list of rows",
    query: { ...writing, columns: z.string().optional().meta({ description: "The columns to write, where rows differ in theirs." }) },
    rawBody: z.union([Row, z.array(Row)]).meta({ description: "A row, or a list of rows.", example: { task: "open the shop" } }),
    returns: [201, Rows],
  }),
  operation({
    ...common,
    id: "updateRows",
    at: "PATCH /api/rest/{table}",
    summary: "Change the rows that the filters mean",
    query: writing,
    rawBody: Row.meta({ description: "The columns to set.", example: { done: true } }),
    returns: [200, Rows],
  }),
  operation({
    ...common,
    id: "deleteRows",
    at: "DELETE /api/rest/{table}",
    summary: "Delete the rows that the filters mean",
    query: writing,
    returns: [200, Rows],
  }),
];
