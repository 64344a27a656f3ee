import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { makeStaff } from "../../../test/make.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Logins, openLogins } from "../../platform/db/logins.ts";
import type { Caller } from "../caller.ts";
import { openCatalogs } from "../catalog.ts";
import { openDocuments, respondToRoot } from "./root.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql(`
    create type size as enum ('small', 'large');
    create domain label as varchar(20);
    create table "odd/name~" ("a b" int primary key default 1, size size not null default 'small', label label, price numeric(10, 2));
    create table hidden (id int);
    create function may_call() returns int language sql as $$ select 1 $$;
    create function may_not_call() returns int language sql as $$ select 1 $$;
    grant execute on function may_call() to anon;
    revoke all on hidden from anon;
    grant select on "odd/name~" to anon`);
});
afterAll(() => world.close());

const root = (key = tenant.publishable.key, headers = {}) => ask(world, "GET /api/rest/", { apikey: key, headers });

describe("the root", () => {
  test("describes what the key's role may use, with or without a slash, and says where it is", async () => {
    const { status, body } = await root();
    expect(status).toBe(200);
    expect([body.host, body.basePath, body.schemes]).toEqual([new URL(world.url).host, "/api/rest/", ["http"]]);
    expect(Object.keys(body.paths).sort()).toEqual(["/", "/odd/name~", "/rpc/may_call"]);
    expect((await ask(world, "GET /api/rest", { apikey: tenant.publishable.key })).body).toEqual(body);
    expect((await ask(world, "GET /rest/v1/", { apikey: tenant.publishable.key })).body.basePath).toBe("/rest/v1/");
    expect(Object.keys((await root(tenant.secret.key)).body.paths).sort()).toContain("/hidden");
  });

  test("describes names and types of a project's own", async () => {
    const { body } = await root();
    expect(body.definitions["odd/name~"]).toMatchObject({
      required: ["a b", "size"],
      properties: {
        "a b": { type: "integer", default: 1, description: "Note:\nThis is a Primary Key.<pk/>" },
        size: { type: "string", format: "public.size", enum: ["small", "large"], default: "small" },
        label: { type: "string", format: "character varying", maxLength: 20 },
        price: { type: "number", format: "numeric" },
      },
    });
    expect(body.paths["/odd/name~"].get.responses[200].schema.items).toEqual({ $ref: "#/definitions/odd~1name~0" });
  });

  test("costs one trip where the schema is known", async () => {
    let trips = 0;
    const logins = openLogins({
      server: world.server,
      repair: async () => undefined,
      end: async () => undefined,
      onError: () => undefined,
    });
    const counting: Logins = {
      ...logins,
      use: (login, work) => logins.use(login, (session) => work(session)).finally(() => trips++),
      share: (login, work) => logins.share(login, (session) => work(session)).finally(() => trips++),
    };
    const database = { logins: counting, catalogs: openCatalogs(counting) };
    const caller = { holder: { projectId: tenant.projectId }, login: tenant.login("anon") } as Caller;
    const documents = openDocuments();
    const asked = { schema: "public", accept: undefined, url: `${world.url}/api/rest/` };
    await respondToRoot(database, documents, caller, asked);
    expect(trips).toBe(3);
    await respondToRoot(database, documents, caller, asked);
    expect(trips).toBe(4);
    await logins.close();
  });

  test("is counted and let in as a read, as are OPTIONS", async () => {
    const other = await tenantOf(world);
    const token = other.developer.token;
    const counted = async () => {
      await world.engine.settling.flushed();
      const [row] = await world.clone.query<{ total: string }>(
        "select sum(total) as total from usage_metrics where project_id = $1 and metric = 'requests'",
        [other.id],
      );
      return Number(row?.total);
    };
    expect((await root(other.publishable.key)).status).toBe(200);
    const options = () => ask(world, "OPTIONS /api/rest/rpc/nowhere", { apikey: other.publishable.key });
    expect((await options()).status).toBe(404);
    expect(await counted()).toBe(2);
    const body = { name: "writes", kind: "secret", scopes: ["data:write"] };
    const writer = (await ask(world, `POST /api/projects/${other.id}/keys`, { token, body })).body.key;
    expect((await root(writer)).body.code).toBe("missing_scope");
    const staff = (await makeStaff(world, "operator")).token;
    const said = { reason: "abuse", statement: "You sent spam." };
    await ask(world, `POST /api/admin/projects/${other.id}/suspensions`, { token: staff, body: said });
    expect([(await root(other.publishable.key)).status, (await options()).status]).toEqual([403, 403]);
  });
});

describe("the root of a schema that changes", () => {
  test("tells what is there and allowed by now", async () => {
    const pathsNow = async () => Object.keys((await root()).body.paths);
    expect(await pathsNow()).not.toContain("/grown");
    const run = (query: string) => ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
    await run("create table grown (id int); grant select on grown to anon");
    expect(await pathsNow()).toContain("/grown");
    await run("comment on table grown is 'Grown up'");
    expect((await root()).body.paths["/grown"].get.summary).toBe("Grown up");
    await tenant.sql("revoke all on grown from anon");
    expect(await pathsNow()).not.toContain("/grown");
  });
});

describe("OPTIONS", () => {
  test("without a key, or as a browser's preflight, names no table of anybody's", async () => {
    for (const place of ["/api/rest/hidden", "/rest/v1/nowhere", "/rest/v1/"]) {
      const { status, headers } = await ask(world, `OPTIONS ${place}`, {
        headers: {
          origin: "https://app.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": "apikey, x-client-info",
        },
      });
      expect([status, headers.get("access-control-allow-origin"), headers.get("access-control-allow-headers")]).toEqual([
        204,
        "*",
        "apikey, x-client-info",
      ]);
    }
    expect((await ask(world, "OPTIONS /rest/v1/nowhere")).status).toBe(204);
  });

  test("with a key that is none is refused", async () => {
    expect((await ask(world, "OPTIONS /rest/v1/hidden", { apikey: "nm_pk_none" })).status).toBe(401);
  });
});
