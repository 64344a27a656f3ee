/** The keys of access tokens: made, rotated, published. */
export { ensureKey, signingKeysTopic } from "./actions.ts";
export { routes } from "./http.ts";
export { openKeyring } from "./keyring.ts";
