import { accept, error, group, ids } from "../case.ts";

const openapi = { "content-type": "application/openapi+json; charset=utf-8" };
const preflight = { origin: "https://app.example", "access-control-request-method": "POST", "access-control-request-headers": "Foo,Bar" };
const allows = (allow: string) => ({ allow });

/** The description at the root, what may be done where, and other origins. */
export const root = group("root, OPTIONS, CORS, profiles", [
  {
    name: "describes itself",
    at: "",
    includes: { swagger: "2.0", info: {}, paths: {}, definitions: {} },
    tells: openapi,
  },
  {
    name: "describes itself as OpenAPI",
    at: "",
    headers: accept("application/openapi+json"),
    includes: { swagger: "2.0" },
    tells: openapi,
  },
  {
    name: "describes itself to who wants JSON",
    at: "",
    headers: accept("application/json"),
    includes: { swagger: "2.0" },
    tells: openapi,
  },
  {
    name: "describes itself by HEAD",
    at: "HEAD ",
    headers: accept("application/openapi+json"),
    gives: "",
    tells: openapi,
  },
  {
    name: "describes tables",
    at: "",
    includes: { paths: { "/directors": { get: { tags: ["directors"], summary: "Who makes films" } } } },
    tells: openapi,
  },
  {
    name: "describes columns",
    at: "",
    includes: {
      definitions: {
        directors: {
          type: "object",
          required: ["id", "name"],
          properties: {
            id: { type: "integer", format: "integer", description: "Note:\nThis is a Primary Key.<pk/>" },
            born: { type: "integer", format: "integer", description: "The year of birth" },
          },
        },
      },
    },
    tells: openapi,
  },
  {
    name: "describes keys to other tables",
    at: "",
    includes: {
      definitions: {
        films: {
          properties: {
            director_id: { description: "Note:\nThis is a Foreign Key to `directors.id`.<fk table='directors' column='id'/>" },
          },
        },
      },
    },
    tells: openapi,
  },
  {
    name: "describes enums",
    at: "",
    includes: {
      definitions: { films: { properties: { genre: { type: "string", format: "public.genre", enum: ["comedy", "drama", "thriller"] } } } },
    },
    tells: openapi,
  },
  {
    name: "describes arrays",
    at: "",
    includes: { definitions: { films: { properties: { tags: { type: "array", format: "text[]", items: { type: "string" } } } } } },
    tells: openapi,
  },
  {
    name: "describes defaults",
    at: "",
    includes: { definitions: { pairs: { properties: { extra: { default: "none" } } } } },
    tells: openapi,
  },
  {
    name: "describes filters",
    at: "",
    includes: {
      parameters: { "rowFilter.directors.id": { name: "id", in: "query", type: "string" }, select: {}, order: {}, limit: {}, offset: {} },
    },
    tells: openapi,
  },
  {
    name: "describes functions",
    at: "",
    includes: { paths: { "/rpc/say_hello": { get: { tags: ["(rpc) say_hello"] }, post: {} } } },
    tells: openapi,
  },
  {
    name: "tells of a function that writes by POST only",
    at: "",
    includes: { paths: { "/rpc/add_note": { post: {}, get: undefined } } },
    tells: openapi,
  },
  {
    name: "does not tell of what may not be read",
    at: "",
    includes: { paths: { "/payroll": undefined }, definitions: { payroll: undefined } },
    tells: openapi,
  },
  {
    name: "tells of it with a secret key",
    at: "",
    as: "service_role",
    includes: { paths: { "/payroll": { get: {} } } },
    tells: openapi,
  },
  { name: "the description of a table is not there", at: "films", headers: accept("application/openapi+json"), status: 406 },
  { name: "the root as CSV", at: "", headers: accept("text/csv"), status: 406 },
  { name: "the root by POST", at: "POST ", sends: {}, status: 405, includes: { code: "PGRST117" } },

  {
    name: "OPTIONS of a table",
    at: "OPTIONS counters",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE"),
  },
  {
    name: "OPTIONS of a table without a key",
    at: "OPTIONS loose",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD,POST,PATCH,DELETE"),
  },
  {
    name: "OPTIONS of a partitioned table",
    at: "OPTIONS tickets",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE"),
  },
  {
    name: "OPTIONS of a view that can be changed",
    at: "OPTIONS open_notes",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE"),
  },
  {
    name: "OPTIONS of a view that cannot be changed",
    at: "OPTIONS director_counts",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD"),
  },
  {
    name: "OPTIONS of a function that writes",
    at: "OPTIONS rpc/add_note",
    gives: "",
    tells: allows("OPTIONS,POST"),
  },
  {
    name: "OPTIONS of a stable function",
    at: "OPTIONS rpc/all_films",
    gives: "",
    tells: allows("OPTIONS,GET,HEAD,POST"),
  },
  { name: "OPTIONS of the root", at: "OPTIONS ", gives: "", tells: allows("OPTIONS,GET,HEAD") },
  { name: "OPTIONS of a table that there is not", at: "OPTIONS nowhere_to_be_found", status: 404 },

  {
    name: "a preflight",
    at: "OPTIONS films",
    headers: preflight,
    status: 204,
    gives: "",
    tells: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": /PATCH/,
      "access-control-allow-headers": /Foo.*Bar/i,
      "access-control-max-age": /\d+/,
    },
  },
  {
    name: "another origin",
    at: "studios?select=id&id=eq.1",
    headers: { origin: "https://app.example" },
    gives: ids(1),
    tells: { "access-control-allow-origin": "*", "access-control-expose-headers": /Content-Range/i },
  },
  {
    name: "another origin's failure",
    at: "nowhere_to_be_found",
    headers: { origin: "https://app.example" },
    status: 404,
    tells: { "access-control-allow-origin": "*" },
  },

  { name: "the schema that is exposed", at: "studios?select=id&id=eq.1", headers: { "accept-profile": "public" }, gives: ids(1) },
  {
    name: "a schema that is not exposed",
    at: "vaults",
    headers: { "accept-profile": "backstage" },
    status: 406,
    gives: error("PGRST106", "Invalid schema: backstage", null, "Only the following schemas are exposed: public"),
  },
  {
    name: "a schema that there is not, in a change",
    at: "POST counters",
    sends: { id: 9, value: 1 },
    headers: { "content-profile": "nowhere" },
    status: 406,
    includes: { code: "PGRST106" },
  },
  { name: "one schema is not told of", at: "studios?select=id&id=eq.1", gives: ids(1), tells: { "content-profile": undefined } },
  { name: "OPTIONS of a view that a trigger takes", at: "OPTIONS counter_desk", gives: "", tells: allows("OPTIONS,GET,HEAD,POST") },
  { name: "where supabase-js looks: rows", at: "/rest/v1/studios?select=id&order=id", gives: ids(1, 2) },
  { name: "where supabase-js looks: a function", at: "/rest/v1/rpc/no_arguments", gives: 42 },
  { name: "where supabase-js looks: the root", at: "/rest/v1/", includes: { swagger: "2.0" }, tells: openapi },
  { name: "where supabase-js looks: what there is not", at: "/rest/v1/nowhere_to_be_found", status: 404, includes: { code: "PGRST205" } },
]);
