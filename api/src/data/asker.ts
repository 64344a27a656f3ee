import type { IncomingHttpHeaders } from "node:http";
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
  /** What is at the address where an issuer publishes its keys. */
  readonly readIssuer: (url: string) => Promise<Buffer>;
}

/** Who asks, by the key that came and the token beside it. Synchronous where both are remembered. */
export type WhoAsks = (headers: IncomingHttpHeaders) => Caller | Promise<Caller>;

export function openAskers({ gate, abilities, clock, readIssuer }: AskerParts): WhoAsks {
  const callerOf = openCallers(abilities);
  const readToken = openTokens({ read: readIssuer, clock: () => clock().getTime() });

  const byClaims = (holder: Holder, claims: Claims, headers: IncomingHttpHeaders): Caller => {
    if (claims.role === "service_role" && isFromBrowser(headers)) throw refuse("service_role_in_browser");
    return callerOf(holder, claims);
  };
  const byHolder = (holder: Holder, token: string | undefined, headers: IncomingHttpHeaders): Caller | Promise<Caller> => {
    refuseBrowser(holder, headers);
    if (token === undefined) return callerOf(holder);
    const claims = readToken(holder, token);
    return claims instanceof Promise ? claims.then((read) => byClaims(holder, read, headers)) : byClaims(holder, claims, headers);
  };
  return (headers) => {
    const { key, token } = credentialsOf(headers);
    const holder = gate.identify(key);
    return holder instanceof Promise ? holder.then((found) => byHolder(found, token, headers)) : byHolder(holder, token, headers);
  };
}
