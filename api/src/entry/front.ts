import type { Server } from "node:http";
import { controlPlane, sayProblem } from "../http/app.ts";
import { healthRouter } from "../http/health.ts";
import { makeIdentify } from "../http/identify.ts";
import { makeServer } from "../http/server.ts";
import { suspensionStatus } from "../status/index.ts";
import { routes } from "./features.ts";
import type { Parts } from "./parts.ts";

export interface Front {
  readonly server: Server;
  close(): Promise<void>;
}

/** What answers requests, as the role of this process says. */
export async function makeFront({ engine, bus }: Parts): Promise<Front> {
  const server = makeServer({
    direct: {},
    routers: [
      { router: healthRouter(engine.store, bus) },
      { at: "/status/suspensions", router: suspensionStatus(engine) },
      { router: controlPlane(engine, routes, makeIdentify(engine)) },
    ],
    onError: sayProblem(engine),
  });
  return { server, close: async () => undefined };
}
