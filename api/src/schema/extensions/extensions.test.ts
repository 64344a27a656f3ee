import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { extensions as offered } from "../../sql/index.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const at = (method: string, path: string) => ask(world, `${method} /api/schema/extensions${path}`, { apikey: tenant.secret.key });
const list = async (): Promise<Json> => (await at("GET", "")).body.items;

describe("extensions", () => {
  test("that are offered are listed, with what the server has and what is installed", async () => {
    const items = await list();
    expect(items.map((each: Json) => each.name)).toEqual([...offered].filter((each) => each !== "plpgsql").sort());
    expect(items.find((each: Json) => each.name === "pgcrypto")).toMatchObject({
      isAvailable: true,
      schema: "extensions",
      installedVersion: expect.any(String),
    });
    expect(items.find((each: Json) => each.name === "citext")).toMatchObject({ isAvailable: true, installedVersion: null });
  });

  test("each that the server has is installed into their schema, again without effect, and removed", async () => {
    for (const { name, installedVersion, isAvailable } of await list()) {
      if (!isAvailable || installedVersion !== null) continue;
      const made = await at("PUT", `/${name}`);
      expect([name, made.status, made.body.schema]).toEqual([name, 200, "extensions"]);
      expect((await at("PUT", `/${name}`)).body).toEqual(made.body);
      expect([name, (await at("DELETE", `/${name}`)).status]).toEqual([name, 204]);
    }
    expect((await at("DELETE", "/citext")).body.code).toBe("extension_not_installed");
  });

  test("one that is needed goes only with what needs it", async () => {
    await at("PUT", "/citext");
    await tenant.sql("create table mails (address extensions.citext)");
    expect((await at("DELETE", "/citext")).body.code).toBe("2BP01");
    expect((await at("DELETE", "/citext?cascade=true")).status).toBe(204);
  });

  test.each(["dblink", "postgres_fdw", "plperlu", "file_fdw", "adminpack", "plpgsql", "no such", "a%22b"])(
    "%s is not offered",
    async (name) => {
      const { status, body } = await at("PUT", `/${name}`);
      expect([status, body.code]).toEqual([403, "extension_not_offered"]);
      expect((await at("DELETE", `/${name}`)).status).toBe(403);
    },
  );

  test("what is offered and the server does not have is told", async () => {
    const missing = (await list()).find((each: Json) => !each.isAvailable);
    expect(missing).toBeDefined();
    expect((await at("PUT", `/${missing.name}`)).body).toMatchObject({
      status: 404,
      code: "extension_not_available",
      extension: missing.name,
    });
  });
});
