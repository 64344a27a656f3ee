/** Feature flags in flagd's own form, checked by flagd's own rules. */
export { get, list, remove, removeMany, set } from "./actions.ts";
export { Flag, getFlag, listFlags, removeFlag, removeFlags, setFlag } from "./contract.ts";
export { routes } from "./http.ts";
