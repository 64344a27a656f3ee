import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "@nextmavens/ops/tasks/bootstrap";
import { migrate } from "@nextmavens/ops/tasks/migrate";
import pg from "pg";
import { adminLogin, type Server } from "../../src/platform/db/server.ts";
import { openServer } from "../../src/platform/embedded/server.ts";
import { masterKeys } from "../../src/platform/master-key.ts";
import { makeVault } from "../../src/platform/vault.ts";
import { type Cluster, clusterVariable } from "./found.ts";

/** Starts the server that all test files share, with one control database bootstrapped and migrated to clone from. */
export async function startCluster(): Promise<{ stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "nextmavens-test-"));
  // The account that PostgreSQL runs under as root has to get in.
  chmodSync(dataDir, 0o711);
  const running = await openServer(undefined, dataDir, () => undefined, { isThrowAway: true });
  const stop = async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const masterKey = randomBytes(32).toString("base64");
    const vault = makeVault(masterKeys(masterKey, dataDir));
    const installation = await bootstrap(running.server, vault);
    await migrate(running.server, vault, "local");
    await closeForCloning(running.server);
    const cluster: Cluster = { url: running.url, masterKey, installation };
    process.env[clusterVariable] = JSON.stringify(cluster);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nobody may be connected to a database that is being copied. */
async function closeForCloning(server: Server): Promise<void> {
  const client = new pg.Client(adminLogin(server, "postgres"));
  await client.connect();
  await client.query(`alter database "${server.database}" is_template true allow_connections false`);
  await client.end();
}
