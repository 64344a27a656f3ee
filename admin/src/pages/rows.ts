import { look, lookAtRows, openRows, openTable } from "@nextmavens/api/break-glass";
import type { Engine } from "@nextmavens/api/platform/action";
import type { Refusal } from "@nextmavens/api/platform/refusal";
import type { Visit } from "../door/member.ts";
import type { OpenTableSight, Row, RowsSight } from "../sight.ts";
import { asked } from "./asked.ts";

/** Behind broken glass: escalates to one table of a project, as the API does. */
export const openTableOf = (engine: Engine, visit: Visit, projectId: unknown, fields: Row): Promise<OpenTableSight | Refusal> =>
  asked(engine, visit, openRows, openTable, { ...fields, projectId });

/** Rows of a table that was opened; each look is in the project's audit log. */
export const rowsOf = (engine: Engine, visit: Visit, _projectId: unknown, fields: Row): Promise<RowsSight | Refusal> =>
  asked(engine, visit, lookAtRows, look, fields);
