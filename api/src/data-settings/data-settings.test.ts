import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { makeDeveloper, makeStaff } from "../../test/make.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql(`
    create schema shop;
    create schema backstage;
    create schema "größe, ""x""";
    grant usage on schema shop, backstage, "größe, ""x""" to anon;
    create table things (id int primary key, name text);
    create table shop.things (id int primary key, price int);
    create table backstage.things (id int primary key);
    create table "größe, ""x""".things (id int primary key);
    insert into things values (1, 'of public');
    insert into shop.things values (1, 5);
    insert into backstage.things values (1);
    insert into "größe, ""x""".things values (7);
    create function shop.beside() returns int language plpgsql stable as $$ begin return (select price from things where id = 1); end $$;
    create function shop.behind() returns text language sql stable as $$ select current_setting('search_path') $$;
    create function shop.put(price int) returns void language sql volatile as 'insert into shop.things values (9, price)';
    grant select on things, backstage.things, "größe, ""x""".things to anon;
    grant select, insert, update, delete on shop.things to anon;
    grant execute on all functions in schema shop to anon`);
});
afterAll(() => world.close());

const settings = (method: string, body?: unknown, token = tenant.developer.token, projectId = tenant.id) =>
  ask(world, `${method} /api/projects/${projectId}/data`, { token, ...(body !== undefined && { body }) });
const expose = (...exposedSchemas: readonly string[]) => settings("PUT", { exposedSchemas });
const rest = (at: string, headers: Readonly<Record<string, string>> = {}, body?: Json) => {
  const [method, path] = at.split(" ");
  return ask(world, `${method} /api/rest/${path}`, { apikey: tenant.publishable.key, headers, ...(body !== undefined && { body }) });
};

describe("what a project exposes", () => {
  test("is public, until it chooses otherwise", async () => {
    const fresh = await tenantOf(world);
    const { status, body } = await settings("GET", undefined, fresh.developer.token, fresh.id);
    expect([status, body]).toEqual([200, { projectId: fresh.id, exposedSchemas: ["public"], revision: expect.any(Number) }]);
  });

  test("is changed by who read it as it is", async () => {
    const { body, headers } = await settings("GET");
    const put = (revision: string, exposedSchemas: readonly string[]) =>
      ask(world, `PUT /api/projects/${tenant.id}/data`, {
        token: tenant.developer.token,
        headers: { "if-match": revision },
        body: { exposedSchemas },
      });
    const etag = String(headers.get("etag"));
    expect(etag).toBe(`"${body.revision}"`);
    expect((await put(etag, ["public", "backstage"])).status).toBe(200);
    expect(await put(etag, ["shop"])).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
    expect((await settings("GET")).body.exposedSchemas).toEqual(["public", "backstage"]);
    await expose("public");
  });

  test("is chosen as a whole, and stands in the audit log", async () => {
    const { status, body } = await expose("public", "shop");
    expect([status, body]).toEqual([200, { projectId: tenant.id, exposedSchemas: ["public", "shop"], revision: expect.any(Number) }]);
    expect((await settings("GET")).body).toEqual(body);
    const { items } = (await ask(world, `GET /api/projects/${tenant.id}/audit`, { token: tenant.developer.token })).body;
    expect(items[0]).toMatchObject({ action: "setDataSettings", target: tenant.id, after: { exposedSchemas: ["public", "shop"] } });
  });

  test.each<[string, unknown]>([
    ["nothing", []],
    ["one twice", ["public", "public"]],
    ["PostgreSQL's own", ["pg_catalog"]],
    ["the information schema", ["information_schema"]],
    ["a name that is too long", ["ü".repeat(32)]],
    ["a name of control characters", ["a\u0000b"]],
    ["no name", [""]],
    ["too many", Array.from({ length: 21 }, (_, i) => `s${i}`)],
    ["no list", "public"],
  ])("is not %s", async (_what, exposedSchemas) => {
    expect((await settings("PUT", { exposedSchemas })).status).toBe(422);
  });

  test("is a schema of its database: of any other one is told which there are, and nothing changes", async () => {
    await expose("public", "shop");
    const { status, body } = await expose("shop", "shopp", "PUBLIC");
    const there = 'which has backstage, extensions, größe, "x", public, shop';
    expect([status, body.errors]).toEqual([
      422,
      [
        { path: "exposedSchemas.1", message: `"shopp" is not a schema of the project's database, ${there}` },
        { path: "exposedSchemas.2", message: `"PUBLIC" is not a schema of the project's database, ${there}` },
      ],
    ]);
    expect((await settings("GET")).body.exposedSchemas).toEqual(["public", "shop"]);
    await expose("public");
  });

  test("is not chosen while the database is not there, or does not let itself be read", async () => {
    const other = await tenantOf(world);
    const choose = async () => {
      const { status, body, headers } = await settings("PUT", { exposedSchemas: ["public"] }, other.developer.token, other.id);
      return [status, body.code, headers.get("retry-after")];
    };
    await world.clone.query("update projects set status = 'provisioning' where id = $1", [other.id]);
    expect(await choose()).toEqual([503, "project_not_ready", "2"]);
    await world.clone.query("update projects set status = 'active' where id = $1", [other.id]);
    await other.sql(`alter role "${other.login("owner").user}" password 'changed by the tenant'`);
    expect(await choose()).toEqual([409, "database_not_readable", null]);
    await world.clone.query("update tenants set state = 'requested' where project_id = $1", [other.id]);
    expect(await choose()).toEqual([409, "database_not_there", null]);
  });

  test("is looked up by nothing that its owner put in the way", async () => {
    const hostile = await tenantOf(world);
    await hostile.sql(`
      create schema shop;
      create table public.pg_namespace (nspname name); insert into public.pg_namespace values ('nope');
      alter role "${hostile.login("owner").user}" set search_path = public, pg_catalog`);
    const choose = (name: string) => settings("PUT", { exposedSchemas: [name] }, hostile.developer.token, hostile.id);
    expect([(await choose("nope")).status, (await choose("shop")).status]).toEqual([422, 200]);
  });

  test.each(["nextmavens", "nextmavens_migrations"])(
    "is never %s, by which the platform serves it, though that was chosen once",
    async (ours) => {
      const { status, body } = await expose("public", ours);
      expect([status, body.errors[0]?.path]).toEqual([422, "exposedSchemas.1"]);
      const other = await tenantOf(world);
      await world.clone.query("update projects set exposed_schemas = $2 where id = $1", [other.id, [ours, "public"]]);
      const answer = await ask(world, "GET /api/rest/none", { apikey: other.publishable.key, headers: { "accept-profile": ours } });
      expect(answer.body).toMatchObject({ code: "PGRST106", hint: "Only the following schemas are exposed: public" });
      expect((await settings("GET", undefined, other.developer.token, other.id)).body.exposedSchemas).toEqual(["public"]);
    },
  );

  test("is nobody else's business", async () => {
    const { token } = await makeDeveloper(world);
    expect((await settings("GET", undefined, token)).body.code).toBe("project_not_found");
    expect((await settings("PUT", { exposedSchemas: ["shop"] }, token)).body.code).toBe("project_not_found");
  });

  test("is not chosen for a project that is deleted", async () => {
    const { id, developer } = await tenantOf(world);
    await ask(world, `DELETE /api/projects/${id}`, { token: developer.token });
    expect((await settings("PUT", { exposedSchemas: ["shop"] }, developer.token, id)).body.code).toBe("project_is_deleted");
  });
});

describe("for a project's owner, staff", () => {
  const at = () => `/api/admin/projects/${tenant.id}/data`;
  const body = { exposedSchemas: ["shop"], reason: "the owner asked for it" };

  test("see what is exposed, and from operators on choose it with a reason, which the audit log keeps", async () => {
    await expose("public");
    const { token: viewer } = await makeStaff(world, "viewer");
    expect((await ask(world, `GET ${at()}`, { token: viewer })).body).toEqual({
      projectId: tenant.id,
      exposedSchemas: ["public"],
      revision: expect.any(Number),
    });
    expect((await ask(world, `PUT ${at()}`, { token: viewer, body })).status).toBe(403);
    const { token } = await makeStaff(world, "operator");
    expect((await ask(world, `PUT ${at()}`, { token, body: { exposedSchemas: ["shop"] } })).status).toBe(422);
    expect((await ask(world, `PUT ${at()}`, { token, body: { ...body, exposedSchemas: ["pg_catalog"] } })).status).toBe(422);
    expect((await ask(world, `PUT ${at()}`, { token, body })).body.exposedSchemas).toEqual(["shop"]);
    const [entry] = await world.clone.query(
      "select reason, before, after from audit_logs where action = 'setAnyDataSettings' and project_id = $1",
      [tenant.id],
    );
    expect(entry).toMatchObject({ reason: body.reason, before: { exposedSchemas: ["public"] }, after: { exposedSchemas: ["shop"] } });
    expect((await ask(world, `GET ${at().replace(tenant.id, "prj_01jh8x4q3efyxb0v1s2t3w4y5z")}`, { token: viewer })).status).toBe(404);
  });
});

describe("a request", () => {
  beforeAll(() => expose("public", "shop", 'größe, "x"'));

  test("means the first schema, and is told so where there is a choice", async () => {
    const { headers, body } = await rest("GET things");
    expect([headers.get("content-profile"), body]).toEqual(["public", [{ id: 1, name: "of public" }]]);
  });

  test("reads another by Accept-Profile", async () => {
    const { headers, body } = await rest("GET things", { "accept-profile": "shop" });
    expect([headers.get("content-profile"), body]).toEqual(["shop", [{ id: 1, price: 5 }]]);
    expect((await rest("GET things", { "content-profile": "shop" })).body).toEqual([{ id: 1, name: "of public" }]);
    expect((await rest("HEAD things?select=price", { "accept-profile": "shop" })).status).toBe(200);
  });

  test("changes another by Content-Profile", async () => {
    const shop = { "content-profile": "shop", prefer: "return=representation" };
    const inserted = await rest("POST things", shop, { id: 2, price: 7 });
    expect([inserted.status, inserted.headers.get("content-profile"), inserted.body]).toEqual([201, "shop", [{ id: 2, price: 7 }]]);
    expect((await rest("PATCH things?id=eq.2", shop, { price: 8 })).body).toEqual([{ id: 2, price: 8 }]);
    expect((await rest("DELETE things?id=eq.2", shop)).body).toEqual([{ id: 2, price: 8 }]);
  });

  test("calls functions of the schema, which find what stands beside them", async () => {
    const shop = { "accept-profile": "shop" };
    expect((await rest("GET rpc/beside", shop)).body).toBe(5);
    expect((await rest("GET rpc/behind", shop)).body).toBe('"shop", public, extensions');
    expect((await rest("GET rpc/beside")).status).toBe(404);
    expect((await rest("POST rpc/put", { "content-profile": "shop" }, { price: 1 })).status).toBe(204);
    expect((await rest("OPTIONS rpc/put", shop)).headers.get("allow")).toBe("OPTIONS,POST");
  });

  test("is described the schema that it names", async () => {
    const { headers, body } = await rest("GET ", { "accept-profile": "shop" });
    expect([headers.get("content-profile"), Object.keys(body.definitions.things.properties)]).toEqual(["shop", ["id", "price"]]);
  });

  test("may name a schema in any letters", async () => {
    const name = Buffer.from('größe, "x"', "utf8").toString("latin1");
    const { status, headers, body } = await rest("GET things", { "accept-profile": name });
    expect([status, headers.get("content-profile"), body]).toEqual([200, 'gr%C3%B6%C3%9Fe, "x"', [{ id: 7 }]]);
  });

  test("is refused any schema that is not exposed, whether it is there or not", async () => {
    for (const schema of ["backstage", "nowhere", "pg_catalog", 'public"; drop table things; --', ""]) {
      const { status, body } = await rest("GET things", { "accept-profile": schema });
      expect([status, body]).toEqual([
        406,
        {
          code: "PGRST106",
          message: `Invalid schema: ${schema}`,
          details: null,
          hint: 'Only the following schemas are exposed: public, shop, größe, "x"',
        },
      ]);
    }
  });

  test("finds at once what is exposed from now on, and no more what is not", async () => {
    expect((await rest("GET things", { "accept-profile": "backstage" })).status).toBe(406);
    await expose("backstage", "public");
    expect((await rest("GET things")).body).toEqual([{ id: 1 }]);
    expect((await rest("GET things", { "accept-profile": "shop" })).status).toBe(406);
    await expose("public");
    expect((await rest("GET things", { "accept-profile": "backstage" })).status).toBe(406);
    expect((await rest("GET things")).headers.get("content-profile")).toBeNull();
  });

  test("sees what changed in a schema that is not the first", async () => {
    await expose("public", "shop");
    const shop = { "accept-profile": "shop" };
    expect((await rest("GET things?limit=0", shop)).status).toBe(200);
    const query = "alter table shop.things add column seen boolean default true";
    await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
    expect((await rest("GET things?id=eq.1&select=seen", shop)).body).toEqual([{ seen: true }]);
  });
});

describe("a schema that is exposed and then dropped or renamed", () => {
  beforeAll(async () => {
    await tenant.sql(
      "create schema gone; grant usage on schema gone to anon; create table gone.things (id int); grant select on gone.things to anon",
    );
    await expose("gone", "public");
    expect((await rest("GET things")).status).toBe(200);
    await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query: "alter schema gone rename to away" } });
  });

  test.each(["GET things", "GET rpc/any", "GET ", "OPTIONS things", "DELETE things"])(
    "is told by %s, and no other is taken for it",
    async (at) => {
      const { status, body } = await rest(at);
      expect([status, body]).toEqual([
        406,
        {
          code: "PGRST106",
          message: "Invalid schema: gone",
          details: "The project exposes this schema, but its database has none of that name: it was dropped or renamed.",
          hint: "Create it, or choose anew which schemas the project exposes.",
        },
      ]);
    },
  );

  test("leaves the others as they are, is told by the advisor, and is found again when it is back", async () => {
    expect((await rest("GET things", { "accept-profile": "public" })).status).toBe(200);
    const advice = async () => (await ask(world, "GET /api/schema/advice", { apikey: tenant.secret.key })).body.items;
    const isOfGone = ({ object }: Json) => object.name === "gone";
    expect((await advice()).filter(isOfGone)).toMatchObject([
      { rule: "exposed_schema_missing", level: "error", object: { kind: "schema", schema: "gone" }, fix: "create schema gone" },
    ]);
    await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query: "alter schema away rename to gone" } });
    expect((await rest("GET things")).status).toBe(200);
    expect((await advice()).filter(isOfGone)).toEqual([]);
  });

  test("is not chosen again", async () => {
    await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query: "drop schema gone cascade" } });
    expect((await expose("gone", "public")).body.errors[0].path).toBe("exposedSchemas.0");
    expect((await expose("public")).status).toBe(200);
    expect((await rest("GET things")).status).toBe(200);
  });
});
