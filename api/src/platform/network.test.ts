import { expect, test } from "@jest/globals";
import { clientAt, plainAddress } from "./network.ts";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::FFFF:cb00:7109", "203.0.113.9"],
  ["0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2::5", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::5", "2001:db8:1:3::/64"],
  ["2001:db8::203.0.113.9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["no address", "no address"],
  [undefined, "unknown"],
])("attempts from %s are those of %s", (address, client) => expect(clientAt(address)).toBe(client));

test("what is no IPv4 address in IPv6 stays as it is", () => {
  for (const address of ["::1", "2001:db8::ffff:cb00:7109", "::fffe:203.0.113.9", "203.0.113.9", "x"])
    expect(plainAddress(address)).toBe(address);
});
