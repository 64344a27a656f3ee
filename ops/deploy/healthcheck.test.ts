import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { portOf } from "@nextmavens/api/http/server";

const script = fileURLToPath(new URL("healthcheck.mjs", import.meta.url));

async function check(environment: Readonly<Record<string, string>>): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, [script], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, "close");
  return { code, text };
}

test.each([
  [200, 0],
  [404, 1],
  [503, 1],
])("where health answers %i the container's check ends with %i", async (status, code) => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(status).end("how it is");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = String(portOf(server));
  expect(await check({ HOST: "0.0.0.0", PORT: port })).toEqual({ code, text: "how it is\n" });
  // A worker has another port for that.
  expect((await check({ ROLE: "worker", PORT: "1", METRICS_PORT: port })).code).toBe(code);
  expect(asked).toEqual(["/api/health", "/api/health"]);
  server.close();
});

test("where nobody answers it fails, and a worker without a port for it is left in peace", async () => {
  expect((await check({ PORT: "1" })).code).toBe(1);
  expect(await check({ ROLE: "worker" })).toEqual({ code: 0, text: "set METRICS_PORT to have a worker checked\n" });
});
