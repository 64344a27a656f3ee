/** What a tenant's login is for: end users without and with a session, secret keys, the owner's DDL, and restricted mode. */
export const tenantLogins = ["anon", "user", "service", "owner", "ro"] as const;
export type TenantLoginKind = (typeof tenantLogins)[number];
export type TenantSecrets = Readonly<Record<TenantLoginKind, string>>;

export const databaseOf = (tenantId: string) => `t_${tenantId}`;
export const loginOf = (tenantId: string, kind: TenantLoginKind) => `t_${tenantId}_${kind}`;
