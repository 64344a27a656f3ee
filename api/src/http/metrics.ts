import { createHash, timingSafeEqual } from "node:crypto";
import express from "express";
import type { Metrics } from "../metrics/index.ts";

/** `/metrics`: for whoever shows the token, or, on a port of its own without one, for whoever can reach that. */
export function metricsRouter(metrics: Metrics, token: string | undefined): express.Router {
  const router = express.Router();
  router.get("/metrics", async (request, response) => {
    response.set("cache-control", "no-store");
    if (token !== undefined && !isBearerOf(token, request.headers.authorization)) {
      response.status(401).set("www-authenticate", "Bearer").end();
      return;
    }
    response.set("content-type", metrics.contentType).end(await metrics.read());
  });
  return router;
}

const isBearerOf = (token: string, authorization = "") => timingSafeEqual(digest(`Bearer ${token}`), digest(authorization));
const digest = (text: string) => createHash("sha256").update(text).digest();
