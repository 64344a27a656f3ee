import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { routes } from "@nextmavens/api/entry/features";
import { over } from "@nextmavens/api/platform/db/store";
import { includesRole, type StaffRole, staffRoles } from "@nextmavens/api/platform/permission";
import { Router as AdminRoutes } from "adminjs";
import type { IRouter } from "express";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { openReads } from "../src/adapter/reads.ts";
import { openAssets } from "../src/assets.ts";
import { openBundle } from "../src/bundle.ts";
import { openConsole } from "../src/console.ts";
import { makePages } from "../src/pages/index.ts";
import { plans } from "../src/resources/index.ts";
import { everythingAndDeedsIn, everythingIn } from "./unchanged.ts";
import { type Seen, Visitor } from "./visitor.ts";

/** Every route that AdminJS has. What is not ours is not there, for anybody: one that a new version brings must be decided on here. */
const ofAdminJs: Readonly<Record<string, "ours" | "our page" | "not there">> = {
  "GET ": "our page",
  "GET /resources/{resourceId}": "our page",
  "GET /resources/{resourceId}/actions/{action}": "our page",
  "GET /resources/{resourceId}/records/{recordId}/{action}": "our page",
  "GET /api/dashboard": "ours",
  "GET /api/resources/{resourceId}/actions/{action}": "ours",
  "POST /api/resources/{resourceId}/actions/{action}": "ours",
  "GET /api/resources/{resourceId}/records/{recordId}/{action}": "ours",
  "POST /api/resources/{resourceId}/records/{recordId}/{action}": "ours",
  "GET /api/resources/{resourceId}/actions/{action}/{query}": "not there",
  "GET /api/resources/{resourceId}/search": "not there",
  "GET /api/resources/{resourceId}/search/{query}": "not there",
  "GET /resources/{resourceId}/bulk/{action}": "not there",
  "GET /api/resources/{resourceId}/bulk/{action}": "not there",
  "POST /api/resources/{resourceId}/bulk/{action}": "not there",
  "GET /pages/{pageName}": "not there",
  "GET /api/pages/{pageName}": "not there",
  "POST /api/pages/{pageName}": "not there",
  "GET /frontend/assets/components.bundle.js": "not there",
};

/** All that the part of the console behind the door serves, and the least role that is let in; `list` is of each list's own. */
const served: Readonly<Record<string, StaffRole | "list">> = {
  "POST /api/sudo": "viewer",
  "POST /api/search": "viewer",
  "POST /api/csv/:resourceId": "list",
  "GET /api/backtest": "support",
  "POST /api/backtest": "support",
  "POST /api/rule-trial": "support",
  "GET /api/features": "viewer",
  "POST /api/expressions": "viewer",
  "GET /api/projects/:projectId/schema": "support",
  "GET /api/projects/:projectId/as-owner": "support",
  "GET /api/projects/:projectId/told": "support",
  "GET /api/queue": "viewer",
  "POST /api/queue/:itemId/take": "support",
  "POST /api/queue/:itemId/release": "support",
  "GET /api/saved-filters": "viewer",
  "POST /api/saved-filters": "viewer",
  "POST /api/saved-filters/:filterId/rename": "viewer",
  "POST /api/saved-filters/:filterId/remove": "viewer",
  "POST /api/projects/:projectId/rows/open": "admin",
  "POST /api/projects/:projectId/rows/look": "admin",
  "GET /api/bars": "viewer",
  "POST /api/maintenance": "admin",
  "GET /api/rights": "viewer",
  "GET /api/notices": "viewer",
  "GET /api/dashboard": "viewer",
  "GET /api/resources/:resourceId/actions/:action": "list",
  "POST /api/resources/:resourceId/actions/:action": "list",
  "GET /api/resources/:resourceId/records/:recordId/:action": "list",
  "POST /api/resources/:resourceId/records/:recordId/:action": "list",
};

/** What AdminJS can do to a resource by itself, each where it would stand. */
const stock: readonly (readonly [name: string, place: (id: string) => string])[] = [
  ["new", () => "actions/new"],
  ["search", () => "actions/search"],
  ["edit", (id) => `records/${id}/edit`],
  ["delete", (id) => `records/${id}/delete`],
  ["bulkDelete", () => "actions/bulkDelete"],
  ["bulkDelete", (id) => `bulk/bulkDelete?recordIds=${id}`],
];

let world: World;
let unchanged: string;
let project: string;
const visitors = {} as Record<StaffRole, Visitor>;
beforeAll(async () => {
  world = await openWorld();
  project = (await makeProject(world)).id;
  for (const role of staffRoles) visitors[role] = await new Visitor(world).signIn((await makeStaff(world, role)).email, password);
  unchanged = await everythingAndDeedsIn(world);
}, 120_000);
afterAll(() => world?.close());
const allIsAsBefore = async () => expect(await everythingAndDeedsIn(world)).toBe(unchanged);

const requested = (visitor: Visitor, route: string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> => {
  const [method, path = ""] = route.split(" ");
  return method === "GET" ? visitor.get(path) : visitor.post(path, fields);
};

describe("AdminJS's routes", () => {
  test("are all known here, and none is served that is not ours", async () => {
    const all = AdminRoutes.routes.map(({ method, path }) => `${method} ${path}`);
    expect(all.toSorted()).toEqual(Object.keys(ofAdminJs).toSorted());
    for (const [route, fate] of Object.entries(ofAdminJs)) {
      const at = route
        .replace("{resourceId}", "projects")
        .replace("{recordId}", project)
        .replace("{action}", "bulkDelete")
        .replace("{pageName}", "notices")
        .replace("{query}", "x");
      for (const role of staffRoles) {
        const { status } = await requested(visitors[role], at);
        const wanted = fate === "our page" || at === "GET /api/dashboard" ? 200 : 404;
        expect({ at, role, status }).toEqual({ at, role, status: wanted });
      }
    }
    await allIsAsBefore();
  }, 120_000);

  test("show, list and do nothing that is not in our plans, of any record, for any role, by any method", async () => {
    for (const { table, offers = [] } of plans) {
      const listed = await visitors.admin.get(`/api/resources/${table}/actions/list`);
      const id = encodeURIComponent(listed.json.records[0]?.id ?? "nobody");
      const missing = stock.filter(([name]) => !offers.some(({ sight }) => sight.name === name));
      for (const [, place] of missing) {
        const at = `/api/resources/${table}/${place(id)}`;
        const answers = await Promise.all(
          staffRoles.flatMap((role) => [visitors[role].get(at), visitors[role].post(at, { recordIds: id, name: "x" })]),
        );
        expect({ at, answers: answers.map(({ status }) => status) }).toEqual({ at, answers: answers.map(() => 404) });
      }
    }
    await allIsAsBefore();
  }, 120_000);

  test("show the record and the list of what a role may read, and of nothing else", async () => {
    for (const { table, readableBy } of plans) {
      for (const role of staffRoles) {
        const may = includesRole(role, readableBy);
        const list = await visitors[role].get(`/api/resources/${table}/actions/list`);
        const show = await visitors[role].get(`/api/resources/${table}/records/nobody/show`);
        expect({ table, role, list: list.status, show: show.status === 403 }).toEqual({ table, role, list: may ? 200 : 403, show: !may });
        if (!may) expect([list.json.records, show.json.record]).toEqual([undefined, undefined]);
      }
    }
  }, 120_000);
});

/** What a router serves, but for the pages that are all one. */
function routesOf(router: IRouter): string[] {
  return router.stack.flatMap(({ route }) => {
    const layers: readonly { readonly method?: string }[] = route?.stack ?? [];
    return route && typeof route.path === "string"
      ? [...new Set(layers.map(({ method }) => `${method?.toUpperCase()} ${route.path}`))]
      : [];
  });
}

describe("the console's own routes", () => {
  test("are all known here", async () => {
    const reads = openReads(world.server, world.vault, () => undefined);
    try {
      const pages = makePages(await openAssets(await openBundle()));
      const router = await openConsole({
        engine: world.engine,
        reads,
        jobs: over(world.jobsPool),
        glassFlaw: () => undefined,
        pages,
        operations: routes.map(({ operation }) => operation),
        routes,
      });
      expect(routesOf(router).toSorted()).toEqual(Object.keys(served).toSorted());
    } finally {
      await reads.close();
    }
  });

  test("let in the roles that may, and nobody else", async () => {
    const before = await everythingIn(world);
    for (const [route, least] of Object.entries(served)) {
      if (least === "list") continue;
      const at = route.replace(":projectId", project);
      for (const role of staffRoles) {
        const { status } = await requested(visitors[role], at);
        expect({ at, role, isRefused: status === 403 }).toEqual({ at, role, isRefused: !includesRole(role, least) });
      }
      expect((await requested(new Visitor(world), at)).status).toBe(401);
    }
    // That staff looked at a project as its owner sees it is written down.
    expect(await everythingIn(world)).toBe(before);
  }, 120_000);

  test("forbid, whatever they answer, to be framed, guessed at, and kept", async () => {
    const asked = [
      "GET /login",
      "GET ",
      "GET /resources/projects",
      "GET /nothing",
      "GET /api/nothing",
      "GET /api/dashboard",
      "GET /api/resources/projects/actions/list",
      `GET /api/resources/projects/records/${project}/show`,
      `POST /api/resources/projects/records/${project}/suspend`,
      "POST /api/csv/projects",
      "POST /api/search",
      "GET /api/resources/outbox/actions/list",
    ];
    for (const route of asked) {
      for (const visitor of [visitors.viewer, visitors.admin, new Visitor(world)]) {
        const { headers } = await requested(visitor, route);
        expect({
          route,
          frames: headers.get("x-frame-options"),
          policy: headers.get("content-security-policy")?.includes("frame-ancestors 'none'"),
          types: headers.get("x-content-type-options"),
          kept: headers.get("cache-control"),
        }).toEqual({ route, frames: "DENY", policy: true, types: "nosniff", kept: "no-store" });
      }
    }
  });
});

test("a file that is sent is taken by nothing, kept nowhere, and no field's value", async () => {
  // What was taken out before this is written down.
  unchanged = await everythingAndDeedsIn(world);
  const filesIn = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("upload_"));
  const before = await filesIn();
  const send = async (path: string) => {
    const body = new FormData();
    body.set("reason", new Blob(["abuse"], { type: "text/plain" }), "reason.txt");
    body.set("statement", new Blob(["x".repeat(100_000)]), "../../statement.sh");
    return fetch(`${world.url}/admin${path}`, { method: "POST", body, headers: { cookie: visitors.admin.cookie } });
  };
  const suspend = await send(`/api/resources/projects/records/${project}/suspend`);
  expect(await suspend.json()).toMatchObject({ errors: { reason: "This is needed.", statement: "This is needed." } });
  for (const path of ["/upload", "/api/upload", "/api/resources/projects/actions/upload", "/api/pages/upload"])
    expect({ path, status: (await send(path)).status }).toEqual({ path, status: 404 });
  expect(await filesIn()).toEqual(before);
  await allIsAsBefore();
});
