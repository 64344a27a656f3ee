import { createHash } from "node:crypto";
import { connect, createServer } from "node:net";

/** Another process runs this database, and serves what there is to serve. */
export class RunsElsewhere extends Error {}

/** A lock that dies with this process, however it dies: a socket in Linux's abstract namespace. */
export async function lock(home: string, dataDir: string): Promise<{ release(): void }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new RunsElsewhere(
              `another process runs the database in ${dataDir}: stop that one, or let this join it by ROLE=api, console or worker`,
            )
          : error,
      ),
    );
    server.listen(nameOf(home), resolve);
  });
  server.unref();
  return { release: () => void server.close() };
}

/** Whether a process runs the database of this home now. */
export const isLocked = (home: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(nameOf(home));
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

const nameOf = (home: string) => `\0nextmavens-${createHash("sha256").update(home).digest("hex")}`;
