import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql("create table large (id int primary key, t text)");
});
afterAll(() => world.close());

type Format = "csv" | "ndjson";

const warmUpBytes = 20_000_000;
const bytesWanted = 90_000_000;
/** What a process keeps for later varies by tens of megabytes; a table in memory would be there as bytes, as text and as rows. */
const growthMax = 2 * bytesWanted;

const ask = (path: string, init: object = {}) => {
  const { headers = {}, ...more } = init as RequestInit;
  return fetch(`${world.url}/api/tables/large/${path}`, { ...more, headers: { apikey: tenant.secret.key, ...headers } });
};

/** How much more than before the process had meanwhile. */
async function grown(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  await work();
  clearInterval(timer);
  return most - before;
}

const text = "a text with, commas ".repeat(50);
const rowsOf = (bytes: number) => Math.ceil(bytes / text.length);

function* lines(format: Format, rows: number): Generator<string> {
  if (format === "csv") yield "id,t\n";
  for (let id = 0; id < rows; id += 1) yield format === "csv" ? `${id},"${text}"\n` : `{"id":${id},"t":"${text}"}\n`;
}

function streamOf(made: Generator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const some = Array.from({ length: 60 }, () => made.next().value ?? "").join("");
      if (some === "") controller.close();
      else controller.enqueue(encoder.encode(some));
    },
  });
}

/** Takes a table in and out again; tells how many bytes came out. */
async function inAndOut(format: Format, rows: number): Promise<number> {
  await tenant.sql("truncate large");
  const type = format === "csv" ? "text/csv" : "application/x-ndjson";
  const body = streamOf(lines(format, rows));
  const imported = await ask("import", { method: "POST", headers: { "content-type": type }, body, duplex: "half" });
  expect([imported.status, await imported.json()]).toEqual([200, { rows, bytes: expect.any(Number) }]);
  const exported = await ask(`export?format=${format}`);
  let taken = 0;
  for await (const chunk of exported.body as unknown as AsyncIterable<Uint8Array>) taken += chunk.length;
  return taken;
}

test.each(["csv", "ndjson"] as const)(
  "90 MB of %s go in and out without standing in memory",
  async (format) => {
    // What a process makes at first use, and keeps, is not what the table costs.
    await inAndOut(format, rowsOf(warmUpBytes));
    let taken = 0;
    const growth = await grown(async () => {
      taken = await inAndOut(format, rowsOf(bytesWanted));
    });
    expect(taken).toBeGreaterThan(bytesWanted);
    expect(growth).toBeLessThan(growthMax);
  },
  180_000,
);
