import type { Server as HttpServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Runner } from "graphile-worker";
import { keepConfigured, startSealing } from "../audit/index.ts";
import { startEvaluating } from "../detections/index.ts";
import type { Config } from "../platform/config.ts";
import { isAway } from "../platform/db/blame.ts";
import type { RunningServer } from "../platform/embedded/server.ts";
import { startJobs } from "../platform/jobs.ts";
import { type Log, makeLog } from "../platform/log.ts";
import { masterKeys } from "../platform/master-key.ts";
import { makeVault } from "../platform/vault.ts";
import { startWatchdog, watchdogLimits } from "../sql/index.ts";
import { joins, openDatabase, prepareDatabase } from "./database.ts";
import { jobs } from "./features.ts";
import { ensureFirstStaff } from "./first-staff.ts";
import { makeFront } from "./front.ts";
import { act, openParts, type Parts } from "./parts.ts";
import { drain, type HeldPort, holdPort } from "./port.ts";
import { openWatch, type Watch } from "./watch.ts";
import { onceThere } from "./without-database.ts";

const drainMs = 20_000;
/** Nothing that hangs may keep the database from being stopped. */
const stepMs = 25_000;
const say = (line: string) => console.log(line);

/** What a task does on a platform that answers at this address, before that is called ready; gives what to do before it stops. */
export type Prepare = (parts: Parts, localUrl: string) => Promise<() => Promise<void>>;

/** Starts what this process is for, says where it is, and stops it in order at a signal. */
export async function run(config: Config, prepare?: Prepare): Promise<void> {
  const stopping = new Stopping();
  process.on("SIGTERM", () => stopping.begin());
  process.on("SIGINT", () => stopping.begin());
  try {
    await start(config, stopping, prepare);
  } catch (error) {
    if (!stopping.hasBegun) console.error(config.LOG_LEVEL === "debug" ? error : whatHappened(error));
    await stopping.finish(1);
  }
}

/** What people can act on: a server that can't be reached says so through several errors at once. */
function whatHappened(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(whatHappened).join("; ");
  if (isOurBug(error)) return error.stack ?? error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const isUnreachable =
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"].includes(code ?? "") &&
    /connect|getaddr/.test(message);
  if (isUnreachable) return `the database of DATABASE_URL cannot be reached: ${message}`;
  if (code === diskFull) return `the database has no space left on its disk: ${message}`;
  return "severity" in (error as object) ? `the database says: ${message}` : message;
}

/** SQLSTATE. */
const diskFull = "53100";

const isOurBug = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError || error instanceof SyntaxError;

async function start(config: Config, stopping: Stopping, prepare: Prepare | undefined): Promise<void> {
  const vault = makeVault(masterKeys(config.MASTER_KEY, config.DATA_DIR, joins(config)));
  const first = config.ROLE === "worker" ? undefined : await holdPort(config.PORT, config.HOST);
  if (first) stopping.later(() => first.release());
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${first?.port ?? config.PORT}`;
  const waiting = { config, vault, publicUrl, held: first, say, isStopping: () => stopping.hasBegun };
  let opened: RunningServer | undefined;
  const open = async () => {
    const found = await openDatabase(config, say);
    stopping.later(() => found.stop());
    return found;
  };
  const { result, held } = await onceThere(waiting, async () => {
    opened ??= await open();
    return { database: opened, installation: await prepareDatabase(config, opened.server, vault) };
  });
  const { database, installation } = result;
  if (held && held !== first) stopping.later(() => held.release());
  for (const line of installation.fallbacks) say(`not allowed here: ${line}`);
  const log = makeLog(config.LOG_LEVEL);
  process.on("unhandledRejection", surviveAway(log));
  const parts = await openParts({ config, server: database.server, vault, abilities: installation, log, publicUrl });
  stopping.later(() => parts.close());
  // At once: whatever fails after this, the password is not lost.
  const staff = joins(config) ? undefined : await ensureFirstStaff(parts);
  if (staff) say(staff);
  if (config.ROLE === "all" || config.ROLE === "worker") {
    // Before the job that removes what was kept long enough can run. What a task or another role is started with counts for nothing.
    await act(parts.engine, "keepConfiguredRetention", keepConfigured);
    stopping.later(stopJobs(await startJobs(parts.engine, parts.jobsPool, jobs)));
    const watchdog = startWatchdog(parts.engine.cell, log, watchdogLimits(config));
    stopping.later(() => watchdog.stop());
    const evaluating = startEvaluating(parts.engine);
    stopping.later(() => evaluating.stop());
    const sealing = startSealing(parts.engine);
    stopping.later(() => sealing.stop());
  }
  const watch = openWatch(parts);
  stopping.later(() => watch.close());
  const metrics = await watch.listen();
  if (metrics) say(`metrics      ${metrics}`);
  if (held) for (const step of await answer(parts, held, watch)) stopping.later(step);
  if (held && prepare) stopping.later(await prepare(parts, localUrl(config, held.port)));
  introduce(parts, database, publicUrl);
}

/** Nobody awaits what graphile-worker writes of a job that ended as the database went away: that ends no process, whatever else does. */
const surviveAway = (log: Log) => (error: unknown) => {
  if (!isAway(error)) throw error;
  log.warn("the database went away while something was written to it", { error });
};

/** Where this very process can be asked, whatever the world outside calls it. */
const localUrl = ({ HOST }: Config, port: number) =>
  `http://${["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST}:${port}`;

/** Jobs under way are given time; what is not done by then is done again by the next process. */
const stopJobs = (runner: Runner) => () => runner.stop();

/** Answers requests from now on. What is given back stops that: leave once load balancers have noticed, then finish what is under way. */
async function answer(parts: Parts, held: HeldPort, watch: Watch): Promise<(() => Promise<void>)[]> {
  const front = await makeFront(parts, watch);
  const server: HttpServer = front.server;
  await held.giveTo(server);
  const finish = async () => {
    await drain(server, drainMs);
    await front.close();
  };
  const leave = async () => {
    watch.leave();
    // Whoever asks meanwhile is told to come by a new connection next time: one that was kept would be cut at some moment.
    server.maxRequestsPerSocket = 1;
    await sleep(parts.config.DRAIN_SECONDS * 1_000);
  };
  return [finish, leave];
}

function introduce({ config }: Parts, database: RunningServer, publicUrl: string): void {
  if (config.ROLE === "all" || config.ROLE === "console") say(`console      ${publicUrl}/admin`);
  if (config.ROLE === "all" || config.ROLE === "api") say(`docs         ${publicUrl}/docs`);
  say(`DATABASE_URL=${withoutPassword(database.url)}`);
  say(config.ROLE === "worker" ? "ready (worker)" : `ready ${publicUrl}`);
}

const withoutPassword = (url: string) => url.replace(/^(\w+:\/\/[^/@:]*):[^@/]*@/, "$1:***@");

/** What must be undone before the process may end, last done first. */
class Stopping {
  readonly #steps: (() => Promise<unknown>)[] = [];
  #begun: Promise<void> | undefined;

  get hasBegun(): boolean {
    return this.#begun !== undefined;
  }

  later(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** A second signal does not wait: the database notices our end by itself and stops cleanly. */
  begin(): void {
    if (this.hasBegun) process.exit(1);
    void this.finish(0);
  }

  finish(code: number): Promise<void> {
    this.#begun ??= this.#undo().then(() => process.exit(code));
    return this.#begun;
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      const tooLate = sleep(stepMs, undefined, { ref: false }).then(() => console.error("something did not stop in time, going on"));
      await Promise.race([step(), tooLate]).catch((error: unknown) => console.error("while stopping:", error));
    }
  }
}
