import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { isOutside, postOutside, readOutside } from "./outside.ts";

const bounds = { bytesMax: 1_000, timeoutMs: 30_000, allowsLoopback: true };
/** For what is to be given up for its time. */
const briefly = { ...bounds, timeoutMs: 500 };
const closed = { allowsLoopback: false };

let server: Server;
let url: string;
let got: { method: string | undefined; headers: IncomingHttpHeaders; body: string } | undefined;
let answer: (response: ServerResponse) => unknown = (response) => response.end("{}");
let asked = 0;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked += 1;
    got = { method: request.method, headers: request.headers, body: Buffer.concat(await Array.fromAsync(request)).toString() };
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("an address outside", () => {
  test.each(["https://example.com", "https://example.com:8443/a?b#c", "https://1.1.1.1/", "https://[2606:4700::1111]/"])(
    "is %s",
    (address) => {
      expect(isOutside(address, closed)).toBe(true);
    },
  );

  test.each([
    "http://example.com",
    "ftp://example.com",
    "https://user@example.com",
    "https://:password@example.com",
    "https://localhost",
    "https://LOCALHOST.:1",
    "https://127.1",
    "https://2130706433",
    "https://0.0.0.0",
    "https://10.1.2.3",
    "https://100.64.0.1",
    "https://169.254.169.254",
    "https://172.31.255.255",
    "https://192.168.0.1",
    "https://255.255.255.255",
    "https://[::]",
    "https://[::1]",
    "https://[::ffff:1.1.1.1]",
    "https://[::ffff:10.0.0.1]",
    "https://[64:ff9b::a00:1]",
    "https://[fc00::1]",
    "https://[fe80::1]",
    "https://[2002:a00:1::]",
    "https://[ff02::1]",
    "data:,{}",
    "",
    "nonsense",
  ])("is not %j", (address) => {
    expect(isOutside(address, closed)).toBe(false);
  });

  test("may be on this machine only where that is allowed, and nowhere else behind us", () => {
    expect(isOutside(url, closed)).toBe(false);
    expect(isOutside(url, bounds)).toBe(true);
    expect(isOutside("http://10.0.0.1", bounds)).toBe(false);
    expect(isOutside("http://example.com", bounds)).toBe(false);
  });
});

describe("what is read there", () => {
  test("comes whole", async () => {
    expect((await readOutside(url, bounds)).toString()).toBe("{}");
  });

  test("is not read where a name leads to this machine, whatever the name looks like", async () => {
    const before = asked;
    const named = url.replace("http://127.0.0.1", "https://localhost.localdomain");
    await expect(readOutside(named, { ...bounds, ...closed })).rejects.toThrow();
    await expect(readOutside(url, { ...bounds, ...closed })).rejects.toThrow("it is no https address on the internet");
    expect(asked).toBe(before);
  });

  test.each<[string, (response: ServerResponse) => unknown, string, typeof bounds?]>([
    ["a redirect", (response) => response.writeHead(302, { location: url }).end(), "it answered 302"],
    ["an error", (response) => response.writeHead(500).end(), "it answered 500"],
    ["too much", (response) => response.end("x".repeat(1_001)), "it is longer than 1000 bytes"],
    ["what never ends", (response) => response.write("x"), "it took longer than 500 ms", briefly],
    ["nothing", () => undefined, "it took longer than 500 ms", briefly],
    ["what breaks off", (response) => response.writeHead(200, { "content-length": "10" }).write("x", () => response.destroy()), ""],
  ])("is given up where it is %s", async (_what, given, why, within = bounds) => {
    answer = given;
    await expect(readOutside(url, within)).rejects.toThrow(why);
    answer = (response) => response.end("{}");
  });
});

describe("what is posted there", () => {
  const message = { headers: { "content-type": "application/json", "webhook-id": "msg_1" }, body: '{"type":"ü"}' };
  afterEach(() => {
    answer = (response) => response.end("{}");
  });

  test("arrives whole, and its answer is told by status and headers", async () => {
    answer = (response) => response.writeHead(429, { "retry-after": "7" }).end("slow down");
    expect(await postOutside(url, message, bounds)).toMatchObject({ status: 429, headers: { "retry-after": "7" } });
    expect(got).toMatchObject({ method: "POST", body: message.body, headers: { ...message.headers, "content-length": "13" } });
  });

  test("is not followed to where a redirect leads, nor read where the answer never ends", async () => {
    answer = (response) => response.writeHead(307, { location: url }).end();
    const before = asked;
    expect((await postOutside(url, message, bounds)).status).toBe(307);
    expect(asked).toBe(before + 1);
    answer = (response) => response.writeHead(200).write("x".repeat(100_000));
    expect((await postOutside(url, message, bounds)).status).toBe(200);
  });

  test("never reaches this machine by a name that leads here, and is given up in time", async () => {
    const before = asked;
    const named = url.replace("http://127.0.0.1", "https://localhost.localdomain");
    await expect(postOutside(named, message, { ...bounds, ...closed })).rejects.toThrow();
    await expect(postOutside(url, message, { ...bounds, ...closed })).rejects.toThrow("it is no https address on the internet");
    expect(asked).toBe(before);
    answer = () => undefined;
    await expect(postOutside(url, message, briefly)).rejects.toThrow("it took longer than 500 ms");
  });
});
