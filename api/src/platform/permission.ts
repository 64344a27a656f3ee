/** What a developer's personal access token may be limited to; a signed-in developer has all of them. */
export const scopes = ["account:read", "account:write", "projects:read", "projects:write", "keys:read", "keys:write"] as const;
export type Scope = (typeof scopes)[number];

/** Staff roles, each including the ones before it. */
export const staffRoles = ["viewer", "support", "operator", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who may call an operation. Leaving it out of an operation is a type error. */
export type Permission = "public" | { readonly developer: Scope } | { readonly staff: StaffRole };

export const includesRole = (held: StaffRole, wanted: StaffRole) => staffRoles.indexOf(held) >= staffRoles.indexOf(wanted);
