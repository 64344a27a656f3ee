/** What a project chose its data plane to show. */
export { get, set } from "./actions.ts";
export { getAnyDataSettings, setAnyDataSettings } from "./contract.ts";
export { routes } from "./http.ts";
export { withoutReserved } from "./rules.ts";
