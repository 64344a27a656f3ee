import { createHmac } from "node:crypto";
import { isIPv4 } from "node:net";
import { LRUCache } from "lru-cache";
import { ipv6Network, plainAddress } from "../../platform/network.ts";

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
    const plain = plainAddress(address);
    const made = { address: digestOf(plain), network: digestOf(networkOf(plain)) };
    known.set(address, made);
    return made;
  };
}

/** The first 24 bits of an IPv4 address, or 48 of an IPv6 one: what one customer of an access provider has. */
export const networkOf = (address: string): string =>
  isIPv4(address) ? `${address.split(".").slice(0, 3).join(".")}.0/24` : ipv6Network(address, 48);
