import { error, group } from "../case.ts";

const badHeaders = error("PGRST111", "response.headers guc must be a JSON array composed of objects with a single key and a string value");
const badStatus = error("PGRST112", "response.status guc must be a valid status code");

/** What functions and triggers say of the answer. */
export const answers = group("answers told by functions", [
  {
    name: "a header",
    at: "POST rpc/set_headers",
    sends: { headers: '[{"X-Test": "key1=val1; some; key2=val2"}]' },
    gives: 1,
    tells: { "x-test": "key1=val1; some; key2=val2" },
  },
  {
    name: "two headers, by GET",
    at: 'rpc/set_headers?headers=[{"X-One": "1"},{"X-Two": "2"}]',
    gives: 1,
    tells: { "x-one": "1", "x-two": "2" },
  },
  {
    name: "a header twice",
    at: "POST rpc/set_headers",
    sends: { headers: '[{"X-Many": "a"},{"X-Many": "b"}]' },
    gives: 1,
    tells: { "x-many": "a, b" },
  },
  {
    name: "what caches may keep, each form of it for itself",
    at: 'rpc/set_headers?headers=[{"Cache-Control": "public"}]',
    gives: 1,
    tells: { "cache-control": "public", vary: "apikey, authorization, origin, accept, accept-profile, prefer, range" },
  },
  {
    name: "a header of one's own in the place of another",
    at: "POST rpc/set_headers",
    sends: { headers: '[{"Content-Type": "application/vnd.own+json"}]' },
    gives: 1,
    tells: { "content-type": "application/vnd.own+json" },
  },
  { name: "a status", at: "POST rpc/set_status", sends: { status: "418" }, status: 418, gives: 1 },
  {
    name: "a status and a header where nothing is given back",
    at: "POST rpc/set_both",
    sends: {},
    status: 202,
    gives: "",
    tells: { "x-both": "yes" },
  },
  {
    name: "headers that are no list",
    at: "POST rpc/set_headers",
    sends: { headers: '{"X-Test": "x"}' },
    status: 500,
    gives: badHeaders,
  },
  {
    name: "headers of two names at once",
    at: "POST rpc/set_headers",
    sends: { headers: '[{"X-One": "1", "X-Two": "2"}]' },
    status: 500,
    gives: badHeaders,
  },
  {
    name: "headers that are no texts",
    at: "POST rpc/set_headers",
    sends: { headers: '[{"X-One": 1}]' },
    status: 500,
    gives: badHeaders,
  },
  {
    name: "headers that are no JSON",
    at: "POST rpc/set_headers",
    sends: { headers: "X-One: 1" },
    status: 500,
    gives: badHeaders,
  },
  {
    name: "a status that is none",
    at: "POST rpc/set_status",
    sends: { status: "bad" },
    status: 500,
    gives: badStatus,
  },
  {
    name: "a trigger's header",
    at: "POST relays",
    sends: { id: 2, text: "two" },
    status: 201,
    gives: "",
    tells: { location: "/elsewhere" },
  },
  { name: "a trigger's status", at: "PATCH relays?id=eq.1", sends: { text: "changed" }, status: 202, gives: "" },
]);
