import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask, type Json } from "./ask.ts";
import { makeDeveloper, makeKey, makeProjectFor } from "./make.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let token: string;
let key: string;
beforeAll(async () => {
  world = await openWorld();
  token = (await makeDeveloper(world)).token;
  key = (await makeKey(world, token, (await makeProjectFor(world, token)).id)).key;
});
afterAll(() => world.close());

const broken = { headers: { "content-type": "application/json" }, body: new TextEncoder().encode('{"name": "shop",}') };
type Options = Parameters<typeof ask>[2];

/** What newcomers do wrong, and what must be told so that they can put it right by the answer alone. */
const mistakes: readonly [title: string, at: string, options: () => Options, status: number, told: Json][] = [
  [
    "leaving fields out",
    "POST /api/auth/register",
    () => ({ body: {} }),
    422,
    { errors: expect.arrayContaining([{ path: "name", message: "is missing" }]) },
  ],
  [
    "misspelling a field",
    "POST /api/projects",
    () => ({ token, body: { nam: "shop" } }),
    422,
    {
      errors: [
        { path: "name", message: "is missing" },
        { path: "nam", message: "is not known here" },
      ],
    },
  ],
  ["a list's limit that is none", "GET /api/projects?limit=all", () => ({ token }), 422, { detail: "limit: must be a number" }],
  ["a list's limit too large", "GET /api/projects?limit=9999", () => ({ token }), 422, { detail: "limit: must be at most 200" }],
  [
    "a comma too many",
    "POST /api/projects",
    () => ({ token, ...broken }),
    400,
    { code: "invalid_json", because: expect.stringContaining("at position 16") },
  ],
  [
    "a comma too many in SQL's body",
    "POST /api/sql",
    () => ({ apikey: key, ...broken }),
    400,
    { code: "invalid_json", because: expect.stringContaining("at position 16") },
  ],
  [
    "SQL under another name",
    "POST /api/sql",
    () => ({ apikey: key, body: { sql: "select 1" } }),
    422,
    {
      errors: [
        { path: "query", message: "is missing" },
        { path: "sql", message: "is not known here" },
      ],
    },
  ],
  ["reading what is only written", "GET /api/auth/register", () => ({}), 405, { code: "method_not_allowed", methods: ["POST"] }],
  [
    "a token without Bearer",
    "GET /api/projects",
    () => ({ headers: { authorization: token } }),
    401,
    { code: "not_signed_in", detail: expect.stringContaining("Authorization: Bearer") },
  ],
  [
    "an API key in place of a token",
    "GET /api/projects",
    () => ({ token: key }),
    401,
    { code: "api_key_not_here", detail: expect.stringContaining("/api/rest") },
  ],
];

test.each(mistakes)("%s is told so that it can be mended", async (_title, at, options, status, told) => {
  expect(await ask(world, at, options())).toMatchObject({ status, body: told });
});
