import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { clientAddress } from "../platform/client-address.ts";
import type { Gate, Holder } from "../platform/gate.ts";
import { type Caller, openCallers } from "./caller.ts";
import { refuse } from "./contract.ts";
import type { Claims } from "./tokens/claims.ts";
import { openTokens } from "./tokens/tokens.ts";
import { credentialsOf, isFromBrowser, refuseBrowser } from "./wire.ts";

export interface AskerParts {
  readonly gate: Pick<Gate, "identify">;
  readonly abilities: { readonly serviceRoleBypassesRls: boolean };
  readonly clock: () => Date;
  /** Whether the one at this address is a proxy of ours, whose word on where a request came from is taken. */
  readonly trusts: (address: string | undefined) => boolean;
  /** What is at the address where an issuer publishes its keys. */
  readonly readIssuer: (url: string) => Promise<Buffer>;
}

/** Who asks, by the key that came and the token beside it. Synchronous where both are remembered. */
export type WhoAsks = (request: IncomingMessage) => Caller | Promise<Caller>;

export function openAskers({ gate, abilities, clock, trusts, readIssuer }: AskerParts): WhoAsks {
  const callerOf = openCallers(abilities);
  const readToken = openTokens({ read: readIssuer, clock: () => clock().getTime() });

  const byClaims = (holder: Holder, claims: Claims, headers: IncomingHttpHeaders): Caller => {
    if (claims.role === "service_role" && isFromBrowser(headers)) throw refuse("service_role_in_browser");
    return callerOf(holder, claims);
  };
  const byHolder = (holder: Holder, token: string | undefined, request: IncomingMessage): Caller | Promise<Caller> => {
    const { headers } = request;
    refuseBrowser(holder, headers);
    if (token === undefined) return callerOf(holder);
    const claims = readToken(holder, token, () => clientAddress(request, trusts));
    return claims instanceof Promise ? claims.then((read) => byClaims(holder, read, headers)) : byClaims(holder, claims, headers);
  };
  return (request) => {
    const { key, token } = credentialsOf(request.headers);
    const holder = gate.identify(key);
    return holder instanceof Promise ? holder.then((found) => byHolder(found, token, request)) : byHolder(holder, token, request);
  };
}
