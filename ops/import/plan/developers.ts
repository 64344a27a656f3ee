import type { Adopted } from "@nextmavens/api/developers";
import { isUsableHash, noPassword } from "@nextmavens/api/platform/password";
import { z } from "zod";
import type { Ledger } from "../ledger.ts";
import type { Words } from "../options.ts";
import type { RowOf } from "../source.ts";
import { type Known, newIdOf } from "./known.ts";
import { byAge, freeName, momentOf, tidy, withId, wordOf } from "./values.ts";

export interface DeveloperItem {
  readonly oldId: string;
  readonly account: Adopted;
}

type Row = RowOf<"developers">;
const table = "developers";

/** Which accounts come, under which address. Of several with one address the oldest keeps it. */
export function planDevelopers(rows: readonly Row[], known: Known, words: Words, ledger: Ledger): DeveloperItem[] {
  const taken = new Set(known.emails);
  ledger.count(table, "found", rows.length);
  return withId(byAge(rows), (id, why) => ledger.refused(table, id, why)).flatMap((row) => {
    if (newIdOf(known, "developer", row.id)) {
      ledger.count(table, "already");
      return [];
    }
    const why = whyNot(row);
    if (why !== undefined) {
      ledger.refused(table, row.id, why);
      return [];
    }
    const account = accountOf(row, taken, known, words, (what) => ledger.changed(table, row.id, what));
    taken.add(account.email.toLowerCase());
    ledger.count(table, "taken");
    return [{ oldId: row.id, account }];
  });
}

const gone = new Set(["deleted", "removed", "closed"]);
const Email = z.email().max(254);

function whyNot({ email, status, deletedAt }: Row): string | undefined {
  if (deletedAt !== null || gone.has(wordOf(status))) return "it is deleted there";
  if (email === null || email.trim() === "") return "it has no e-mail address";
  if (!Email.safeParse(email.trim()).success) return `${JSON.stringify(email.slice(0, 300))} is no e-mail address`;
  return undefined;
}

function accountOf(row: Row, taken: ReadonlySet<string>, known: Known, words: Words, change: (what: string) => void): Adopted {
  const wanted = (row.email ?? "").trim();
  const email = freeName(wanted, (each) => taken.has(each.toLowerCase()), tagged);
  if (email !== wanted) change(`its address ${wanted} is another account's, whatever the case: it signs in as ${email}`);
  const status = wordOf(row.status);
  if (status !== "" && status !== "active") change(`it is ${status} there; here only projects can be suspended`);
  return {
    email,
    name: tidy(row.name, 100) || tidy(wanted.split("@")[0] ?? "", 100) || "A developer",
    passwordHash: hashOf(row.passwordHash, change),
    plan: planOf(row.plan, known, words, change),
    emailVerifiedAt: momentOf(row.verifiedAt) ?? (row.isVerified === true ? (momentOf(row.createdAt) ?? known.now) : null),
    createdAt: momentOf(row.createdAt) ?? known.now,
  };
}

/** Mail to `ada+2@example.com` reaches `ada@example.com` nearly everywhere. */
function tagged(email: string, n: number): string {
  const at = email.lastIndexOf("@");
  const tag = `+${n}`;
  const domain = email.slice(at);
  return `${email.slice(0, Math.min(at, 254 - domain.length - tag.length))}${tag}${domain}`;
}

function hashOf(hash: string | null, change: (what: string) => void): string {
  const text = (hash ?? "").trim();
  if (isUsableHash(text)) return text;
  change(
    text === ""
      ? "it has no password: a new one is set by mail"
      : "its password is kept in a form not known here: a new one is set by mail",
  );
  return noPassword;
}

function planOf(plan: string | null, known: Known, words: Words, change: (what: string) => void): string {
  if (plan === null) return "free";
  const wanted = words.plans[plan] ?? wordOf(plan);
  if (known.plans.has(wanted)) return wanted;
  change(`there is no plan ${plan} here: it is on the plan free`);
  return "free";
}
