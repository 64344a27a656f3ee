/** How the platform is: for load balancers, monitors and people. */
export { checkDatabase, checkProcess } from "./checks.ts";
export { getDatabaseHealth, getHealth, Health } from "./contract.ts";
