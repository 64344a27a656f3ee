import { makeDeveloper, makeProject, type Platform } from "./platform.ts";

const bytes = 9_900_000;
const listOf = (row: string) => `[${Array.from({ length: Math.floor(bytes / (row.length + 1)) }, () => row).join()}]`;
const keysOf = (count: number) => Array.from({ length: count }, (_, i) => `"k${i}":1`).join();

/** What is quick to read, and what is not. The last ones are refused. */
const bodies: Readonly<Record<string, string>> = {
  "rows of four columns": listOf('{"id":1,"title":"a title of usual length","done":false,"at":"2026-01-01T00:00:00Z"}'),
  "rows of one column": listOf('{"id":1}'),
  "empty rows": listOf("{}"),
  "one long text": `{"title":"${"x".repeat(bytes)}"}`,
  "lists in a row": `{"more":${listOf("[]")}}`,
  "keys without end": `{${keysOf(700_000)}}`,
  "lists in lists": `${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}`,
};

/** Sends bodies of 10 MB, and asks something small all the while: how long that has to wait beside what parsing the body would take. */
export async function measureBodies(platform: Platform): Promise<void> {
  const tables = "create table rows (id int, title text, done boolean, at timestamptz, more json)";
  const { secret } = await makeProject(platform, await makeDeveloper(platform, "developer"), "bodies", tables);
  const post = (body: string) =>
    fetch(`${platform.server.url}/api/rest/rows`, {
      method: "POST",
      headers: { apikey: secret, "content-type": "application/json", prefer: "tx=rollback" },
      body,
    });
  await (await post('{"id":1}')).text();
  for (const [what, body] of Object.entries(bodies)) {
    const parsedMs = timed(() => JSON.parse(body));
    const asking = { isOver: false };
    const waited = longestWait(platform.server.url, asking);
    const { status } = await post(body);
    asking.isOver = true;
    const waitedMs = await waited;
    console.log(
      `${what.padEnd(24)} ${status}  JSON.parse ${parsedMs.toFixed(0).padStart(5)} ms; others waited at most ${waitedMs.toFixed(0).padStart(5)} ms: ${(waitedMs / parsedMs).toFixed(2)}`,
    );
  }
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

async function longestWait(url: string, asking: { readonly isOver: boolean }): Promise<number> {
  let longest = 0;
  while (!asking.isOver) {
    const began = performance.now();
    await (await fetch(`${url}/api/health/live`)).text();
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}
