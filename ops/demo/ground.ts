import type { Engine } from "@nextmavens/api/platform/action";
import { loginOf, type Server } from "@nextmavens/api/platform/db/server";
import { connect, type Store } from "@nextmavens/api/platform/db/store";
import { newId } from "@nextmavens/api/platform/ids";
import type { Log } from "@nextmavens/api/platform/log";
import type { Vault } from "@nextmavens/api/platform/vault";

/** The platform that a demo is made on: its front door, and its database where no door leads to. */
export interface Ground {
  readonly url: string;
  readonly engine: Engine;
  /** The owner of the control tables: writes the past, which nobody can by HTTP. */
  readonly owner: Store;
  /** Of all the demo's accounts: follows from the master key, so that a further run knows it and nobody else does. */
  readonly password: string;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export function openGround(given: { engine: Engine; server: Server; vault: Vault; log: Log }, url: string): Ground {
  const owner = connect({ ...loginOf(given.server, given.vault, "owner"), max: 3 }, (error) =>
    given.log.warn("a connection to the database was lost", { error }),
  );
  const close = () => owner.close();
  return { url, engine: given.engine, owner, password: passwordOf(given.vault), close, [Symbol.asyncDispose]: close };
}

/** Sixteen characters in groups, easy to type; 80 bits. */
const passwordOf = (vault: Vault) => {
  const letters = "abcdefghjkmnpqrstvwxyz23456789az";
  const bytes = Buffer.from(vault.derive("demo"), "base64url").subarray(0, 16);
  return Array.from(bytes, (byte) => letters[byte & 31])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");
};

/** The demo's own call of an action, where there is nobody yet who could ask by HTTP. */
export const demoCall = (operationId: string) => ({
  operation: { id: operationId, changes: true },
  actor: { kind: "job", id: "demo" } as const,
  request: { id: newId("request"), address: undefined, userAgent: "npm run demo" },
});
