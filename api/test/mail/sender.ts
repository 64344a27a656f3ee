import { setTimeout as sleep } from "node:timers/promises";
import { jobs } from "../../src/entry/features.ts";
import { openParts } from "../../src/entry/parts.ts";
import { readConfig } from "../../src/platform/config.ts";
import type { Installation } from "../../src/platform/db/installation.ts";
import type { Server } from "../../src/platform/db/server.ts";
import { performJob } from "../../src/platform/jobs.ts";
import { makeLog } from "../../src/platform/log.ts";
import { makeMailer } from "../../src/platform/mail.ts";
import { masterKeys } from "../../src/platform/master-key.ts";
import { makeVault } from "../../src/platform/vault.ts";

/** What a process that only sends mail is told by who starts it. */
export interface SenderSettings {
  readonly server: Server;
  readonly masterKey: string;
  readonly installation: Installation;
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** Since when time goes how many times as fast. */
  readonly clock: { readonly since: number; readonly speed: number };
}

// Sends from the moment it is told to, until it is ended. Whoever started it is gone: so is this.
process.once("disconnect", () => process.exit());
const { server, masterKey, installation, clock, ...mail } = JSON.parse(process.argv[2] ?? "") as SenderSettings;
const read = readConfig({ DATABASE_URL: "postgresql://unused", MASTER_KEY: masterKey });
if ("problems" in read) throw new Error(read.problems.join("; "));
const parts = await openParts({
  config: read.config,
  server,
  vault: makeVault(masterKeys(masterKey, "/nonexistent")),
  abilities: installation,
  log: makeLog("silent"),
  publicUrl: "http://localhost",
  clock: () => new Date(clock.since + (Date.now() - clock.since) * clock.speed),
});
const engine = { ...parts.engine, mailer: makeMailer({ ...mail, from: "NextMavens <notices@example.com>" }) };
const sendMails = jobs.find(({ id }) => id === "sendMails");
if (!sendMails) throw new Error("nothing sends mail");
process.once("message", async () => {
  for (;;) {
    await performJob(engine, sendMails, {}).catch(() => undefined);
    await sleep(5);
  }
});
process.send?.("ready");
