import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Whose word on where a request came from is taken: that of proxies of ours. */
export interface Trust {
  /** A connection that is gone already has no address. */
  has(address: string | undefined): boolean;
  close(): void;
}

const ranges: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};
/** A proxy that is started again may have another address. */
const lookAgainMs = 10_000;

/**
 * Trusts the proxies of TRUST_PROXY. A host name stands for the addresses it has now: in a network of containers that is
 * the proxy and nobody else, where a range would also trust the gateway by which a published port is reached.
 */
export async function openTrust(list: string): Promise<Trust> {
  const parts = list.split(",").map((each) => each.trim());
  const fixed = new BlockList();
  const names: string[] = [];
  for (const part of parts.flatMap((each) => ranges[each] ?? [each])) {
    const [address = "", length] = part.split("/");
    if (isIP(address) === 0) names.push(part);
    else fixed.addSubnet(address, Number(length ?? (isIP(address) === 6 ? 128 : 32)), familyOf(address));
  }
  let named: ReadonlySet<string> = new Set();
  const look = async () => {
    named = new Set((await Promise.all(names.map(addressesOf))).flat());
  };
  await look();
  const timer = names.length > 0 ? setInterval(() => void look(), lookAgainMs).unref() : undefined;
  return {
    has: (address = "") => (isIP(address) !== 0 && fixed.check(address, familyOf(address))) || named.has(address.replace(/^::ffff:/, "")),
    close: () => clearInterval(timer),
  };
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** A name that nobody knows is nobody's. */
const addressesOf = (name: string) =>
  lookup(name, { all: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  );
