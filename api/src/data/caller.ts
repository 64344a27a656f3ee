import type { Login } from "../platform/db/logins.ts";
import type { Holder } from "../platform/gate.ts";
import { databaseOf, loginOf } from "../tenants/index.ts";

/** As whom a request enters its tenant's database. */
export interface Caller {
  readonly holder: Holder;
  readonly login: Login;
  /** What policies and functions read as its claims: a JSON text. */
  readonly claims: string;
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
  claims: '{"role":"anon"}',
  isAnonymous: true,
});

/** Where the server does not let a role pass row-level security, the tables' owner does, which it does not bind either. */
const trusted = (holder: Holder, serviceRoleBypassesRls: boolean): Caller => ({
  holder,
  login: toLogin(holder, serviceRoleBypassesRls ? "service" : "owner"),
  claims: '{"role":"service_role"}',
  isAnonymous: false,
});

/** One of the logins of a holder's tenant. */
export const toLogin = ({ tenantId, developerId, secrets }: Holder, kind: keyof Holder["secrets"]): Login => ({
  tenantId,
  ownerId: developerId,
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
