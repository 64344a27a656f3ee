/** API keys: made, rotated, revoked; kept as hashes only. */
export { list, regenerate, revokeAny } from "./actions.ts";
export { ApiKey, listAnyKeys, regenerateKeys, revokeAnyKey } from "./contract.ts";
export { routes } from "./http.ts";
export { isWellFormedKey } from "./rules.ts";
