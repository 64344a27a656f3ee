import { buildRoutes } from "@adminjs/express";
import { testable } from "@nextmavens/api/backtests";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import type { Db, Store } from "@nextmavens/api/platform/db/store";
import type { AnyOperation, Route } from "@nextmavens/api/platform/operation";
import { includesRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { isStale } from "@nextmavens/api/platform/second-factor";
import { setMaintenance, setMaintenanceMode } from "@nextmavens/api/status";
import { release, releaseWork, take, takeWork } from "@nextmavens/api/work-queue";
import { AdminJS, type AdminJSOptions, Router as AdminRoutes } from "adminjs";
import express, { type RequestHandler } from "express";
import { adapter, readTables, Table } from "./adapter/index.ts";
import { listOpen } from "./break-glass/queries.ts";
import { prove } from "./door/account.ts";
import { byAction } from "./door/by-action.ts";
import { type Visit, visitOf } from "./door/member.ts";
import { sayProblem, sayRefusal } from "./door/problem.ts";
import { asOwnerOf } from "./pages/as-owner.ts";
import { notFound } from "./pages/asked.ts";
import { backtestChoicesOf, backtestOf, mayBacktest } from "./pages/backtest.ts";
import { dashboardOf } from "./pages/dashboard/index.ts";
import { expressionOf, featuresOf } from "./pages/expression.ts";
import type { Pages } from "./pages/index.ts";
import { notices } from "./pages/notices.ts";
import { openTableOf, rowsOf } from "./pages/rows.ts";
import { ruleTrialOf } from "./pages/rule-trial.ts";
import { schemaOf } from "./pages/schema.ts";
import { toldOf } from "./pages/told.ts";
import { workQueuePageOf } from "./pages/work-queue.ts";
import { actionsOf } from "./resources/actions.ts";
import type { Sources } from "./resources/answers.ts";
import { csvOf, mayExport } from "./resources/csv.ts";
import { plans } from "./resources/index.ts";
import { mayUse } from "./resources/offer.ts";
import { type Shown, show } from "./resources/plan.ts";
import { rightsOf } from "./rights.ts";
import { serveSavedFilters } from "./saved-filters.ts";
import { searchFor } from "./search/index.ts";
import type { BarsSight, ConsoleSight, GlassSight, Row } from "./sight.ts";

AdminJS.registerAdapter(adapter);

interface Given {
  readonly engine: Engine;
  readonly reads: Store;
  readonly jobs: Db;
  readonly glassFlaw: Sources["glassFlaw"];
  readonly pages: Pages;
  readonly operations: readonly AnyOperation[];
  readonly routes: readonly Route[];
}

/** The part of the console that is AdminJS: its API, and the page it runs in. Everybody who gets here has signed in. */
export async function openConsole({ engine, reads, jobs, glassFlaw, pages, operations, routes: served }: Given): Promise<express.Router> {
  const shown = await showAll(reads);
  const sources: Sources = { engine, reads, jobs, glassFlaw, shown };
  const admin = new AdminJS(optionsOf(sources));
  const router = express.Router();
  const guard = knownOnly(sources, pages);
  router.use("/resources/:resourceId", guard);
  router.use("/api/csv/:resourceId", guard);
  router.use("/api/resources/:resourceId/actions/:act", guard);
  router.use("/api/resources/:resourceId/records/:recordId/:act", guard);
  const routes = AdminRoutes.routes.filter(({ path }) => ours.has(path));
  router.post("/api/sudo", prove(engine));
  router.post("/api/search", search(sources));
  router.post("/api/csv/:resourceId", csv(sources));
  router.get("/api/backtest", backtestersOnly, async (_request, response) => void response.json(await backtestChoicesOf(sources)));
  router.post("/api/backtest", backtestersOnly, backtest(sources));
  router.post("/api/rule-trial", backtestersOnly, ruleTrial(sources));
  router.get("/api/features", async (_request, response) => void response.json(await featuresOf()));
  router.post("/api/expressions", expression(sources));
  router.get("/api/projects/:projectId/schema", ofProject(sources, schemaOf));
  router.get("/api/projects/:projectId/as-owner", ofProject(sources, asOwnerOf(served)));
  router.get("/api/projects/:projectId/told", ofProject(sources, toldOf));
  serveSavedFilters(router, engine);
  router.get("/api/queue", async (_request, response) => void response.json(await workQueuePageOf(sources, visitFor(response))));
  router.post("/api/queue/:itemId/take", byAction(engine, takeWork, take));
  router.post("/api/queue/:itemId/release", byAction(engine, releaseWork, release));
  router.post("/api/projects/:projectId/rows/open", ofProject(sources, openTableOf));
  router.post("/api/projects/:projectId/rows/look", ofProject(sources, rowsOf));
  router.get("/api/bars", barsAbove(sources));
  router.post("/api/maintenance", endMaintenance(sources));
  router.get("/api/rights", (_request, response) => void response.json(rightsOf(operations)));
  router.get("/api/notices", (_request, response) => void response.json(notices()));
  buildRoutes({ admin, routes, router } as Parameters<typeof buildRoutes>[0]);
  router.get(paths, appPage(sources, pages));
  return router;
}

const ours = new Set([
  "/api/dashboard",
  "/api/resources/{resourceId}/actions/{action}",
  "/api/resources/{resourceId}/records/{recordId}/{action}",
]);
const paths = [
  "/",
  "/overview",
  "/notices",
  "/backtest",
  "/rights",
  "/resources/:resourceId",
  "/resources/:resourceId/actions/:act",
  "/resources/:resourceId/records/:recordId/:act",
];

async function showAll(reads: Store): Promise<ReadonlyMap<string, Shown>> {
  const tables = await readTables(reads, "control");
  return new Map(
    plans.map((plan) => {
      const metadata = tables.get(plan.table);
      if (!metadata) throw new Error(`the console may not read ${plan.table}`);
      return [plan.table, show(plan, new Table(metadata))];
    }),
  );
}

const optionsOf = (sources: Sources): AdminJSOptions => ({
  rootPath: "/admin",
  loginPath: "/admin/login",
  logoutPath: "/admin/logout",
  branding: { companyName: "NextMavens", withMadeWithLove: false },
  resources: [...sources.shown.values()].map((each) => ({
    resource: each.table.metadata,
    options: { navigation: { name: each.plan.group, icon: "" }, actions: actionsOf(sources, each) },
  })),
  dashboard: { handler: dashboard(sources) },
});

const dashboard =
  (sources: Sources) =>
  ({ query }: { query?: Readonly<Record<string, unknown>> }, response: express.Response) =>
    dashboardOf(sources, visitFor(response), query ?? {});

/** By POST: somebody may paste a whole key, and addresses are written into logs. */
const search =
  (sources: Sources): RequestHandler =>
  async ({ fields }, response) => {
    const typed = fields?.["q"];
    response.json(await searchFor(sources, visitFor(response), typeof typed === "string" ? typed : ""));
  };

/** By POST: that it was asked for is written into the audit log. */
const csv =
  (sources: Sources): RequestHandler =>
  async ({ params, query }, response) => {
    const resource = sources.shown.get(String(params["resourceId"]));
    const written = resource ? await csvOf(sources, resource, visitFor(response), query) : notFound;
    if (written instanceof Refusal) return sayRefusal(response, written);
    response.set({
      "content-disposition": `attachment; filename="${written.name}"`,
      "content-type": "text/csv; charset=utf-8; header=present",
    });
    response.end(written.text);
  };

const backtestersOnly: RequestHandler = (_request, response, next) =>
  mayBacktest(visitFor(response)) ? next() : sayProblem(response, 403, "missing_role", "Your role does not allow this.");

const backtest =
  (sources: Sources): RequestHandler =>
  async ({ fields }, response) => {
    response.json(await backtestOf(sources, visitFor(response), fields ?? {}));
  };

const ruleTrial =
  (sources: Sources): RequestHandler =>
  async ({ fields }, response) => {
    response.json(await ruleTrialOf(sources, visitFor(response), fields ?? {}));
  };

/** What stands above every page while somebody is behind broken glass. */
const barsAbove =
  ({ engine, reads }: Sources): RequestHandler =>
  async (_request, response) => {
    const { actor, member } = visitFor(response);
    const open = await reads.transact("platform", (db) => listOpen(db, engine.clock().toISOString()));
    const bars: GlassSight[] = open.map(({ staffId, ...each }) => ({
      ...each,
      isMine: each.id === actor.brokenGlass?.sessionId,
      mayEnd: staffId === member.id || member.role === "admin",
    }));
    const { closed } = engine.maintenance;
    const maintenance = closed ? { ...closed, mayEnd: member.role === "admin" } : null;
    response.json({ glass: bars, maintenance } satisfies BarsSight);
  };

/** The house is opened again from the bar that says it is shut; it is shut by the API, or from break-glass. */
const endMaintenance =
  ({ engine }: Sources): RequestHandler =>
  async ({ fields }, response) => {
    const { actor, member, request } = visitFor(response);
    if (member.role !== "admin") return sayProblem(response, 403, "missing_role", "Your role does not allow this.");
    const input = setMaintenance.input.safeParse({ message: null, reason: fields?.["reason"] });
    if (!input.success) return sayProblem(response, 422, "invalid_input", "Say why.");
    try {
      response.json(await perform(engine, { operation: setMaintenance, actor, request }, setMaintenanceMode, input.data));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayProblem(response, error.status, error.code, error.message);
    }
  };

const expression =
  ({ engine }: Sources): RequestHandler =>
  async ({ fields }, response) => {
    response.json(await expressionOf(engine, visitFor(response), fields ?? {}));
  };

/** What of a project is asked for only when somebody looks at it. */
const ofProject =
  <Answer>(
    { engine }: Sources,
    answer: (engine: Engine, visit: Visit, projectId: unknown, fields: Row) => Promise<Answer | Refusal>,
  ): RequestHandler =>
  async ({ params, fields }, response) => {
    const found = await answer(engine, visitFor(response), params["projectId"], fields ?? {});
    if (found instanceof Refusal) return sayRefusal(response, found);
    response.json(found);
  };

/** Behind the door there is always somebody. */
export const visitFor = (response: express.Response): Visit => {
  const visit = visitOf(response);
  if (!visit) throw new Error("nobody has signed in");
  return visit;
};

/** What is not there, or not for this role, ends here: before AdminJS loads a record for it. */
const knownOnly =
  ({ shown, engine }: Sources, pages: Pages): RequestHandler =>
  (request, response, next) => {
    const { resourceId, act } = request.params;
    const resource = shown.get(String(resourceId));
    const isApi = request.baseUrl.startsWith("/admin/api/");
    const offered = resource?.plan.offers?.find(({ sight }) => sight.name === act);
    if (!resource || (isApi && act !== undefined && !offered && act !== "list" && act !== "show")) {
      if (isApi) return sayProblem(response, 404, "not_found", "There is nothing here.");
      return void response.status(404).send(pages.missing(response, "The console has no such page."));
    }
    const visit = visitFor(response);
    if (includesRole(visit.member.role, resource.plan.readableBy) && (!offered || mayUse(visit, offered))) {
      const { proof } = visit.actor;
      const asksAgain = request.method === "POST" && offered?.operation.isSensitive && proof;
      if (asksAgain && isStale(proof, engine.clock().toISOString(), engine.settings.staff))
        return sayProblem(response, 403, "sudo_required", "This asks again who you are.");
      return next();
    }
    if (isApi) return sayProblem(response, 403, "missing_role", "Your role does not allow this.");
    response.status(403).send(pages.missing(response, "Your role does not show this page."));
  };

const appPage =
  (sources: Sources, pages: Pages): RequestHandler =>
  (_request, response) => {
    const visit = visitFor(response);
    response.send(pages.app(response, { state: stateFor(visit), sight: sightFor(sources, visit) }));
  };

/** What AdminJS's script begins with. Resources are told in our own form: AdminJS would tell everybody of all of them. */
const stateFor = ({ member }: Visit) => ({
  locale: { language: "en", availableLanguages: ["en"], translations: {} },
  paths: { rootPath: "/admin", loginPath: "/admin/login", logoutPath: "/admin/logout" },
  resources: [],
  pages: [],
  session: member,
});

/** A page learns only of what its reader may see and do. */
const sightFor = ({ shown }: Sources, visit: Visit): ConsoleSight => ({
  member: visit.member,
  provesBy: visit.actor.proof?.hasTotp ? "totp" : "password",
  mayBacktest: mayBacktest(visit),
  testable,
  isBehindGlass: visit.actor.brokenGlass !== undefined,
  resources: [...shown.values()]
    .filter(({ plan }) => includesRole(visit.member.role, plan.readableBy))
    .map((resource) => ({
      ...resource.sight,
      acts: (resource.plan.offers ?? []).filter((each) => mayUse(visit, each)).map((each) => each.sight),
      mayExport: visit.actor.brokenGlass === undefined && mayExport(visit, resource),
    })),
});
