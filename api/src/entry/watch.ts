import type { Server } from "node:http";
import { needed } from "@nextmavens/ops/tasks/migrate";
import type { RequestHandler } from "express";
import { secondsUnsealed } from "../audit/index.ts";
import type { Upkeep } from "../break-glass/index.ts";
import { type Check, makeChecks } from "../health/index.ts";
import { sayProblem } from "../http/app.ts";
import { healthRouter } from "../http/health.ts";
import { metricsRouter } from "../http/metrics.ts";
import { makeServer } from "../http/server.ts";
import { type Looked, type Metrics, makeMetrics } from "../metrics/index.ts";
import { loginOf } from "../platform/db/server.ts";
import { connect } from "../platform/db/store.ts";
import type { Parts } from "./parts.ts";
import { drain, holdPort } from "./port.ts";

/** How this process is seen from outside: its health, and its numbers where somebody may read them. */
export interface Watch {
  readonly metrics: Metrics | undefined;
  /** What of it is served on the main port. */
  readonly routers: readonly { readonly router: RequestHandler }[];
  /** Whether this process can do all its work. */
  isReady(): Promise<boolean>;
  /** Whether the database answers, be it slowly. */
  databaseAnswers(): Promise<boolean>;
  lookAtSessions(count: NonNullable<Looked["sessions"]>): void;
  lookAtBreakGlass(flaw: Upkeep["flaw"]): void;
  /** From now on load balancers are told to look elsewhere; all else is served as before. */
  leave(): void;
  /** Opens METRICS_PORT, where one is configured; tells where. */
  listen(): Promise<string | undefined>;
  close(): Promise<void>;
}

const patienceMs = 3_000;
const idleMs = 30_000;
const stopMs = 1_000;

export function openWatch(parts: Parts): Watch {
  const { config, engine } = parts;
  const own = connectionForChecks(parts);
  const { store, bus, redis } = parts;
  let glassFlaw: Upkeep["flaw"] | undefined;
  const asked = { store: own, pool: store.pool, bus, redis, migrations: needed(), startedAt: startedAt() };
  const checks = makeChecks({ ...asked, isGlassReady: () => glassFlaw?.() === undefined });
  const isWatched = config.METRICS_PORT !== undefined || config.METRICS_TOKEN !== undefined;
  const metrics = isWatched ? makeMetrics({ role: config.ROLE, region: config.REGION }) : undefined;

  const databaseCheck = async () => (await checks.database()).checks["database"] ?? missing;
  let isLeaving = false;
  let server: Server | undefined;
  const health = { router: healthRouter(checks, () => isLeaving) };
  const numbers = metrics && { router: metricsRouter(metrics, config.METRICS_TOKEN) };
  let sessions: Looked["sessions"];
  metrics?.look({
    pools: { api: store.pool, gate: parts.gateStore.pool, jobs: parts.jobsPool },
    jobs: parts.jobsPool,
    bus,
    sessions: () => sessions?.() ?? { open: 0, waiting: 0 },
    sessionsMax: config.MAX_TENANT_CONNECTIONS,
    secondsUnsealed: () => own.transact("platform", secondsUnsealed),
    dependencies: {
      database: databaseCheck,
      ...(redis && { redis: async () => (await checks.redis()).checks["redis"] ?? missing }),
    },
  });
  return {
    metrics,
    routers: [health, ...(numbers && config.METRICS_TOKEN !== undefined ? [numbers] : [])],
    databaseAnswers: async () => (await databaseCheck()).status !== "fail",
    isReady: async () => (await checks.ready()).status !== "fail",
    lookAtSessions(count) {
      sessions = count;
    },
    lookAtBreakGlass(flaw) {
      glassFlaw = flaw;
    },
    leave() {
      isLeaving = true;
    },
    async listen() {
      if (config.METRICS_PORT === undefined || !numbers) return undefined;
      const held = await holdPort(config.METRICS_PORT, config.METRICS_HOST, "METRICS_PORT");
      server = makeServer({ direct: {}, routers: [health, numbers], onError: sayProblem(engine) });
      await held.giveTo(server);
      return `http://${config.METRICS_HOST}:${held.port}/metrics`;
    },
    async close() {
      if (server) await drain(server, stopMs);
      metrics?.close();
      await own.close();
    },
  };
}

const missing: Check = { status: "fail" };

/** Checks are asked on a connection of their own: a platform that is busy is not taken for one whose database is away. */
const connectionForChecks = ({ server, vault, log }: Parts) =>
  connect(
    {
      ...loginOf(server, vault, "api"),
      application_name: "nextmavens health",
      max: 1,
      idleTimeoutMillis: idleMs,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    },
    (error) => log.debug("the connection of the health checks was lost", { error }),
  );

const startedAt = () => new Date(performance.timeOrigin).toISOString();
