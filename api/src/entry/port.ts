import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { notServing } from "../health/index.ts";

/** A port kept for us while we prepare: whoever comes already is told to come again. */
export interface HeldPort {
  readonly port: number;
  /** Hands the port over to the server that shall answer. */
  giveTo(server: HttpServer): Promise<void>;
  release(): Promise<void>;
}

const idleCheckMs = 50;

/** `variable` is what to set where the port is in use. */
export async function holdPort(wanted: number, host: string, variable = "PORT"): Promise<HeldPort> {
  const holder = createServer(sayNotYet);
  await listening(holder, wanted, host, variable);
  const { port } = holder.address() as AddressInfo;
  const release = () =>
    new Promise<void>((resolve) => {
      holder.close(() => resolve());
      holder.closeAllConnections();
    });
  return {
    port,
    release,
    async giveTo(server) {
      await release();
      await listening(server, port, host, variable);
    },
  };
}

/** A process that prepares for long, as by migrations, is told to be alive, so that nobody restarts it. */
function sayNotYet({ url = "" }: IncomingMessage, response: ServerResponse): void {
  const [path = ""] = url.split("?");
  const isLiveness = path === "/api/health/live";
  const body = path.startsWith("/api/health") ? JSON.stringify(notServing("starting", isLiveness ? "pass" : "fail")) : "";
  const type = body === "" ? {} : { "content-type": "application/json; charset=utf-8" };
  const again = isLiveness ? {} : { "retry-after": "2" };
  response.writeHead(isLiveness ? 200 : 503, { ...type, ...again, connection: "close" }).end(body);
}

export const listening = (server: HttpServer, port: number, host: string, variable: string) =>
  new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${port} is in use: stop what uses it, or set ${variable}`) : error);
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse);
      resolve();
    });
  });

/** Takes no new request, lets those under way finish, and cuts off what is not done in time. */
export async function drain(server: HttpServer, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const late = AbortSignal.timeout(patienceMs);
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  // Connections that are kept alive become idle one by one, as their answers are out.
  for (; !isClosed; await Promise.race([closed, sleep(idleCheckMs)])) {
    if (late.aborted) server.closeAllConnections();
    else server.closeIdleConnections();
  }
}
