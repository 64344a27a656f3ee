import type { Answer, Json } from "../ask.ts";
import type { Scene } from "./scene.ts";

export type Carry = (scene: Scene, statement: string) => Promise<Answer<Json>>;

const by =
  (at: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Carry =>
  ({ rest }, statement) =>
    rest(at, { ...(body !== undefined && { body }), headers: { ...headers, "x-attack": statement } });

/** The places, and how a request gets there. */
export const carriers: Readonly<Record<string, Carry>> = {
  SQL: ({ sql }, statement) => sql(statement),
  "a block": ({ sql }, statement) => sql(`do $x$ begin execute $y$${statement}$y$; end $x$`),
  "a function": by("POST rpc/attack", {}),
  "a function, read": by("GET rpc/attack"),
  "a trigger": by("POST triggered", { id: 1 }),
  "a deferred trigger": by("POST deferred", { id: 1 }),
  "a policy": by("GET guarded"),
  "a view": by("GET looking"),
  "a default": by("POST defaulted", { id: 1 }),
  "a check": by("POST checked", { id: 1 }),
  "a cast": by("GET plain?select=id::odd"),
  "an operator": by("GET moods?mood=eq.good"),
  "a computed column": by("GET plain?select=id,shady"),
  "a computed relation": by("GET plain?select=id,friends(*)"),
  "a media type's aggregate": by("GET plain", undefined, { accept: "text/evil" }),
  "a domain's way to be shown": by("GET showing"),
  "a count": by("HEAD guarded", undefined, { prefer: "count=exact" }),
  "what is rolled back": by("POST triggered", { id: 1 }, { prefer: "tx=rollback" }),
};
