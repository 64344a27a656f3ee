import { readConfig } from "@nextmavens/api/platform/config";
import { testsThatNeed } from "../../../api/test/needs.ts";
import type { World } from "../../../api/test/world.ts";
import { importReport } from "../command.ts";
import { readOptions } from "../options.ts";
import type { Report } from "../report.ts";
import { findPrograms } from "../tenant/index.ts";

const found = findPrograms(undefined, 15);
/** Where schemas can be copied. */
export const withPrograms = testsThatNeed(typeof found === "string" ? found : undefined);

export const environmentOf = ({ clone }: World) => ({ DATABASE_URL: clone.url, MASTER_KEY: clone.masterKey, LOG_LEVEL: "error" });

/** An import as the command line does it, beside the platform that runs. */
export function runImport(world: World, from: string, ...args: readonly string[]): Promise<Report> {
  const asked = readOptions(["--from", from, ...args]);
  const read = readConfig(environmentOf(world));
  if (!("options" in asked) || !("config" in read)) throw new Error(JSON.stringify([asked, read]));
  return importReport(asked.options, read.config, { write: () => true });
}
