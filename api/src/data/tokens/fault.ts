import { fault } from "../fault.ts";

/** A token that is not believed, in the dialect's words and as RFC 6750 says. */
export const refuseToken = (code: "PGRST300" | "PGRST301" | "PGRST303", message: string, details?: string, hint?: string) =>
  fault(code, message, {
    ...(details !== undefined && { details }),
    ...(hint !== undefined && { hint }),
    headers: { "www-authenticate": `Bearer error="invalid_token", error_description="${message}"` },
  });
