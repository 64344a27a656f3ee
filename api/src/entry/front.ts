import type { Server } from "node:http";
import compression from "compression";
import { openOutage, signerOf, startUpkeep, type Upkeep } from "../break-glass/index.ts";
import { openRecorder, openWitness, type Witness } from "../detections/index.ts";
import { docsRouter, nothingHere } from "../docs/index.ts";
import { controlPlane, sayProblem } from "../http/app.ts";
import { makeDocument } from "../http/document.ts";
import { makeIdentify } from "../http/identify.ts";
import { knownProblems } from "../http/problems.ts";
import { makeServer } from "../http/server.ts";
import { openTrust } from "../http/trust.ts";
import type { Config } from "../platform/config.ts";
import { platformStatus, projectStatus, suspensionStatus } from "../status/index.ts";
import { openDataDoors } from "./data-doors.ts";
import { documented, routes } from "./features.ts";
import type { Parts } from "./parts.ts";
import type { Watch } from "./watch.ts";

export interface Front {
  readonly server: Server;
  /** Call when no request comes any more. */
  close(): Promise<void>;
}

/** Which doors a process of a role opens. */
const opens: Readonly<Record<Config["ROLE"], { readonly api: boolean; readonly console: boolean }>> = {
  all: { api: true, console: true },
  api: { api: true, console: false },
  console: { api: false, console: true },
  worker: { api: false, console: false },
};

/** What answers requests, as the role of this process says. */
export async function makeFront(parts: Parts, watch: Watch): Promise<Front> {
  const { engine, config } = parts;
  const role = opens[config.ROLE];
  const trust = await openTrust(config.TRUST_PROXY);
  const recorder = openRecorder({ ...engine, store: parts.gateStore });
  const secret = parts.vault.derive("addresses of observations");
  const witness = openWitness({ observe: recorder.observe, secret, trusts: trust.has, clock: engine.clock });
  const dataDoors = role.api ? openDataDoors(parts, { metrics: watch.metrics, witness, trusts: trust.has }) : undefined;
  if (dataDoors) watch.lookAtSessions(dataDoors.sessions);
  const upkeep = startUpkeep(engine, config.DATA_DIR);
  watch.lookAtBreakGlass(upkeep.flaw);
  const console = role.console ? await openConsole(parts, watch, upkeep) : undefined;
  const server = makeServer({
    trusts: trust.has,
    maintenance: engine.maintenance,
    watch: watch.metrics?.watch,
    direct: dataDoors?.direct ?? {},
    patient: dataDoors?.patient ?? [],
    routers: [
      ...watch.routers,
      { at: "/status", router: platformStatus({ ...engine, isReady: watch.isReady }) },
      { at: "/break-glass", router: await openBreakGlass(parts, watch) },
      // No other site can have a page asked for with somebody's session, and guess at what is in it by its length.
      ...(console ? [compression(), console.router].map((router) => ({ at: "/admin", router })) : []),
      ...(role.api ? apiRouters(parts, witness) : []),
      // Last: answers whatever nothing else did.
      { router: nothingHere },
    ],
    onError: sayProblem(engine),
  });
  return {
    server,
    async close() {
      await upkeep.stop();
      trust.close();
      await dataDoors?.close();
      await recorder.close();
      await console?.close();
    },
  };
}

/** Loaded only where it is served: it is most of the platform's memory. */
const openConsole = async (parts: Parts, { databaseAnswers }: Watch, upkeep: Upkeep) =>
  (await import("@nextmavens/admin")).createConsole({ ...parts, databaseAnswers, upkeep, operations: documented, routes });

/** At every door there is: on the worst day one of them may be left. */
async function openBreakGlass({ engine, config, vault }: Parts, { databaseAnswers }: Watch) {
  const { breakGlassPages } = await import("@nextmavens/admin/break-glass");
  const outage = openOutage({ ...engine, dataDir: config.DATA_DIR, signer: signerOf(vault) });
  return breakGlassPages({ ...engine, engine, outage, databaseAnswers });
}

const apiRouters = ({ engine, config }: Parts, witness: Witness) => [
  { at: "/status/suspensions", router: suspensionStatus(engine) },
  { at: "/status/projects", router: projectStatus(engine) },
  {
    router: docsRouter({
      document: () => makeDocument(documented, engine.publicUrl),
      problems: knownProblems(documented),
      publicUrl: engine.publicUrl,
      hasConsole: opens[config.ROLE].console,
    }),
  },
  { router: controlPlane(engine, routes, makeIdentify(engine), witness) },
];
