import express from "express";
import { checkDatabase, checkProcess, type Health } from "../health/index.ts";
import type { Bus } from "../platform/bus.ts";
import type { Store } from "../platform/db/store.ts";

/** Health answers even where the database does not, so it stands outside of actions and their transactions. */
export function healthRouter(store: Store, bus: Pick<Bus, "isTrusted">): express.Router {
  const router = express.Router();
  router.get("/api/health", (_request, response) => answer(response, checkProcess(bus.isTrusted())));
  router.get("/api/health/db", async (_request, response) => answer(response, await checkDatabase(store)));
  return router;
}

const answer = (response: express.Response, health: Health) =>
  response
    .status(health.status === "fail" ? 503 : 200)
    .set({ "cache-control": "no-store", ...(health.status === "fail" && { "retry-after": "5" }) })
    .json(health);
