import express from "express";
import type { Checks, Health } from "../health/index.ts";
import { notServing } from "../health/index.ts";

/** Health answers even where the database does not, so it stands outside of actions and their transactions. */
export function healthRouter(checks: Checks, isLeaving: () => boolean): express.Router {
  const router = express.Router();
  const unlessLeaving =
    (check: () => Health | Promise<Health>): express.RequestHandler =>
    async (_request, response) =>
      isLeaving() ? answer(response, 404, notServing("this process is stopping: ask another")) : tell(response, await check());
  router.get("/api/health", unlessLeaving(checks.process));
  router.get("/api/health/ready", unlessLeaving(checks.ready));
  router.get("/api/health/live", (_request, response) => tell(response, checks.live()));
  router.get("/api/health/db", async (_request, response) => tell(response, await checks.database()));
  router.get("/api/health/redis", async (_request, response) => tell(response, await checks.redis()));
  return router;
}

const tell = (response: express.Response, health: Health) => answer(response, health.status === "fail" ? 503 : 200, health);

const answer = (response: express.Response, status: number, health: Health) =>
  response
    .status(status)
    .set({ "cache-control": "no-store", ...(status === 503 && { "retry-after": "5" }) })
    .json(health);
