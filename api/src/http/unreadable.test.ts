import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

/** Sends bytes as they are, and hears all of the answer. */
async function raw(bytes: string) {
  const socket = connect(Number(new URL(world.url).port), "127.0.0.1");
  let heard = "";
  socket.setEncoding("utf8").on("data", (text) => {
    heard += text;
  });
  socket.on("error", () => undefined);
  socket.write(bytes);
  await new Promise((resolve) => socket.once("close", resolve));
  const [head = "", body = ""] = heard.split("\r\n\r\n");
  return { head, body: JSON.parse(body || "null") };
}

test.each([
  ["no HTTP at all", "hello\r\n\r\n", 400, "unreadable_request"],
  ["a header without a name", "GET / HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n", 400, "unreadable_request"],
  [
    "an address that is too long",
    `GET /api/rest/todos?id=in.(${"1,".repeat(40_000)}) HTTP/1.1\r\nhost: a\r\n\r\n`,
    431,
    "headers_too_large",
  ],
])("%s is told to be so, in the form of both doors", async (_what, bytes, status, code) => {
  const { head, body } = await raw(bytes);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain("content-type: application/problem+json");
  expect(body).toMatchObject({ status, code, requestId: expect.stringMatching(/^req_/), details: null, hint: null });
  expect(body.message).toBe(body.detail);
});

test("a list of ids as clients send them is read, up to 60 kB of it", async () => {
  const ids = Array.from({ length: 12_000 }, (_, n) => n).join(",");
  const found = await fetch(`${world.url}/api/rest/todos?select=id&id=in.(${ids})`, { headers: { apikey: tenant.secret.key } });
  expect(found.status).toBe(404);
  expect(await found.json()).toMatchObject({ code: "PGRST205" });
});
