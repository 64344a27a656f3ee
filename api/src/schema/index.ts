/** A project's schema with a secret key: read, changed, migrated, advised on, and told as types. */
import { operations } from "./operations.ts";

export { schemaDoor, schemaPath } from "./http.ts";
export const describedOperations = operations.map((each) => each.operation);
export { readOutline } from "./staff/actions.ts";
export { type Outline, readProjectSchema } from "./staff/contract.ts";
export { routes } from "./staff/http.ts";
