/** Copying one schema of the present platform into a project's own database. */
export { copySchema, forgetMark, type TenantCopy } from "./copy.ts";
export { findPrograms, type Programs } from "./programs.ts";
