import { statfs } from "node:fs/promises";
import pg from "pg";
import { askSecond } from "../approvals/index.ts";
import { write as writeAudit } from "../audit/index.ts";
import { noteChanged } from "../break-glass/index.ts";
import { ensureShipped } from "../detections/index.ts";
import { type Action, type Engine, perform } from "../platform/action.ts";
import { type Bus, startBus } from "../platform/bus.ts";
import type { Config } from "../platform/config.ts";
import { type Abilities, openCell } from "../platform/db/cell.ts";
import { loginOf, type Server } from "../platform/db/server.ts";
import { connect, type Store } from "../platform/db/store.ts";
import { newId } from "../platform/ids.ts";
import { addJob } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import { makeMailer } from "../platform/mail.ts";
import { openMaintenance } from "../platform/maintenance.ts";
import { openRedis, type RedisServer } from "../platform/redis.ts";
import { Settling } from "../platform/settling.ts";
import { makeStaffChannel } from "../platform/staff-channel.ts";
import { openStatusBoard } from "../platform/status-board.ts";
import { makeThrottle } from "../platform/throttle.ts";
import type { Vault } from "../platform/vault.ts";
import { ensureKey, openKeyring, signingKeysTopic } from "../signing-keys/index.ts";
import { routes } from "./features.ts";

/** What may wait for a second person. */
const forTwo = new Map(routes.filter(({ operation }) => operation.forTwo).map((each) => [each.operation.id, each]));

/** What the parts are built from. */
export interface Given {
  readonly config: Config;
  readonly server: Server;
  readonly vault: Vault;
  readonly abilities: Abilities;
  readonly log: Log;
  readonly publicUrl: string;
  readonly clock?: () => Date;
}

/** Everything a process of the platform works with, whatever it serves. */
export interface Parts {
  readonly engine: Engine;
  readonly store: Store;
  /** For the data plane's look-ups and counting. */
  readonly gateStore: Store;
  readonly bus: Bus;
  readonly config: Config;
  readonly server: Server;
  readonly vault: Vault;
  readonly log: Log;
  /** The pool of the job queue's own login. */
  readonly jobsPool: pg.Pool;
  /** Absent where none is configured. */
  readonly redis: RedisServer | undefined;
  close(): Promise<void>;
}

/** Each has connections of its own: nobody who floods one door takes another's. */
const connectionsOfApi = 16;
const connectionsOfGate = 6;
const connectionsOfThrottle = 4;
const connectionsOfJobs = 6;
const idleMs = 30_000;
const connectMs = 10_000;
const statementMs = 20_000;
/** A server that stands still says nothing at all: the connection is given up then. */
const answerMs = 25_000;
/** A tenant is built within its transaction. */
const idleInTransactionMs = 120_000;

/** Of the disk that the embedded database is on. */
async function freeBytesOf({ DATABASE_URL, DATA_DIR }: Config): Promise<number | undefined> {
  if (DATABASE_URL !== undefined) return undefined;
  const { bavail, bsize } = await statfs(DATA_DIR);
  return bavail * bsize;
}

export async function openParts({ config, server, vault, abilities, log, publicUrl, clock = () => new Date() }: Given): Promise<Parts> {
  let isClosing = false;
  const onError = (error: Error) => isClosing || log.warn("a connection to the database was lost", { error });
  const pooled = { idleTimeoutMillis: idleMs, connectionTimeoutMillis: connectMs };
  const bounded = { statement_timeout: statementMs, query_timeout: answerMs, idle_in_transaction_session_timeout: idleInTransactionMs };
  const openStore = (max: number) => connect({ ...loginOf(server, vault, "api"), ...pooled, ...bounded, max }, onError);
  const store = openStore(connectionsOfApi);
  const gateStore = openStore(connectionsOfGate);
  const throttleStore = openStore(connectionsOfThrottle);
  const jobsPool = new pg.Pool({ ...loginOf(server, vault, "jobs"), ...pooled, max: connectionsOfJobs });
  jobsPool.on("error", onError).on("connect", (client) => void client.on("error", onError));
  const cell = openCell(server, vault, abilities, onError);
  const bus = await startBus(loginOf(server, vault, "api"), log);
  const redis = config.REDIS_URL === undefined ? undefined : await openRedis(config.REDIS_URL, log);
  const tokens = await openKeyring(store, vault, clock);
  bus.onStale((what) => {
    if (what === undefined || what === signingKeysTopic) tokens.reload().catch(onError);
  });
  const engine: Engine = {
    store,
    bus,
    clock,
    cell,
    vault,
    tokens,
    log,
    publicUrl,
    throttle: makeThrottle(throttleStore.pool),
    settling: new Settling(),
    maintenance: openMaintenance(config.DATA_DIR),
    statusBoard: openStatusBoard(config.DATA_DIR),
    mailer: mailerOf(config),
    staffChannel: staffChannelOf(config),
    settings: {
      deletionGraceDays: config.DELETION_GRACE_DAYS,
      defaultRegion: config.REGION,
      allowsLoopback: config.ALLOW_LOOPBACK === "true",
      automationCeiling: config.SANCTION_CEILING,
      freeBytes: () => freeBytesOf(config),
      overrideApprovalFactor: config.OVERRIDE_APPROVAL_FACTOR,
      appealHours: config.APPEAL_HOURS,
      appealWindowDays: config.APPEAL_WINDOW_DAYS,
      auditRetentionMonths: config.AUDIT_RETENTION_MONTHS,
      staff: staffRulesOf(config),
    },
    writeAudit: async (db, entries) => {
      await noteChanged(db, entries);
      writeAudit(db, entries);
    },
    askSecond,
    findForTwo: (operationId) => forTwo.get(operationId),
    addJob,
  };
  const parts: Parts = {
    engine,
    store,
    gateStore,
    bus,
    config,
    server,
    vault,
    log,
    jobsPool,
    redis,
    async close() {
      isClosing = true;
      engine.maintenance.close();
      redis?.close();
      await bus.stop();
      await Promise.all([cell.close(), jobsPool.end(), store.close(), gateStore.close(), throttleStore.close()]);
    },
  };
  await ensureSigningKey(parts);
  await act(engine, "ensureShippedRules", ensureShipped);
  return parts;
}

const staffRulesOf = (config: Config) => ({
  isMfaRequired: (config.STAFF_MFA ?? (config.DATABASE_URL === undefined ? "optional" : "required")) === "required",
  sudoMinutes: config.STAFF_SUDO_MINUTES,
  idleMinutes: config.STAFF_IDLE_MINUTES,
  sessionHours: config.STAFF_SESSION_HOURS,
});

export const mailerOf = (config: Config) =>
  config.RESEND_API_KEY === undefined
    ? undefined
    : makeMailer({ apiKey: config.RESEND_API_KEY, baseUrl: config.RESEND_BASE_URL, from: config.MAIL_FROM });

export const staffChannelOf = ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_STAFF_CHAT: chat, TELEGRAM_API_ROOT: apiRoot }: Config) =>
  token === undefined || chat === undefined ? undefined : makeStaffChannel({ token, chat, apiRoot });

/** Access tokens need a key before the first request does. */
async function ensureSigningKey({ engine }: Parts): Promise<void> {
  await act(engine, "ensureSigningKey", ensureKey);
  await engine.tokens.reload();
}

/** What a process sees to before it serves anything. */
export const act = (engine: Engine, id: string, action: Action<Record<string, never>, unknown>) => {
  const request = { id: newId("request"), address: undefined, userAgent: undefined };
  return perform(engine, { operation: { id, changes: false }, actor: { kind: "job", id }, request }, action, {});
};
