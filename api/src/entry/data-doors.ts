import type { RequestListener } from "node:http";
import { bulkDoor, bulkPath } from "../bulk/index.ts";
import { dataPlane, openCatalogs, restPaths } from "../data/index.ts";
import type { Witness } from "../detections/index.ts";
import { makeGate } from "../http/gate.ts";
import type { Metrics } from "../metrics/index.ts";
import { perform } from "../platform/action.ts";
import { announce } from "../platform/bus.ts";
import { type Logins, openLogins } from "../platform/db/logins.ts";
import { newId } from "../platform/ids.ts";
import { readOutside } from "../platform/outside.ts";
import { schemaDoor, schemaPath } from "../schema/index.ts";
import { openSplitter, type SqlDoor, sqlDoor, sqlPath } from "../sql/index.ts";
import { repairLogins } from "../tenants/index.ts";
import type { Parts } from "./parts.ts";

/** The data plane of this process, ahead of Express. */
export interface DataDoors {
  readonly direct: Readonly<Record<string, RequestListener>>;
  /** Those whose bodies may take their time. */
  readonly patient: readonly string[];
  /** How many sessions to tenants' databases are open, and how many requests wait for one. */
  readonly sessions: Logins["count"];
  /** Call when no request comes any more: writes down what was counted, closes tenants' sessions. */
  close(): Promise<void>;
}

/** An issuer's keys are short, and somebody waits for them. */
const issuerBounds = { bytesMax: 256 * 1024, timeoutMs: 5_000 };

/** What else the doors need of the process they are opened in. */
interface Around {
  readonly metrics: Metrics | undefined;
  readonly witness: Witness;
  /** Whether the one at this address is a proxy of ours. */
  readonly trusts: (address: string | undefined) => boolean;
}

export function openDataDoors(parts: Parts, { metrics, witness, trusts }: Around): DataDoors {
  const { engine, bus, store, gateStore, vault, server, config, log, redis } = parts;
  const { publicUrl, clock, settling } = engine;
  const running = makeGate({ store: gateStore, bus, vault, log, publicUrl, clock, settling, redis });
  const gate = metrics ? metrics.watchGate(running) : running;
  const logins = openLogins({
    server,
    limits: { sessionsMax: config.MAX_TENANT_CONNECTIONS },
    repair: (tenantId) => repair(parts, tenantId),
    end: (tenantId, pid) => engine.cell.endSessions({ tenantId, pid }),
    onSchemaNotice: (tenantId) => catalogs.doubt(tenantId),
    onError: (error) => log.warn("a tenant's login failed", { error }),
  });
  const catalogs = openCatalogs(logins);
  bus.onStale((projectId) => catalogs.forget(projectId));
  const readIssuer = (url: string) => readOutside(url, { ...issuerBounds, allowsLoopback: engine.settings.allowsLoopback });
  const { abilities } = engine.cell;
  const rest = dataPlane({ gate, logins, catalogs, abilities, publicUrl, log, clock, trusts, readIssuer, witness });
  const splitter = openSplitter();
  const ownersDoor: SqlDoor = {
    gate,
    logins,
    splitter,
    cell: engine.cell,
    publicUrl: engine.publicUrl,
    log,
    witness,
    async announce(projectId) {
      catalogs.forget(projectId);
      await store.transact("platform", (db) => announce(db, projectId));
    },
  };
  return {
    direct: {
      ...Object.fromEntries(restPaths.map((path) => [path, rest])),
      [sqlPath]: sqlDoor(ownersDoor),
      [schemaPath]: schemaDoor(ownersDoor),
      [bulkPath]: bulkDoor({ ...ownersDoor, cell: engine.cell, abilities }),
    },
    patient: [bulkPath],
    sessions: logins.count,
    async close() {
      await running.stop();
      await splitter.close();
      await logins.close();
    },
  };
}

const repair = ({ engine }: Parts, tenantId: string) =>
  perform(
    engine,
    {
      operation: { id: "repairLogins", changes: false },
      actor: { kind: "job", id: "repairLogins" },
      request: { id: newId("request"), address: undefined, userAgent: undefined },
    },
    repairLogins,
    { tenantId },
  );
