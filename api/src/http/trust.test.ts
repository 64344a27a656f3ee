import { once } from "node:events";
import { expect, test } from "@jest/globals";
import express from "express";
import { makeServer, portOf } from "./server.ts";
import { openTrust } from "./trust.ts";

test.each([
  ["loopback", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"], ["10.0.0.1", "203.0.113.9", "", "unknown"]],
  ["10.1.0.0/16, 192.0.2.7", ["10.1.255.1", "::ffff:10.1.0.9", "192.0.2.7"], ["10.2.0.1", "192.0.2.8", "127.0.0.1"]],
  ["uniquelocal,2001:db8::/32", ["172.31.0.1", "192.168.4.4", "fd00::1", "2001:db8::5"], ["172.32.0.1", "2001:db9::5"]],
])("%s trusts those it names and nobody else", async (list, trusted, strangers) => {
  const trust = await openTrust(list);
  expect(trusted.filter((each) => !trust.has(each))).toEqual([]);
  expect(strangers.filter((each) => trust.has(each))).toEqual([]);
  trust.close();
});

test("a host name stands for the addresses it has, and one that nobody knows for none", async () => {
  const trust = await openTrust("localhost,no-such-proxy.invalid");
  expect(trust.has("127.0.0.1") || trust.has("::1")).toBe(true);
  expect(trust.has("127.0.0.2")).toBe(false);
  expect(trust.has("10.0.0.1")).toBe(false);
  trust.close();
});

test.each([
  ["loopback", "203.0.113.9", "203.0.113.9"],
  // What the proxy was told by a stranger stands further left than what it saw itself.
  ["loopback", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["loopback,203.0.113.0/24", "198.51.100.1, 203.0.113.9", "198.51.100.1"],
  ["loopback", "198.51.100.1, 203.0.113.9:4711", "203.0.113.9"],
  ["loopback", "[2001:db8::5]:443", "2001:db8::5"],
  // What is no address is not taken for one, nor is what stands before it.
  ["loopback", "198.51.100.1, </script>", "127.0.0.1"],
  ["loopback", "x".repeat(60), "127.0.0.1"],
  ["loopback,203.0.113.0/24", "unknown, 203.0.113.9", "203.0.113.9"],
  // Whoever comes past the proxy is believed nothing, from a private address neither.
  ["10.0.0.0/8", "203.0.113.9", "127.0.0.1"],
  ["no-such-proxy.invalid", "203.0.113.9", "127.0.0.1"],
])("with TRUST_PROXY=%s a request said to be for %s is one from %s", async (list, forwardedFor, address) => {
  const trust = await openTrust(list);
  const router = express.Router().get("/", (request, response) => void response.send(request.ip));
  const server = makeServer({
    direct: {},
    routers: [{ router }],
    onError: (error, _request, _response, next) => next(error),
    trusts: trust.has,
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const response = await fetch(`http://127.0.0.1:${portOf(server)}/`, { headers: { "x-forwarded-for": forwardedFor } });
    expect(await response.text()).toBe(address);
  } finally {
    server.close();
    trust.close();
  }
});
