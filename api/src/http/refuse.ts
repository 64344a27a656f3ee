import { refusals } from "../platform/refusal.ts";

/** What the front door itself says no to, before any feature is asked. */
export const refuse = refusals({
  not_signed_in: [401, "This needs a token, sent as Authorization: Bearer: sign in, or use a personal access token."],
  invalid_token: [401, "The bearer token is not valid: it may be expired, revoked or mistyped."],
  api_key_not_here: [401, "This is a project's API key: it opens /api/rest and /api/sql. Here, sign in or use a personal access token."],
  missing_scope: [403, "This token was not given the scope that this needs."],
  not_for_you: [403, "This is for somebody else: staff act under /api/admin, developers elsewhere."],
  missing_role: [403, "Your staff role does not allow this."],
  not_found: [404, "There is nothing here."],
  method_not_allowed: [405, "This address does not take that method."],
  unsupported_media_type: [415, "Send the body as application/json."],
  body_not_an_object: [422, "The body must be a JSON object."],
  nested_too_deep: [422, "The body is nested deeper than 100 levels."],
  precondition_required: [428, "Say which version you edit: send the ETag you read as If-Match."],
  invalid_if_match: [400, "If-Match must be an ETag that this address gave you."],
  invalid_idempotency_key: [400, "An Idempotency-Key has 1 to 255 visible characters."],
  idempotency_key_in_flight: [409, "A request with this Idempotency-Key is still being worked on."],
  idempotency_key_reused: [422, "This Idempotency-Key was used for another request."],
});

/** What is wrong with a request before it reaches an operation, and what may be wrong with us. */
export const fault = refusals({
  invalid_input: [422, "Something that was sent is not as it must be: `errors` names each with its path."],
  invalid_utf8: [400, "The body is not valid UTF-8."],
  invalid_json: [400, "The body is not valid JSON."],
  invalid_url: [400, "The path is not valid percent-encoding of UTF-8."],
  unreadable_body: [400, "The body could not be read."],
  unreadable_request: [400, "What was sent is no HTTP request that could be read."],
  request_timeout: [408, "The request did not arrive whole in time: send it again."],
  headers_too_large: [
    431,
    "The address and the headers are longer than 64 kB together: ask for less at once, or send a long list in the body of a function's call.",
  ],
  body_too_large: [413, "The body is larger than 1 MB."],
  unsupported_encoding: [415, "The body must be JSON in UTF-8."],
  invalid_text: [422, "A text holds a character that can't be stored."],
  database_unavailable: [503, "The database does not answer just now."],
  internal_error: [500, "Something went wrong on our side. Tell us the request id."],
});
