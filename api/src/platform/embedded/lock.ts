import { createHash } from "node:crypto";
import { createServer } from "node:net";

/** A lock that dies with this process, however it dies: a socket in Linux's abstract namespace. */
export async function lock(home: string, dataDir: string): Promise<{ release(): void }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`another process runs the database in ${dataDir}`) : error),
    );
    server.listen(`\0nextmavens-${createHash("sha256").update(home).digest("hex")}`, resolve);
  });
  server.unref();
  return { release: () => void server.close() };
}
