import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { request as askPlain, type ClientRequest, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as ask } from "node:https";
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

/** Reads what is at an address that a stranger named: no redirects, so much and no more, within a time. */
export function readOutside(address: string, bounds: Bounds): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const request = open(address, { headers: { accept: "application/json" } }, bounds, reject);
  request?.on("response", (response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (why: string) => {
      reject(new Error(why));
      response.destroy();
    };
    if (response.statusCode !== 200) return giveUp(`it answered ${response.statusCode}`);
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > bounds.bytesMax) giveUp(`it is longer than ${bounds.bytesMax} bytes`);
      else chunks.push(chunk);
    });
    response.on("end", () => resolve(Buffer.concat(chunks)));
    response.on("close", () => reject(new Error("it broke off")));
    response.on("error", reject);
  });
  request?.end();
  return promise;
}

/** What somebody else's server said; of the body, which may never end, nothing is read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** Posts something to an address that a stranger named: no redirects, within a time. */
export function postOutside(
  address: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  bounds: Omit<Bounds, "bytesMax">,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = open(address, { method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } }, bounds, reject);
  request?.on("response", (response) => {
    resolve({ status: response.statusCode ?? 0, headers: response.headers });
    response.on("error", () => undefined).destroy();
  });
  request?.end(body);
  return promise;
}

/** Never into a network behind ours, whatever the name leads to at that moment. */
function open(
  address: string,
  options: Pick<RequestOptions, "method" | "headers">,
  { timeoutMs, allowsLoopback }: Omit<Bounds, "bytesMax">,
  reject: (error: Error) => void,
): ClientRequest | undefined {
  if (!isOutside(address, { allowsLoopback })) return void reject(new Error("it is no https address on the internet"));
  const url = new URL(address);
  const guarded = { ...options, agent: false, lookup: guardedLookup(allowsLoopback), signal: AbortSignal.timeout(timeoutMs) } as const;
  const request = (url.protocol === "https:" ? ask : askPlain)(url, guarded);
  return request.on("error", (error) => reject(error.name === "AbortError" ? new Error(`it took longer than ${timeoutMs} ms`) : error));
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
