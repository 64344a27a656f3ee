import type { Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A port kept for us while we prepare: whoever comes already is told to come again. */
export interface HeldPort {
  readonly port: number;
  /** Hands the port over to the server that shall answer. */
  giveTo(server: HttpServer): Promise<void>;
  release(): Promise<void>;
}

const notYet = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const idleCheckMs = 50;

export async function holdPort(wanted: number, host: string): Promise<HeldPort> {
  const holder = createServer((socket: Socket) => void socket.on("error", () => undefined).end(notYet));
  await listening(holder, wanted, host);
  const { port } = holder.address() as AddressInfo;
  const release = () => new Promise<void>((resolve) => void holder.close(() => resolve()));
  return {
    port,
    release,
    async giveTo(server) {
      await release();
      await listening(server, port, host);
    },
  };
}

const listening = (server: ReturnType<typeof createServer>, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${port} is in use: stop what uses it, or set PORT`) : error);
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
