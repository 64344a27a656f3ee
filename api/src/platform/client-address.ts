import type { IncomingMessage } from "node:http";

/** The address of who asked, as the last proxy that is not ours says it. */
export function clientAddress(request: IncomingMessage, trusts: (address: string | undefined) => boolean): string | undefined {
  let address = request.socket.remoteAddress;
  const forwarded = request.headers["x-forwarded-for"];
  if (forwarded === undefined || !trusts(address)) return address;
  const hops = String(forwarded).split(",");
  while (hops.length > 0 && trusts(address)) address = hops.pop()?.trim() || address;
  return address;
}
