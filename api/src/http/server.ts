import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { clientAddress } from "../platform/client-address.ts";
import type { Maintenance } from "../platform/maintenance.ts";
import { noteRequest } from "./app.ts";
import { makePatience } from "./patience.ts";
import { isShutBy, sayMaintenance } from "./under-maintenance.ts";
import { maxHeaderSize, sayUnreadable } from "./unreadable.ts";

/** Where a request goes by how its path begins; the longest beginning wins. */
export interface Doors {
  /** Ahead of Express: what must be fast. */
  readonly direct: Readonly<Record<string, RequestListener>>;
  /** Those of them whose bodies may take as long as their doors let them. */
  readonly patient?: readonly string[];
  /** In order, behind it. */
  readonly routers: readonly { readonly at?: string; readonly router: express.RequestHandler }[];
  /** Says what any of them threw. */
  readonly onError: express.ErrorRequestHandler;
  /** Whether the one at this address is a proxy of ours, whose word on where a request came from is taken. */
  readonly trusts?: (address: string | undefined) => boolean;
  /** While it closes the house, only staff are let in. */
  readonly maintenance?: Maintenance;
  /** Hears of each request, wherever it goes. */
  readonly watch?: RequestListener | undefined;
}

/** Headers have this long to arrive, a whole request longer; a client that dribbles holds nothing for ever. */
const headersTimeout = 15_000;
const wholeRequestMs = 120_000;
/** Where a body may take its time: longer than any import may. */
const requestTimeout = 3_700_000;

/**
 * The HTTP server. Requests are born with Express's prototypes: setting them at each request
 * is most of what Express costs.
 */
export function makeServer({ direct, patient = [], routers, onError, trusts = () => false, maintenance, watch }: Doors): Server {
  const app = express().disable("x-powered-by").disable("etag").set("trust proxy", trusts).set("query parser", "simple");
  Object.defineProperty(app.request, "ip", {
    get(this: IncomingMessage) {
      return clientAddress(this, trusts);
    },
  });
  app.use(noteRequest);
  for (const { at, router } of routers) app.use(at ?? "/", router);
  app.use(onError);

  const born = { IncomingMessage: bornAs(IncomingMessage, app.request), ServerResponse: bornAs(ServerResponse, app.response) };
  const behind = ["", app] as const;
  const prefixes = Object.entries(direct).sort(([a], [b]) => b.length - a.length);

  const patience = makePatience(wholeRequestMs);
  const limits = { headersTimeout, requestTimeout, maxHeaderSize, keepAliveTimeout: 65_000 };
  const server = createServer({ ...born, ...limits }, (request, response) => {
    watch?.(request, response);
    const url = request.url ?? "/";
    const closed = maintenance?.closed;
    if (closed && request.method !== "OPTIONS" && isShutBy(url)) return sayMaintenance(response, closed);
    const [prefix, listener] = prefixes.find(([each]) => isAt(url, each)) ?? behind;
    if (!patient.includes(prefix)) patience.watch(request);
    return listener(request, response);
  });
  server.on("clientError", sayUnreadable);
  return server.once("close", () => patience.stop());
}

/** `/api/sqlfoo` is not at `/api/sql`, as `/api/sql?a` is. */
function isAt(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false;
  if (url.length === prefix.length || prefix.endsWith("/")) return true;
  const next = url.charCodeAt(prefix.length);
  return next === questionMark || next === slash;
}
const questionMark = 0x3f;
const slash = 0x2f;

/** The class, but with instances of this prototype from the start. */
function bornAs<Class extends typeof IncomingMessage | typeof ServerResponse>(base: Class, prototype: object): Class {
  function Born(...given: unknown[]) {
    return Reflect.construct(base, given, Born);
  }
  Born.prototype = prototype;
  return Born as unknown as Class;
}

/** The port a server got. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
