import { refusals } from "../platform/refusal.ts";

/** What stands between a request and its project's tables, before the dialect has a say. */
export const refuse = refusals({
  missing_api_key: [401, "This needs an API key: send it as the header apikey, or as Authorization: Bearer."],
  two_api_keys: [400, "Two different API keys were given. Send one, or the same in both headers."],
  secret_key_in_browser: [
    403,
    "A secret key was sent by a browser, where anybody can read it. Use a publishable key there, and rotate this one.",
  ],
  body_too_large: [413, "The body is too large."],
  unreadable_body: [400, "The body ended before it was complete."],
  missing_scope: [403, "This key was not given the scope that this needs."],
});
