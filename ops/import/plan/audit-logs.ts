import { maskedText, masking } from "@nextmavens/api/platform/masking";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { momentOf, tidy } from "./values.ts";

/** An entry of the old log, as it is kept here. */
export interface AuditItem {
  readonly oldId: string;
  readonly at: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  readonly target: string | null;
  readonly projectId: string | null;
  readonly developerId: string | null;
  readonly entry: unknown;
}

type Row = RowOf<"audit_logs"> & { readonly whole: Readonly<Record<string, unknown>> };

/** Nothing of it is judged: an entry comes whole, but for what looks like a secret, as in our own entries. One without an id can't be told from others. */
export function auditItemOf(row: Row, known: Known): AuditItem | string {
  if (row.id === null || row.id === "") return "it has no id";
  const word = (text: string | null) => maskedText(tidy(text, 200)) || null;
  return {
    oldId: row.id,
    at: momentOf(row.at) ?? null,
    actor: word(row.actor),
    action: word(row.action),
    target: word(row.target),
    projectId: newIdOf(known, "project", row.projectId ?? "") ?? null,
    developerId: newIdOf(known, "developer", row.developerId ?? "") ?? null,
    entry: JSON.parse(JSON.stringify(withoutSecrets(row.whole), masking)),
  };
}

/** More than our own entries are asked for: nobody here knows how that platform calls its secrets, and whole documents may be one. */
const secretName = /pass(word|phrase)|secret|token|authorization|cookie|private_?key|api_?key(?!_?id)|key_?hash|totp|otp/i;

function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "\ufffd");
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name.replaceAll("\u0000", "\ufffd"),
      secretName.test(name) && (typeof each === "string" || typeof each === "object") && each !== null ? "[masked]" : withoutSecrets(each),
    ]),
  );
}
