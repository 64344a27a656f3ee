import type { Trust } from "../../platform/gate.ts";
import { fault } from "../fault.ts";
import { refuseToken } from "./fault.ts";
import type { Signed } from "./signature.ts";

/** The roles that a token may name. */
export const roles = ["anon", "authenticated", "service_role"] as const;
export type Role = (typeof roles)[number];

/** What a token says of who holds it. */
export interface Claims {
  readonly role: Role;
  /** As they were signed, with the role among them: a JSON text. */
  readonly text: string;
  /** In milliseconds; infinite for a token that does not end. */
  readonly until: number;
}

/** Reads what was signed and refuses what does not hold now, in the order in which the dialect does. */
export function readClaims(signed: Signed, trust: Trust, nowMs: number): Claims {
  const { claims, text } = parse(signed.payload);
  const until = refuseUntimely(claims, trust.clockSkewSeconds, nowMs / 1000);
  refuseMisdirected(claims, trust, signed.by);
  const role = roleOf(claims["role"]);
  if (role === "service_role" && signed.by === "issuer" && !trust.issuerGrantsServiceRole) {
    throw fault("42501", 'permission denied to set role "service_role"', { hint: "The project does not let its issuer grant this role." });
  }
  return { role, text: claims["role"] === undefined ? withRole(text, role) : text, until };
}

type Told = Readonly<Record<string, unknown>>;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parse(payload: Uint8Array): { claims: Told; text: string } {
  try {
    const text = utf8.decode(payload);
    const claims: unknown = JSON.parse(text);
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims)) return { claims: { ...claims }, text };
  } catch {
    // Told below.
  }
  throw refuseToken("PGRST303", "Parsing claims failed");
}

/** Until when it holds. */
function refuseUntimely(claims: Told, skew: number, now: number): number {
  const exp = numberOf(claims, "exp");
  if (exp !== undefined && now - skew > exp) throw refuseToken("PGRST303", "JWT expired");
  if ((numberOf(claims, "nbf") ?? now) > now + skew) throw refuseToken("PGRST303", "JWT not yet valid");
  if ((numberOf(claims, "iat") ?? now) > now + skew) throw refuseToken("PGRST303", "JWT issued at future");
  return exp === undefined ? Number.POSITIVE_INFINITY : (exp + skew) * 1000;
}

function numberOf(claims: Told, name: "exp" | "nbf" | "iat"): number | undefined {
  const value = claims[name] ?? undefined;
  if (value === undefined || typeof value === "number") return value;
  throw refuseToken("PGRST303", `The JWT '${name}' claim must be a number`);
}

/** What the project signs itself is for nobody else, so it need not say for whom; an issuer has other customers. */
function refuseMisdirected({ aud, iss }: Told, { audience, issuer }: Trust, by: Signed["by"]): void {
  const named = typeof aud === "string" ? [aud] : (aud ?? []);
  if (!Array.isArray(named) || named.some((each) => typeof each !== "string")) {
    throw refuseToken("PGRST303", "The JWT 'aud' claim must be a string or an array of strings");
  }
  const isForAnybody = audience.length === 0 || (named.length === 0 && by === "secret");
  if (!isForAnybody && !named.some((each) => audience.includes(each))) throw refuseToken("PGRST303", "JWT not in audience");
  if (issuer !== null && iss !== issuer) throw refuseToken("PGRST303", "JWT not from the issuer");
}

/** As PostgreSQL answers a role that there is not. */
function roleOf(claim: unknown = "anon"): Role {
  const found = roles.find((each) => each === claim);
  if (found) return found;
  const name = typeof claim === "string" ? claim : JSON.stringify(claim);
  throw fault("22023", `role "${name.slice(0, 63)}" does not exist`, { headers: { "www-authenticate": "Bearer" } });
}

/** Written into the text: parsing and writing it anew would lose what a double can't hold. */
const withRole = (text: string, role: Role) => {
  const inside = text.slice(text.indexOf("{") + 1);
  return `{"role":"${role}"${inside.trim() === "}" ? "" : ","}${inside}`;
};
