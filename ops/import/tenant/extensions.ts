import pg from "pg";
import type { Extension, Inventory } from "./inventory.ts";
import { escaped, nameOf } from "./mentions.ts";

/** Where extensions are in every project's database. An owner can make them there, and can't move them afterwards. */
const home = "extensions";

/**
 * Makes each extension that the present platform's database has. One that something needs for certain and that can't be had is the
 * end of it; of others is told what can't be had.
 */
export async function makeExtensions(owner: pg.Client, extensions: readonly Extension[], say: (what: string) => void): Promise<void> {
  for (const { name, isNeeded } of extensions) {
    await owner.query("savepoint extension");
    try {
      await owner.query(`create extension if not exists ${pg.escapeIdentifier(name)} schema ${home}`);
    } catch (error) {
      const what = `the extension ${name} can't be had here: ${(error as Error).message}`;
      if (isNeeded) throw new Error(what);
      await owner.query("rollback to savepoint extension");
      say(`${what}; functions that use it will fail`);
    }
    await owner.query("release savepoint extension");
  }
}

/** Things that a dump names in one schema and that are in another here. */
interface Moved {
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
}

/**
 * Statements with what they take from extensions looked for where that is here, and with ranges, which can't be moved later, made
 * public at once. A dump names everything with its schema, so only such names are changed, and those within the text of functions with them.
 */
export function atHome(statements: string, schema: string, { extensions, ranges }: Pick<Inventory, "extensions" | "ranges">): string {
  const moved: Moved[] = [
    ...extensions.map((each) => ({ from: each.schema, to: home, names: each.members })),
    { from: schema, to: "public", names: ranges },
  ];
  return moved
    .filter(({ from, to, names }) => from !== to && names.length > 0)
    .reduce((text, { from, to, names }) => text.replaceAll(namesIn(from, names), `${to}.$1`), statements);
}

function namesIn(schema: string, names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`${nameOf(schema)}\\.("?(?:${longestFirst.join("|")})"?)(?![\\w$])`, "g");
}
