import type { Login } from "../platform/db/logins.ts";
import type { Holder } from "../platform/gate.ts";
import { databaseOf, loginOf } from "../tenants/index.ts";
import type { Claims, Role } from "./tokens/claims.ts";

/** As whom a request enters its tenant's database. */
export interface Caller {
  readonly holder: Holder;
  readonly login: Login;
  /** What policies and functions read as its claims: a JSON text. */
  readonly claims: string;
  readonly isAnonymous: boolean;
  /** How PostgreSQL would do something is told to those who may see everything anyway. */
  readonly mayExplain: boolean;
}

interface Abilities {
  readonly serviceRoleBypassesRls: boolean;
}

/**
 * The same caller for the same holder of a key and, where an end user's token came with it, the same claims: the key says whose
 * database it is, and a token who asks, whatever the key's kind.
 */
export function openCallers(abilities: Abilities): (holder: Holder, claims?: Claims) => Caller {
  const known = new WeakMap<Holder | Claims, Caller>();
  return (holder, claims) => {
    const found = known.get(claims ?? holder);
    if (found) return found;
    const role = claims?.role ?? (holder.kind === "publishable" ? "anon" : "service_role");
    const made = {
      holder,
      login: toLogin(holder, loginFor(role, abilities)),
      claims: claims?.text ?? `{"role":"${role}"}`,
      isAnonymous: role === "anon",
      mayExplain: holder.kind === "secret" || role === "service_role",
    };
    known.set(claims ?? holder, made);
    return made;
  };
}

/** Where the server does not let a role pass row-level security, the tables' owner does, which it does not bind either. */
function loginFor(role: Role, { serviceRoleBypassesRls }: Abilities): keyof Holder["secrets"] {
  if (role === "service_role") return serviceRoleBypassesRls ? "service" : "owner";
  return role === "authenticated" ? "user" : "anon";
}

/** One of the logins of a holder's tenant. */
export const toLogin = ({ tenantId, developerId, sessionsMax, secrets }: Holder, kind: keyof Holder["secrets"]): Login => ({
  tenantId,
  ownerId: developerId,
  sessionsMax,
  database: databaseOf(tenantId),
  user: loginOf(tenantId, kind),
  password: secrets[kind],
  ...roles[kind],
});

const roles = {
  anon: { role: "anon" },
  user: { role: "authenticated" },
  service: { role: "service_role" },
  owner: {},
  ro: {},
} as const;
