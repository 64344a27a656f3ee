import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "../src/platform/db/server.ts";

/** Stands between the platform and PostgreSQL, passes everything on as it is, and counts how often who asks has to wait for an answer. */
export interface TripCounter {
  /** The server by way of this. */
  readonly server: Server;
  /** Round trips so far on all sessions with a database, once these have begun: bytes sent after bytes were heard. */
  count(database: string): number;
  /** Sessions with a database so far. */
  sessions(database: string): number;
  close(): Promise<void>;
}

interface Line {
  readonly database: string;
  trips: number;
}

export async function countTrips(server: Server): Promise<TripCounter> {
  const folder = mkdtempSync(join(tmpdir(), "trips-"));
  const lines: Line[] = [];
  const open = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(join(server.host, `.s.PGSQL.${server.port}`));
    let line: Line | undefined;
    let isAsking = true;
    near.on("data", (bytes) => {
      line ??= begin(lines, bytes);
      if (!isAsking) line.trips += 1;
      isAsking = true;
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      isAsking = false;
      near.write(bytes);
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(join(folder, `.s.PGSQL.${server.port}`), resolve));
  const of = (database: string) => lines.filter((line) => line.database === database);
  return {
    server: { ...server, host: folder },
    count: (database) => of(database).reduce((sum, { trips }) => sum + trips, 0),
    sessions: (database) => of(database).length,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first message of a session says which database it is for: pairs of a name and a value, each ended by a zero byte. */
function begin(lines: Line[], startup: Buffer): Line {
  const said = startup.toString("latin1", 8).split("\0");
  const line = { database: said[said.indexOf("database") + 1] ?? "", trips: 0 };
  lines.push(line);
  return line;
}
