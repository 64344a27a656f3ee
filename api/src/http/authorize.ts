import type { Actor } from "../platform/action.ts";
import { includesRole, type Permission } from "../platform/permission.ts";
import { refuse } from "./refuse.ts";

/** Refuses who may not call an operation of this permission. */
export function authorize(permission: Permission, actor: Actor): void {
  if (permission === "public") return;
  if (actor.kind === "public") throw refuse("not_signed_in", { headers: { "www-authenticate": "Bearer" } });
  if ("developer" in permission) {
    if (actor.kind !== "developer") throw refuse("not_for_you");
    if (!actor.scopes.includes(permission.developer)) throw refuse("missing_scope", { details: { scope: permission.developer } });
    return;
  }
  if (actor.kind !== "staff") throw refuse("not_for_you");
  if (!includesRole(actor.role, permission.staff)) throw refuse("missing_role", { details: { role: permission.staff } });
}
