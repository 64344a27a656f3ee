import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { peakMb, residentMb, type ServerProcess } from "./process.ts";

interface Project {
  readonly id: string;
  readonly secret: string;
}

const bytesWanted = Number(process.env["BYTES"] ?? 1_000_000_000);
/** Of the process that serves it, at any moment since it started: a stream that is read slowly, or not at all, must not stand in it. */
const peakMbMax = 200;
const columns = "id bigint primary key, name text not null, price numeric not null, at timestamptz not null, note text";

/** Takes so many bytes in and out through the API, and looks at the memory of the process that serves it meanwhile: the console is another one's. */
export async function measureBulk(project: Project, server: ServerProcess, databaseUrl: string): Promise<void> {
  try {
    await measure(project, server, databaseUrl);
  } finally {
    await server.stop();
  }
}

async function measure({ secret, id }: Project, server: ServerProcess, databaseUrl: string): Promise<void> {
  await liftBounds(databaseUrl, id);
  const at = (path: string) => `http://127.0.0.1:${server.port}/api/${path}`;
  const ask = async (path: string, init: RequestInit & { readonly duplex?: "half" } = {}) => {
    const response = await fetch(at(path), { ...init, headers: { apikey: secret, ...init.headers } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const sql = async (query: string) => {
    const response = await ask("sql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
    return (await response.json()) as { readonly rows: readonly Readonly<Record<string, number>>[] };
  };
  const send = async (table: string, type: string, body: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    const response = await ask(`tables/${table}/import`, { method: "POST", headers: { "content-type": type }, body, duplex: "half" });
    return (await response.json()) as { readonly rows: number; readonly bytes: number };
  };
  const take = (table: string, format: string) => ask(`tables/${table}/export?format=${format}`);

  await sql(`create table first (${columns}); create table second (${columns}); grant all on first, second to service_role`);
  // What starting took is given back first.
  await sleep(5_000);
  const idleMb = residentMb(server.pid);
  const tell = async (what: string, work: () => Promise<{ readonly bytes: number; readonly rows?: number }>) => {
    const watch = watchMemory(server.pid);
    const began = performance.now();
    const { bytes, rows } = await work();
    const seconds = (performance.now() - began) / 1_000;
    const { before, most } = await watch.stop();
    const counted = rows === undefined ? "" : `, ${rows} rows`;
    console.log(
      `${what.padEnd(24)} ${(bytes / 1e6).toFixed(0).padStart(5)} MB${counted} in ${seconds.toFixed(1)} s (${(bytes / 1e6 / seconds).toFixed(0)} MB/s); the process had ${before.toFixed(0)} MB, then at most ${most.toFixed(0)} MB`,
    );
  };
  await tell("import of CSV", () => send("first", "text/csv", madeCsv(bytesWanted)));
  await tell("export as CSV", async () => ({ bytes: await sizeOf(await take("first", "csv")) }));
  await tell("export as NDJSON", async () => ({ bytes: await sizeOf(await take("first", "ndjson")) }));
  await tell("NDJSON out and in again", async () => {
    const { body } = await take("first", "ndjson");
    return send("second", "application/x-ndjson", body as ReadableStream<Uint8Array<ArrayBuffer>>);
  });
  const { rows } = await sql("select (select count(*) from first) as first, (select count(*) from second) as second");
  const [{ first, second } = {}] = rows;
  if (first !== second) throw new Error(`of ${first} rows ${second} came through`);
  const mostMb = peakMb(server.pid);
  console.log(`idle, the process had ${idleMb.toFixed(0)} MB; at no moment since it started more than ${mostMb.toFixed(0)} MB`);
  if (mostMb > peakMbMax) throw new Error(`that is more than ${peakMbMax} MB`);
}

/** What the plan would not let in is what is measured here. */
async function liftBounds(databaseUrl: string, projectId: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("update plans set import_bytes_max = 1000000000000, bulk_ms_max = 3600000");
  await client.query(
    "update plan_limits set limit_value = 1000000000000 where metric in ('database_bytes', 'egress_bytes_per_month', 'query_ms_per_day')",
  );
  await client.query("select bus_announce($1)", [projectId]);
  await client.end();
  await sleep(500);
}

/** Rows as they might be, made as they are asked for. */
function madeCsv(bytes: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let [made, id] = [0, 0];
  return new ReadableStream({
    pull(controller) {
      let text = id === 0 ? "id,name,price,at,note\n" : "";
      for (let i = 0; i < 500; i += 1) {
        id += 1;
        const note = id % 3 === 0 ? "" : `"a note with ""quotes"", commas,\nand ${"words ".repeat(id % 12)}"`;
        text += `${id},item number ${id},${(id % 1_000) / 8},2026-01-01 00:00:${String(id % 60).padStart(2, "0")}+00,${note}\n`;
      }
      const chunk = encoder.encode(text);
      made += chunk.length;
      controller.enqueue(chunk);
      if (made >= bytes) controller.close();
    },
  });
}

async function sizeOf({ body }: Response): Promise<number> {
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) size += chunk.length;
  return size;
}

function watchMemory(pid: number) {
  const before = residentMb(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, 50);
  return {
    async stop() {
      clearInterval(timer);
      return { before, most };
    },
  };
}
