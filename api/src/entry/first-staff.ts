import { perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { ensureFirst } from "../staff/index.ts";
import type { Parts } from "./parts.ts";

/** Where there is no staff yet, makes the first admin and tells the login, with its password if that was made up here. */
export async function ensureFirstStaff({ engine, config }: Parts): Promise<string | undefined> {
  const call = {
    operation: { id: "createStaff", changes: false },
    actor: { kind: "job", id: "firstStart" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const made = await perform(engine, call, ensureFirst, { email: config.STAFF_EMAIL, password: config.STAFF_PASSWORD });
  if (!made) return undefined;
  return `staff login  ${made.email}  password ${made.generatedPassword ?? "as in STAFF_PASSWORD"}`;
}
