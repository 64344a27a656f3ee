import type { IncomingHttpHeaders } from "node:http";
import { fault } from "./fault.ts";
import type { Reply } from "./wire.ts";

/** The exposed schema that a request means. */
export interface Profile {
  readonly schema: string;
  /** Whether there was a choice, so that the answer tells it. */
  readonly isTold: boolean;
}

/** Reads name their schema by `Accept-Profile`, changes by `Content-Profile`; the first that is exposed is meant where none is named. */
export function profileOf(isRead: boolean, headers: IncomingHttpHeaders, exposed: readonly string[]): Profile {
  const given = headers[isRead ? "accept-profile" : "content-profile"];
  if (given === undefined) return { schema: exposed[0] ?? "public", isTold: exposed.length > 1 };
  const wanted = Buffer.from(String(given), "latin1").toString("utf8");
  const schema = exposed.find((each) => each === wanted);
  if (schema !== undefined) return { schema, isTold: true };
  throw fault("PGRST106", `Invalid schema: ${wanted.slice(0, 200)}`, {
    hint: `Only the following schemas are exposed: ${exposed.join(", ")}`,
  });
}

/** The refusal where the schema that is meant was dropped or renamed after it was exposed: no other is taken for it. */
export const notThere = (schema: string) =>
  fault("PGRST106", `Invalid schema: ${schema}`, {
    details: "The project exposes this schema, but its database has none of that name: it was dropped or renamed.",
    hint: "Create it, or choose anew which schemas the project exposes.",
  });

/** The answer with the schema that was meant, where that is told. Node writes a header's letters in the encoding of the body, so they are ASCII. */
export const tellingProfile = (reply: Reply, { schema, isTold }: Profile): Reply =>
  isTold ? { ...reply, headers: [...reply.headers, "content-profile", schema.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent)] } : reply;
