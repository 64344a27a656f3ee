/** How the platform is: for load balancers, monitors and people. */
export { type Checks, checkDatabase, makeChecks, notServing } from "./checks.ts";
export { type Check, describedOperations, Health } from "./contract.ts";
