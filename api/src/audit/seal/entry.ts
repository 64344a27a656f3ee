import { hash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../../platform/canonical.ts";
import { leafHash } from "../../platform/merkle.ts";

/** An entry as it is sealed and exported: every column of its row. */
export const SealedEntry = z.object({
  id: z.string(),
  at: z.string(),
  actorKind: z.string(),
  actorId: z.string(),
  action: z.string(),
  target: z.string(),
  projectId: z.string().nullable(),
  developerId: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  sessionId: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  breakGlass: z.string().nullable(),
  xact: z.number(),
  salt: z.string().nullable(),
  personalHash: z.string().nullable(),
});
export type SealedEntry = z.output<typeof SealedEntry>;

/** What of `before` and `after` can be erased; the database knows the same names (`audit_without_personal`). */
const personalKeys: ReadonlySet<string> = new Set(["email", "name"]);

const isObject = (snapshot: unknown): snapshot is Readonly<Record<string, unknown>> =>
  typeof snapshot === "object" && snapshot !== null && !Array.isArray(snapshot);

const partOf = (snapshot: unknown, isPersonal: boolean) =>
  isObject(snapshot)
    ? Object.fromEntries(Object.entries(snapshot).filter(([key]) => personalKeys.has(key) === isPersonal))
    : isPersonal
      ? {}
      : snapshot;

/** Stands in the seal for the values of a person, which can be erased then. The salt keeps it from being guessed. */
export const personalHashOf = ({ salt, address, userAgent, before, after }: SealedEntry): string =>
  hash("sha256", canonical({ salt, address, userAgent, before: partOf(before, true), after: partOf(after, true) }), "base64");

/** Whether nothing of a person stands in it: the hash speaks for what was erased, and never for what somebody put in its place. */
const isErased = ({ salt, address, userAgent, before, after }: SealedEntry) =>
  [salt, address, userAgent].every((value) => value === null) && !tellsWho(before) && !tellsWho(after);
const tellsWho = (snapshot: unknown) => isObject(snapshot) && Object.keys(snapshot).some((key) => personalKeys.has(key));

/** The hash that a batch holds of an entry. What an entry does not have is left out, so that columns can be added. */
export function leafOf(entry: SealedEntry): Buffer {
  const { salt, personalHash, address, userAgent, before, after, ...rest } = entry;
  const personal = personalHash !== null && isErased(entry) ? personalHash : personalHashOf(entry);
  const sealed = { ...rest, before: partOf(before, false), after: partOf(after, false), personal };
  return leafHash(canonical(Object.fromEntries(Object.entries(sealed).filter(([, value]) => value !== null))));
}
