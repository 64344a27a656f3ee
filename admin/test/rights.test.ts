import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { routes } from "@nextmavens/api/entry/features";
import { includesRole, type StaffRole, staffRoles } from "@nextmavens/api/platform/permission";
import { type Answer, ask, type Json } from "../../api/test/ask.ts";
import { makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { plans } from "../src/resources/index.ts";
import { roleOf } from "../src/resources/offer.ts";
import { everythingAndDeedsIn } from "./unchanged.ts";
import { Visitor } from "./visitor.ts";

/** Ids that are well-formed and name nothing: who may is let through to find that out, and changes nothing. */
const nobody = "01jh8x4q3efyxb0v1s2t3w4y5z";
const prefixes: Readonly<Record<string, string>> = {
  projectId: "prj",
  developerId: "dev",
  keyId: "key",
  staffId: "stf",
  messageId: "msg",
  suspensionId: "sus",
  appealId: "apl",
  detectionId: "det",
  ruleId: "rul",
  overrideId: "ovr",
  proposalId: "qpr",
  holdId: "hld",
  filterId: "flt",
  approvalId: "apv",
  itemId: "apl",
};

const operations = routes.map(({ operation }) => operation).filter(({ at }) => at.includes(" /api/admin/"));
const guarded = operations.filter(({ permission }) => permission !== "public");
/** Of every operation that this address may be meant for: where an id may stand, a word may stand too. */
const methodsAt = (address: string) =>
  operations
    .map(({ at }) => at.split(" "))
    .filter(([, path = ""]) => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(address))
    .map(([method]) => method);
const placeOf = ({ at }: { at: string }) =>
  at.replace(/\{(\w+)\}/g, (_, name: string) => (prefixes[name] ? `${prefixes[name]}_${nobody}` : "nothing"));

const acts = plans.flatMap((plan) => (plan.offers ?? []).map((offered) => ({ plan, offered })));
type Act = (typeof acts)[number];
const actPath = ({ plan, offered: { sight } }: Act, id = "nothing") =>
  sight.on === "record" ? `/api/resources/${plan.table}/records/${id}/${sight.name}` : `/api/resources/${plan.table}/actions/${sight.name}`;

/** The console's own addresses besides: who may, and by which method. */
const ownRoutes: readonly (readonly [method: "get" | "post", path: string, role: StaffRole])[] = [
  ["get", "/api/dashboard", "viewer"],
  ["get", "/api/queue", "viewer"],
  ["post", `/api/queue/apl_${nobody}/take`, "support"],
  ["post", `/api/queue/apl_${nobody}/release`, "support"],
  ["get", "/api/saved-filters", "viewer"],
  ["post", "/api/saved-filters", "viewer"],
  ["post", `/api/saved-filters/flt_${nobody}/rename`, "viewer"],
  ["post", `/api/saved-filters/flt_${nobody}/remove`, "viewer"],
  ["get", "/api/notices", "viewer"],
  ["get", "/api/rights", "viewer"],
  ["get", "/api/features", "viewer"],
  ["post", "/api/sudo", "viewer"],
  ["post", "/api/search", "viewer"],
  ["post", "/api/expressions", "viewer"],
  ["get", "/api/backtest", "support"],
  ["post", "/api/backtest", "support"],
  ["post", "/api/rule-trial", "support"],
];

let world: World;
const tokens = {} as Record<StaffRole, string>;
const visitors = {} as Record<StaffRole, Visitor>;
let stale: { readonly token: string; readonly visitor: Visitor };
let unchanged: string;
let tried = 0;

beforeAll(async () => {
  world = await openWorld();
  await makeProject(world);
  for (const role of staffRoles) {
    const { email, token } = await makeStaff(world, role);
    tokens[role] = token;
    visitors[role] = await new Visitor(world).signIn(email, password);
  }
  const gone = await makeStaff(world, "admin");
  stale = { token: gone.token, visitor: await new Visitor(world).signIn(gone.email, password) };
  await world.clone.query("update staff_sessions set ended_at = now() where staff_id = $1", [gone.id]);
  unchanged = await everythingAndDeedsIn(world);
}, 60_000);
afterAll(async () => {
  process.stdout.write(`${tried} cells of the table of rights were tried\n`);
  await world?.close();
});

const short = ({ status, body }: Answer<Json>) => ({ status, code: body?.code });
const allIsAsBefore = async () => expect(await everythingAndDeedsIn(world)).toBe(unchanged);
const weaker = (role: StaffRole) => staffRoles.filter((each) => !includesRole(each, role));
const enough = (role: StaffRole) => staffRoles.filter((each) => includesRole(each, role));

describe("every operation of staff", () => {
  test("is refused to every role below its own, to nobody above, and changes nothing for the former", async () => {
    for (const operation of guarded) {
      const role = roleOf(operation);
      for (const each of weaker(role)) {
        tried++;
        const answer = await ask(world, placeOf(operation), { token: tokens[each] });
        expect({ id: operation.id, each, ...short(answer) }).toEqual({ id: operation.id, each, status: 403, code: "missing_role" });
        expect(answer.body.role).toBe(role);
      }
    }
    await allIsAsBefore();
  }, 120_000);

  test("lets its role and every wider one through to what is asked", async () => {
    // These ask for nothing, and act: tests of their own tell what they do.
    const harmless = guarded.filter(({ id }) => !["logoutStaff", "endOtherSessions", "rotateSigningKey"].includes(id));
    for (const operation of harmless) {
      for (const each of enough(roleOf(operation))) {
        tried++;
        const { status, body } = await ask(world, placeOf(operation), { token: tokens[each] });
        const isLetIn = status < 500 && !["not_signed_in", "invalid_token", "not_for_you", "missing_role"].includes(body?.code);
        expect({ id: operation.id, each, isLetIn }).toEqual({ id: operation.id, each, isLetIn: true });
      }
    }
    await allIsAsBefore();
  }, 120_000);

  test.each(["no session", "an ended session", "a foreign origin and no session"] as const)("is refused with %s", async (how) => {
    const headers = how === "a foreign origin and no session" ? { origin: "https://evil.example", cookie: visitors.admin.cookie } : {};
    const token = how === "an ended session" ? stale.token : undefined;
    for (const operation of guarded) {
      tried++;
      const answer = await ask(world, placeOf(operation), { token, headers });
      const code = token ? "invalid_token" : "not_signed_in";
      expect({ id: operation.id, ...short(answer) }).toEqual({ id: operation.id, status: 401, code });
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    }
    await allIsAsBefore();
  });

  test("does not answer another method", async () => {
    for (const operation of guarded) {
      const [, address = ""] = placeOf(operation).split(" ");
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((each) => !methodsAt(address).includes(each))) {
        tried++;
        const answer = await ask(world, `${method} ${address}`, { token: tokens.admin });
        expect({ id: operation.id, method, ...short(answer) }).toEqual({
          id: operation.id,
          method,
          status: 405,
          code: "method_not_allowed",
        });
      }
    }
    await allIsAsBefore();
  }, 60_000);
});

describe("every act of the console", () => {
  test("is refused to every role below its own, told to none of them, and let through to the others", async () => {
    for (const act of acts) {
      const { sight, operation } = act.offered;
      const role = roleOf(operation);
      for (const each of staffRoles) {
        tried++;
        const { status, json } = await visitors[each].post(actPath(act), {});
        const may = includesRole(each, role) && includesRole(each, act.plan.readableBy);
        const said = { of: `${act.plan.table} ${sight.name}`, each };
        if (may) expect({ ...said, isLetIn: status < 400 || status === 404 }).toEqual({ ...said, isLetIn: true });
        else expect({ ...said, status, code: json.code }).toEqual({ ...said, status: 403, code: "missing_role" });
      }
    }
    await allIsAsBefore();
  }, 60_000);

  test("is refused without a session, with an ended one, and from another site", async () => {
    const stranger = new Visitor(world);
    for (const act of acts) {
      tried += 3;
      const { name } = act.offered.sight;
      const origin = { origin: "https://evil.example" };
      const answers = [
        await stranger.post(actPath(act), {}),
        await stale.visitor.post(actPath(act), {}),
        await visitors.admin.post(actPath(act), {}, origin),
      ];
      expect({ name, codes: answers.map(({ json }) => json.code) }).toEqual({
        name,
        codes: ["not_signed_in", "not_signed_in", "cross_site"],
      });
    }
    await allIsAsBefore();
  }, 60_000);

  test("changes nothing by GET", async () => {
    const [{ id = "" } = {}] = await world.clone.query<{ id: string }>("select id from projects limit 1");
    for (const act of acts) {
      tried++;
      const { status } = await visitors.admin.get(actPath(act, id), {});
      expect(status).toBeLessThan(500);
    }
    await allIsAsBefore();
  }, 60_000);
});

describe("every page of the console", () => {
  test("is shown to the roles that may read it and to no other", async () => {
    for (const plan of plans) {
      for (const role of staffRoles) {
        for (const path of [`/resources/${plan.table}`, `/api/resources/${plan.table}/actions/list`]) {
          tried++;
          const { status } = await visitors[role].get(path);
          const wanted = includesRole(role, plan.readableBy) ? 200 : 403;
          expect({ path, role, status }).toEqual({ path, role, status: wanted });
        }
      }
    }
  }, 60_000);

  test("asks who one is, at each of the console's own addresses too", async () => {
    for (const [method, path, least] of ownRoutes) {
      for (const role of staffRoles) {
        tried++;
        const { status } = await (method === "get" ? visitors[role].get(path) : visitors[role].post(path, {}));
        expect({ path, role, isRefused: status === 403 }).toEqual({ path, role, isRefused: !includesRole(role, least) });
      }
      for (const visitor of [new Visitor(world), stale.visitor]) {
        tried++;
        const { status, json } = await (method === "get" ? visitor.get(path) : visitor.post(path, {}));
        expect({ path, status, code: json.code }).toEqual({ path, status: 401, code: "not_signed_in" });
      }
      if (method === "post") expect((await visitors.admin.post(path, {}, { origin: "https://evil.example" })).status).toBe(403);
    }
    await allIsAsBefore();
  }, 60_000);
});
