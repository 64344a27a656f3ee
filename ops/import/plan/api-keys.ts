import { type Adopted, type Kind, keyScopes, scopesOf } from "@nextmavens/api/api-keys";
import type { Ledger } from "../ledger.ts";
import type { Options } from "../options.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { byAge, momentOf, tidy, withId, wordOf } from "./values.ts";

export interface KeyItem {
  readonly oldId: string;
  readonly projectOldId: string;
  readonly key: Omit<Adopted, "projectId">;
}

type Row = RowOf<"api_keys">;
type Asked = Pick<Options, "keyPrefixes" | "keyKind" | "words">;
type Scope = (typeof keyScopes)[number];
const table = "api_keys";

/** Which keys come, and as what; they serve on by their hashes. */
export function planKeys(rows: readonly Row[], projects: ReadonlySet<string>, asked: Asked, known: Known, ledger: Ledger): KeyItem[] {
  const digests = new Set(known.digests);
  ledger.count(table, "found", rows.length);
  const forms = formsOf(rows, asked.keyPrefixes);
  return withId(byAge(rows), (id, why) => ledger.refused(table, id, why)).flatMap((row) => {
    if (newIdOf(known, "api_key", row.id)) {
      ledger.count(table, "already");
      return [];
    }
    const made = itemOf(row, projects, forms, asked, known, (what) => ledger.changed(table, row.id, what));
    const hex = typeof made === "string" ? "" : made.key.digest.toString("hex");
    const why = typeof made === "string" ? made : digests.has(hex) ? "another key has the same hash" : undefined;
    if (why !== undefined || typeof made === "string") {
      ledger.refused(table, row.id, why ?? "");
      return [];
    }
    digests.add(hex);
    ledger.count(table, "taken");
    return [made];
  });
}

function itemOf(
  row: Row & { readonly id: string },
  projects: ReadonlySet<string>,
  forms: Forms,
  { keyKind, words }: Asked,
  known: Known,
  change: (what: string) => void,
): KeyItem | string {
  if (row.projectId === null) return "it belongs to no project";
  if (!projects.has(row.projectId)) return `its project ${row.projectId} is not there, or is not taken`;
  const digest = (row.digest ?? "").trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digest)) return "its hash is no SHA-256 in hexadecimal";
  const legacyPrefix = forms(row.prefix);
  if (legacyPrefix === undefined) return "nothing tells how it begins: say so by --key-prefix";
  const kind = row.type === null ? keyKind : (words.keyTypes[row.type] ?? kindOf[wordOf(row.type)]);
  if (kind === undefined) return `${row.type} is no kind of key known here: say by --map which it is`;
  const scopes = scopesFor(kind, row.scopes, words, change);
  if (scopes.length === 0) return `it may do nothing that a ${kind} key can do here (${row.scopes?.join(", ")})`;
  return {
    oldId: row.id,
    projectOldId: row.projectId,
    key: { ...shownOf(row, legacyPrefix), kind, scopes, digest: Buffer.from(digest, "hex"), ...timesOf(row, known, change) },
  };
}

const shownOf = (row: Row, legacyPrefix: string) => ({
  name: tidy(row.name, 100) || "imported",
  prefix: tidy(row.prefix, 40) || `${legacyPrefix}…`,
  legacyPrefix,
});

function timesOf(row: Row, known: Known, change: (what: string) => void) {
  const isOff = row.isActive === false && row.revokedAt === null;
  if (isOff) change("it is switched off there: it is revoked here");
  return {
    createdAt: momentOf(row.createdAt) ?? known.now,
    expiresAt: momentOf(row.expiresAt) ?? null,
    lastUsedAt: momentOf(row.lastUsedAt) ?? null,
    revokedAt: momentOf(row.revokedAt) ?? (isOff || row.revokedAt !== null ? known.now : null),
  };
}

const kindOf: Readonly<Record<string, Kind>> = {
  publishable: "publishable",
  public: "publishable",
  anon: "publishable",
  client: "publishable",
  browser: "publishable",
  secret: "secret",
  private: "secret",
  service: "secret",
  service_role: "secret",
  server: "secret",
  admin: "secret",
};

const everything = new Set(["*", "all", "full", "admin", "full_access"]);
const scopeOf: Readonly<Record<string, Scope>> = {
  read: "data:read",
  select: "data:read",
  data_read: "data:read",
  write: "data:write",
  insert: "data:write",
  update: "data:write",
  delete: "data:write",
  data_write: "data:write",
  sql: "sql",
  query: "sql",
  execute: "sql",
};

/** A key never may more than it might, nor more than its kind can. */
function scopesFor(kind: Kind, given: readonly string[] | null, words: Words, change: (what: string) => void): Scope[] {
  const allowed: readonly Scope[] = scopesOf[kind];
  if (given === null || given.some((each) => everything.has(each.trim().toLowerCase()))) return [...allowed];
  const wanted = given.map((each) => ({ each, scope: words.scopes[each] ?? scopeOf[wordOf(each)] }));
  const lost = wanted.filter(({ scope }) => scope === undefined || !allowed.includes(scope)).map(({ each }) => each);
  const kept = keyScopes.filter((scope) => allowed.includes(scope) && wanted.some((each) => each.scope === scope));
  if (lost.length > 0 && kept.length > 0) change(`it may not here: ${lost.join(", ")}`);
  return kept;
}
type Words = Options["words"];

/** How a key begins, by what its row says of that; nothing where nobody knows. */
type Forms = (prefix: string | null) => string | undefined;

/** So many ways to begin are looked through for each unknown key; more of them tell nothing from anything. */
const formsMax = 20;

function formsOf(rows: readonly Row[], declared: readonly string[]): Forms {
  if (declared.length > 0) {
    const longestFirst = [...declared].sort((a, b) => b.length - a.length);
    return (prefix) => (prefix === null ? longestFirst.at(-1) : longestFirst.find((each) => prefix.startsWith(each)));
  }
  const forms = new Set(rows.flatMap(({ prefix }) => beginningOf(prefix) ?? []));
  return forms.size <= formsMax ? beginningOf : (prefix) => (beginningOf(prefix) === undefined ? undefined : "");
}

/** `nmk_live_7f3a…` begins as `nmk_live_`: up to the last underscore or dash, or as far as it is shown where it has none. */
function beginningOf(prefix: string | null): string | undefined {
  const shown = /^[A-Za-z0-9_-]{2,40}/.exec(prefix?.trim() ?? "")?.[0];
  return shown && (/^.*[_-]/.exec(shown)?.[0] ?? shown);
}
