import { createHmac } from "node:crypto";
import { isIPv4 } from "node:net";
import { LRUCache } from "lru-cache";

/** Where a request came from, told by digests. */
export interface Origin {
  readonly address: string | null;
  readonly network: string | null;
}

const remembered = 20_000;
const nowhere: Origin = { address: null, network: null };

/** Tells where requests came from: HMAC-SHA-256 under a key of the installation, so that nobody finds an address by hashing all there are. */
export function openOrigins(secret: string): (address: string | undefined) => Origin {
  const known = new LRUCache<string, Origin>({ max: remembered });
  const digestOf = (text: string) => createHmac("sha256", secret).update(text).digest("base64url").slice(0, 16);
  return (address) => {
    if (address === undefined) return nowhere;
    const found = known.get(address);
    if (found) return found;
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    const made = { address: digestOf(plain), network: digestOf(networkOf(plain)) };
    known.set(address, made);
    return made;
  };
}

/** The first 24 bits of an IPv4 address, or 48 of an IPv6 one: what one customer of an access provider has. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  const [head = "", tail] = address.toLowerCase().split("%", 1).join("").split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  const whole = [...groups, ...missing, ...after].slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${whole.join(":")}::/48`;
}
