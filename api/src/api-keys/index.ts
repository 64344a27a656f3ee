/** API keys: made, rotated, revoked; kept as hashes only. */
export { type Adopted, adopt, list, regenerate, revokeAny, revokeMany } from "./actions.ts";
export { ApiKey, listAnyKeys, regenerateKeys, revokeAnyKey, revokeAnyKeys } from "./contract.ts";
export { routes } from "./http.ts";
export { listLegacyPrefixes } from "./queries.ts";
export { isLegacyForm, isWellFormedKey, type Kind, keyScopes, kinds, legacyKeys, scopesOf } from "./rules.ts";
