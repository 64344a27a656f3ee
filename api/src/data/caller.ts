import type { Login } from "../platform/db/logins.ts";
import type { TripContext } from "../platform/db/trip.ts";
import type { Holder } from "../platform/gate.ts";
import { databaseOf, loginOf } from "../tenants/index.ts";

/** As whom a request enters its tenant's database. */
export interface Caller {
  readonly holder: Holder;
  readonly login: Login;
  /** The role to take there and what policies and functions read as its claims, for requests that read and for others. */
  readonly reading: TripContext;
  readonly writing: TripContext;
  readonly isAnonymous: boolean;
}

/** The same caller for the same holder. */
export function openCallers({ serviceRoleBypassesRls }: { readonly serviceRoleBypassesRls: boolean }): (holder: Holder) => Caller {
  const known = new WeakMap<Holder, Caller>();
  return (holder) => {
    const found = known.get(holder);
    if (found) return found;
    const made = holder.kind === "publishable" ? anonymous(holder) : trusted(holder, serviceRoleBypassesRls);
    known.set(holder, made);
    return made;
  };
}

const anonymous = (holder: Holder): Caller => ({
  holder,
  login: toLogin(holder, "anon"),
  ...contextsOf("anon", "anon"),
  isAnonymous: true,
});

/** Where the server does not let a role pass row-level security, the tables' owner does, which it does not bind either. */
const trusted = (holder: Holder, serviceRoleBypassesRls: boolean): Caller => ({
  holder,
  login: toLogin(holder, serviceRoleBypassesRls ? "service" : "owner"),
  ...contextsOf(serviceRoleBypassesRls ? "service_role" : undefined, "service_role"),
  isAnonymous: false,
});

const timeoutMs = 10_000;

/** No shared role for the owner, who is nobody else. */
const contextsOf = (role: string | undefined, claimed: string): Pick<Caller, "reading" | "writing"> => {
  const context = { role, claims: JSON.stringify({ role: claimed }), timeoutMs, searchPath: "public, extensions" };
  return { reading: { ...context, readOnly: true }, writing: { ...context, readOnly: false } };
};

/** One of the logins of a holder's tenant. */
export const toLogin = ({ tenantId, secrets }: Holder, kind: keyof Holder["secrets"]): Login => ({
  tenantId,
  database: databaseOf(tenantId),
  user: loginOf(tenantId, kind),
  password: secrets[kind],
});
