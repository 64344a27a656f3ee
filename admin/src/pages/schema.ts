import { type Engine, perform } from "@nextmavens/api/platform/action";
import { includesRole, type StaffRole } from "@nextmavens/api/platform/permission";
import { Refusal } from "@nextmavens/api/platform/refusal";
import { readOutline, readProjectSchema } from "@nextmavens/api/schema";
import type { Visit } from "../door/member.ts";
import type { SchemaSight } from "../sight.ts";

const { permission } = readProjectSchema;
/** Who may look at what projects' databases are made of: whoever the API lets. */
export const schemaReaders: StaffRole = typeof permission === "object" && "staff" in permission ? permission.staff : "admin";

const missingRole = new Refusal({ code: "missing_role", status: 403, message: "Your role does not allow this." });
const notFound = new Refusal({ code: "not_found", status: 404, message: "There is nothing here." });

/** What a project's database is made of, by the API's own action: so the look is in the audit log. */
export async function schemaOf(engine: Engine, visit: Visit, projectId: unknown): Promise<SchemaSight | Refusal> {
  if (!includesRole(visit.member.role, schemaReaders)) return missingRole;
  const { data: input } = readProjectSchema.input.safeParse({ projectId });
  if (!input) return notFound;
  const call = { operation: readProjectSchema, actor: visit.actor, request: visit.request };
  try {
    return await perform(engine, call, readOutline, input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
