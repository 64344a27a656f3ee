import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { get as getPlain } from "node:http";
import { get } from "node:https";
import { BlockList, isIP } from "node:net";

/** Which addresses that strangers name may be asked. */
export interface Reach {
  /** This machine's own, and then without TLS too: for trying things out, never where others are let in. */
  readonly allowsLoopback: boolean;
}

export interface Bounds extends Reach {
  readonly bytesMax: number;
  readonly timeoutMs: number;
}

/** Whether an address that a stranger named may be asked at all, as far as it shows; where its name leads is seen only when it is. */
export function isOutside(address: string, { allowsLoopback }: Reach): boolean {
  const url = URL.parse(address);
  if (url?.username !== "" || url.password !== "") return false;
  const host = hostOf(url);
  const isHere = /(^|\.)localhost$/.test(host) || (isIP(host) > 0 && isLoopback(host));
  if (isHere) return allowsLoopback && /^https?:$/.test(url.protocol);
  return url.protocol === "https:" && (isIP(host) === 0 || isPublic(host));
}

/**
 * Reads what is at an address that a stranger named: never from a network behind ours, whatever the name leads to at that moment; no
 * redirects, so much and no more, within a time.
 */
export function readOutside(address: string, { bytesMax, timeoutMs, allowsLoopback }: Bounds): Promise<Buffer> {
  if (!isOutside(address, { allowsLoopback })) return Promise.reject(new Error("it is no https address on the internet"));
  const url = new URL(address);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const options = {
    agent: false,
    headers: { accept: "application/json" },
    lookup: guardedLookup(allowsLoopback),
    signal: AbortSignal.timeout(timeoutMs),
  } as const;
  const request = (url.protocol === "https:" ? get : getPlain)(url, options, (response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (why: string) => {
      reject(new Error(why));
      response.destroy();
    };
    if (response.statusCode !== 200) return giveUp(`it answered ${response.statusCode}`);
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) giveUp(`it is longer than ${bytesMax} bytes`);
      else chunks.push(chunk);
    });
    response.on("end", () => resolve(Buffer.concat(chunks)));
    response.on("close", () => reject(new Error("it broke off")));
    response.on("error", reject);
  });
  request.on("error", (error) => reject(error.name === "AbortError" ? new Error(`it took longer than ${timeoutMs} ms`) : error));
  return promise;
}

type LookupDone = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Judges the very addresses that are connected to: a name that led elsewhere a moment ago changes nothing. */
const guardedLookup = (allowsLoopback: boolean) => (host: string, options: LookupOptions, done: LookupDone) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const allowed = found.filter(({ address }) => isPublic(address) || (allowsLoopback && isLoopback(address)));
    const [first] = allowed;
    if (!first) return done(new Error("its name leads to no address on the internet"), []);
    return options.all ? done(null, allowed) : done(null, first.address, first.family);
  });

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$|\.+$/, "$1");

const listOf = (ranges: string) => {
  const list = new BlockList();
  for (const range of ranges.trim().split(/\s+/)) {
    const [net = "", bits] = range.split("/");
    list.addSubnet(net, Number(bits), isIP(net) === 6 ? "ipv6" : "ipv4");
  }
  return list;
};

const loopback = listOf("127.0.0.0/8 ::1/128");
/** What IANA keeps for special purposes (RFC 6890). */
const special4 = listOf(`
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16
  198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3`);
const global6 = listOf("2000::/3");
/** Of those, what leads back to IPv4 addresses (Teredo, 6to4), or is kept. */
const special6 = listOf("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
const isLoopback = (address: string) => loopback.check(address, familyOf(address));
const isPublic = (address: string) =>
  isIP(address) === 6 ? global6.check(address, "ipv6") && !special6.check(address, "ipv6") : !special4.check(address, "ipv4");
