import type { Chance } from "../chance.ts";
import {
  type Ask,
  alter,
  badKey,
  call,
  exported,
  forbidden,
  insert,
  malformed,
  noSuchRow,
  noSuchTable,
  read,
  refused,
  remove,
  statement,
  update,
  wrongPassword,
} from "./requests.ts";

/** What attackers do, one request at a time: the first being number 0. */
export type Move = (chance: Chance, number: number) => Ask;

export const guess: Move = (chance) => badKey(chance, chance.pick(["users", "orders", "items", ""]));

/** Passwords of others, of which a few are still good. */
export const stuff: Move = (chance) => (chance.isHit(0.01) ? { ...wrongPassword(chance), status: 200, code: null } : wrongPassword(chance));

/** Names of tables out of a list; a few are there, some of those are closed. */
export const walkNames: Move = (chance, number) => {
  if (chance.isHit(0.02)) return read(chance, `found_${number}`);
  return chance.isHit(0.02) ? forbidden(chance, `closed_${number}`) : noSuchTable(chance, `word_${number}`);
};

/** One row after the other by its number, of which this share is not there. */
export const walkIds =
  (goneShare: number): Move =>
  (chance) =>
    chance.isHit(goneShare) ? noSuchRow(chance, "orders") : read(chance, "orders");

/** Does the other thing only now and then, and what anybody does in between. */
export const mostlyHonest =
  (honestShare: number, move: Move): Move =>
  (chance, number) =>
    chance.isHit(honestShare) ? read(chance, chance.pick(["items", "categories", "profiles"])) : move(chance, number);

/** A parameter is tried; what is answered depends on what PostgreSQL makes of it. */
export const probe: Move = (chance) => ({ ...(chance.isHit(0.55) ? malformed(chance, "items") : read(chance, "items")), isProbe: true });

export const probeInWrite: Move = (chance) => ({
  ...insert(chance, "reviews"),
  ...(chance.isHit(0.3) ? { status: 400, code: "22P02", rowsWritten: 0 } : {}),
  isProbe: true,
});

/** Written so that few are known for what they are; what PostgreSQL cannot read is refused all the same. */
export const roughProbe: Move = (chance) => ({
  ...(chance.isHit(0.8) ? refused(chance, 400, chance.pick(["PGRST100", "22P02", "42883"]), { target: "items" }) : read(chance, "items")),
  isProbe: chance.isHit(0.05),
});

/** Somebody uses a key for what a key is for. */
export const someone: Move = (chance) => {
  const luck = chance.next();
  if (luck < 0.7) return read(chance, chance.pick(["users", "orders", "customers", "items"]));
  if (luck < 0.85) return insert(chance, chance.pick(["orders", "notes"]));
  if (luck < 0.92) return call(chance, "report", 400);
  return luck < 0.97 ? update(chance, "users") : remove(chance, "notes");
};

/** So many texts, over and over. */
export const farm =
  (texts: number): Move =>
  (chance) =>
    insert(chance, "posts", `advertisement-${chance.int(1, texts)}`);

export const burn =
  (fromMs: number, toMs: number): Move =>
  (chance) => {
    const durationMs = chance.between(fromMs, toMs);
    if (chance.isHit(0.15)) return refused(chance, 504, "57014", { door: "sql", method: "POST", target: "runSql", durationMs: 30_000 });
    return statement(chance, durationMs);
  };

/** Tables are made and dropped. */
export const drop: Move = (chance) => alter(chance, chance.pick(["sql", "schema"]));

export const exportNext: Move = (chance, number) => exported(chance, `table_${(number % 40) + 1}`);

/** A thousand rows at a time, so that no read is of all. */
export const page: Move = (chance) => ({
  ...read(chance, chance.pick(["customers", "tickets", "invoices"])),
  bytesOut: chance.magnitude(200_000, 900_000),
});
