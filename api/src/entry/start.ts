import { enableCompileCache } from "node:module";
import { join, resolve } from "node:path";
import { type Config, readConfig } from "../platform/config.ts";
import { makeDataDir } from "../platform/data-dir.ts";
import { isInstalled } from "../platform/embedded/place.ts";

const read = readConfig(process.env);
const problems = "problems" in read ? read.problems : [...databaseProblems(read.config), ...dataDirProblems(read.config)];
if ("config" in read && problems.length === 0) {
  // Before the many modules of the platform are loaded, which is most of the time a start takes.
  enableCompileCache(join(resolve(read.config.DATA_DIR), "cache"));
  const { run } = await import("./run.ts");
  await run(read.config);
} else {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}

function databaseProblems({ DATABASE_URL, ROLE }: Config): string[] {
  if (DATABASE_URL !== undefined || ROLE !== "all" || isInstalled()) return [];
  return ["DATABASE_URL: must be set, as no embedded PostgreSQL is installed here"];
}

function dataDirProblems({ DATA_DIR }: Config): string[] {
  try {
    makeDataDir(DATA_DIR);
    return [];
  } catch (error) {
    return [`DATA_DIR: ${(error as Error).message}`];
  }
}
