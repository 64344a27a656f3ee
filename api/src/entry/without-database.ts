import { setTimeout as sleep } from "node:timers/promises";
import type { RequestHandler } from "express";
import { openOutage, readVerifier, signerOf } from "../break-glass/index.ts";
import { notServing } from "../health/index.ts";
import { sayProblem } from "../http/app.ts";
import { healthRouter } from "../http/health.ts";
import { makeServer } from "../http/server.ts";
import { openTrust } from "../http/trust.ts";
import type { Config } from "../platform/config.ts";
import { isAway } from "../platform/db/blame.ts";
import { RunsElsewhere } from "../platform/embedded/lock.ts";
import { DoesNotStart } from "../platform/embedded/postgres.ts";
import { makeLog } from "../platform/log.ts";
import { openMaintenance } from "../platform/maintenance.ts";
import { refusals } from "../platform/refusal.ts";
import { openStatusBoard } from "../platform/status-board.ts";
import type { Vault } from "../platform/vault.ts";
import { platformStatus } from "../status/index.ts";
import { mailerOf, staffChannelOf } from "./parts.ts";
import { drain, type HeldPort, listening } from "./port.ts";

const pauseMs = 2_000;
const drainMs = 2_000;

const refuse = refusals({ database_unavailable: [503, "The database does not answer just now."] });

const unavailable: RequestHandler = (_request, _response, next) =>
  next(refuse("database_unavailable", { headers: { "retry-after": "5" } }));

interface Given {
  readonly config: Config;
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly held: HeldPort | undefined;
  readonly say: (line: string) => void;
  readonly isStopping: () => boolean;
}

/**
 * What `work` gives, as soon as the database lets it. While that is away the process stays up, is alive and not ready, and opens the
 * door for the worst day; the port is held until whoever comes next takes it over. Whoever waits goes on waiting, whatever the
 * database says meanwhile, and so does a host that the door was once made for.
 */
export async function onceThere<T>(given: Given, work: () => Promise<T>): Promise<{ result: T; held: HeldPort | undefined }> {
  let held = given.held;
  let told: string | undefined;
  for (; ; await sleep(pauseMs)) {
    try {
      return { result: await work(), held };
    } catch (error) {
      const isWaiting = told !== undefined || isAway(error) || error instanceof DoesNotStart || hasDoor(given);
      if (!isWaiting || error instanceof RunsElsewhere || given.isStopping()) throw error;
      const why = (error as Error).message || String((error as { code?: unknown }).code);
      if (why === told) continue;
      if (told === undefined) held = held && (await serveWithout({ ...given, held }));
      told = why;
      given.say(`waiting for the database: ${why}${held ? `; break-glass is at ${given.publicUrl}/break-glass` : ""}`);
    }
  }
}

const hasDoor = ({ config, vault }: Given) => readVerifier(config.DATA_DIR, signerOf(vault)) !== undefined;

/** Answers on the port what can be answered without a database. */
async function serveWithout({ config, vault, publicUrl, held }: Given & { readonly held: HeldPort }): Promise<HeldPort> {
  const log = makeLog(config.LOG_LEVEL);
  const trust = await openTrust(config.TRUST_PROXY);
  const maintenance = openMaintenance(config.DATA_DIR);
  const statusBoard = openStatusBoard(config.DATA_DIR);
  const clock = () => new Date();
  const alarm = { mailer: mailerOf(config), staffChannel: staffChannelOf(config) };
  const outage = openOutage({ ...alarm, dataDir: config.DATA_DIR, vault, signer: signerOf(vault), publicUrl, clock });
  const house = { outage, maintenance, statusBoard, vault, publicUrl, clock };
  const { breakGlassPages, databaseAway } = await import("@nextmavens/admin/break-glass");
  const away = notServing("the database does not answer");
  const checks = {
    // A balancer that asks it goes on sending people here: nowhere else would do better, and the door for them is open.
    process: () => notServing("waiting for the database", "warn"),
    live: () => notServing("waiting for the database", "pass"),
    ready: async () => away,
    database: async () => away,
    redis: async () => notServing("not asked while the database is away", "warn"),
  };
  const server = makeServer({
    trusts: trust.has,
    maintenance,
    direct: {},
    routers: [
      { router: healthRouter(checks, () => false) },
      { at: "/status", router: platformStatus({ maintenance, statusBoard, isReady: async () => false }) },
      { at: "/break-glass", router: breakGlassPages({ ...house, engine: undefined, databaseAnswers: async () => false }) },
      ...["/api", "/rest/v1"].map((at) => ({ at, router: unavailable })),
      ...databaseAway(publicUrl.startsWith("https:")).map((router) => ({ router })),
    ],
    onError: sayProblem({ publicUrl, log }),
  });
  await held.giveTo(server);
  const release = async () => {
    await drain(server, drainMs);
    trust.close();
    maintenance.close();
  };
  return {
    port: held.port,
    release,
    async giveTo(next) {
      await release();
      await listening(next, held.port, config.HOST, "PORT");
    },
  };
}
