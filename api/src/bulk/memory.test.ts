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

const bytesWanted = 50_000_000;
/** What the process keeps for later however little stands in it; whole tables would be several times of it. */
const growthMax = 150_000_000;

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

function* lines(format: "csv" | "ndjson"): Generator<string> {
  const t = "a text with, commas ".repeat(50);
  if (format === "csv") yield "id,t\n";
  for (let id = 0; id * t.length < bytesWanted; id += 1) yield format === "csv" ? `${id},"${t}"\n` : `{"id":${id},"t":"${t}"}\n`;
}

test.each(["csv", "ndjson"] as const)(
  "50 MB of %s go in and out without standing in memory",
  async (format) => {
    await tenant.sql("truncate large");
    const type = format === "csv" ? "text/csv" : "application/x-ndjson";
    const made = lines(format);
    const encoder = new TextEncoder();
    const body = new ReadableStream({
      pull(controller) {
        const some = Array.from({ length: 60 }, () => made.next().value ?? "").join("");
        if (some === "") controller.close();
        else controller.enqueue(encoder.encode(some));
      },
    });
    let taken = 0;
    const growth = await grown(async () => {
      const imported = await ask("import", { method: "POST", headers: { "content-type": type }, body, duplex: "half" });
      expect([imported.status, await imported.json()]).toEqual([200, { rows: 50_000, bytes: expect.any(Number) }]);
      const exported = await ask(`export?format=${format}`);
      for await (const chunk of exported.body as unknown as AsyncIterable<Uint8Array>) taken += chunk.length;
    });
    expect(taken).toBeGreaterThan(bytesWanted);
    expect(growth).toBeLessThan(growthMax);
  },
  180_000,
);
