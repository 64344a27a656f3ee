import { name as quoted } from "../../platform/db/sql.ts";
import { extensions as offered, refuseSql, understand } from "../../sql/index.ts";
import { extensionsQuery } from "../catalog/extensions.ts";
import { look } from "../look.ts";
import type { Available } from "../read.ts";
import type { Given } from "../serve.ts";
import { refuse } from "./contract.ts";

/** PostgreSQL's own language is there in any case. */
const offeredNames = [...offered].filter((name) => name !== "plpgsql").sort();

export const list = async (given: Given) => {
  const known = await availableOf(given);
  return { items: offeredNames.map((name) => tell(name, known.get(name))) };
};

export async function install(given: Given, { extension }: { readonly extension: string }) {
  const found = await findOffered(given, extension);
  if (!found) throw refuse("extension_not_available", { details: { extension } });
  if (found.installedVersion !== null) return tell(extension, found);
  await runText(given, `create extension if not exists ${quoted(extension).text} with schema extensions cascade`);
  return tell(extension, (await availableOf(given)).get(extension));
}

export async function remove(given: Given, { extension, cascade }: { readonly extension: string; readonly cascade: "true" | "false" }) {
  const found = await findOffered(given, extension);
  if (!found || found.installedVersion === null) throw refuse("extension_not_installed", { details: { extension } });
  await runText(given, `drop extension ${quoted(extension).text}${cascade === "true" ? " cascade" : ""}`);
  return undefined;
}

async function findOffered(given: Given, extension: string): Promise<Available | undefined> {
  if (!offeredNames.includes(extension)) throw refuseSql("extension_not_offered", { details: { offered: offeredNames } });
  return (await availableOf(given)).get(extension);
}

const availableOf = ({ door, holder }: Given): Promise<ReadonlyMap<string, Available>> =>
  look(door.logins, holder, async (ask) => new Map((await ask<Available>(extensionsQuery, [null, null])).map((each) => [each.name, each])));

const runText = async ({ door, holder, run }: Given, text: string) =>
  run({ statements: await understand(door.splitter, holder, text), params: [] });

const tell = (name: string, found: Available | undefined) => ({
  name,
  isAvailable: found !== undefined,
  installedVersion: found?.installedVersion ?? null,
  schema: found?.schema ?? null,
  comment: found?.comment ?? null,
});
