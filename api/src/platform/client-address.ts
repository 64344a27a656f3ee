import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The address of who asked, as the last proxy that is not ours says it. Where that says none, it is the proxy's own. */
export function clientAddress(request: IncomingMessage, trusts: (address: string | undefined) => boolean): string | undefined {
  let address = request.socket.remoteAddress;
  const forwarded = request.headers["x-forwarded-for"];
  if (forwarded === undefined) return address;
  for (const hop of String(forwarded).split(",").reverse()) {
    if (!trusts(address)) return address;
    const said = addressIn(hop.trim());
    if (said === undefined) return address;
    address = said;
  }
  return address;
}

/** Some proxies say the port as well. */
function addressIn(hop: string): string | undefined {
  const [, bracketed, dotted] = /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop) ?? [];
  const said = bracketed ?? dotted ?? hop;
  return isIP(said) === 0 ? undefined : said;
}
