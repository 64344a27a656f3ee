import type { Engine } from "@nextmavens/api/platform/action";
import type { Refusal } from "@nextmavens/api/platform/refusal";
import { readOutline, readProjectSchema } from "@nextmavens/api/schema";
import type { Visit } from "../door/member.ts";
import type { SchemaSight } from "../sight.ts";
import { asked, mayAsk } from "./asked.ts";

/** Who may look at what projects' databases are made of: whoever the API lets. */
export const mayReadSchema = (visit: Visit) => mayAsk(visit, readProjectSchema);

/** What a project's database is made of, by the API's own action: so the look is in the audit log. */
export const schemaOf = (engine: Engine, visit: Visit, projectId: unknown): Promise<SchemaSight | Refusal> =>
  asked(engine, visit, readProjectSchema, readOutline, { projectId });
