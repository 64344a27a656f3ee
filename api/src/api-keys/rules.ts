import { isToken } from "../platform/token.ts";

export const kinds = ["publishable", "secret"] as const;
export type Kind = (typeof kinds)[number];

export const prefixOf = { publishable: "nm_pk", secret: "nm_sk" } as const satisfies Record<Kind, string>;

/** What a key of this kind may do unless it is given less. */
export const scopesOf = {
  publishable: ["data:read", "data:write"],
  secret: ["data:read", "data:write", "sql"],
} as const satisfies Record<Kind, readonly string[]>;
export const keyScopes = scopesOf.secret;

/** Whether this can be a key at all: its form and checksum are right. */
export const isWellFormedKey = (text: string): boolean => kinds.some((kind) => isToken(prefixOf[kind], text));
