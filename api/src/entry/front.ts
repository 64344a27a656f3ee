import type { Server } from "node:http";
import { docsRouter, nothingHere } from "../docs/index.ts";
import { controlPlane, sayProblem } from "../http/app.ts";
import { makeDocument } from "../http/document.ts";
import { healthRouter } from "../http/health.ts";
import { makeIdentify } from "../http/identify.ts";
import { knownProblems } from "../http/problems.ts";
import { makeServer } from "../http/server.ts";
import { suspensionStatus } from "../status/index.ts";
import { documented, routes } from "./features.ts";
import type { Parts } from "./parts.ts";

export interface Front {
  readonly server: Server;
  close(): Promise<void>;
}

/** What answers requests, as the role of this process says. */
export async function makeFront({ engine, bus, config }: Parts): Promise<Front> {
  const server = makeServer({
    direct: {},
    routers: [
      { router: healthRouter(engine.store, bus) },
      { at: "/status/suspensions", router: suspensionStatus(engine) },
      { router: docs(engine.publicUrl, config.ROLE === "all" || config.ROLE === "console") },
      { router: controlPlane(engine, routes, makeIdentify(engine)) },
      // Last: answers whatever nothing else did.
      { router: nothingHere },
    ],
    onError: sayProblem(engine),
  });
  return { server, close: async () => undefined };
}

const docs = (publicUrl: string, hasConsole: boolean) =>
  docsRouter({ document: makeDocument(documented, publicUrl), problems: knownProblems(documented), publicUrl, hasConsole });
