import { isIPv6 } from "node:net";

/** An IPv4 address that was written as an IPv6 one (RFC 4291, section 2.5.5.2) is that IPv4 address. */
export function plainAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  return isMapped ? groups.slice(6).flatMap(bytesOf).join(".") : address;
}

/**
 * Whom attempts from an address are counted against. Behind IPv6 one customer has a /64 at least (RFC 6177, which is BCP 157), and so as
 * many addresses as they like: those of one /64 are one client.
 */
export function clientAt(address: string | undefined): string {
  if (address === undefined) return "unknown";
  const plain = plainAddress(address);
  return isIPv6(plain) ? ipv6Network(plain, 64) : plain;
}

/** The network of an IPv6 address whose first so many bits are the same; whole groups of sixteen. */
export const ipv6Network = (address: string, bits: number): string =>
  `${groupsOf(address)
    .slice(0, bits / 16)
    .map((group) => group.toString(16))
    .join(":")}::/${bits}`;

/** The eight groups of sixteen bits. */
function groupsOf(address: string): number[] {
  const [whole = ""] = address.split("%", 1);
  const [before = [], after = []] = whole.replace(dotted, groupsOfDotted).split("::").map(readGroups);
  return [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => 0), ...after];
}

const readGroups = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
const dotted = /\d+\.\d+\.\d+\.\d+$/;
const groupsOfDotted = (text: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = text.split(".").map(Number);
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(":");
};
const bytesOf = (group: number) => [group >> 8, group & 255];
